import type { Dict } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../../symbols/symbols';
import { schemaOf, sentSchemaOf } from '../schema-of';
import type { Placed, ResponseObject, Writer } from '../types';
import { jsonAt } from '../value';
import type { Settings } from './settings';
import { statusOf } from './status-code';

interface Entry {
  key: Placed;
  value: Placed;
}

/** Add what `responses={404: {"model": Error, "description": "…"}}` says, outermost first. */
export function additionalResponses(
  writer: Writer,
  responses: Record<string, ResponseObject>,
  settings: Settings,
  mediaType: string,
): void {
  const { symbols } = writer;
  for (const placed of settings.responses) {
    const { entries, complete } = entriesOf(symbols, placed, 0);
    if (!complete) settings.unknown.push('some of its responses are only known at run time');
    for (const { key, value } of entries) {
      const status = statusOf(symbols, key);
      if (status === null) settings.unknown.push('the status of a response is only known at run time');
      else
        responses[status] = merged(writer, settings, { known: responses[status], value, status, mediaType });
    }
  }
}

/** What is said of a response, and what was known of it before. */
interface Described {
  known: ResponseObject | undefined;
  value: Placed;
  status: string;
  mediaType: string;
}

function merged(
  writer: Writer,
  { isSeparate }: Settings,
  { known, value, status, mediaType }: Described,
): ResponseObject {
  const { entries, complete } = entriesOf(writer.symbols, value, 0);
  const at = (name: string) => entries.find(({ key }) => jsonAt(writer.models, key) === name)?.value ?? null;
  const description = jsonAt(writer.models, at('description'));
  const model = at('model');
  const write = isSeparate ? sentSchemaOf : schemaOf;
  const content = model
    ? { ...known?.content, [mediaType]: { schema: write(writer, model) } }
    : known?.content;
  return {
    ...known,
    description:
      typeof description === 'string'
        ? description
        : (known?.description ?? PHRASES[status] ?? 'Additional Response'),
    ...(content ? { content } : {}),
    ...(complete ? {} : { 'x-ufc-unresolved': 'parts of it are only known at run time' }),
  };
}

const PHRASES: Record<string, string> = {
  '400': 'Bad Request',
  '401': 'Unauthorized',
  '403': 'Forbidden',
  '404': 'Not Found',
  '409': 'Conflict',
  '422': 'Unprocessable Entity',
  '500': 'Internal Server Error',
  default: 'Default Response',
};
const MAX_DEPTH = 10;

/** The items of a dictionary that stands there or that a name means, `**other` included. */
function entriesOf(symbols: Symbols, placed: Placed, depth: number): { entries: Entry[]; complete: boolean } {
  const found = dictOf(symbols, placed, depth);
  if (!found) return { entries: [], complete: isNone(symbols, placed) };
  const { node, place } = found;
  const entries: Entry[] = [];
  let complete = true;
  node.keys.forEach((key, i) => {
    const value = { expr: node.values[i], place };
    if (key) return void entries.push({ key: { expr: key, place }, value });
    const inner = depth < MAX_DEPTH ? entriesOf(symbols, value, depth + 1) : { entries: [], complete: false };
    entries.push(...inner.entries);
    complete &&= inner.complete;
  });
  return { entries, complete };
}

function dictOf(
  symbols: Symbols,
  { expr, place }: Placed,
  depth: number,
): { node: Dict; place: Place } | null {
  if (expr.type === 'Dict') return { node: expr, place };
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol?.kind !== 'variable' || symbol.ambiguous || !symbol.value || depth > MAX_DEPTH) return null;
  return dictOf(symbols, { expr: symbol.value, place: symbol.place }, depth + 1);
}

function isNone(symbols: Symbols, { expr, place }: Placed): boolean {
  return evaluate(symbols, place, expr).kind === 'none';
}
