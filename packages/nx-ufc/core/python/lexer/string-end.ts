import { SyntaxFailure } from '../errors';

/**
 * Offset after the closing quote of a literal whose body begins at `body`.
 * @param length where the text ends in its codes
 * @param start where the literal begins, for the error
 * @throws SyntaxFailure when it is not closed
 */
export function stringEnd(
  codes: Uint16Array,
  length: number,
  body: number,
  quote: number,
  triple: boolean,
  start: number,
): number {
  for (let at = body; at < length; at++) {
    const c = codes[at];
    if (c === 92) {
      at++;
      if (codes[at] === 13 && codes[at + 1] === 10) at++;
    } else if (c === quote) {
      if (!triple) return at + 1;
      if (codes[at + 1] === quote && codes[at + 2] === quote) return at + 3;
    } else if (!triple && (c === 10 || c === 13)) break;
  }
  throw new SyntaxFailure(
    triple ? 'unterminated triple-quoted string literal' : 'unterminated string literal',
    start,
  );
}
