import type { Call, Expr } from '../python/ast';
import { resolveExpr, resolveParts, type Place, type Sym, type Symbols } from '../symbols/symbols';
import type { Family } from './types';

export interface Kind {
  family: Family;
  isApplication: boolean;
  isMount?: true;
  /** Keyword that gives the prefix, and its position (-1: by keyword only). */
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
  [
    /^starlette\.routing\.Mount$/,
    { family: 'starlette', isApplication: false, isMount: true, prefix: { keyword: 'path', position: 0 } },
  ],
  [/^flask(\.app)?\.Flask$/, { family: 'flask', isApplication: true, prefix: null }],
  [
    /^flask(\.blueprints)?\.Blueprint$/,
    { family: 'flask', isApplication: false, prefix: { keyword: 'url_prefix', position: -1 } },
  ],
  [
    /^flask_restful\.Api$/,
    { family: 'flask-restful', isApplication: false, prefix: { keyword: 'prefix', position: 1 } },
  ],
  [
    /^flask_restx(\.api)?\.Api$/,
    { family: 'flask-restx', isApplication: false, prefix: { keyword: 'prefix', position: -1 } },
  ],
  [
    /^flask_restx(\.namespace)?\.Namespace$/,
    { family: 'flask-restx', isApplication: false, prefix: { keyword: 'path', position: 2 } },
  ],
];
const MAX_BASES = 10;

/** What a call makes, by the class that is called or one that it derives from; null for anything else. */
export function kindOfCall(symbols: Symbols, place: Place, call: Call): Kind | null {
  return kindOfSymbol(symbols, resolveExpr(symbols, place, call.func));
}

/** What an annotation says a value is: `app: FastAPI`, `bp: "Blueprint"`; null for anything else. */
export function kindOfAnnotation(symbols: Symbols, place: Place, annotation: Expr): Kind | null {
  if (annotation.type !== 'Constant' || annotation.value.kind !== 'str')
    return kindOfSymbol(symbols, resolveExpr(symbols, place, annotation));
  return kindOfSymbol(symbols, resolveParts(symbols, place, annotation.value.value.split('.')));
}

function kindOfSymbol(symbols: Symbols, symbol: Sym | null): Kind | null {
  const name = externalNameOf(symbols, symbol);
  return name === null ? null : (KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? null);
}

/** Qualified name of the class outside of the project that a class is, or that it derives from; one that makes routers first. */
export function externalNameOf(symbols: Symbols, symbol: Sym | null, depth = 0): string | null {
  if (symbol?.kind === 'external') return symbol.name;
  if (symbol?.kind !== 'class' || depth > MAX_BASES) return null;
  const names = symbol.node.bases.flatMap(
    (base) => externalNameOf(symbols, resolveExpr(symbols, symbol.place, base), depth + 1) ?? [],
  );
  return names.find((name) => KINDS.some(([pattern]) => pattern.test(name))) ?? names[0] ?? null;
}

/** Is this the `Namespace` of Flask-RESTX, whose path defaults to its name? */
export function isNamespace(symbols: Symbols, place: Place, call: Call): boolean {
  const name = externalNameOf(symbols, resolveExpr(symbols, place, call.func));
  return name !== null && /\.Namespace$/.test(name);
}
