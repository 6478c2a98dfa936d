import type { Constant, Expr, FormattedValue, Interpolation, JoinedStr, TemplateStr } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { decodeBytes, decodeText } from './escapes';
import { parseStarExpressions, parseYield } from './expressions';
import type { ParserState } from './state';
import { accept, enter, expect, lastEnd, leave } from './state';

interface Quoting {
  raw: boolean;
  template: boolean;
}

/** One or more adjacent string literals: a Constant, a JoinedStr, or a TemplateStr (PEP 750). */
export function parseStrings(p: ParserState): Expr {
  const start = p.starts[p.at];
  const first = p.kinds[p.at];
  const next = p.kinds[p.at + 1];
  if (first === K.STRING && next !== K.STRING && next !== K.FSTART) {
    p.at++;
    return plainLiteral(p, p.at - 1);
  }
  const pieces: Expr[] = [];
  let formatted = false;
  let template = false;
  while (p.kinds[p.at] === K.STRING || p.kinds[p.at] === K.FSTART) {
    if (p.kinds[p.at] === K.STRING) {
      pieces.push(plainLiteral(p, p.at++));
    } else {
      formatted = true;
      template = parseFormatted(p, pieces) || template;
    }
  }
  const end = lastEnd(p);
  const merged = mergeConstants(pieces);
  if (template)
    return { type: 'TemplateStr', start, end, values: withoutEmpty(merged) as TemplateStr['values'] };
  if (formatted) return { type: 'JoinedStr', start, end, values: withoutEmpty(merged) };
  return { ...merged[0], start, end };
}

function plainLiteral(p: ParserState, index: number): Constant {
  const start = p.starts[index];
  const end = p.ends[index];
  const { text } = p;
  let at = start;
  let raw = false;
  let bytes = false;
  let u = false;
  for (;;) {
    const c = text.charCodeAt(at) | 32;
    if (c === 114) raw = true;
    else if (c === 98) bytes = true;
    else if (c === 117) u = text.charCodeAt(at) === 117;
    else break;
    at++;
  }
  const quote = text.charCodeAt(at);
  const size =
    text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote && end - at >= 6 ? 3 : 1;
  const body = text.slice(at + size, end - size);
  if (bytes)
    return { type: 'Constant', start, end, value: { kind: 'bytes', value: decodeBytes(body, raw, start) } };
  return { type: 'Constant', start, end, value: { kind: 'str', value: decodeText(body, raw, at + size), u } };
}

/** Adjacent constants are one; the position of the result spans them, its `u` prefix is the first one's. */
function mergeConstants(pieces: Expr[]): Expr[] {
  const merged: Expr[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (piece.type !== 'Constant' || last?.type !== 'Constant') {
      merged.push(piece);
      continue;
    }
    merged[merged.length - 1] = { ...last, end: piece.end, value: concatenate(last, piece) };
  }
  return merged;
}

function concatenate(a: Constant, b: Constant): Constant['value'] {
  if (a.value.kind === 'str' && b.value.kind === 'str')
    return { ...a.value, value: a.value.value + b.value.value };
  if (a.value.kind === 'bytes' && b.value.kind === 'bytes') {
    const joined = new Uint8Array(a.value.value.length + b.value.value.length);
    joined.set(a.value.value);
    joined.set(b.value.value, a.value.value.length);
    return { kind: 'bytes', value: joined };
  }
  throw new SyntaxFailure('cannot mix bytes and nonbytes literals', b.start);
}

function withoutEmpty(pieces: Expr[]): Expr[] {
  const kept: Expr[] = [];
  for (const piece of pieces) {
    if (piece.type !== 'Constant') kept.push(piece);
    else if (piece.value.kind === 'bytes')
      throw new SyntaxFailure('cannot mix bytes and nonbytes literals', piece.start);
    else if (piece.value.kind === 'str' && piece.value.value !== '') kept.push(piece);
  }
  return kept;
}

