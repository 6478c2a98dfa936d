import { argument } from '../../endpoints/arguments';
import type { Served } from '../../endpoints/types';
import { documentationOf } from '../documentation';
import { operationIdOf } from '../operation-id';
import { starlettePath } from '../path';
import type { Operation, Writer } from '../types';
import { jsonAt } from '../value';
import { requestBody } from './body';
import { dependantOf } from './dependant';
import { fieldTitle } from '../../data-models/fields/property';
import { parameterObjects } from './parameters';
import { responsesOf } from './responses';
import { settingsOf } from './settings';

/** One operation of a FastAPI application, by the rules by which FastAPI writes its own document. */
export function fastapiOperation(
  writer: Writer,
  served: Served,
  method: string,
  common: CommonParts,
): Operation {
  const { models } = writer;
  const { route } = served;
  const said = (name: string) => {
    const expr = argument(route.call, -1, name);
    return expr ? jsonAt(models, { expr, place: route.place }) : undefined;
  };
  const text = (name: string) => {
    const value = said(name);
    return typeof value === 'string' ? value : undefined;
  };
  const template = starlettePath(served.path);
  const settings = settingsOf(models, served);
  const pathNames = new Set(template.parameters.map((one) => one.name));
  const dependant = dependantOf(models, route.view, pathNames, settings.dependencies);
  const name =
    text('name') ?? route.view?.node.name ?? route.handler.slice(route.handler.lastIndexOf('.') + 1);
  const operationId =
    text('operation_id') ?? operationIdOf(name, starlettePath(served.localPath).path, method);
  const parameters = parameterObjects(writer, dependant.fields, template);
  const body = requestBody(writer, dependant.fields, operationId);
  const description = text('description') ?? documentationOf(route.view).split('\f')[0];
  const responses = responsesOf(writer, settings, route.view, parameters.length > 0 || body !== null);
  const unknown = [...common.unknown, ...settings.unknown, ...dependant.unknown];
  if (settings.calls.some(({ call }) => argument(call, -1, 'generate_unique_id_function')))
    unknown.push('a function of the project makes its operation id');
  for (const { name: scheme, scheme: definition } of dependant.security)
    writer.securitySchemes.set(scheme, definition);
  return {
    ...(settings.tags.length > 0 ? { tags: settings.tags } : {}),
    summary: text('summary') ?? fieldTitle(name),
    ...(description ? { description } : {}),
    operationId,
    ...(settings.deprecated ? { deprecated: true as const } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses,
    ...(dependant.security.length > 0
      ? { security: dependant.security.map((one) => ({ [one.name]: one.scopes })) }
      : {}),
    ...common.extensions,
    ...(settings.hidden ? { 'x-ufc-hidden': true as const } : {}),
    ...(unknown.length > 0 ? { 'x-ufc-unresolved': [...new Set(unknown)].join('; ') } : {}),
  };
}

/** What operations of every framework have. */
export interface CommonParts {
  extensions: Pick<
    Operation,
    | 'x-ufc-source'
    | 'x-ufc-handler'
    | 'x-ufc-framework'
    | 'x-ufc-application'
    | 'x-ufc-conditional'
    | 'x-ufc-settings'
  >;
  unknown: string[];
}
