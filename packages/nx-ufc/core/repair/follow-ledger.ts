import type { Ledger } from '../plan/ledger';
import type { ProjectFacts } from '../project/types';

/**
 * A ledger that says where modules and their files are now, after some were found again elsewhere: what proves, offers the old name and tells
 * moved code from generated code reads it. What did not move stays as it is.
 * @param moved dotted name that the ledger knows → the one that the module has now
 */
export function followLedger<T extends Pick<Ledger, 'modules' | 'moves' | 'gaps'>>(
  ledger: T,
  project: ProjectFacts,
  moved: Readonly<Record<string, string>>,
): T {
  const paths = new Set(project.tree.files.map(({ path }) => path));
  const stems = Object.entries(moved).flatMap(([before, now]) => stemsOf(project, before, now));
  const follow = (path: string): string => {
    if (paths.has(path)) return path;
    const all = stems.flatMap(([before, now]) =>
      path.startsWith(`${before}.`) || path.startsWith(`${before}/`) ? [now + path.slice(before.length)] : [],
    );
    return all.find((candidate) => paths.has(candidate)) ?? path;
  };
  return {
    ...ledger,
    modules: Object.fromEntries(Object.entries(ledger.modules).map(([old, now]) => [old, moved[now] ?? now])),
    moves: ledger.moves.map((move) => ({ ...move, to: follow(move.to) })),
    gaps: ledger.gaps.map(follow),
  };
}

/** `src/pkg/old` and `src/pkg/new`: what the paths of a module and of what lies in it began with, and begin with now. */
function stemsOf({ layout }: ProjectFacts, before: string, now: string): [string, string][] {
  const asPath = (name: string) => name.replaceAll('.', '/');
  return layout.roots
    .filter(({ name }) => now === name || now.startsWith(`${name}.`))
    .map(({ name, path }) => {
      const base = path.slice(0, path.length - asPath(name).length);
      return [base + asPath(before), base + asPath(now)];
    });
}
