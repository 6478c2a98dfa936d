import type { Ledger } from '../plan/ledger';
import type { ProjectFacts } from '../project/types';
import { formerPlaces } from './former-places';

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
  const now = formerPlaces(project, [...ledger.moves.map(({ to }) => to), ...ledger.gaps], moved);
  const follow = (path: string) => now.get(path) ?? path;
  return {
    ...ledger,
    modules: Object.fromEntries(
      Object.entries(ledger.modules).map(([old, name]) => [old, moved[name] ?? name]),
    ),
    moves: ledger.moves.map((move) => ({ ...move, to: follow(move.to) })),
    gaps: ledger.gaps.map(follow),
  };
}
