import type { Expr, Stmt } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { classOfInstance, classOfSelf } from '../symbols/instance-attribute';
import type { Placed } from '../symbols/runs';
import { memberOf, resolveExpr, type Place, type Sym, type Symbols } from '../symbols/symbols';
import { methodsOf } from './arguments';
import type { View } from './types';

export const HTTP_METHODS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'trace',
]);

/** Methods of applications and routers that decorate a function. */
export const ROUTE_DECORATORS: ReadonlySet<string> = new Set([
  ...HTTP_METHODS,
  'route',
  'api_route',
  'websocket',
  'websocket_route',
]);

/** The function or class behind `view`, `View.as_view("name")`, `module.view`; null when the code does not say. */
export function viewOf(symbols: Symbols, place: Place, expr: Expr): View | null {
  const target = viewTarget(symbols, place, expr);
  const symbol = resolveExpr(symbols, target.place, target.expr) ?? methodOf(symbols, target);
  if (symbol?.kind === 'function') return { kind: 'function', node: symbol.node, place: symbol.place };
  return symbol?.kind === 'class' ? { kind: 'class', node: symbol.node, place: symbol.place } : null;
}

/** Qualified name of a view below its module, or the text of the expression. */
export function handlerName(symbols: Symbols, place: Place, expr: Expr): string {
  const view = viewOf(symbols, place, expr);
  if (view) return qualnameOf(view);
  const target = viewTarget(symbols, place, expr);
  const { text } = symbols.project.sources.get(target.place.info.path)!;
  return text.slice(target.expr.start, target.expr.end);
}

export function qualnameOf({ node, place }: View): string {
  return place.qualname === '' ? node.name : `${place.qualname}.${node.name}`;
}

const MAX_WRAPPERS = 8;

/** What an expression of a view comes to: names that stand for others, `as_view()` and functions that wrap it are followed. */
function viewTarget(symbols: Symbols, place: Place, expr: Expr, hops = 0): Placed {
  if (hops > MAX_WRAPPERS) return { expr, place };
  const next = (part: Expr, at = place) => viewTarget(symbols, at, part, hops + 1);
  if (expr.type === 'Call') {
    if (expr.func.type === 'Attribute' && expr.func.attr === 'as_view') return next(expr.func.value);
    const [wrapped] = expr.args.filter(
      (one) => one.type === 'Name' || one.type === 'Attribute' || one.type === 'Call',
    );
    return wrapped && isView(symbols, next(wrapped)) ? next(wrapped) : { expr, place };
  }
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous
    ? next(symbol.value, symbol.place)
    : { expr, place };
}

function isView(symbols: Symbols, { expr, place }: Placed): boolean {
  const symbol = resolveExpr(symbols, place, expr) ?? methodOf(symbols, { expr, place });
  return symbol?.kind === 'function' || symbol?.kind === 'class';
}

/** `self.index`, `controller.index`, and attributes of names that stand for modules. */
function methodOf(symbols: Symbols, { expr, place }: Placed): Sym | null {
  if (expr.type !== 'Attribute') return null;
  const owner = evaluate(symbols, place, expr.value);
  const cls =
    classOfInstance(owner) ?? (expr.value.type === 'Name' ? classOfSelf(place, expr.value.id) : null);
  const symbol = owner.kind === 'symbol' ? owner.symbol : cls;
  return symbol && memberOf(symbols, symbol, expr.attr);
}

const MAX_BASES = 10;

/**
 * The methods that a class-based view has: its functions of these names, those of its bases in the project included. A
 * `methods = […]` in the class counts instead of them, as in Flask.
 */
export function methodsOfClass(symbols: Symbols, view: View | null): string[] | null {
  if (view?.kind !== 'class') return null;
  const listed: string[] = [];
  const found = new Set<string>();
  const visit = (node: View['node'], place: Place, depth: number) => {
    if (node.type !== 'ClassDef' || depth > MAX_BASES) return;
    for (const statement of node.body) {
      if (isFunction(statement) && HTTP_METHODS.has(statement.name)) found.add(statement.name.toUpperCase());
      if (listed.length === 0) listed.push(...(listedMethods(symbols, place, statement) ?? []));
    }
    for (const base of node.bases) {
      const parent = resolveExpr(symbols, place, base.type === 'Subscript' ? base.value : base);
      if (parent?.kind === 'class') visit(parent.node, parent.place, depth + 1);
    }
  };
  visit(view.node, view.place, 0);
  if (listed.length > 0) return [...new Set(listed)].sort();
  return found.size > 0 ? [...found].sort() : null;
}

function isFunction(statement: Stmt) {
  return statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef';
}

function listedMethods(symbols: Symbols, place: Place, statement: Stmt): string[] | null {
  if (statement.type !== 'Assign') return null;
  if (!statement.targets.some((target) => target.type === 'Name' && target.id === 'methods')) return null;
  // A name that stands here means the one of the class body or module; the list itself is almost always a literal.
  return evaluate(symbols, place, statement.value).kind === 'unknown'
    ? null
    : methodsOf(symbols, place, statement.value);
}
