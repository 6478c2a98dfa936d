import type { Expr } from '../../python/ast';
import { parametersOf } from '../../symbols/signature';
import type { Models } from '../../data-models';
import type { Placed } from '../types';
import type { View } from '../../endpoints/types';
import { callableOf, placed, type Callable } from './callable';
import { externalDependency } from './external-dependency';
import { classDependencies } from './class-based';
import { analyseParameter, type Field } from './parameter';
import type { SecurityUse } from './security';

/** Everything that a route takes from a request, dependencies of dependencies included, in FastAPI's order. */
export interface Dependant {
  fields: Field[];
  security: SecurityUse[];
  /** Why something is missing here. */
  unknown: string[];
}

interface Walk {
  models: Models;
  pathNames: ReadonlySet<string>;
  seen: Set<object>;
  found: Dependant;
}

const MAX_DEPTH = 30;

/**
 * What a handler and the dependencies of its route (`extra`: those of the application, routers and the route, outermost first)
 * take from a request.
 */
export function dependantOf(
  models: Models,
  view: View | null,
  pathNames: ReadonlySet<string>,
  extra: readonly Placed[],
): Dependant {
  const found: Dependant = { fields: [], security: [], unknown: [] };
  const walk: Walk = { models, pathNames, seen: new Set(), found };
  const parts = view ? ownParameters(walk, view) : { own: [], classes: [] };
  const later: (() => void)[] = [...extra, ...parts.classes].map((one) => () => visit(walk, one, [], 0));
  analyse(walk, parts.own, [], later, 0);
  for (const visitSub of later) visitSub();
  if (!view) found.unknown.push('what answers is only known at run time');
  return found;
}

/** The parameters of a handler; the first one of a method stands for what class-based routes make. */
function ownParameters({ models, found }: Walk, view: View) {
  if (view.kind === 'class') return { own: [], classes: [] };
  const parameters = parametersOf(view.node.args);
  const inClass = classDependencies(models, view);
  if (!inClass) return { own: placed(parameters, view.place), classes: [] };
  found.unknown.push(...inClass.unknown);
  return {
    own: [...placed(parameters.slice(1), view.place), ...inClass.parameters],
    classes: inClass.depends,
  };
}

/** Fields of one signature; its dependencies are visited after it, in order. */
function analyse(
  walk: Walk,
  parameters: (Callable & { kind: 'signature' })['parameters'],
  scopes: readonly Expr[],
  later: (() => void)[],
  depth: number,
): void {
  for (const parameter of parameters) {
    const said = analyseParameter(walk.models, parameter, walk.pathNames);
    if (said.kind === 'field') walk.found.fields.push(said.field);
    else if (said.kind === 'unknown') walk.found.unknown.push(said.reason);
    else if (said.kind === 'depends') {
      const inner = said.scopes ? [...scopes, said.scopes] : scopes;
      if (said.target) later.push(() => visit(walk, said.target!, inner, depth + 1));
      else walk.found.unknown.push(`${parameter.name} depends on nothing that is named`);
    }
  }
}

function visit(walk: Walk, target: Placed, scopes: readonly Expr[], depth: number): void {
  if (depth > MAX_DEPTH) return void walk.found.unknown.push('dependencies are nested too deeply');
  const callable = callableOf(walk.models.symbols, target.place, target.expr);
  if (callable.kind === 'unknown') return void walk.found.unknown.push(callable.reason);
  if (callable.kind === 'external')
    return externalDependency(walk.models.symbols, walk.found, callable, scopes);
  if (walk.seen.has(callable.key)) return;
  walk.seen.add(callable.key);
  const later: (() => void)[] = [];
  analyse(walk, callable.parameters, scopes, later, depth);
  for (const visitSub of later) visitSub();
}
