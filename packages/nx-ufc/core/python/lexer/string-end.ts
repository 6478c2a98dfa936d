import { SyntaxFailure } from '../errors';

/**
 * Offset after the closing quote of a literal whose body begins at `body`.
 * @param codes of the text
 * @param start where the literal begins, for the error
 * @throws SyntaxFailure when it is not closed
 */
export function stringEnd(
  text: string,
  codes: Uint16Array,
  body: number,
  quote: number,
  triple: boolean,
  start: number,
): number {
  if (triple) {
    const close = closingQuote(text, quote === 34 ? '"""' : "'''", body);
    if (close < 0) throw new SyntaxFailure('unterminated triple-quoted string literal', start);
    return close + 3;
  }
  const { length } = text;
  for (let at = body; at < length; at++) {
    const c = codes[at];
    if (c === quote) return at + 1;
    if (c === 92) {
      at++;
      if (codes[at] === 13 && codes[at + 1] === 10) at++;
    } else if (c === 10 || c === 13) break;
  }
  throw new SyntaxFailure('unterminated string literal', start);
}

/** Offset of the first closing quote from `body` on that no backslash stands before; -1 when there is none. */
export function closingQuote(text: string, quote: string, body: number): number {
  let at = text.indexOf(quote, body);
  while (at >= 0 && isEscaped(text, body, at)) at = text.indexOf(quote, at + 1);
  return at;
}

function isEscaped(text: string, body: number, at: number): boolean {
  let first = at;
  while (first > body && text.charCodeAt(first - 1) === 92) first--;
  return (at - first) % 2 === 1;
}
