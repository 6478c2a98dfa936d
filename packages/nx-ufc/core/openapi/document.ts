import { openModels, type ModelOptions } from '../data-models';
import type { Detected } from '../endpoints';
import type { Served } from '../endpoints/types';
import { fastapiOperation, type CommonParts } from './fastapi/operation';
import { plainOperation } from './flask/operation';
import { applicationInfo } from './info';
import { flaskPath, starlettePath } from './path';
import { separated } from './separate';
import type { OpenApiDocument, Operation, PathItem, Writer } from './types';

/** Methods that a path item of OpenAPI 3.1 has a place for. */
const METHODS = new Set(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']);

/**
 * OpenAPI 3.1 document of all routes of a project. What cannot be known without running the code is marked
 * `x-ufc-unresolved` where it is missing; nothing is dropped.
 */
export function buildOpenApi(
  detected: Detected,
  { title, version, options }: { title: string; version: string | null; options: ModelOptions },
): OpenApiDocument {
  const { symbols } = detected;
  const writer: Writer = {
    symbols,
    models: openModels(symbols, options),
    securitySchemes: new Map(),
    schemas: new Map(),
    sent: options.pydantic === 1 ? null : openModels(symbols, { ...options, mode: 'serialization' }),
    sentSchemas: new Map(),
    components: new Map(),
  };
  const paths: Record<string, PathItem> = {};
  for (const served of detected.served)
    for (const method of served.route.methods) addOperation(writer, paths, served, method);
  uniqueIds(paths);
  const { securitySchemes } = writer;
  const schemas = separated(writer, paths);
  const gaps = detected.gaps.map(({ file, line, reason }) => ({ 'x-ufc-source': `${file}:${line}`, reason }));
  return {
    openapi: '3.1.0',
    info: applicationInfo(detected, title, version),
    paths: sorted(paths),
    components: {
      schemas: sorted(Object.fromEntries(schemas)),
      ...(securitySchemes.size > 0 ? { securitySchemes: sorted(Object.fromEntries(securitySchemes)) } : {}),
    },
    ...(gaps.length > 0 ? { 'x-ufc-unresolved': gaps } : {}),
  };
}

function addOperation(writer: Writer, paths: Record<string, PathItem>, served: Served, method: string): void {
  const { router } = served;
  const template = (router.family.startsWith('flask') ? flaskPath : starlettePath)(served.path);
  const make = router.family === 'fastapi' ? fastapiOperation : plainOperation;
  const operation = make(writer, served, method, commonParts(served));
  const item = (paths[template.path] ??= {});
  const place = METHODS.has(method) ? item : (item['x-ufc-operations'] ??= {});
  const key = METHODS.has(method) ? method.toLowerCase() : method;
  const known = place[key] as Operation | undefined;
  if (known) (known['x-ufc-alternatives'] ??= []).push(operation);
  else place[key] = operation;
}

function commonParts({ route, router, application, conditional, reasons, settings }: Served): CommonParts {
  return {
    extensions: {
      'x-ufc-source': `${route.file}:${route.line}`,
      'x-ufc-handler': `${route.view?.place.info.name ?? route.place.info.name}:${route.handler}`,
      'x-ufc-framework': router.family,
      ...(application ? { 'x-ufc-application': application.madeIn } : {}),
      ...(conditional ? { 'x-ufc-conditional': true as const } : {}),
      ...(settings.length > 0 ? { 'x-ufc-settings': settings } : {}),
    },
    unknown: reasons,
  };
}

/** Operation ids are unique in a document: one that is there already gets a number. */
function uniqueIds(paths: Record<string, PathItem>): void {
  const seen = new Set<string>();
  const visit = (operation: Operation) => {
    let id = operation.operationId;
    for (let n = 2; seen.has(id); n++) id = `${operation.operationId}_${n}`;
    seen.add(id);
    operation.operationId = id;
    operation['x-ufc-alternatives']?.forEach(visit);
  };
  for (const item of Object.values(paths)) {
    for (const [key, value] of Object.entries(item)) if (!key.startsWith('x-')) visit(value as Operation);
    Object.values(item['x-ufc-operations'] ?? {}).forEach(visit);
  }
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
