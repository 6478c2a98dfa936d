import type { Constant, JoinedStr, TemplateStr } from '../ast';
import { stringEnd } from '../lexer/lexer';
import type { Extraction, StringUse } from './state';
import { placed } from './state';
import type { StringFact } from './types';

const OPENING = /([A-Za-z]{0,2})("""|'''|"|')/y;

/** Record the literals of a string constant: one fact for each part of an implicit concatenation. */
export function recordString(x: Extraction, node: Constant, scopeId: number, use: StringUse): StringFact[] {
  const found: StringFact[] = [];
  const bytes = node.value.kind === 'bytes';
  const whole = node.value.kind === 'str' ? node.value.value : '';
  let at = node.start;
  while (at < node.end) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(x.text);
    if (!opening) {
      at = skipBetween(x.text, at, node.end);
      continue;
    }
    const [, prefix, quote] = opening;
    const body = at + prefix.length + quote.length;
    const end = stringEnd(x.text, body, quote.charCodeAt(0), quote.length === 3, at);
    const single = at === node.start && end === node.end;
    const value = single ? whole : x.text.slice(body, end - quote.length);
    found.push(
      literal(x, { start: at, end }, { value, prefix, quote, bytes, formatted: false }, scopeId, use),
    );
    at = end;
  }
  return found;
}

/** An f- or t-string is one fact; its fields show as `{}`. */
export function recordFormatted(
  x: Extraction,
  node: JoinedStr | TemplateStr,
  scopeId: number,
  use: StringUse,
): void {
  OPENING.lastIndex = node.start;
  const opening = OPENING.exec(x.text);
  const value = node.values
    .map((part) => (part.type === 'Constant' && part.value.kind === 'str' ? part.value.value : '{}'))
    .join('');
  literal(
    x,
    node,
    { value, prefix: opening?.[1] ?? '', quote: opening?.[2] ?? '"', bytes: false, formatted: true },
    scopeId,
    use,
  );
}

function literal(
  x: Extraction,
  span: { start: number; end: number },
  what: Pick<StringFact, 'value' | 'prefix' | 'quote' | 'bytes' | 'formatted'>,
  scopeId: number,
  use: StringUse,
): StringFact {
  const fact: StringFact = {
    ...what,
    ...placed(x, span),
    role: use.role,
    call: use.call,
    name: use.name,
    scopeId,
  };
  x.facts.strings.push(fact);
  return fact;
}

/** White space, comments and line continuations between the parts of an implicit concatenation. */
function skipBetween(text: string, at: number, end: number): number {
  if (text[at] !== '#') return at + 1;
  let next = at;
  while (next < end && text[next] !== '\n' && text[next] !== '\r') next++;
  return next;
}
