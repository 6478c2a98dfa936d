import type { Models } from '../../data-models';
import { argument } from '../../endpoints/arguments';
import { jsonAt } from '../../openapi/value';
import type { Call, Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { CliParameter } from '../types';
import { choicesOf } from './choices';
import { SUPPRESSED } from './defaults';

const FLAGS = new Set(['store_true', 'store_false', 'BooleanOptionalAction', 'version']);
/** https://docs.python.org/3/library/argparse.html#action */
const ACTIONS = new Set([
  ...FLAGS,
  'store',
  'store_const',
  'append',
  'append_const',
  'extend',
  'count',
  'help',
]);
const TYPES: Record<string, string> = {
  str: 'text',
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  open: 'filename',
};
const KNOWN: Record<string, string> = {
  'argparse.FileType': 'filename',
  'pathlib.Path': 'path',
  'uuid.UUID': 'uuid',
  'os.path.abspath': 'path',
  'os.path.expanduser': 'path',
};

/** What `add_argument` adds; null for `--help`, a text for what is only known at run time. */
export function argumentOf(models: Models, call: Call, place: Place): CliParameter | string | null {
  const names = call.args.map((expr) =>
    expr.type === 'Starred' ? undefined : jsonAt(models, { expr, place }),
  );
  if (names.length === 0 && call.keywords.some(({ arg }) => arg === 'dest'))
    return positional(models, call, place, null);
  if (names.length === 0 || !names.every((name) => typeof name === 'string'))
    return 'the names of an argument are only known at run time';
  const flags = names as string[];
  return flags[0].startsWith('-')
    ? option(models, call, place, flags)
    : positional(models, call, place, flags[0]);
}

interface Said {
  action: string | null;
  value: (keyword: string) => ReturnType<typeof jsonAt>;
  /** Settings that are only known at run time. */
  open: string[];
}

function saidBy(models: Models, call: Call, place: Place): Said {
  const value = (keyword: string) => {
    const expr = argument(call, -1, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const given = argument(call, -1, 'action');
  const action = given === null ? 'store' : actionOf(value('action'), given);
  const open = ['nargs', 'required', 'dest'].filter(
    (keyword) =>
      argument(call, -1, keyword) !== null && value(keyword) === undefined && !isConstant(call, keyword),
  );
  if (call.keywords.some(({ arg }) => arg === null)) open.push('some settings');
  return { action, value, open };
}

const actionOf = (value: unknown, given: Expr): string | null => {
  const name = typeof value === 'string' ? value : leafOf(given);
  return ACTIONS.has(name) ? name : null;
};

/** `nargs=argparse.REMAINDER` */
const isConstant = (call: Call, keyword: string): boolean =>
  /^(REMAINDER|ZERO_OR_MORE|ONE_OR_MORE|OPTIONAL|SUPPRESS|PARSER)$/.test(
    leafOf(argument(call, -1, keyword)!),
  );

function option(models: Models, call: Call, place: Place, flags: string[]): CliParameter | null {
  const said = saidBy(models, call, place);
  if (said.action === 'help') return null;
  const dest = said.value('dest');
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0];
  const negated = flags.filter((flag) => flag.startsWith('--')).map((flag) => `--no-${flag.slice(2)}`);
  return {
    name: typeof dest === 'string' ? dest : long.replace(/^-+/, '').replace(/-/g, '_'),
    kind: 'option',
    flags: said.action === 'BooleanOptionalAction' ? [...flags, ...negated] : flags,
    ...typed(models, call, place, said),
    required: said.value('required') === true,
    ...repeated(call, said),
    ...described(call, said),
  };
}

function positional(models: Models, call: Call, place: Place, given: string | null): CliParameter {
  const said = saidBy(models, call, place);
  const nargs = said.value('nargs') ?? nargsName(call);
  const dest = given ?? said.value('dest');
  return {
    name: typeof dest === 'string' ? dest : '?',
    kind: 'argument',
    flags: [],
    ...typed(models, call, place, said),
    required: nargs !== '?' && nargs !== '*',
    ...repeated(call, said),
    ...described(call, said),
  };
}

/** `argparse.REMAINDER` and the like as they are written. */
function nargsName(call: Call): string | undefined {
  const given = argument(call, -1, 'nargs');
  const name = given ? leafOf(given) : '';
  return { REMAINDER: '*', ZERO_OR_MORE: '*', ONE_OR_MORE: '+', OPTIONAL: '?', PARSER: '+' }[name];
}

function repeated(call: Call, said: Said): Pick<CliParameter, 'multiple'> {
  const nargs = said.value('nargs') ?? nargsName(call);
  const many = nargs === '*' || nargs === '+' || nargs === '...' || typeof nargs === 'number';
  const again = said.action === 'append' || said.action === 'append_const' || said.action === 'extend';
  return many || again ? { multiple: true } : {};
}

function typed(models: Models, call: Call, place: Place, said: Said): Pick<CliParameter, 'type' | 'choices'> {
  const { action } = said;
  if (action === null) return { type: null };
  if (FLAGS.has(action)) return { type: 'boolean' };
  if (action === 'count') return { type: 'integer' };
  if (action === 'store_const' || action === 'append_const') return { type: 'constant' };
  const listed = argument(call, -1, 'choices');
  if (listed && !(listed.type === 'Constant' && listed.value.kind === 'none')) {
    const choices = choicesOf(models, place, listed);
    return { type: 'choice', ...(choices ? { choices } : {}) };
  }
  const given = argument(call, -1, 'type');
  return { type: given ? typeAt(models, place, given) : 'text' };
}

function typeAt(models: Models, place: Place, expr: Expr): string | null {
  const target = expr.type === 'Call' ? expr.func : expr;
  const symbol = resolveExpr(models.symbols, place, target);
  if (symbol?.kind === 'external') return KNOWN[symbol.name] ?? null;
  return symbol === null && target.type === 'Name' ? (TYPES[target.id] ?? null) : null;
}

function described(call: Call, said: Said): Pick<CliParameter, 'default' | 'help' | 'unresolved'> {
  const fallback = said.value('default');
  const help = said.value('help');
  const isFlag = said.action === 'store_true' || said.action === 'store_false';
  const plain = isFlag && argument(call, -1, 'default') === null ? said.action === 'store_false' : fallback;
  return {
    ...(plain !== undefined && plain !== null && plain !== SUPPRESSED ? { default: plain } : {}),
    ...(typeof help === 'string' && help !== SUPPRESSED ? { help } : {}),
    ...(said.open.length > 0 ? { unresolved: `${said.open.join(', ')}: only known at run time` } : {}),
  };
}
