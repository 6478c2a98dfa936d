import { argument } from '../endpoints/arguments';
import type { Models } from '../data-models';
import type { Call, Expr, Name } from '../python/ast';
import { jsonAt } from '../openapi/value';
import { innerPlace, resolveExpr, type Place } from '../symbols/symbols';
import { callsIn, namesIn } from './calls-in';
import { clickName } from './frameworks';
import { clickType } from './click-type';
import { readDeclarations } from './declarations';
import type { CliParameter, Function } from './types';

export interface Found {
  parameters: CliParameter[];
  unknown: string[];
}

/** The parameters that the decorators of a click command give it, in the order of its help. */
export function clickParameters(models: Models, node: Function, place: Place): Found {
  const found: Found = { parameters: [], unknown: [] };
  for (const decorator of node.decorator_list) readDecorator(models, found, decorator, place, 0);
  return found;
}

const MAX_HOPS = 8;
/** Decorators of click that add no parameter. */
const PLAIN = /^(command|group|pass_context|pass_obj|make_pass_decorator|pass_meta_key|help_option)$/;

function readDecorator(models: Models, found: Found, decorator: Expr, place: Place, hops: number): void {
  const { symbols } = models;
  if (hops > MAX_HOPS) return;
  const target = decorator.type === 'Call' ? decorator.func : decorator;
  const name = clickName(symbols, place, target);
  if (name !== null) {
    if (decorator.type === 'Call' && !PLAIN.test(name)) readClick(models, found, name, decorator, place);
    return;
  }
  const symbol = resolveExpr(symbols, place, target);
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
    return readDecorator(models, found, symbol.value, symbol.place, hops + 1);
  if (symbol?.kind === 'function') {
    if (decorator.type === 'Call') readArguments(models, found, decorator, place, hops);
    const inside = innerPlace(symbols, symbol.place, symbol.node);
    readWrapper(models, found, symbol.node, inside, hops);
  } else if (symbol?.kind === 'external' && /with_plugins$/.test(symbol.name))
    found.unknown.push('plugins add commands at run time');
}

/** An option, a tuple of them or another wrapper that a wrapper names. */
function readListed(models: Models, found: Found, name: Name, place: Place, hops: number): void {
  const symbol = resolveExpr(models.symbols, place, name);
  const value = symbol?.kind === 'variable' && !symbol.ambiguous ? symbol.value : null;
  if (symbol?.kind === 'variable' && (value?.type === 'Tuple' || value?.type === 'List')) {
    for (const one of value.elts) readDecorator(models, found, one, symbol.place, hops + 1);
  } else if (symbol?.kind === 'function' || value?.type === 'Call')
    readDecorator(models, found, name, place, hops + 1);
}

/** `add_options(click.option(…), quiet_option, [other_option])`: options that are handed to a function of the project. */
function readArguments(models: Models, found: Found, call: Call, place: Place, hops: number): void {
  const given = call.args.flatMap((one) => (one.type === 'List' || one.type === 'Tuple' ? one.elts : [one]));
  for (const one of given)
    if (one.type === 'Call' || one.type === 'Name') readDecorator(models, found, one, place, hops + 1);
}

/** A function of the project that puts options on what it decorates, or gives an option. */
function readWrapper(models: Models, found: Found, node: Function, inside: Place, hops: number): void {
  for (const call of callsIn(node.body)) {
    const name = clickName(models.symbols, inside, call.func);
    if (name !== null && !PLAIN.test(name)) readClick(models, found, name, call, inside);
  }
  for (const name of namesIn(node.body)) readListed(models, found, name, inside, hops);
}

function readClick(models: Models, found: Found, name: string, call: Call, place: Place): void {
  const read = {
    option,
    argument: positional,
    version_option: flag,
    confirmation_option: flag,
    password_option: option,
  }[name];
  if (!read) return;
  const parameter = read(models, call, place, name);
  if (typeof parameter === 'string') found.unknown.push(parameter);
  else if (!found.parameters.some((one) => isSame(one, parameter))) found.parameters.push(parameter);
}

/** The same option may be met twice on the way through wrappers; two options may set one value. */
function isSame(one: CliParameter, other: CliParameter): boolean {
  return one.name === other.name && one.kind === other.kind && one.flags.join() === other.flags.join();
}

type Read = (models: Models, call: Call, place: Place, name: string) => CliParameter | string;

const STANDARD: Record<string, string> = {
  version_option: '--version',
  confirmation_option: '--yes',
  password_option: '--password',
};

/** Texts of the declarations of an option; null when one is not known. */
function declarationsOf(models: Models, call: Call, place: Place): string[] | null {
  const texts = call.args.map((expr) =>
    expr.type === 'Starred' ? undefined : jsonAt(models, { expr, place }),
  );
  return texts.every((text) => typeof text === 'string') ? (texts as string[]) : null;
}

const option: Read = (models, call, place, name) => {
  const given = declarationsOf(models, call, place);
  const declarations = given?.length === 0 && STANDARD[name] ? [STANDARD[name]] : given;
  if (!declarations) return 'the names of an option are only known at run time';
  const said = (keyword: string) => {
    const expr = argument(call, -1, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const { name: own, flags, secondary } = readDeclarations(declarations);
  const isFlag =
    said('is_flag') === true ||
    (said('is_flag') === undefined && (secondary || said('flag_value') !== undefined));
  const count = said('count') === true;
  const type = clickType(models, call, place, { isFlag, count });
  const open = argument(call, -1, 'required') !== null && said('required') === undefined;
  const spread = open || call.keywords.some((keyword) => keyword.arg === null);
  return {
    name: own,
    kind: 'option',
    flags,
    ...type,
    required: said('required') === true,
    ...(said('multiple') === true ? { multiple: true as const } : {}),
    ...described(models, call, place),
    ...(spread ? { unresolved: 'some of its settings are only known at run time' } : {}),
  };
};

const flag: Read = (models, call, place, name) => {
  const made = option(
    models,
    { ...call, args: name === 'version_option' ? call.args.slice(1) : call.args },
    place,
    name,
  );
  return typeof made === 'string' ? made : { ...made, type: 'boolean' };
};

const positional: Read = (models, call, place) => {
  const [declared] = declarationsOf(models, call, place) ?? [];
  if (declared === undefined) return 'the name of an argument is only known at run time';
  const said = (keyword: string) => {
    const expr = argument(call, -1, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const nargs = said('nargs') ?? 1;
  const required = said('required');
  const fallback = argument(call, -1, 'default');
  return {
    name: declared.replace(/-/g, '_').toLowerCase(),
    kind: 'argument',
    flags: [],
    ...clickType(models, call, place, { isFlag: false, count: false }),
    required: typeof required === 'boolean' ? required : fallback === null && nargs !== -1,
    ...(nargs === -1 ? { multiple: true as const } : {}),
    ...described(models, call, place),
  };
};

function described(models: Models, call: Call, place: Place): Pick<CliParameter, 'default' | 'help'> {
  const value = (keyword: string) => {
    const expr = argument(call, -1, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const fallback = value('default');
  const help = value('help');
  return {
    ...(fallback !== undefined && fallback !== null ? { default: fallback } : {}),
    ...(typeof help === 'string' ? { help } : {}),
  };
}
