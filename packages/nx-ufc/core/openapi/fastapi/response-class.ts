import type { Models } from '../../data-models';
import { memberOf, resolveExpr, type Sym } from '../../symbols/symbols';
import type { Placed } from '../types';
import { jsonAt } from '../value';

/** What a class of responses says of itself. */
export interface ResponseClass {
  /** Null: its responses have no known content. */
  mediaType: string | null;
  /** The content is made from the response model. */
  json: boolean;
  status: string;
}

const JSON_RESPONSE: ResponseClass = { mediaType: 'application/json', json: true, status: '200' };
const BY_NAME: Record<string, ResponseClass> = {
  JSONResponse: JSON_RESPONSE,
  ORJSONResponse: JSON_RESPONSE,
  UJSONResponse: JSON_RESPONSE,
  HTMLResponse: { mediaType: 'text/html', json: false, status: '200' },
  PlainTextResponse: { mediaType: 'text/plain', json: false, status: '200' },
  EventSourceResponse: { mediaType: 'text/event-stream', json: false, status: '200' },
  RedirectResponse: { mediaType: null, json: false, status: '307' },
  Response: { mediaType: null, json: false, status: '200' },
  StreamingResponse: { mediaType: null, json: false, status: '200' },
  FileResponse: { mediaType: null, json: false, status: '200' },
};
const MAX_BASES = 10;

/** The class behind `response_class=…`; JSON without one, null when it is not known. */
export function responseClassOf(models: Models, placed: Placed | null): ResponseClass | null {
  if (!placed) return JSON_RESPONSE;
  const symbol = resolveExpr(models.symbols, placed.place, placed.expr);
  return symbol && ofSymbol(models, symbol, 0);
}

function ofSymbol(models: Models, symbol: Sym, depth: number): ResponseClass | null {
  if (symbol.kind === 'external')
    return /^(fastapi|starlette|sse_starlette)\./.test(symbol.name)
      ? (BY_NAME[symbol.name.slice(symbol.name.lastIndexOf('.') + 1)] ?? null)
      : null;
  if (symbol.kind !== 'class' || depth > MAX_BASES) return null;
  const { symbols } = models;
  for (const base of symbol.node.bases) {
    const parent = resolveExpr(symbols, symbol.place, base);
    const known = parent && ofSymbol(models, parent, depth + 1);
    if (!known) continue;
    const own = memberOf(symbols, symbol, 'media_type');
    if (own?.kind !== 'variable' || !own.value) return known;
    const mediaType = jsonAt(models, { expr: own.value, place: own.place });
    return mediaType === null || typeof mediaType === 'string' ? { ...known, mediaType } : null;
  }
  return null;
}
