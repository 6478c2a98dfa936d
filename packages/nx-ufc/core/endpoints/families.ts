import type { Call } from '../python/ast';
import { resolveExpr, type Place, type Sym, type Symbols } from '../symbols/symbols';
import type { Family } from './types';

interface Kind {
  family: Family;
  isApplication: boolean;
  /** Keyword that gives the prefix, and its position. */
  prefix: { keyword: string; position: number } | null;
}

const KINDS: [RegExp, Kind][] = [
  [/^fastapi(\.applications)?\.FastAPI$/, { family: 'fastapi', isApplication: true, prefix: null }],
  [
    /^fastapi(\.routing)?\.APIRouter$/,
    { family: 'fastapi', isApplication: false, prefix: { keyword: 'prefix', position: -1 } },
  ],
  [/^starlette\.applications\.Starlette$/, { family: 'starlette', isApplication: true, prefix: null }],
  [/^starlette\.routing\.Router$/, { family: 'starlette', isApplication: false, prefix: null }],
  [/^flask(\.app)?\.Flask$/, { family: 'flask', isApplication: true, prefix: null }],
  [
    /^flask(\.blueprints)?\.Blueprint$/,
    { family: 'flask', isApplication: false, prefix: { keyword: 'url_prefix', position: -1 } },
  ],
];
const MAX_BASES = 10;

/** What a call makes, by the class that is called or one that it derives from; null for anything else. */
export function kindOfCall(symbols: Symbols, place: Place, call: Call): Kind | null {
  const callee = resolveExpr(symbols, place, call.func);
  return callee && kindOfClass(symbols, callee, 0);
}

function kindOfClass(symbols: Symbols, symbol: Sym, depth: number): Kind | null {
  if (symbol.kind === 'external') return KINDS.find(([pattern]) => pattern.test(symbol.name))?.[1] ?? null;
  if (symbol.kind !== 'class' || depth > MAX_BASES) return null;
  for (const base of symbol.node.bases) {
    const parent = resolveExpr(symbols, symbol.place, base);
    const kind = parent && kindOfClass(symbols, parent, depth + 1);
    if (kind) return kind;
  }
  return null;
}
