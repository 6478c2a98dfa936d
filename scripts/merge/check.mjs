import { isDeepStrictEqual } from 'node:util';
import { parseTOML } from 'toml-eslint-parser';
import { parse } from 'smol-toml';
import { expectedData } from './edits.mjs';

const read = (text) => parse(text.replace(/^\uFEFF/, ''), { integersAsBigInt: 'asNeeded' });
const tree = (text) => parseTOML(text.replace(/^\uFEFF/, ''), { tomlVersion: '1.0.0' });
const comments = (program) => program.comments.map((comment) => comment.value);

/**
 * The four conditions, by other means than the editor's: valid TOML 1.0, exactly the value that is meant, the same comments, and
 * no byte changed but the new ones and, where a value is replaced, its own.
 * @returns what does not hold
 */
export function failuresOf(before, after, operation) {
  let program;
  try {
    program = tree(after);
  } catch (error) {
    return [`invalid: ${error.message}`];
  }
  const failures = [];
  try {
    if (!isDeepStrictEqual(plain(read(after)), plain(expectedData(read(before), operation))))
      failures.push('value');
  } catch (error) {
    return [`invalid: ${error.message}`];
  }
  const own = tree(before);
  if (!isDeepStrictEqual(comments(program), comments(own))) failures.push('comments');
  if (!isOutsideKept(before, after, own, operation)) failures.push('bytes outside');
  return failures;
}

/** Dates compare by what they say. */
function plain(value) {
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

function isOutsideKept(before, after, program, operation) {
  const range = operation.op === 'set' ? rangeOf(program, operation.path) : null;
  if (!range) return insertions(before, after) !== null;
  const shift = before.startsWith('\uFEFF') ? 1 : 0;
  const [head, tail] = [before.slice(0, range[0] + shift), before.slice(range[1] + shift)];
  return after.startsWith(head) && after.endsWith(tail) && after.length >= head.length + tail.length;
}

/** Is the text before what is left when at most two pieces are taken out of the text after? One may be a comma. */
function insertions(before, after) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (start + end >= before.length) return 1;
  const [middle, grown] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return grown.startsWith(`,${middle}`) || grown.endsWith(middle) || grown.startsWith(middle) ? 2 : null;
}

function rangeOf(program, path) {
  const visit = (node, at) => {
    if (at.length === path.length) return at.every((part, i) => part === path[i]) ? node.range : null;
    if (!at.every((part, i) => part === path[i])) return null;
    if (node.type === 'TOMLArray') return first(node.elements.map((item, i) => visit(item, [...at, i])));
    return node.type === 'TOMLInlineTable' ? first(node.body.map((pair) => pairOf(pair, at))) : null;
  };
  const pairOf = (pair, at) =>
    visit(pair.value, [
      ...at,
      ...pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value)),
    ]);
  return first(
    program.body[0].body.flatMap((node) =>
      node.type === 'TOMLTable'
        ? node.body.map((pair) => pairOf(pair, node.resolvedKey))
        : [pairOf(node, [])],
    ),
  );
}

function first(results) {
  return results.find((result) => result !== null) ?? null;
}

/** Texts that are wrong in one way each: the check must notice every one. */
export const FAULTS = {
  'a comment lost': (text) => text.replace(/#[^\n\r"']+/, ''),
  'a byte outside': (text) => text.replace(/^(\w[\w-]*) = /m, '$1  = '),
  'a wrong value': (text) => text.replace(/zz-|99\b|98\b|DemoPlugin|!=0\.0\.1/, '7'),
  'not TOML': (text) => `${text}\n= 1\n`,
};
