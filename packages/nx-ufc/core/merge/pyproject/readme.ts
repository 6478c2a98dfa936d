import type { DataValue } from '../data/value';

/** What build backends know the type of, the likeliest first. */
const KNOWN = ['.md', '.rst', '.txt'];
const README = /^README(\.\w+)?$/i;

/** The README that an index shows: of several, the one that a build backend can read as what it is. */
export function readmeOf(paths: readonly string[]): string | null {
  const found = paths.filter((path) => README.test(path));
  for (const suffix of KNOWN) {
    const known = found.find((path) => path.toLowerCase().endsWith(suffix));
    if (known !== undefined) return known;
  }
  return found[0] ?? null;
}

/** `readme` of PEP 621: the type is said where the name does not (https://peps.python.org/pep-0621/#readme). */
export function readmeValue(path: string): DataValue {
  return KNOWN.some((suffix) => path.toLowerCase().endsWith(suffix))
    ? path
    : { file: path, 'content-type': 'text/plain' };
}
