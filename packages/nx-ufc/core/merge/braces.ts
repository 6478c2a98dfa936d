/** Alternatives in braces, as the shell and tools with globs have them: `pkg/{api,models}/*.py`. */
const BRACES = /^([^{}]*)\{([^{}]*,[^{}]*)\}([^{}]*)$/;

/** One or more alternatives, within a longer word. */
export const BRACE_GROUP = String.raw`\{[^{}\s'"]*,[^{}\s'"]*\}`;

/**
 * A word with its alternatives mapped one by one, with what all of them begin and end with outside of the braces.
 * @param map a word without braces; null when it stays
 * @returns null when the word has no such braces, or none of them moves
 */
export function mappedBraces(word: string, map: (one: string) => string | null): string | null {
  const [, before, inner, after] = BRACES.exec(word) ?? [];
  if (inner === undefined) return null;
  const all = inner.split(',').map((one) => before + one + after);
  const mapped = all.map((one) => map(one) ?? one);
  if (mapped.every((one, i) => one === all[i])) return null;
  const [first] = mapped;
  let [start, end] = [0, 0];
  while (mapped.every((one) => one[start] !== undefined && one[start] === first[start])) start++;
  start = first.lastIndexOf('/', start - 1) + 1;
  const longest = Math.min(after.length, ...mapped.map(({ length }) => length - start));
  while (end < longest && mapped.every((one) => one.at(-1 - end) === first.at(-1 - end))) end++;
  const middle = mapped.map((one) => one.slice(start, one.length - end)).join(',');
  return `${first.slice(0, start)}{${middle}}${first.slice(first.length - end)}`;
}
