import type { Endpoint } from '../inventory/types';
import type { ProjectFacts } from '../project/types';
import { readSettings } from '../settings';
import { openSymbols, type Symbols } from '../symbols/symbols';
import { addCalled } from './called';
import { addChildren } from './children';
import { addDecorated } from './decorated';
import { flatten } from './flatten';
import { addListed } from './listed';
import { routerOfCall, type Routers } from './routers';
import type { Gap, Served } from './types';
import { ROUTES } from './routes-interest';
import { findRuns, placesOf } from './runs';
import { walkProject } from './walk';

export interface Detected {
  symbols: Symbols;
  served: Served[];
  gaps: Gap[];
}

/**
 * Every route of a project where it is served: FastAPI, Starlette, Flask, Flask-RESTful and Flask-RESTX, over modules,
 * prefixes in constants and nested routers. What cannot be known is marked, never guessed or dropped.
 */
export function detectRoutes(project: ProjectFacts): Detected {
  const symbols = openSymbols(project);
  readSettings(symbols);
  const runs = findRuns(symbols, ROUTES);
  const routers: Routers = {
    symbols,
    runs,
    byCall: new Map(),
    all: [],
    pending: new Set(),
    standIns: new Map(),
    gaps: [],
  };
  walkProject(symbols, {
    runs: (node, place) => placesOf(runs, node, place),
    call: (placed) => void routerOfCall(routers, placed.place, placed.call),
  });
  walkProject(symbols, {
    runs: (node, place) => placesOf(runs, node, place),
    definition: (node, place, around) => addDecorated(routers, node, place, around),
    call: (placed) => {
      addListed(routers, placed);
      addCalled(routers, placed);
      addChildren(routers, placed);
    },
  });
  return {
    symbols,
    served: distinct(flatten([...routers.all, ...routers.standIns.values()])),
    gaps: routers.gaps,
  };
}

/** Functions may be read several times: what comes out the same for the same application is one route. */
function distinct(served: readonly Served[]): Served[] {
  const numbers = new Map<object, number>();
  const numberOf = (node: object) => {
    if (!numbers.has(node)) numbers.set(node, numbers.size);
    return numbers.get(node);
  };
  const seen = new Set<string>();
  return served.filter(({ route, router, path, application, conditional, reasons }) => {
    const owner = numberOf((application ?? router).call);
    const key = JSON.stringify([
      owner,
      numberOf(route.call),
      route.methods,
      path,
      route.handler,
      conditional,
      reasons,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The endpoints of an inventory, one entry a method. */
export function endpointsOf({ served }: Detected): Endpoint[] {
  return served.flatMap(({ route, router, path, reasons, settings, application, conditional }) =>
    route.methods.map((method) => ({
      method,
      path,
      handler: route.handler,
      file: route.file,
      line: route.line,
      framework: router.family,
      application: application?.madeIn ?? null,
      ...(conditional ? { conditional: true as const } : {}),
      ...(settings.length > 0 ? { settings } : {}),
      ...(reasons.length > 0 ? { unresolved: reasons.join('; ') } : {}),
    })),
  );
}

export const detectEndpoints = (project: ProjectFacts): Endpoint[] => endpointsOf(detectRoutes(project));
