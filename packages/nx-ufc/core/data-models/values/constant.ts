import type { Call, Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Value } from '../../symbols/value';
import { enumMember } from '../classes/enum';
import type { Json, JsonObject } from '../json';
import type { Models } from '../models';
import { canonicalName } from '../types/canonical-name';
import type { LiteralMember } from '../types/core-type';
import { instanceOf } from './instance';

/** A constant as it stands in JSON, or why it is not known. `member`: it is a member of an enum. */
export type Constant =
  | { known: true; json: Json; type: LiteralMember['type'] | 'other'; member?: true; seconds?: number }
  | { known: false; reason: string }
  /** JSON has no such value: pydantic leaves the default out. */
  | { known: false; reason: string; unserialisable: true };

const unknown = (reason: string): Constant => ({ known: false, reason });
const other = (json: Json): Constant => ({ known: true, json, type: 'other' });

/** What an expression is in JSON: constants of any module, members of enums, displays, models made of constants. */
export function constantOf(models: Models, place: Place, expr: Expr): Constant {
  switch (expr.type) {
    case 'List':
    case 'Tuple':
    case 'Set':
      return itemsOf(models, place, expr.elts);
    case 'Dict':
      return mappingOf(models, place, expr);
    case 'Call':
      return calledConstant(models, place, expr);
    case 'Name':
    case 'Attribute': {
      const member = enumMember(models, place, expr);
      if (member) return member;
      const symbol = resolveExpr(models.symbols, place, expr);
      if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
        return constantOf(models, symbol.place, symbol.value);
      break;
    }
    default:
  }
  return fromValue(models, evaluate(models.symbols, place, expr));
}

function itemsOf(models: Models, place: Place, elements: readonly Expr[]): Constant {
  const items: Json[] = [];
  for (const element of elements) {
    if (element.type === 'Starred') return unknown('unpacked items');
    const item = constantOf(models, place, element);
    if (!item.known) return item;
    items.push(item.json);
  }
  return other(items);
}

function mappingOf(models: Models, place: Place, expr: Expr & { type: 'Dict' }): Constant {
  const result: JsonObject = {};
  for (let i = 0; i < expr.keys.length; i++) {
    const source = expr.keys[i];
    const value = constantOf(models, place, expr.values[i]);
    if (!value.known) return value;
    if (source === null) {
      if (typeof value.json !== 'object' || value.json === null) return unknown('an unpacked mapping');
      Object.assign(result, value.json);
      continue;
    }
    const key = constantOf(models, place, source);
    if (!key.known) return key;
    result[String(key.json)] = value.json;
  }
  return other(result);
}

/** `list()`, `dict(a=1)`, `Path("x")`, `timedelta(…)`, `Model(a=1)`, `tuple([1])`. */
function calledConstant(models: Models, place: Place, call: Call): Constant {
  const callee = resolveExpr(models.symbols, place, call.func);
  if (callee?.kind === 'class') return instanceOf(models, place, callee, call);
  const name = callee?.kind === 'external' ? canonicalName(callee.name) : builtinName(call);
  switch (name) {
    case 'builtins.list':
    case 'builtins.tuple':
    case 'builtins.set':
    case 'builtins.frozenset':
      return call.args.length === 0 ? other([]) : constantOf(models, place, call.args[0]);
    case 'builtins.dict':
      return dictCall(models, place, call);
    case 'pathlib.Path':
    case 'pydantic.SecretStr':
    case 'decimal.Decimal':
    case 'uuid.UUID':
    case 'pydantic.AnyUrl':
      return wrapped(models, place, call, name);
    case 're.compile':
      return call.args.length > 0 ? constantOf(models, place, call.args[0]) : unknown('made by re.compile');
    case 'builtins.object':
      return { known: false, reason: 'an object', unserialisable: true };
    case 'datetime.timedelta':
      return duration(models, place, call);
    default: {
      const value = evaluate(models.symbols, place, call);
      if (value.kind !== 'call') return fromValue(models, value);
      return unknown(`made by a call of ${name?.replace(/^builtins\./, '') ?? 'an object'}`);
    }
  }
}

const builtinName = (call: Call): string | null =>
  call.func.type === 'Name' ? `builtins.${call.func.id}` : null;

function dictCall(models: Models, place: Place, call: Call): Constant {
  if (call.args.length > 0) return unknown('made by a call of dict');
  const result: JsonObject = {};
  for (const { arg, value } of call.keywords) {
    const constant = constantOf(models, place, value);
    if (!constant.known) return constant;
    if (arg === null) return unknown('an unpacked mapping');
    result[arg] = constant.json;
  }
  return other(result);
}

