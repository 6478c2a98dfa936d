import { argument } from '../../endpoints/arguments';
import type { Router, Served, View } from '../../endpoints/types';
import { leafOf } from '../../python/facts/dotted';
import { memberOf } from '../../symbols/symbols';
import { documentationOf } from '../documentation';
import type { CommonParts } from '../fastapi/operation';
import { operationIdOf } from '../operation-id';
import { flaskPath, starlettePath } from '../path';
import type { Operation, ParameterObject, Writer } from '../types';
import { declaredBy } from '../restx/declared';
import { defaultId } from '../restx/documented';
import { jsonAt } from '../value';
import { inferredInput } from './request-use';

/** Methods whose requests have no body; a handler of several methods reads it for the others. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'WEBSOCKET']);

/**
 * One operation of a Flask or Starlette application. Its path says which parameters it has; what it reads from a request is inferred from
 * its body, and what it returns is not declared anywhere.
 */
export function plainOperation(
  writer: Writer,
  served: Served,
  method: string,
  common: CommonParts,
): Operation {
  const { route, router } = served;
  const template = (router.family === 'starlette' ? starlettePath : flaskPath)(served.path);
  const view = functionOf(writer, route.view, method);
  const documented = documentationOf(view) || documentationOf(route.view);
  const [summary, ...rest] = documented.split(/\n\s*\n/);
  const inferred = inferredInput(writer, view);
  const declared = declaredBy(writer, router.family === 'flask-restx' ? [route.view, view] : []);
  const { documented: own } = declared;
  const description = own.description ?? rest.join('\n\n').trim();
  const tag = router.family === 'flask-restx' ? tagOf(writer, router) : null;
  const seen = new Set(declared.parameters.map((one) => `${one.in} ${one.name}`));
  const body = declared.body ?? inferred.body;
  const takesBody = body !== null && !WITHOUT_BODY.has(method);
  const inPath = new Set(template.parameters.map(({ name }) => name));
  const said = new Map(declared.parameters.map(({ name, description: text }) => [name, text]));
  const parameters: ParameterObject[] = [
    ...template.parameters.map(({ name, schema }) => ({
      name,
      in: 'path' as const,
      required: true,
      ...(said.get(name) === undefined ? {} : { description: said.get(name) }),
      schema,
    })),
    ...declared.parameters.filter(({ name }) => !inPath.has(name)),
    ...inferred.parameters.filter((one) => !seen.has(`${one.in} ${one.name}`)),
  ];
  return {
    ...(tag === null ? {} : { tags: [tag] }),
    ...(own.deprecated ? { deprecated: true as const } : {}),
    ...(summary ? { summary: summary.replace(/\s*\n\s*/g, ' ') } : {}),
    ...(description ? { description } : {}),
    operationId:
      own.id ??
      (router.family === 'flask-restx' && route.view
        ? defaultId(method, route.view.node.name)
        : operationIdOf(route.handler.replace(/\W/g, '_'), template.path, method)),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takesBody ? { requestBody: body } : {}),
    responses: Object.keys(declared.responses).length > 0 ? declared.responses : NOT_DECLARED,
    ...common.extensions,
    ...(common.unknown.length > 0 ? { 'x-ufc-unresolved': [...new Set(common.unknown)].join('; ') } : {}),
  };
}

/** The name of a namespace of Flask-RESTX; an API has one of its own for what is in none. */
function tagOf({ models }: Writer, { call, place }: Router): string | null {
  const isNamespace = /^(Namespace|namespace)$/.test(leafOf(call.func));
  const given = isNamespace ? argument(call, 0, 'name') : argument(call, -1, 'default');
  const name = given ? jsonAt(models, { expr: given, place }) : isNamespace ? null : 'default';
  return typeof name === 'string' ? name : null;
}

const NOT_DECLARED = {
  default: {
    description: 'Not declared',
    'x-ufc-unresolved': 'the code does not declare what it returns',
  },
};

/** The function of a class-based view that answers a method. */
function functionOf({ symbols }: Writer, view: View | null, method: string): View | null {
  if (view?.kind !== 'class') return view;
  const qualname = [view.place.qualname, view.node.name].filter(Boolean).join('.');
  const owner = { kind: 'class' as const, node: view.node, place: view.place, qualname };
  const found = memberOf(symbols, owner, method.toLowerCase());
  return found?.kind === 'function' ? { kind: 'function', node: found.node, place: found.place } : null;
}
