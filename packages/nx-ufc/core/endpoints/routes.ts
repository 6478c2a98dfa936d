import type { Call, Expr } from '../python/ast';
import { lineOf, buildLineIndex } from '../python';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import { argument, methodsOf, textOf } from './arguments';
import { routersOf, type Routers } from './routers';
import type { PlacedCall, Route, Router, Surroundings } from './types';
import type { Definition } from './walk';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']);

/** Routes that a decorator declares: `@router.get("/x")`, `@app.route("/y", methods=[…])`, `@app.websocket("/z")`. */
export function addDecorated(routers: Routers, node: Definition, place: Place, around: Surroundings): void {
  if (node.type === 'ClassDef') return;
  for (const decorator of node.decorator_list) {
    if (decorator.type !== 'Call' || decorator.func.type !== 'Attribute') continue;
    const verb = decorator.func.attr;
    if (!METHODS.has(verb) && !['route', 'api_route', 'websocket', 'websocket_route'].includes(verb))
      continue;
    const handler = place.qualname === '' ? node.name : `${place.qualname}.${node.name}`;
    for (const router of routersOf(routers, { place, ...around }, decorator.func.value))
      addRoute(routers, router, { call: decorator, place, ...around }, verb, handler);
  }
}

/** Routes that a call adds: `add_api_route`, `add_route`, `add_url_rule`. */
export function addCalled(routers: Routers, placed: PlacedCall): void {
  const { call, place } = placed;
  if (call.func.type !== 'Attribute') return;
  const verb = call.func.attr;
  if (
    ![
      'add_api_route',
      'add_route',
      'add_url_rule',
      'add_api_websocket_route',
      'add_websocket_route',
    ].includes(verb)
  )
    return;
  const position = verb === 'add_url_rule' ? 2 : 1;
  const view = argument(call, position, 'endpoint', 'view_func', 'route');
  const handler = verb === 'add_url_rule' ? argument(call, 2, 'view_func') : view;
  for (const router of routersOf(routers, placed, call.func.value))
    addRoute(
      routers,
      router,
      placed,
      verb,
      handler ? handlerName(routers.symbols, place, handler) : '',
      handler,
    );
}

function addRoute(
  { symbols }: Routers,
  router: Router,
  { call, place, conditional }: PlacedCall,
  verb: string,
  handler: string,
  view: Expr | null = null,
): void {
  const given = argument(call, 0, 'path', 'rule');
  const methods = /websocket/.test(verb)
    ? ['WEBSOCKET']
    : METHODS.has(verb)
      ? [verb.toUpperCase()]
      : (methodsOf(symbols, place, argument(call, -1, 'methods')) ??
        viewMethods(symbols, place, view) ?? ['GET']);
  const file = place.info.path;
  const source = symbols.project.sources.get(file)!;
  const route: Route = {
    methods,
    path: given ? textOf(symbols, place, given) : { unresolved: 'no path is given' },
    handler,
    file,
    line: lineOf(buildLineIndex(source.text), call.start),
    conditional,
  };
  router.routes.push(route);
}

/** The function or class behind `view`, `View.as_view("name")`, `module.view`. */
function handlerName(symbols: Symbols, place: Place, expr: Expr): string {
  const target = expr.type === 'Call' && expr.func.type === 'Attribute' ? expr.func.value : expr;
  const symbol = resolveExpr(symbols, place, target);
  if (symbol?.kind === 'function' || symbol?.kind === 'class') return symbol.qualname;
  return symbols.project.sources.get(place.info.path)!.text.slice(target.start, target.end);
}

/** The methods that a class-based view has: its functions of these names, those of its bases in the project included. */
function viewMethods(symbols: Symbols, place: Place, view: Expr | null): string[] | null {
  if (view?.type !== 'Call' || view.func.type !== 'Attribute' || view.func.attr !== 'as_view') return null;
  const found = new Set<string>();
  const visit = (expr: Expr, at: Place, depth: number) => {
    const symbol = resolveExpr(symbols, at, expr);
    if (symbol?.kind !== 'class' || depth > 10) return;
    for (const statement of symbol.node.body) {
      if (
        (statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef') &&
        METHODS.has(statement.name)
      )
        found.add(statement.name.toUpperCase());
      if (
        statement.type === 'Assign' &&
        statement.targets.some((t) => t.type === 'Name' && t.id === 'methods')
      ) {
        const value = evaluate(symbols, symbol.place, statement.value);
        if (value.kind === 'list' || value.kind === 'tuple')
          for (const item of value.items) if (item.kind === 'str') found.add(item.value.toUpperCase());
      }
    }
    for (const base of symbol.node.bases) visit(base, symbol.place, depth + 1);
  };
  visit(view.func.value, place, 0);
  return found.size > 0 ? [...found].sort() : null;
}

/** `include_router`, `mount`, `register_blueprint`: one router below another, with the prefix that is given there. */
export function addChildren(routers: Routers, placed: PlacedCall): void {
  const { call, place } = placed;
  if (call.func.type !== 'Attribute') return;
  const { symbols } = routers;
  const [child, prefix] = childOf(call);
  if (!child) return;
  for (const parent of routersOf(routers, placed, call.func.value))
    for (const router of routersOf(routers, placed, child))
      parent.children.push({
        router,
        prefix: prefix ? textOf(symbols, place, prefix) : null,
        conditional: placed.conditional,
      });
}

function childOf(call: Call): [Expr | null, Expr | null] {
  if (call.func.type !== 'Attribute') return [null, null];
  switch (call.func.attr) {
    case 'include_router':
      return [argument(call, 0, 'router'), argument(call, -1, 'prefix')];
    case 'mount':
      return [argument(call, 1, 'app'), argument(call, 0, 'path')];
    case 'register_blueprint':
      return [argument(call, 0, 'blueprint'), argument(call, -1, 'url_prefix')];
    default:
      return [null, null];
  }
}
