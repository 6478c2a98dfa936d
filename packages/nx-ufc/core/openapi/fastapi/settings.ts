import { argument } from '../../endpoints/arguments';
import type { Served } from '../../endpoints/types';
import type { Call, Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import type { Models } from '../../data-models';
import type { Place } from '../../symbols/symbols';
import type { Placed } from '../types';
import { jsonAt } from '../value';
import { constructorCalls } from './constructor-calls';
import { markerOf } from './marker';

/** What the application, the routers on the way, their inclusions and the route itself say of an operation. */
export interface Settings {
  tags: string[];
  dependencies: Placed[];
  deprecated: boolean;
  hidden: boolean;
  /** What is sent has schemas of its own. */
  isSeparate: boolean;
  /** `responses={…}`, outermost first. */
  responses: Placed[];
  /** Of the route, else the default of the nearest router. */
  responseClass: Placed | null;
  /** The calls that say something, outermost first; the last one declares the route. */
  calls: PlacedCall[];
  unknown: string[];
}

export interface PlacedCall {
  call: Call;
  place: Place;
}

/** Settings of a route where it is served. A mounted application begins anew: it has a document of its own. */
export function settingsOf(models: Models, { chain, route }: Served): Settings {
  const start = chain.findLastIndex(({ router }) => router.isApplication);
  const calls = chain
    .slice(Math.max(start, 0))
    .flatMap(({ router, inclusion }, i) => [
      ...(inclusion && i > 0 ? [inclusion] : []),
      ...constructorCalls(models.symbols, router),
    ]);
  const settings: Settings = {
    tags: [],
    dependencies: [],
    deprecated: false,
    hidden: false,
    isSeparate: true,
    responses: [],
    responseClass: null,
    calls: [...calls, route],
    unknown: [],
  };
  for (const placed of settings.calls) read(models, settings, placed, placed === route);
  return settings;
}

function read(models: Models, settings: Settings, { call, place }: PlacedCall, isRoute: boolean): void {
  const keyword = (name: string) => argument(call, -1, name);
  const is = (name: string, wanted: boolean) => {
    const given = keyword(name);
    return given !== null && jsonAt(models, { expr: given, place }) === wanted;
  };
  settings.deprecated ||= is('deprecated', true);
  settings.hidden ||= is('include_in_schema', false);
  settings.isSeparate &&= !is('separate_input_output_schemas', false);
  const responses = keyword('responses');
  if (responses) settings.responses.push({ expr: responses, place });
  const responseClass = keyword(isRoute ? 'response_class' : 'default_response_class');
  if (responseClass) settings.responseClass = { expr: responseClass, place };
  readTags(models, settings, place, keyword('tags'));
  readDependencies(models, settings, place, keyword('dependencies'));
}

function readTags(models: Models, settings: Settings, place: Place, expr: Expr | null): void {
  if (!expr) return;
  const tags = jsonAt(models, { expr, place });
  if (tags === null) return;
  if (Array.isArray(tags)) settings.tags.push(...tags.map(String));
  else settings.unknown.push('a tag is only known at run time');
}

function readDependencies(models: Models, settings: Settings, place: Place, expr: Expr | null): void {
  if (!expr) return;
  const { symbols } = models;
  const value = evaluate(symbols, place, expr);
  if (value.kind === 'none') return;
  const items = value.kind === 'list' || value.kind === 'tuple' ? value.items : [value];
  for (const item of items) {
    const marker = item.kind === 'call' ? markerOf(symbols, item.place, item.node) : null;
    const target = marker && argument(marker.call, 0, 'dependency');
    if (target) settings.dependencies.push({ expr: target, place: marker.place });
    else settings.unknown.push('a dependency is only known at run time');
  }
}
