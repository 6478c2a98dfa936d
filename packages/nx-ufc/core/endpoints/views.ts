import type { Expr, Stmt } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../symbols/symbols';
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

/** The function or class behind `view`, `View.as_view("name")`, `module.view`; null when the code does not say. */
export function viewOf(symbols: Symbols, place: Place, expr: Expr): View | null {
  const symbol = resolveExpr(symbols, place, viewTarget(expr));
  if (symbol?.kind === 'function') return { kind: 'function', node: symbol.node, place: symbol.place };
  return symbol?.kind === 'class' ? { kind: 'class', node: symbol.node, place: symbol.place } : null;
}

/** Qualified name of a view below its module, or the text of the expression. */
export function handlerName(symbols: Symbols, place: Place, expr: Expr): string {
  const view = viewOf(symbols, place, expr);
  if (view) return qualnameOf(view);
  const target = viewTarget(expr);
  return symbols.project.sources.get(place.info.path)!.text.slice(target.start, target.end);
}

export function qualnameOf({ node, place }: View): string {
  return place.qualname === '' ? node.name : `${place.qualname}.${node.name}`;
}

function viewTarget(expr: Expr): Expr {
  const made = expr.type === 'Call' && expr.func.type === 'Attribute' && expr.func.attr === 'as_view';
  return made && expr.func.type === 'Attribute' ? expr.func.value : expr;
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
