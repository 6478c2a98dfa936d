import type { Endpoint } from '../inventory/types';
import type { ProjectFacts } from '../project/types';
import { openSymbols } from '../symbols/symbols';
import { flatten } from './flatten';
import { routerOfCall, type Routers } from './routers';
import { addCalled, addChildren, addDecorated } from './routes';
import { walkProject } from './walk';

/**
 * Every HTTP route of a project with its full path: FastAPI, Starlette and Flask, over modules, prefixes in constants and
 * nested routers. What cannot be known is marked, never guessed or dropped.
 */
export function detectEndpoints(project: ProjectFacts): Endpoint[] {
  const routers: Routers = { symbols: openSymbols(project), byCall: new Map() };
  walkProject(routers.symbols, {
    definition: () => undefined,
    call: ({ call, place }) => void routerOfCall(routers, place, call),
  });
  if (routers.byCall.size === 0) return [];
  walkProject(routers.symbols, {
    definition: (node, place, around) => addDecorated(routers, node, place, around),
    call: (placed) => {
      addCalled(routers, placed);
      addChildren(routers, placed);
    },
  });
  return flatten([...routers.byCall.values()]);
}
