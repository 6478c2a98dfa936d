import type { Classifier, Sighting } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';

const APPS = /\.(FastAPI|Starlette|APIRouter|Router|Flask|Blueprint|Api|Quart|Sanic|Litestar|Bottle)$/;
const ROUTES = /\.(get|post|put|patch|delete|head|options|route|websocket|api_route)$/;

/** Routers, apps, blueprints and their routes: FastAPI, Starlette, Flask and relatives. */
export const web: Classifier = {
  id: 'web',
  look(input) {
    const { facts, blueprint } = input;
    const framework = importOf(input, 'web');
    if (!framework) return [];
    const sightings: Sighting[] = [seen(input, 'web-import', `imports ${framework.name}`, framework.line)];
    for (const call of facts.calls) {
      if (call.resolved && APPS.test(call.resolved) && isFrom(blueprint, 'web', call.resolved)) {
        sightings.push(seen(input, 'web-app', `${call.callee}()`, call.line));
      }
    }
    for (const definition of facts.functions) {
      const route = definition.decorators.find(
        (decorator) => ROUTES.test(decorator.name) && decorator.call >= 0,
      );
      if (route) sightings.push(seen(input, 'web-route', `@${route.name} ${definition.name}`, route.line));
    }
    for (const definition of facts.classes) {
      const view = definition.bases.find((base) => isFrom(blueprint, 'web', base.resolved));
      if (view)
        sightings.push(
          seen(input, 'web-route', `class ${definition.name}(${view.name})`, definition.defLine),
        );
    }
    return sightings;
  },
};
