import { complement, EVERYTHING, intersect, type Range } from './range';
import { readVersion, startOfRelease, type Version, type VersionKey } from './version';

/** The versions that a specifier set (PEP 440: `>=1.2,!=1.4.*`) admits; null when it cannot be said: `===`, local versions. */
export function specifierRange(text: string): Range | null {
  let range: Range = EVERYTHING;
  for (const clause of clausesOf(text)) {
    const one = clauseRange(clause);
    if (one === null) return null;
    range = intersect(range, one);
  }
  return range;
}

function clausesOf(text: string): string[] {
  return text
    .replace(/^\s*\(([^()]*)\)\s*$/, '$1')
    .split(',')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Pre-releases are versions like others here: whether an installer takes them is its own choice. */
function clauseRange(clause: string): Range | null {
  const match = /^(~=|===|==|!=|<=|>=|<|>)\s*(.+)$/.exec(clause);
  if (!match) return null;
  const [, operator, operand] = match;
  if (operator === '===') return null;
  if (operand.endsWith('.*')) return wildcardRange(operator, operand.slice(0, -2));
  const version = readVersion(operand);
  return version && operatorRange(operator, version);
}

function wildcardRange(operator: string, text: string): Range | null {
  const version = readVersion(text);
  if (!version || version.isPre || version.isPost || !/^[=!]=$/.test(operator)) return null;
  const range = prefixRange(version.key);
  return operator === '==' ? range : complement(range);
}

/** Every version whose release begins so. */
export function prefixRange({ epoch, release }: VersionKey): Range {
  const next = [...release.slice(0, -1), release[release.length - 1] + 1];
  return [{ from: startOfRelease(epoch, release), to: startOfRelease(epoch, next) }];
}

function operatorRange(operator: string, version: Version): Range | null {
  const { key } = version;
  const behind: VersionKey = { ...key, side: 1 };
  const same: Range = [{ from: key, to: behind }];
  switch (operator) {
    case '==':
      return same;
    case '!=':
      return complement(same);
    case '>=':
      return [{ from: key, to: null }];
    case '<=':
      return [{ from: null, to: behind }];
    case '<':
      // Excludes pre-releases of the version, unless it is one itself.
      return [{ from: null, to: version.isPre ? key : firstOf(version) }];
    case '>':
      // Excludes post-releases of the version, unless it is one itself.
      return [{ from: version.isPost ? behind : lastOf(version), to: null }];
    default:
      return compatibleRange(version);
  }
}

function firstOf({ key, isPost }: Version): VersionKey {
  return isPost ? { ...key, dev: 0 } : startOfRelease(key.epoch, key.release);
}

function lastOf({ key }: Version): VersionKey {
  return { ...key, post: Infinity, dev: Infinity, side: 1 };
}

/** `~=1.4.2` is `>=1.4.2, ==1.4.*`. */
function compatibleRange({ key }: Version): Range | null {
  if (key.release.length < 2) return null;
  return intersect([{ from: key, to: null }], prefixRange({ ...key, release: key.release.slice(0, -1) }));
}

/**
 * Both specifier sets as one: the user's clauses, then those of the other that say more.
 * @returns null when either is none that we can compare
 */
export function intersectSpecifiers(user: string, other: string): string | null {
  const clauses = [...clausesOf(user), ...clausesOf(other)];
  if (specifierRange(clauses.join(',')) === null) return null;
  let kept = clauses;
  for (const clause of [...clauses].reverse()) {
    const rest = kept.filter((_, i) => i !== kept.lastIndexOf(clause));
    if (intersect(specifierRange(rest.join(','))!, complement(specifierRange(clause)!)).length === 0)
      kept = rest;
  }
  return kept.join(',');
}
