import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { qualifiedName, resolveExpr } from '../symbols/symbols';
import { sourceOf } from './add-route';
import { kindOfAnnotation } from './families';
import { parameterOf } from './parameter';
import type { Routers } from './routers';
import type { Family, PlacedCall, Router } from './types';

const NAMES_OF_APPLICATIONS = /^(app|application|server)$|_app$/;
const NAMES_OF_ROUTERS = /^(router|api|blueprint|bp|namespace|ns)$|_(router|blueprint|bp)$/;

/**
 * What routes are noted on where the code does not tell which router is meant: a parameter, what a call of another
 * package makes, an attribute of an object. Null when the object cannot be a router of the frameworks that are read.
 */
export function standInFor(
  routers: Routers,
  placed: PlacedCall,
  expr: Expr,
  hint: Family | null,
): Router | null {
  if (!canBeRouter(routers, placed, expr)) return null;
  const { place } = placed;
  const text = textAt(routers, placed, expr);
  const scope = [place.info.name, place.qualname].filter(Boolean).join('.');
  const key = `${scope}:${text}`;
  const known = routers.standIns.get(key);
  if (known) return known;
  const isApplication = namesApplication(routers, placed, expr);
  const unknown = `${text} ${whatIsKnown(routers, placed, expr)}: which ${isApplication ? 'application' : 'router'} it is is not known`;
  const call: Call = { type: 'Call', func: expr, args: [], keywords: [], start: expr.start, end: expr.end };
  const family = hint ?? frameworkOf(routers, placed) ?? routers.all[0]?.family ?? 'fastapi';
  const router: Router = {
    family,
    isApplication: false,
    madeIn: scope,
    call,
    place,
    prefix: isApplication ? { value: '' } : { unresolved: unknown },
    routes: [],
    children: [],
    unknown,
  };
  routers.standIns.set(key, router);
  return router;
}

/** Note a call that adds routes to a router that is not known, where not even their paths are. */
export function addUnknownGap(routers: Routers, placed: PlacedCall, expr: Expr, verb: string): void {
  if (!canBeRouter(routers, placed, expr)) return;
  const text = textAt(routers, placed, expr);
  const reason = `${text}.${verb}(…): neither the router nor the path is known`;
  routers.gaps.push({ ...sourceOf(routers, placed), reason });
}

/** The framework that the file imports. */
function frameworkOf({ symbols }: Routers, { place }: PlacedCall): Family | null {
  const roots = new Set(
    (symbols.project.facts.get(place.info.path)?.imports ?? []).flatMap(({ kind, module, level, names }) =>
      level > 0 ? [] : (kind === 'from' ? [module] : names.map(({ name }) => name)).map(rootOf),
    ),
  );
  if (roots.has('fastapi')) return 'fastapi';
  if (roots.has('flask_restx')) return 'flask-restx';
  if (roots.has('flask_restful')) return 'flask-restful';
  return roots.has('flask') ? 'flask' : roots.has('starlette') ? 'starlette' : null;
}

const rootOf = (module: string): string => module.split('.')[0];

function canBeRouter(routers: Routers, placed: PlacedCall, expr: Expr): boolean {
  if (expr.type === 'Call' && expr.func.type === 'Name' && expr.func.id === 'super') return false;
  if (expr.type === 'Name' && (expr.id === 'self' || expr.id === 'cls')) return false;
  if (frameworkOf(routers, placed)) return true;
  const found = parameterOf(placed.place, expr);
  if (!found) return false;
  const { annotation, name } = found.parameter;
  if (annotation) return kindOfAnnotation(routers.symbols, found.place, annotation) !== null;
  return NAMES_OF_APPLICATIONS.test(name) || NAMES_OF_ROUTERS.test(name);
}

function namesApplication({ symbols }: Routers, placed: PlacedCall, expr: Expr): boolean {
  const found = parameterOf(placed.place, expr);
  const annotation = found?.parameter.annotation;
  const kind = found && annotation ? kindOfAnnotation(symbols, found.place, annotation) : null;
  if (kind) return kind.isApplication;
  const name = expr.type === 'Name' ? expr.id : expr.type === 'Attribute' ? expr.attr : '';
  return NAMES_OF_APPLICATIONS.test(name);
}

/** What the code tells of a router that is not known. */
export function whatIsKnown({ symbols }: Routers, placed: PlacedCall, expr: Expr): string {
  const found = parameterOf(placed.place, expr);
  if (found) return `is a parameter of ${found.owner.name}`;
  const symbol = resolveExpr(symbols, placed.place, expr);
  if (symbol?.kind === 'external') return `is ${symbol.name} of another package`;
  const owner = expr.type === 'Attribute' ? evaluate(symbols, placed.place, expr.value) : null;
  if (owner?.kind === 'call' && owner.callee?.kind === 'external')
    return `is an attribute of what ${owner.callee.name} of another package makes`;
  const value = evaluate(symbols, placed.place, expr);
  if (value.kind !== 'call') return 'is only known at run time';
  return value.callee ? `is made by ${qualifiedName(value.callee)}` : 'is made by a call';
}

function textAt({ symbols }: Routers, { place }: PlacedCall, expr: Expr): string {
  return symbols.project.sources.get(place.info.path)!.text.slice(expr.start, expr.end);
}
