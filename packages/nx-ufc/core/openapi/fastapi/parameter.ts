import { argument } from '../../endpoints/arguments';
import type { Models } from '../../data-models';
import type { Expr } from '../../python/ast';
import type { Parameter } from '../../symbols/signature';
import type { Place } from '../../symbols/symbols';
import type { ParameterPlace, Placed } from '../types';
import { splitAnnotated } from './annotation';
import { markerOf, type Marker } from './marker';
import { shapeOf } from './shape';

/** A value that a request carries. */
export interface Field {
  name: string;
  /** `body` is JSON, `form` and `file` are fields of a form. */
  in: ParameterPlace | 'body' | 'form' | 'file';
  /** The annotation without its `Annotated`; null without one. */
  type: Placed | null;
  /** What `Annotated` says beside the type. */
  metadata: Placed[];
  /** What says where it is: `Query(…)`, or `Field(…)` which only describes it. */
  marker: Marker | null;
  /** Where it is written; null for those of other packages. */
  written: { place: Place; offset: number } | null;
  default: Placed | null;
  required: boolean;
}

export type Analysed =
  | { kind: 'field'; field: Field }
  | { kind: 'depends'; target: Placed | null; marker: Marker; scopes: Expr | null }
  | { kind: 'special' }
  | { kind: 'unknown'; reason: string };

const PLACES: Record<string, Field['in']> = {
  Query: 'query',
  Path: 'path',
  Header: 'header',
  Cookie: 'cookie',
  Body: 'body',
  Form: 'form',
  File: 'file',
};

/** What FastAPI makes of a parameter of a function, by its rules (`analyze_param`). */
export function analyseParameter(
  models: Models,
  parameter: Parameter & { place: Place },
  pathNames: ReadonlySet<string>,
): Analysed {
  const { symbols } = models;
  const { name, place } = parameter;
  const { type, metadata } = splitAnnotated(models, place, parameter.annotation);
  const byDefault = markerOf(symbols, place, parameter.default);
  const said = metadata.flatMap((one) => markerOf(symbols, one.place, one.expr) ?? []);
  const specific = said.filter((one) => one.name !== 'Field').at(-1) ?? null;
  const marker = byDefault && byDefault.name !== 'Field' ? byDefault : specific;
  if (marker?.name === 'Depends' || marker?.name === 'Security') {
    const given = argument(marker.call, 0, 'dependency');
    const target = given ? { expr: given, place: marker.place } : type;
    return { kind: 'depends', target, marker, scopes: argument(marker.call, 1, 'scopes') };
  }
  const shape = type ? shapeOf(symbols, type.place, type.expr) : 'scalar';
  if (!marker && shape === 'special') return { kind: 'special' };
  const field = {
    name,
    type,
    metadata,
    marker: marker ?? byDefault,
    written: { place, offset: parameter.start },
    ...defaultOf(parameter, byDefault, marker),
  };
  if (marker) return { kind: 'field', field: { ...field, in: PLACES[marker.name] } };
  if (pathNames.has(name))
    return { kind: 'field', field: { ...field, in: 'path', default: null, required: true } };
  if (shape === 'unknown')
    return {
      kind: 'unknown',
      reason: `${name} is a query parameter or the body: its type is of another package`,
    };
  const places = { scalar: 'query', complex: 'body', upload: 'file', special: 'query' } as const;
  return { kind: 'field', field: { ...field, in: places[shape] } };
}

/** The default, from the signature or the first argument of a marker that stands there. `...` means that there is none. */
function defaultOf(
  { default: given, place }: Parameter & { place: Place },
  byDefault: Marker | null,
  marker: Marker | null,
): { default: Placed | null; required: boolean } {
  if ((byDefault ?? marker)?.name === 'Path') return { default: null, required: true };
  if (!byDefault) return given && !isEllipsis(given) ? optional({ expr: given, place }) : REQUIRED;
  const { call, place: at } = byDefault;
  const value = argument(call, 0, 'default');
  if (value) return isEllipsis(value) ? REQUIRED : optional({ expr: value, place: at });
  return argument(call, -1, 'default_factory') ? { default: null, required: false } : REQUIRED;
}

const REQUIRED = { default: null, required: true };
const optional = (value: Placed) => ({ default: value, required: false });
const isEllipsis = (expr: Expr) => expr.type === 'Constant' && expr.value.kind === 'ellipsis';
