import { SyntaxFailure } from '../errors';

/** End of the number that begins at an offset (https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals). */
export function scanNumber(text: string, start: number): number {
  let at = start;
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1) | 32;
  if (first === 48 && (second === 120 || second === 111 || second === 98)) {
    return checked(text, start, radixDigits(text, at + 2, second === 120 ? 16 : second === 111 ? 8 : 2));
  }
  at = decimalDigits(text, at);
  let float = false;
  if (text.charCodeAt(at) === 46) {
    float = true;
    at++;
    if (isDigit(text.charCodeAt(at))) at = decimalDigits(text, at);
  }
  const exponent = exponentEnd(text, at);
  if (exponent > at) {
    float = true;
    at = exponent;
  }
  const imaginary = (text.charCodeAt(at) | 32) === 106;
  if (imaginary) at++;
  if (!float && !imaginary && first === 48 && /[1-9]/.test(text.slice(start, at))) {
    throw new SyntaxFailure(
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      start,
    );
  }
  return checked(text, start, at);
}

function exponentEnd(text: string, at: number): number {
  if ((text.charCodeAt(at) | 32) !== 101) return at;
  let digits = at + 1;
  const sign = text.charCodeAt(digits);
  if (sign === 43 || sign === 45) digits++;
  return isDigit(text.charCodeAt(digits)) ? decimalDigits(text, digits) : at;
}

function decimalDigits(text: string, start: number): number {
  let at = start;
  for (;;) {
    if (isDigit(text.charCodeAt(at))) at++;
    else if (text.charCodeAt(at) === 95 && isDigit(text.charCodeAt(at + 1)) && at > start) at++;
    else return at;
  }
}

function radixDigits(text: string, start: number, radix: number): number {
  let at = start;
  for (;;) {
    const c = text.charCodeAt(at);
    const value = isDigit(c) ? c - 48 : (c | 32) >= 97 && (c | 32) <= 102 ? (c | 32) - 87 : 99;
    if (value < radix) at++;
    else if (c === 95) at++;
    else break;
  }
  if (at === start || text.charCodeAt(at - 1) === 95)
    throw new SyntaxFailure('invalid number literal', start);
  return at;
}

/** A keyword may follow a number at once (`1if x else y`, deprecated); any other name may not. */
function checked(text: string, start: number, end: number): number {
  const next = text.charCodeAt(end);
  const isName = (next >= 97 && next <= 122) || (next >= 65 && next <= 90) || next === 95 || isDigit(next);
  if (isName && !/^(and|else|for|if|in|is|or|not)\b/.test(text.slice(end, end + 6)))
    throw new SyntaxFailure('invalid decimal literal', start);
  return end;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
