import { SyntaxFailure } from '../errors';

const SIMPLE: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The value of the body of a text literal. `\N{NAME}` stays as written: the names of Unicode are no part of this parser.
 * @param offset where the body begins, for errors
 * @param braces collapse `{{` and `}}` as in the literal parts of an f-string
 */
export function decodeText(body: string, raw: boolean, offset: number, braces = false): string {
  let text = body;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  const escapes = !raw && text.includes('\\');
  if (!escapes) return braces ? collapse(text) : text;
  let out = '';
  let at = 0;
  for (;;) {
    const slash = text.indexOf('\\', at);
    if (slash < 0) return out + (braces ? collapse(text.slice(at)) : text.slice(at));
    out += braces ? collapse(text.slice(at, slash)) : text.slice(at, slash);
    const [value, end] = decodeEscape(text, slash, offset);
    out += value;
    at = end;
  }
}

function collapse(text: string): string {
  return text.includes('{{') || text.includes('}}') ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text;
}

function decodeEscape(text: string, slash: number, offset: number): [string, number] {
  const c = text[slash + 1];
  if (c === undefined) return ['\\', slash + 1];
  const simple = SIMPLE[c];
  if (simple !== undefined) return [simple, slash + 2];
  if (c === '\n') return ['', slash + 2];
  if (c >= '0' && c <= '7') {
    const digits = /^[0-7]{1,3}/.exec(text.slice(slash + 1, slash + 4))![0];
    return [String.fromCharCode(parseInt(digits, 8)), slash + 1 + digits.length];
  }
  if (c === 'x') return hexEscape(text, slash, 2, offset);
  if (c === 'u') return hexEscape(text, slash, 4, offset);
  if (c === 'U') return hexEscape(text, slash, 8, offset);
  if (c === 'N') {
    const close = text.indexOf('}', slash);
    if (text[slash + 2] !== '{' || close < 0)
      throw new SyntaxFailure('(unicode error) malformed \\N character escape', offset + slash);
    return [text.slice(slash, close + 1), close + 1];
  }
  return [`\\${c}`, slash + 2];
}

function hexEscape(text: string, slash: number, size: number, offset: number): [string, number] {
  const digits = text.slice(slash + 2, slash + 2 + size);
  const point = parseInt(digits, 16);
  if (digits.length < size || !/^[0-9a-fA-F]+$/.test(digits) || point > 0x10ffff) {
    throw new SyntaxFailure(
      `(unicode error) truncated or illegal \\${text[slash + 1]} escape`,
      offset + slash,
    );
  }
  return [String.fromCodePoint(point), slash + 2 + size];
}

/** The value of the body of a bytes literal. */
export function decodeBytes(body: string, raw: boolean, offset: number): Uint8Array {
  const text = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  const out = new Uint8Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c > 127) throw new SyntaxFailure('bytes can only contain ASCII literal characters', offset);
    if (c !== 92 || raw || at + 1 >= text.length) {
      out[size++] = c;
      continue;
    }
    const next = text[at + 1];
    if (next === '\n') {
      at++;
    } else if (SIMPLE[next] !== undefined) {
      out[size++] = SIMPLE[next].charCodeAt(0);
      at++;
    } else if (next >= '0' && next <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))![0];
      out[size++] = parseInt(digits, 8) & 0xff;
      at += digits.length;
    } else if (next === 'x') {
      const digits = text.slice(at + 2, at + 4);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        throw new SyntaxFailure('(value error) invalid \\x escape', offset);
      out[size++] = parseInt(digits, 16);
      at += 3;
    } else {
      out[size++] = c;
    }
  }
  return out.subarray(0, size);
}
