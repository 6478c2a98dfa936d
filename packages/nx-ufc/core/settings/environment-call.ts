import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../symbols/symbols';

/** The places of default and cast behind the name; the keywords are the same everywhere. */
interface Reader {
  fallback: number;
  cast: number;
}
const FALLBACK_FIRST: Reader = { fallback: 1, cast: 2 };
const CAST_FIRST: Reader = { fallback: 2, cast: 1 };
const FUNCTIONS: Record<string, Reader> = {
  'os.getenv': FALLBACK_FIRST,
  'os.environ.get': FALLBACK_FIRST,
  'os.environ.setdefault': FALLBACK_FIRST,
  'decouple.config': FALLBACK_FIRST,
};
/** Objects that are called. */
const OBJECTS: Record<string, Reader> = {
  'decouple.Config': FALLBACK_FIRST,
  'environs.Env': FALLBACK_FIRST,
  'environ.Env': CAST_FIRST,
  'environ.FileAwareEnv': CAST_FIRST,
  'starlette.config.Config': CAST_FIRST,
};

/** The name and the default of a text that a call reads from the environment; null for any other call. */
export function environmentDefault(
  symbols: Symbols,
  place: Place,
  call: Call,
): { name: string | null; fallback: Expr } | null {
  const reader = readerOf(symbols, place, call);
  if (!reader || !isText(call, reader) || call.args.some(({ type }) => type === 'Starred')) return null;
  const named = call.keywords.find(({ arg }) => arg === 'default')?.value;
  const fallback = named ?? call.args[reader.fallback];
  const name = call.args.length > 0 ? evaluate(symbols, place, call.args[0]) : null;
  return fallback ? { name: name?.kind === 'str' ? name.value : null, fallback } : null;
}

function readerOf(symbols: Symbols, place: Place, { func }: Call): Reader | null {
  const symbol = resolveExpr(symbols, place, func);
  if (symbol?.kind === 'external' && Object.hasOwn(FUNCTIONS, symbol.name)) return FUNCTIONS[symbol.name];
  const direct = objectOf(symbols, place, func);
  if (direct) return direct;
  // `env.str("X", "/")` takes the default second in every package.
  const isText = func.type === 'Attribute' && (func.attr === 'str' || func.attr === 'get');
  return isText && objectOf(symbols, place, func.value) ? FALLBACK_FIRST : null;
}

function objectOf(symbols: Symbols, place: Place, expr: Expr): Reader | null {
  const value = evaluate(symbols, place, expr);
  const made = value.kind === 'call' && value.callee?.kind === 'external' ? value.callee.name : '';
  return Object.hasOwn(OBJECTS, made) ? OBJECTS[made] : null;
}

/** No cast, or one to text: another one may change the default. */
function isText({ keywords, args }: Call, { cast }: Reader): boolean {
  const named = keywords.filter(({ arg }) => arg === 'cast' || arg === 'subcast' || arg === null);
  return [args[cast], ...named.map(({ value }) => value)].every(
    (one) => !one || (one.type === 'Name' && one.id === 'str'),
  );
}
