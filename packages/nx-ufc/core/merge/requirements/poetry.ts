import { EVERYTHING, intersect, union, type Range } from './range';
import { prefixRange, specifierRange } from './specifier';
import { readVersion, startOfRelease } from './version';

/** The versions that a Poetry constraint admits: `^1.2`, `~1.2`, `1.*`, `1.2.3`, PEP 440, `||` for either; null when it cannot be said. */
export function poetryRange(text: string): Range | null {
  let range: Range = [];
  for (const alternative of text.split(/\|\|?/)) {
    const one = conjunction(alternative);
    if (one === null) return null;
    range = union(range, one);
  }
  return range;
}

function conjunction(text: string): Range | null {
  let range: Range = EVERYTHING;
  const clauses = text.replace(/([<>=!~^])\s+/g, '$1').split(/[\s,]+/);
  for (const clause of clauses) {
    if (clause === '' || clause === '*') continue;
    const one = poetryClause(clause);
    if (one === null) return null;
    range = intersect(range, one);
  }
  return range;
}

function poetryClause(clause: string): Range | null {
  const shorthand = /^([\^~])(?!=)(.+)$/.exec(clause);
  if (shorthand) return shorthandRange(shorthand[1], shorthand[2]);
  const bare = /^(?:==?)?(\d[^*]*?)(\.\*)?$/.exec(clause);
  if (!bare) return specifierRange(clause);
  const version = readVersion(bare[1]);
  return version && bare[2] ? prefixRange(version.key) : specifierRange(`==${bare[1]}`);
}

/** `^` keeps the first number that is not 0, `~` the minor version, or the major one where it stands alone. */
function shorthandRange(mark: string, text: string): Range | null {
  const version = readVersion(text);
  if (!version) return null;
  const { epoch, release } = version.key;
  const significant = release.findIndex((number) => number !== 0);
  const at =
    mark === '~' ? Math.min(1, release.length - 1) : significant < 0 ? release.length - 1 : significant;
  const upper = [...release.slice(0, at), release[at] + 1];
  return [{ from: version.key, to: startOfRelease(epoch, upper) }];
}