/** Parse one f- or t-string into `pieces`. Returns whether it is a t-string. */
function parseFormatted(p: ParserState, pieces: Expr[]): boolean {
  const prefix = p.text.slice(p.starts[p.at], p.ends[p.at]).toLowerCase();
  const quoting: Quoting = { raw: prefix.includes('r'), template: prefix.includes('t') };
  p.at++;
  while (p.kinds[p.at] !== K.FEND) parsePiece(p, pieces, quoting, false);
  p.at++;
  return quoting.template;
}

function parsePiece(p: ParserState, pieces: Expr[], quoting: Quoting, spec: boolean): void {
  if (p.kinds[p.at] === K.FMIDDLE) pieces.push(middle(p, p.at++, quoting.raw, spec));
  else parseField(p, pieces, quoting);
}

function middle(p: ParserState, index: number, raw: boolean, spec: boolean): Constant {
  const start = p.starts[index];
  let end = p.ends[index];
  const text = p.text.slice(start, end);
  const value = decodeText(text, raw, start, !spec);
  // CPython's token ends before the second brace of a pair that the text ends with.
  if (!spec && (text.endsWith('{{') || text.endsWith('}}'))) end = p.ends[index];
  return { type: 'Constant', start, end, value: { kind: 'str', value, u: false } };
}

function parseField(p: ParserState, pieces: Expr[], quoting: Quoting): void {
  const start = p.starts[p.at];
  expect(p, K.LBRACE);
  enter(p);
  if (p.kinds[p.at] === K.RBRACE)
    throw new SyntaxFailure("f-string: valid expression required before '}'", p.starts[p.at]);
  const value = p.kinds[p.at] === K.K_YIELD ? parseYield(p) : parseStarExpressions(p);
  const expressionEnd = p.starts[p.at];
  const debug = accept(p, K.EQUAL);
  const debugEnd = p.starts[p.at];
  let conversion = -1;
  if (accept(p, K.EXCLAIM)) {
    const name = p.kinds[p.at] === K.NAME ? p.text.slice(p.starts[p.at], p.ends[p.at]) : '';
    if (!['s', 'r', 'a'].includes(name))
      throw new SyntaxFailure(
        "f-string: invalid conversion character: expected 's', 'r', or 'a'",
        p.starts[p.at],
      );
    conversion = name.charCodeAt(0);
    p.at++;
  }
  const spec = p.kinds[p.at] === K.COLON ? parseSpec(p, quoting) : null;
  expect(p, K.RBRACE);
  leave(p);
  const end = lastEnd(p);
  if (debug) {
    pieces.push({
      type: 'Constant',
      start: start + 1,
      end: debugEnd,
      value: { kind: 'str', value: debugText(p, start + 1, debugEnd), u: false },
    });
    if (conversion === -1 && spec === null) conversion = 114;
  }
  if (quoting.template) {
    const str = p.text.slice(start + 1, debug ? debugEnd : expressionEnd).replace(/\s*=?\s*$/, '');
    const field: Interpolation = {
      type: 'Interpolation',
      start,
      end,
      value,
      str: str.trimEnd(),
      conversion,
      format_spec: spec,
    };
    pieces.push(field);
  } else {
    const field: FormattedValue = {
      type: 'FormattedValue',
      start,
      end,
      value,
      conversion,
      format_spec: spec,
    };
    pieces.push(field);
  }
}

/** The source of `{x = }` up to the conversion, specification or brace; comments in it are dropped. */
function debugText(p: ParserState, start: number, end: number): string {
  const { comments } = p.tokens;
  let text = '';
  let at = start;
  for (let i = 0; i < comments.length; i += 2) {
    if (comments[i] < at || comments[i] >= end) continue;
    text += p.text.slice(at, comments[i]);
    at = comments[i + 1];
  }
  return (text + p.text.slice(at, end)).replace(/\r\n?/g, '\n');
}

function parseSpec(p: ParserState, quoting: Quoting): JoinedStr {
  const start = p.starts[p.at++];
  const values: Expr[] = [];
  while (p.kinds[p.at] !== K.RBRACE) parsePiece(p, values, quoting, true);
  return { type: 'JoinedStr', start, end: lastEnd(p), values: withoutEmpty(mergeConstants(values)) };
}
