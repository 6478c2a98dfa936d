import type { Anatomy } from './anatomy';
import type { Partition } from './partition';
import type { Touched } from './touched';

/** Where the readers of names that tests patch by strings are after a split. */
export interface PatchedNames {
  /** Name → the part that all of its readers go to: the target of the patch follows them. */
  follow: Map<string, string>;
  /** Names whose readers would be torn apart, with the place of the patch: one target does not reach all of them. */
  torn: Map<string, string>;
}

export function patchedNames(anatomy: Anatomy, parts: Partition, touched: Touched): PatchedNames {
  const found: PatchedNames = { follow: new Map(), torn: new Map() };
  for (const [name, { kind, where }] of touched) {
    if (kind !== 'patched') continue;
    const homes = new Set(parts.filter((_, at) => anatomy.reads[at].has(name)));
    const [home] = homes;
    if (homes.size > 1) found.torn.set(name, where);
    else if (home) found.follow.set(name, home);
  }
  return found;
}

/** Why statements that read one of these names stay. */
export function readsTorn(anatomy: Anatomy, at: number, torn: PatchedNames['torn']): string | null {
  const name = [...torn.keys()].find((one) => anatomy.reads[at].has(one));
  return name === undefined ? null : `reads ${name}, which ${torn.get(name)} replaces for others too`;
}
