import { parseExpressionText, type Expr } from '../../python';
import { dottedText, leafOf } from '../../python/facts/dotted';
import { resolveExpr, type Place, type Sym, type Symbols } from '../../symbols/symbols';
import type { Placed } from '../types';

/**
 * What FastAPI takes a parameter of a type for: `scalar` is a query parameter, `complex` the body, `upload` a file, `special`
 * something that it hands in itself (the request …). `unknown`: a class of another package, or one made at run time.
 */
export type Shape = 'scalar' | 'complex' | 'upload' | 'special' | 'unknown';

const COMPLEX_BUILTINS = new Set(['list', 'dict', 'set', 'frozenset', 'tuple']);
const COMPLEX =
  /^(typing(_extensions)?|collections(\.abc)?)\.(List|Dict|Set|FrozenSet|Tuple|Sequence|MutableSequence|Mapping|MutableMapping|Deque|deque|DefaultDict|defaultdict|OrderedDict|Counter|ChainMap|TypedDict|NamedTuple)$|^pydantic(\.main|\.root_model|\.generics|_settings)?\.(BaseModel|RootModel|GenericModel|BaseSettings|create_model)$|^sqlmodel(\.main)?\.SQLModel$/;
const SPECIAL =
  /^(fastapi|starlette)(\.\w+)*\.(Request|HTTPConnection|WebSocket|Response|BackgroundTasks|SecurityScopes|\w*Response)$/;
const UPLOAD = /^(fastapi|starlette)(\.\w+)*\.UploadFile$/;
const SCALAR_PACKAGES =
  /^(typing|typing_extensions|datetime|uuid|decimal|pathlib|enum|ipaddress|re|fractions|numbers|types|abc|zoneinfo|pydantic|pydantic_core|pydantic_extra_types|annotated_types)(\.|$)/;
const MAX_DEPTH = 30;

/** The shape of an annotation where it stands; none at all is a scalar. */
export function shapeOf(symbols: Symbols, place: Place, annotation: Expr | null, depth = 0): Shape {
  if (!annotation || depth > MAX_DEPTH) return 'scalar';
  const { expr, place: at } = followAlias(symbols, { expr: annotation, place });
  const next = (part: Expr) => shapeOf(symbols, at, part, depth + 1);
  if (expr.type === 'BinOp') return strongest([next(expr.left), next(expr.right)]);
  if (expr.type === 'Subscript') return shapeOfSubscript(symbols, at, expr.value, expr.slice, next);
  if (expr.type !== 'Name' && expr.type !== 'Attribute') return 'scalar';
  const symbol = resolveExpr(symbols, at, expr);
  if (symbol) return shapeOfSymbol(symbols, symbol, 0);
  return COMPLEX_BUILTINS.has(dottedText(expr)) ? 'complex' : 'scalar';
}

function shapeOfSubscript(
  symbols: Symbols,
  place: Place,
  head: Expr,
  slice: Expr,
  next: (part: Expr) => Shape,
): Shape {
  const parts = slice.type === 'Tuple' ? slice.elts : [slice];
  const symbol = resolveExpr(symbols, place, head);
  const typing = symbol?.kind === 'external' && /^typing(_extensions)?\./.test(symbol.name);
  const name = leafOf(head);
  if (typing && (name === 'Union' || name === 'Optional')) return strongest(parts.map(next));
  if (typing && (name === 'Annotated' || name === 'Final')) return next(parts[0]);
  if (typing && (name === 'Literal' || name === 'Type')) return 'scalar';
  if (!symbol && name === 'type') return 'scalar';
  const own = symbol ? shapeOfSymbol(symbols, symbol, 0) : next(head);
  return own === 'complex' && parts.length === 1 && next(parts[0]) === 'upload' ? 'upload' : own;
}

/** A union with a file is a file, one with something complex is complex. */
function strongest(shapes: Shape[]): Shape {
  const order: Shape[] = ['upload', 'special', 'complex', 'unknown', 'scalar'];
  return order.find((shape) => shapes.includes(shape)) ?? 'scalar';
}

function shapeOfSymbol(symbols: Symbols, symbol: Sym, depth: number): Shape {
  if (symbol.kind === 'external') return shapeOfExternal(symbol.name);
  if (symbol.kind !== 'class') return 'scalar';
  const { node, place } = symbol;
  const decorated = node.decorator_list.some(
    (one) => leafOf(one.type === 'Call' ? one.func : one) === 'dataclass',
  );
  if (decorated) return 'complex';
  const shapes = node.bases.map((base): Shape => {
    const head = base.type === 'Subscript' ? base.value : base;
    const parent = resolveExpr(symbols, place, head);
    if (parent) return depth > MAX_DEPTH ? 'unknown' : shapeOfSymbol(symbols, parent, depth + 1);
    return COMPLEX_BUILTINS.has(dottedText(head)) ? 'complex' : 'scalar';
  });
  return strongest(shapes);
}

function shapeOfExternal(name: string): Shape {
  if (UPLOAD.test(name)) return 'upload';
  if (SPECIAL.test(name)) return 'special';
  if (COMPLEX.test(name)) return 'complex';
  return SCALAR_PACKAGES.test(name) ? 'scalar' : 'unknown';
}

const MAX_ALIASES = 20;

/** What an expression in an annotation stands for: an alias or the text of a forward reference is replaced by what it says. */
function followAlias(symbols: Symbols, { expr, place }: Placed, hops = 0): Placed {
  if (hops > MAX_ALIASES) return { expr, place };
  if (expr.type === 'Constant' && expr.value.kind === 'str') {
    const parsed = parseExpressionText(expr.value.value.trim());
    return parsed ? followAlias(symbols, { expr: parsed, place }, hops + 1) : { expr, place };
  }
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous && isType(symbol.value))
    return followAlias(symbols, { expr: symbol.value, place: symbol.place }, hops + 1);
  if (symbol?.kind === 'type_alias')
    return followAlias(symbols, { expr: symbol.node.value, place: symbol.place }, hops + 1);
  return { expr, place };
}

function isType(value: Expr): boolean {
  return ['Name', 'Attribute', 'Subscript', 'BinOp'].includes(value.type);
}
