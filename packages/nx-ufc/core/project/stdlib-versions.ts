import { satisfies } from '@renovatebot/pep440';
import { STDLIB_MODULES } from './stdlib';

/** Minor versions of Python 3 that are known: 3.8 to 3.14. */
export const KNOWN_MINORS: readonly number[] = [8, 9, 10, 11, 12, 13, 14];

/** Modules that came after 3.8: the first minor version with them (https://docs.python.org/3/whatsnew/). */
const SINCE: Record<string, number> = {
  graphlib: 9,
  zoneinfo: 9,
  tomllib: 11,
  annotationlib: 14,
  compression: 14,
};

/** Modules that were removed: the first minor version without them. PEP 594 took most of them out of 3.13. */
const REMOVED: Record<number, string> = {
  8: 'macpath',
  9: 'dummy_threading',
  10: 'formatter parser symbol',
  11: 'binhex',
  12: 'asynchat asyncore distutils imp smtpd',
  13: 'aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib',
};
const UNTIL = new Map(
  Object.entries(REMOVED).flatMap(([minor, names]) => names.split(' ').map((name) => [name, Number(minor)])),
);

/** The known versions that a `requires-python` allows; all of them when it allows none or says nothing. */
export function targetMinors(requiresPython: string | null): number[] {
  const range = requiresPython?.trim();
  if (!range) return [...KNOWN_MINORS];
  const allowed = KNOWN_MINORS.filter((minor) =>
    [0, 99].some((patch) => isAllowed(`3.${minor}.${patch}`, range)),
  );
  return allowed.length > 0 ? allowed : [...KNOWN_MINORS];
}

function isAllowed(version: string, range: string): boolean {
  try {
    return satisfies(version, range);
  } catch {
    return false;
  }
}

/** Of the given versions, those whose standard library has a top-level module. */
export function stdlibMinors(module: string, minors: readonly number[]): number[] {
  if (!STDLIB_MODULES.has(module)) return [];
  return minors.filter(
    (minor) => minor >= (SINCE[module] ?? 0) && minor < (UNTIL.get(module) ?? Number.POSITIVE_INFINITY),
  );
}