function wrapped(models: Models, place: Place, call: Call, name: string): Constant {
  if (call.args.length !== 1 || call.keywords.length > 0)
    return unknown(`made by a call of ${name.slice(name.lastIndexOf('.') + 1)}`);
  const argument = constantOf(models, place, call.args[0]);
  if (!argument.known) return argument;
  if (name === 'pydantic.SecretStr') return other(argument.json === '' ? '' : '**********');
  if (
    name === 'pathlib.Path' &&
    !(typeof argument.json === 'string' && /^(?:\/?[^/.][^/]*)+$/.test(argument.json))
  )
    return unknown('a path that Python rewrites');
  if (name === 'pydantic.AnyUrl') return unknown('a URL that pydantic rewrites');
  return other(String(argument.json));
}

const UNITS: Record<string, number> = {
  weeks: 604800,
  days: 86400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
};

/** `timedelta(days=1, hours=2)` as an ISO 8601 duration, as pydantic writes it. */
function duration(models: Models, place: Place, call: Call): Constant {
  let seconds = 0;
  const given: [string, Expr][] = [
    ...call.args.map((arg, i): [string, Expr] => [i === 0 ? 'days' : i === 1 ? 'seconds' : '?', arg]),
    ...call.keywords.map(({ arg, value }): [string, Expr] => [arg ?? '?', value]),
  ];
  for (const [unit, expr] of given) {
    const constant = constantOf(models, place, expr);
    if (!constant.known) return constant;
    if (!UNITS[unit] || typeof constant.json !== 'number' || !Number.isInteger(constant.json))
      return unknown('a duration in a unit that is not read');
    seconds += UNITS[unit] * constant.json;
  }
  return seconds < 0
    ? unknown('a negative duration')
    : ({ ...other(isoDuration(seconds)), seconds } as Constant);
}

function isoDuration(total: number): string {
  const days = Math.floor(total / 86400);
  const years = Math.floor(days / 365);
  const rest = total % 86400;
  const parts = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  const time = parts.map((part, i) => (part > 0 ? `${part}${'HMS'[i]}` : '')).join('');
  const date = `${years > 0 ? `${years}Y` : ''}${days % 365 > 0 ? `${days % 365}D` : ''}`;
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

/** A value of the evaluator in JSON. */
function fromValue(models: Models, value: Value): Constant {
  switch (value.kind) {
    case 'none':
      return { known: true, json: null, type: 'none' };
    case 'bool':
      return { known: true, json: value.value, type: 'bool' };
    case 'int':
      return typeof value.value === 'bigint'
        ? unknown('an integer larger than JSON numbers hold')
        : { known: true, json: value.value, type: 'int' };
    case 'float':
      return Number.isFinite(value.value)
        ? { known: true, json: value.value, type: 'float' }
        : { known: true, json: null, type: 'other' };
    case 'str':
      return { known: true, json: value.value, type: 'str' };
    case 'bytes':
      return { known: true, json: new TextDecoder().decode(value.value), type: 'bytes' };
    case 'list':
    case 'tuple':
    case 'set':
      return items(models, value.items);
    case 'dict':
      return mapping(models, value.items);
    case 'call':
      return calledConstant(models, value.place, value.node);
    case 'symbol':
      if (value.symbol.kind === 'external' && !isClassOrFunction(value.symbol.name))
        return unknown(`${value.symbol.name} may be a value`);
      return { known: false, reason: 'a class or function has no JSON', unserialisable: true };
    case 'ellipsis':
      return unknown('an ellipsis');
    default:
      return unknown(value.reason);
  }
}

/** `datetime.datetime`, `enum.Enum`, `builtins.len`; constants of other packages are called in other ways: `sys.maxsize`, `http.OK`. */
function isClassOrFunction(name: string): boolean {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  return /^builtins\./.test(name) || CLASSES.has(name) || /^_*[A-Z]\w*[a-z]/.test(leaf);
}

const CLASSES = new Set([
  'datetime.datetime',
  'datetime.date',
  'datetime.time',
  'datetime.timedelta',
  'collections.deque',
  'collections.defaultdict',
]);

function items(models: Models, values: readonly Value[]): Constant {
  const result: Json[] = [];
  for (const value of values) {
    const item = fromValue(models, value);
    if (!item.known) return item;
    result.push(item.json);
  }
  return other(result);
}

function mapping(models: Models, entries: readonly { key: Value; value: Value }[]): Constant {
  const result: JsonObject = {};
  for (const entry of entries) {
    const key = fromValue(models, entry.key);
    const value = fromValue(models, entry.value);
    if (!key.known) return key;
    if (!value.known) return value;
    result[String(key.json)] = value.json;
  }
  return other(result);
}
