import type { ProjectFacts } from '../project/types';

/**
 * Where files are that a person moved after the migration: former path → path now. Those of a module that was found again went with it; data
 * is the only file of its name that the migration did not put where it is.
 * @param placed paths that the migration gave to files @param moved dotted name of a module → the one that it has now
 */
export function formerPlaces(
  project: ProjectFacts,
  placed: readonly string[],
  moved: Readonly<Record<string, string>>,
): Map<string, string> {
  const paths = new Set(project.tree.files.map(({ path }) => path));
  const known = new Set(placed);
  const stems = Object.entries(moved).flatMap(([before, now]) => stemsOf(project, before, now));
  const fresh = new Map<string, string[]>();
  for (const path of paths)
    if (!known.has(path) && !path.endsWith('.py'))
      fresh.set(leafOf(path), [...(fresh.get(leafOf(path)) ?? []), path]);
  const missing = placed.filter((path) => !paths.has(path));
  const alike = new Map<string, number>();
  for (const path of missing) alike.set(leafOf(path), (alike.get(leafOf(path)) ?? 0) + 1);
  return new Map(
    missing.flatMap((path): [string, string][] => {
      const beside = stems.flatMap(([before, now]) =>
        path.startsWith(`${before}.`) || path.startsWith(`${before}/`)
          ? [now + path.slice(before.length)]
          : [],
      );
      const found = beside.find((candidate) => paths.has(candidate));
      if (found !== undefined) return [[path, found]];
      const heirs = alike.get(leafOf(path)) === 1 ? (fresh.get(leafOf(path)) ?? []) : [];
      return heirs.length === 1 ? [[path, heirs[0]]] : [];
    }),
  );
}

const leafOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

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
