import { argument } from '../endpoints/arguments';
import type { Models } from '../data-models';
import { jsonAt } from '../openapi/value';
import { splitAnnotated } from '../openapi/fastapi/annotation';
import type { Call, Expr } from '../python/ast';
import { parametersOf, type Parameter } from '../symbols/signature';
import { resolveExpr, type Place } from '../symbols/symbols';
import type { Found } from './click-parameters';
import { readDeclarations } from './declarations';
import { typerName } from './frameworks';
import { typerType } from './typer-type';
import type { CliParameter, Function } from './types';

/** The parameters that the signature of a Typer command gives it. */
export function typerParameters(models: Models, node: Function, place: Place): Found {
  const found: Found = { parameters: [], unknown: [] };
  for (const parameter of parametersOf(node.args)) {
    if (parameter.kind !== 'positional' && parameter.kind !== 'keyword') continue;
    const read = readParameter(models, parameter, place);
    if (typeof read === 'string') found.unknown.push(read);
    else if (read) found.parameters.push(read);
  }
  return found;
}

/** `typer.Option(…)` or `typer.Argument(…)` and where it stands. */
interface Marker {
  kind: CliParameter['kind'];
  call: Call;
  place: Place;
  /** It is the default of the parameter, so its first argument is the default of the option. */
  byDefault: boolean;
}

function readParameter(models: Models, parameter: Parameter, place: Place): CliParameter | string | null {
  const { type, metadata } = splitAnnotated(models, place, parameter.annotation);
  if (type && isContext(models, type.place, type.expr)) return null;
  const marker =
    markerOf(models, place, parameter.default, true) ??
    metadata.map((one) => markerOf(models, one.place, one.expr, false)).find((one) => one !== null) ??
    null;
  const said = (keyword: string) => {
    const expr = marker && argument(marker.call, -1, keyword);
    return expr ? jsonAt(models, { expr, place: marker!.place }) : undefined;
  };
  const fallback = defaultOf(parameter, place, marker);
  const kind = marker?.kind ?? (fallback ? 'option' : 'argument');
  const shown = typerType(models, type, fallback, marker?.call ?? null);
  const flags = kind === 'option' ? flagsOf(models, parameter.name, marker, shown.type === 'boolean') : [];
  if (flags === null) return `the names of the option ${parameter.name} are only known at run time`;
  const value = fallback === 'factory' ? undefined : jsonAt(models, fallback);
  const help = said('help');
  const made = marker ? null : madeBy(models, place, parameter.default);
  return {
    name: parameter.name,
    kind,
    flags,
    ...shown,
    ...(made ? { unresolved: `${made}() makes the option` } : {}),
    required: fallback === null,
    ...(value !== undefined && value !== null ? { default: value } : {}),
    ...(typeof help === 'string' ? { help } : {}),
  };
}

/** A function of the project whose result is the default: it may be an option. */
function madeBy({ symbols }: Models, place: Place, expr: Expr | null): string | null {
  const callee = expr?.type === 'Call' ? resolveExpr(symbols, place, expr.func) : null;
  return callee?.kind === 'function' ? callee.qualname : null;
}

const CONTEXT = /^(typer|click)(\.\w+)*\.Context$/;

function isContext({ symbols }: Models, place: Place, expr: Expr): boolean {
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'external' && CONTEXT.test(symbol.name);
}

const MAX_HOPS = 8;

function markerOf(
  models: Models,
  place: Place,
  expr: Expr | null,
  byDefault: boolean,
  hops = 0,
): Marker | null {
  if (!expr || hops > MAX_HOPS) return null;
  if (expr.type === 'Call') {
    const name = typerName(models.symbols, place, expr.func);
    if (name !== 'Option' && name !== 'Argument') return null;
    return { kind: name === 'Option' ? 'option' : 'argument', call: expr, place, byDefault };
  }
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind !== 'variable' || symbol.ambiguous) return null;
  return markerOf(models, symbol.place, symbol.value, byDefault, hops + 1);
}

/** The default of a parameter; null when it is required. A factory makes one that is not shown. */
export type Fallback = { expr: Expr; place: Place } | 'factory' | null;

function defaultOf(parameter: Parameter, place: Place, marker: Marker | null): Fallback {
  if (marker && argument(marker.call, -1, 'default_factory')) return 'factory';
  if (!marker?.byDefault) return parameter.default && { expr: parameter.default, place };
  const given = argument(marker.call, 0, 'default');
  if (!given || (given.type === 'Constant' && given.value.kind === 'ellipsis')) return null;
  return { expr: given, place: marker.place };
}

/** Declared names, else `--name` (`--name/--no-name` for a flag); null when they are not known. */
function flagsOf(models: Models, name: string, marker: Marker | null, isFlag: boolean): string[] | null {
  const given = marker ? marker.call.args.slice(marker.byDefault ? 1 : 0) : [];
  const texts = given.map((expr) => jsonAt(models, { expr, place: marker!.place }));
  if (!texts.every((text) => typeof text === 'string')) return null;
  if (texts.length > 0) return readDeclarations(texts as string[]).flags;
  const dashed = name.toLowerCase().replace(/_/g, '-');
  return isFlag ? [`--${dashed}`, `--no-${dashed}`] : [`--${dashed}`];
}
