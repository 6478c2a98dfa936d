import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import type { Tokens } from '../lexer/tokens';
import { wordOf } from '../lexer/words';

/** The parser's cursor over the tokens of one file. */
export interface ParserState {
  text: string;
  tokens: Tokens;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  words: Int32Array;
  /** Index of the next token. */
  at: number;
  /** Nesting of expressions and blocks, against stack overflow. */
  depth: number;
}

/** CPython refuses deeper trees too (its limit depends on the build); brackets alone are bounded by 200. */
const MAX_DEPTH = 900;

export function createState(text: string, tokens: Tokens): ParserState {
  const { kinds, starts, ends, words } = tokens;
  return { text, tokens, kinds, starts, ends, words, at: 0, depth: 0 };
}

/** End of the token before the cursor: where a node that is complete ends. */
export function lastEnd(p: ParserState): number {
  return p.at > 0 ? p.ends[p.at - 1] : 0;
}

export function accept(p: ParserState, kind: number): boolean {
  if (p.kinds[p.at] !== kind) return false;
  p.at++;
  return true;
}

export function expect(p: ParserState, kind: number): void {
  if (p.kinds[p.at] !== kind) throw unexpected(p, kind);
  p.at++;
}

export function unexpected(p: ParserState, wanted?: number): SyntaxFailure {
  const kind = p.kinds[p.at];
  const offset = p.starts[p.at];
  if (kind === K.INDENT) return new SyntaxFailure('unexpected indent', offset);
  if (wanted === K.INDENT) return new SyntaxFailure('expected an indented block', offset);
  const found =
    kind === K.EOF || kind === K.NEWLINE
      ? K.describeKind(kind)
      : JSON.stringify(p.text.slice(offset, Math.min(p.ends[p.at], offset + 30)));
  return new SyntaxFailure(
    wanted === undefined
      ? `invalid syntax at ${found}`
      : `expected ${K.describeKind(wanted)}, found ${found}`,
    offset,
  );
}

export function enter(p: ParserState): void {
  if (++p.depth > MAX_DEPTH) throw new SyntaxFailure('too many nested expressions or blocks', p.starts[p.at]);
}

export function leave(p: ParserState): void {
  p.depth--;
}

/** The identifier of a NAME token, NFKC-normalised as Python does (PEP 3131). */
export function identifierAt(p: ParserState, index: number): string {
  const word = p.words[index];
  return word >= 0 ? wordOf(word) : p.text.slice(p.starts[index], p.ends[index]).normalize('NFKC');
}

export function expectIdentifier(p: ParserState): string {
  if (p.kinds[p.at] !== K.NAME) throw unexpected(p, K.NAME);
  return identifierAt(p, p.at++);
}

/** Is the token a name that reads so? For the soft keywords. */
export function isWord(p: ParserState, index: number, word: string): boolean {
  return (
    p.kinds[index] === K.NAME &&
    p.ends[index] - p.starts[index] === word.length &&
    p.text.startsWith(word, p.starts[index])
  );
}
