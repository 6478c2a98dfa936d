import type { Classifier, ClassifierInput, Sighting } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';
import { isPages } from './pages';

const APPS = /\.(FastAPI|Starlette|APIRouter|Router|Flask|Blueprint|Api|Quart|Sanic|Litestar|Bottle)$/;
/** What a server imports is made by a factory: `app = create_app()`. */
const FACTORY = /(^|\.)(create|make|build|get)_(wsgi_|asgi_|web_)?app(lication)?$/;
const ROUTES = /\.(get|post|put|patch|delete|head|options|route|websocket|api_route)$/;

/** Routers, apps, blueprints and their routes: FastAPI, Starlette, Flask and relatives. */
export const web: Classifier = {
  id: 'web',
  look(input) {
    const { facts, blueprint } = input;
    const framework = importOf(input, 'web');
    if (!framework || isPages(input, framework.name)) return madeApplications(input);
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

function madeApplications(input: ClassifierInput): Sighting[] {
  const { assignments, calls } = input.facts;
  return assignments.flatMap(({ scopeId, target, value }) => {
    if (scopeId !== 0 || !/^(app|application)$/.test(target) || value?.kind !== 'call') return [];
    const { callee, line } = calls[value.call];
    return FACTORY.test(callee) ? [seen(input, 'made-app', `${callee}()`, line)] : [];
  });
}
