/** Seeded mutations of Python texts, for the tests and the script that show that no input brings the analysis down. */

/** A stream of numbers in [0, 1) that is the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Pieces that parsers stumble over. */
const PIECES = [
  ...'()[]{}:;,.=@\\\'"#!~`$?\t\r\n\f\0',
  '"""',
  "'''",
  "f'{",
  'f"""{x:{y}',
  "t'{",
  "rb'",
  "{x!r:>{y}}'",
  '\r\n',
  '\\\n',
  '->',
  ':=',
  '**',
  '...',
  '0x',
  '1_',
  '1e',
  '0777',
  '1if 1else 2',
  ' lambda *a, b=1: ',
  ' if ',
  ' else ',
  ' for x in ',
  ' async ',
  ' await ',
  ' yield ',
  'match x:\n case [*_, {"a": b, **c}] if d: pass\n',
  'type X[T: int = str, *U, **V] = T\n',
  'class A[T](B, metaclass=C):\n',
  'def f[T](a, /, b: "X[", *c, d=1, **e) -> "(": ...\n',
  'except* (A, B):\n',
  'from . import (a as b, *)\n',
  'import a.b as c, d.\n',
  '__all__ += [x for x in y]\n',
  'global x\n',
  'nonlocal y\n',
  'with (a as b, c):\n',
  '@a.b(c)\n',
  '    ',
  '\n\n\t',
  'é',
  '𝕏',
  '\ud800',
  '\ufeff',
  '\u2028',
  'constructor',
  '__proto__',
  '# -*- coding: nowhere -*-\n',
];

/** One to four mutations of a text; `other` gives text to splice in. Long runs of brackets and operators come up too. */
export function mutate(text: string, other: string, random: () => number): string {
  let result = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) result = mutateOnce(result, other, random);
  return result;
}

function mutateOnce(text: string, other: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const size = Math.floor(random() * random() * 200);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (Math.floor(random() * 8)) {
    case 0:
      return before;
    case 1:
      return before + after.slice(size);
    case 2:
      return before + after.slice(0, size) + after;
    case 3:
      return before + pick(PIECES, random) + after;
    case 4:
      return before + pick(PIECES, random) + after.slice(1);
    case 5:
      return (
        before +
        pick(['(', '[', '{', 'not ', '-', 'a.', 'a(', 'x if y else '], random).repeat(size * 3) +
        after
      );
    case 6: {
      const from = Math.floor(random() * other.length);
      return before + other.slice(from, from + size * 4) + after;
    }
    default:
      return swapLines(text, random);
  }
}

function swapLines(text: string, random: () => number): string {
  const lines = text.split('\n');
  const [a, b] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
  [lines[a], lines[b]] = [lines[b], lines[a]];
  return lines.join('\n');
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)];
}
