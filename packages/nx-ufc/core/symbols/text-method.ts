import type { Call, Expr } from '../python/ast';
import type { Value } from './value';

type Texts = readonly string[];
const strip = (text: string, characters: string | undefined, start: boolean, end: boolean): string => {
  const isOut = (one: string) => (characters === undefined ? /\s/.test(one) : characters.includes(one));
  let [from, to] = [0, text.length];
  while (start && from < to && isOut(text[from])) from++;
  while (end && to > from && isOut(text[to - 1])) to--;
  return text.slice(from, to);
};

/** Methods of `str` by name: how many arguments they take at least and at most, and what they give. */
const METHODS: Record<string, [least: number, most: number, run: (text: string, args: Texts) => string]> = {
  upper: [0, 0, (text) => text.toUpperCase()],
  lower: [0, 0, (text) => text.toLowerCase()],
  strip: [0, 1, (text, [characters]) => strip(text, characters, true, true)],
  lstrip: [0, 1, (text, [characters]) => strip(text, characters, true, false)],
  rstrip: [0, 1, (text, [characters]) => strip(text, characters, false, true)],
  removeprefix: [1, 1, (text, [prefix]) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)],
  removesuffix: [
    1,
    1,
    (text, [suffix]) => (suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text),
  ],
  replace: [2, 2, (text, [before, after]) => text.replaceAll(before, after)],
};

/** `", ".join(NAMES)`, `NAME.upper()`, `"{}/x".format(NAME)`; null for any other call, and where a part is not known. */
export function textMethod(call: Call, next: (part: Expr) => Value): Value | null {
  const { func, args, keywords } = call;
  if (func.type !== 'Attribute' || args.some((one) => one.type === 'Starred')) return null;
  if (func.attr === 'format') return formatted(call, next);
  if (keywords.length > 0) return null;
  const method = Object.hasOwn(METHODS, func.attr) ? METHODS[func.attr] : null;
  const fits = method !== null && args.length >= method[0] && args.length <= method[1];
  if (!fits && !(func.attr === 'join' && args.length === 1)) return null;
  const receiver = next(func.value);
  if (receiver.kind !== 'str') return null;
  const given = func.attr === 'join' ? listed(next(args[0])) : args.map((arg) => textOf(next(arg)));
  if (!given || !given.every((text) => text !== null)) return null;
  return {
    kind: 'str',
    value: method ? method[2](receiver.value, given) : given.join(receiver.value),
  };
}

const textOf = (value: Value): string | null => (value.kind === 'str' ? value.value : null);

const listed = (value: Value): (string | null)[] | null =>
  value.kind === 'list' || value.kind === 'tuple' ? value.items.map(textOf) : null;

/** Fields without formats only: `{}`, `{0}`, `{name}`. */
function formatted({ func, args, keywords }: Call, next: (part: Expr) => Value): Value | null {
  const template = func.type === 'Attribute' ? next(func.value) : null;
  if (template?.kind !== 'str') return null;
  let position = 0;
  let isKnown = true;
  const value = template.value.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return found[0];
    const given = /^\d*$/.test(name)
      ? args[name === '' ? position++ : Number(name)]
      : keywords.find((keyword) => keyword.arg === name)?.value;
    const part = given ? next(given) : null;
    const text = part?.kind === 'int' ? String(part.value) : part && textOf(part);
    if (text === null) isKnown = false;
    return text ?? '';
  });
  return isKnown ? { kind: 'str', value } : null;
}
