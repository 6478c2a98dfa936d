import { SyntaxFailure } from '../errors';

/** End of the number that begins at an offset (https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals). */
export function scanNumber(text: string, codes: Uint16Array, start: number): number {
  let at = start;
  const first = codes[at];
  const second = codes[at + 1] | 32;
  if (first === 48 && (second === 120 || second === 111 || second === 98)) {
    return checked(
      text,
      codes,
      start,
      radixDigits(codes, at + 2, second === 120 ? 16 : second === 111 ? 8 : 2),
    );
  }
  at = decimalDigits(codes, at);
  let float = false;
  if (codes[at] === 46) {
    float = true;
    at++;
    if (isDigit(codes[at])) at = decimalDigits(codes, at);
  }
  const exponent = exponentEnd(codes, at);
  if (exponent > at) {
    float = true;
    at = exponent;
  }
  const imaginary = (codes[at] | 32) === 106;
  if (imaginary) at++;
  if (!float && !imaginary && first === 48 && /[1-9]/.test(text.slice(start, at))) {
    throw new SyntaxFailure(
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      start,
    );
  }
  return checked(text, codes, start, at);
}

function exponentEnd(codes: Uint16Array, at: number): number {
  if ((codes[at] | 32) !== 101) return at;
  let digits = at + 1;
  const sign = codes[digits];
  if (sign === 43 || sign === 45) digits++;
  return isDigit(codes[digits]) ? decimalDigits(codes, digits) : at;
}

function decimalDigits(codes: Uint16Array, start: number): number {
  let at = start;
  for (;;) {
    if (isDigit(codes[at])) at++;
    else if (codes[at] === 95 && isDigit(codes[at + 1]) && at > start) at++;
    else return at;
  }
}

function radixDigits(codes: Uint16Array, start: number, radix: number): number {
  let at = start;
  for (;;) {
    const c = codes[at];
    const value = isDigit(c) ? c - 48 : (c | 32) >= 97 && (c | 32) <= 102 ? (c | 32) - 87 : 99;
    if (value < radix) at++;
    else if (c === 95) at++;
    else break;
  }
  if (at === start || codes[at - 1] === 95) throw new SyntaxFailure('invalid number literal', start);
  return at;
}

/** A keyword may follow a number at once (`1if x else y`, deprecated); any other name may not. */
function checked(text: string, codes: Uint16Array, start: number, end: number): number {
  const next = codes[end];
  const isName = (next >= 97 && next <= 122) || (next >= 65 && next <= 90) || next === 95 || isDigit(next);
  if (isName && !/^(and|else|for|if|in|is|or|not)\b/.test(text.slice(end, end + 6)))
    throw new SyntaxFailure('invalid decimal literal', start);
  return end;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
