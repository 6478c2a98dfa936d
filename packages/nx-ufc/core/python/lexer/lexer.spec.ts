import { SyntaxFailure } from '../errors';
import { KEYWORDS, KEYWORD_FIRST, NAME } from './kinds';
import { tokenize } from './lexer';
import { releaseTokens } from './tokens';
import { wordOf } from './words';

/** Kind, source and word of every token of a line. */
function tokens(text: string): [number, string, string | null][] {
  const { count, kinds, starts, ends, words } = tokenize(text);
  return Array.from({ length: count }, (_, i) => [
    kinds[i],
    text.slice(starts[i], ends[i]),
    kinds[i] === NAME && words[i] >= 0 ? wordOf(words[i]) : null,
  ]);
}
const names = (text: string) => tokens(text).filter(([kind]) => kind === NAME);

describe('words', () => {
  test('keywords have their kinds, what only begins like one is a name', () => {
    for (const [i, keyword] of KEYWORDS.entries()) {
      expect(tokens(`${keyword}\n`)[0]).toEqual([KEYWORD_FIRST + i, keyword, null]);
      expect(tokens(`${keyword}_\n`)[0]).toEqual([NAME, `${keyword}_`, `${keyword}_`]);
    }
  });
  test('names with the same hash stay apart', () => {
    // 31 * 'A' + 'a' = 31 * 'B' + 'B'
    expect(names('Aa BB AaBB BBAa\n').map(([, , word]) => word)).toEqual(['Aa', 'BB', 'AaBB', 'BBAa']);
  });
  test('very many different names', () => {
    const text = `${Array.from({ length: 200_000 }, (_, i) => `name${i.toString(36)}`).join(' ')}\n`;
    for (const [, source, word] of names(text)) if (source !== word) throw new Error(`${source} is ${word}`);
    expect(names('name5a name5a\n').map(([, , word]) => word)).toEqual(['name5a', 'name5a']);
  });
  test('very long names and names beyond ASCII have no word', () => {
    const long = 'x'.repeat(1000);
    expect(names(`${long} größe\n`)).toEqual([
      [NAME, long, null],
      [NAME, 'größe', null],
    ]);
  });
  test('a name like a property of every object', () => {
    expect(names('constructor __proto__\n').map(([, , word]) => word)).toEqual(['constructor', '__proto__']);
  });
});

test('nothing of a longer text before is read as part of a shorter one', () => {
  releaseTokens(tokenize(`x = "${'"""'.repeat(2)} still \\\n`.replaceAll('"', "'").replaceAll("'", '#')));
  releaseTokens(tokenize('value = 12345678\n'));
  expect(tokens('v').map(([, source]) => source)).toEqual(['v', '', '']);
  expect(tokens('1').map(([, source]) => source)).toEqual(['1', '', '']);
  expect(() => tokenize('"')).toThrow(SyntaxFailure);
  expect(() => tokenize('f"')).toThrow(SyntaxFailure);
});

test('white space at the end of the text', () => {
  expect(tokens('x  \t').map(([, source]) => source)).toEqual(['x', '', '']);
});
