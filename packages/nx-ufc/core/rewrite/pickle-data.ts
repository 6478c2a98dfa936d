import type { ReviewItem } from '../plan/types';
import type { MoveMapping } from './mapping';

/** How files with pickles are called. */
export const PICKLE_FILE = /\.(pkl|pickle|pck|pcl|p|joblib|dill|sav|shelve)$/i;
/** What Sphinx writes anew with every build. */
const BUILT = /(^|\/)_build\/|\.doctree$/;
const MAX_NAMES = 3;

/** A pickle that names modules of the package and cannot follow is read again only where the old name still leads to the class. */
export function pickledReferences(path: string, names: readonly string[]): ReviewItem[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const message = `the pickle names ${shown}${names.length > MAX_NAMES ? ' …' : ''}: make it anew, or keep the old name with --compat=shim`;
  return [{ path, line: 1, column: 1, rule: 'PICKLED_NAMES', message }];
}

/** The modules of the package that the bytes of a pickle name, and what is called below them. */
export function pickledNames(bytes: Uint8Array, mapping: MoveMapping): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const names = new Set<string>();
  for (const root of mapping.roots)
    for (const match of text.matchAll(new RegExp(`(?<![A-Za-z_.])c?(${root}(?:\\.[A-Za-z_]\\w*)*)`, 'g')))
      names.add(match[1]);
  return [...names].sort();
}

/** By its name, or its bytes: protocol 2 and newer begin with opcode PROTO and end with STOP. */
export function isPickleFile(path: string, bytes: Uint8Array): boolean {
  if (BUILT.test(path)) return false;
  return PICKLE_FILE.test(path) || isPickle(bytes);
}

function isPickle(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5 && bytes.at(-1) === 0x2e;
}
