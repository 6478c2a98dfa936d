import type { Constant, Expr, JoinedStr, TemplateStr } from '../ast';
import { closingQuote } from '../lexer/string-end';
import { decodeBytes, decodeText } from '../parser/escapes';
import type { Extraction, StringUse } from './state';
import { columnAt, lineAt } from './state';
import type { Span, StringFact } from './types';

interface Opening {
  prefix: string;
  quote: string;
  /** Offset of the first character after the quotes. */
  body: number;
}

function openingAt(text: string, at: number): Opening | null {
  let quoteAt = at;
  while (quoteAt < at + 2 && isLetter(text.charCodeAt(quoteAt))) quoteAt++;
  const c = text.charCodeAt(quoteAt);
  if (c !== 34 && c !== 39) return null;
  const triple = text.charCodeAt(quoteAt + 1) === c && text.charCodeAt(quoteAt + 2) === c;
  const quote = c === 34 ? (triple ? '"""' : '"') : triple ? "'''" : "'";
  return { prefix: quoteAt === at ? '' : text.slice(at, quoteAt), quote, body: quoteAt + quote.length };
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Body of a constant that is one literal without escapes, so that offsets in its value are offsets in the source. */
export function verbatimBody(text: string, node: Constant): Span | null {
  const opening = node.value.kind === 'str' ? openingAt(text, node.start) : null;
  if (!opening || !isVerbatim(opening, node)) return null;
  return { start: opening.body, end: node.end - opening.quote.length };
}

/** A concatenation or an escape makes the source longer than prefix, quotes and value. */
function isVerbatim({ body, quote }: Opening, node: Constant): boolean {
  const { value } = node;
  return (
    (value.kind === 'str' || value.kind === 'bytes') && body + value.value.length + quote.length === node.end
  );
}

/**
 * Record the literals of a string: one fact for each part of an implicit concatenation. The fields of an f- or t-string
 * show as `{}` in its value; bytes show as their latin-1 text.
 */
export function recordString(
  x: Extraction,
  node: Constant | JoinedStr | TemplateStr,
  scopeId: number,
  use: StringUse,
): void {
  const fields = node.type === 'Constant' ? [] : node.values.filter((part) => part.type !== 'Constant');
  let at = node.start;
  while (at < node.end) {
    const opening = openingAt(x.text, at);
    if (!opening) {
      at = skipBetween(x.text, at);
      continue;
    }
    const whole = node.type === 'Constant' && at === node.start && isVerbatim(opening, node);
    const end = whole ? node.end : literalEnd(x.text, opening, fields);
    const line = lineAt(x, at);
    x.facts.strings.push({
      value: whole
        ? x.text.slice(opening.body, end - opening.quote.length)
        : valueOf(x.text, opening, end, fields),
      line,
      column: columnAt(x, at, line),
      span: { start: at, end },
      prefix: opening.prefix,
      quote: opening.quote,
      bytes: hasPrefix(opening, 'b'),
      formatted: isFormatted(opening),
      role: use.role,
      call: use.call,
      name: use.name,
      scopeId,
    });
    at = end;
  }
}

function hasPrefix({ prefix }: Opening, letter: string): boolean {
  return prefix !== '' && prefix.toLowerCase().includes(letter);
}

function isFormatted(opening: Opening): boolean {
  return hasPrefix(opening, 'f') || hasPrefix(opening, 't');
}

/** End of the literal that opens here; `fields` are all replacement fields of the node, in order. */
function literalEnd(text: string, opening: Opening, fields: readonly Expr[]): number {
  const { quote, body } = opening;
  if (!isFormatted(opening)) {
    const close = closingQuote(text, quote, body);
    return close < 0 ? text.length : close + quote.length;
  }
  let next = fields.findIndex((field) => field.start >= body);
  let at = body;
  while (at < text.length && !text.startsWith(quote, at)) {
    if (at === fields[next]?.start) at = fields[next++].end;
    else at += text[at] === '\\' && !'{}'.includes(text[at + 1]) ? 2 : 1;
  }
  return at + quote.length;
}

function valueOf(text: string, opening: Opening, end: number, fields: readonly Expr[]): string {
  const { quote, body } = opening;
  const raw = hasPrefix(opening, 'r');
  const bodyEnd = end - quote.length;
  if (hasPrefix(opening, 'b'))
    return Buffer.from(decodeBytes(text.slice(body, bodyEnd), raw, body)).toString('latin1');
  if (!isFormatted(opening)) return decodeText(text.slice(body, bodyEnd), raw, body);
  let value = '';
  let at = body;
  for (const field of fields) {
    if (field.start < body || field.end > bodyEnd) continue;
    value += `${decodeText(text.slice(at, field.start), raw, at, true)}{}`;
    at = field.end;
  }
  return value + decodeText(text.slice(at, bodyEnd), raw, at, true);
}

/** White space, comments and line continuations between the parts of an implicit concatenation. */
function skipBetween(text: string, at: number): number {
  if (text[at] !== '#') return at + 1;
  let next = at;
  while (next < text.length && text[next] !== '\n' && text[next] !== '\r') next++;
  return next;
}

/** The docstring as one fact, also when it is a concatenation: its value is that of the constant. */
export function docstringFact(node: Constant, first: StringFact): StringFact {
  const value = node.value.kind === 'str' ? node.value.value : first.value;
  return { ...first, value, span: { start: node.start, end: node.end } };
}
