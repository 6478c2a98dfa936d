import type { SourceTree } from '../project/types';
import type { Call, Comprehension, Expr } from '../python';
import type { FunctionDef } from '../python/ast';
import { aboutConstant } from './about';
import { moduleConstant } from './module-constant';
import { globbed, stemOf, takesStems } from './setup-globs';
import { keepsLines, requirementsFile, tidiesLines } from './setup-lines';
import { dotted, type Names, type Step } from './setup-names';
import { requirementsRead } from './setup-readers';
import { formatted, percented } from './setup-texts';

/** A value of setup.py; null is one that only running code could tell. */
export type Value = string | Value[] | { [key: string]: Value } | null;

export interface SetupScope {
  names: Names;
  tree: SourceTree;
  functions: ReadonlyMap<string, FunctionDef>;
}

const MAX_DEPTH = 20;
/** A list that is made of another one is not longer than people write lists. */
const MAX_EACH = 1000;

/** What an expression of setup.py is, without running it. */
export function evaluate(scope: SetupScope, expr: Expr, depth = 0): Value {
  if (depth > MAX_DEPTH) return null;
  const inner = (part: Expr) => evaluate(scope, part, depth + 1);
  switch (expr.type) {
    case 'Constant':
      if (expr.value.kind === 'int') return String(expr.value.value);
      return expr.value.kind === 'str' ? expr.value.value : null;
    case 'List':
    case 'Tuple':
    case 'Set':
      return expr.elts.flatMap((item) =>
        item.type === 'Starred' ? asItems(inner(item.value)) : [inner(item)],
      );
    case 'Dict':
      return merged(
        expr.keys.map((key, i) =>
          key ? { [String(inner(key) ?? '')]: inner(expr.values[i]) } : inner(expr.values[i]),
        ),
      );
    case 'Name':
      return valueOfSteps(scope, scope.names.get(expr.id) ?? [], depth);
    case 'BinOp':
      if (expr.op === 'Add') return added(inner(expr.left), inner(expr.right));
      return expr.op === 'Mod' ? filled(percented, inner(expr.left), inner(expr.right)) : null;
    case 'JoinedStr': {
      const parts = expr.values.map((part) => inner(part.type === 'FormattedValue' ? part.value : part));
      return parts.every((part) => typeof part === 'string') ? parts.join('') : null;
    }
    case 'Attribute':
      return expr.value.type === 'Name' ? moduleConstant(scope.tree, expr.value.id, expr.attr) : null;
    case 'Subscript': {
      const key = inner(expr.slice);
      if (typeof key !== 'string') return null;
      const table = inner(expr.value);
      return isTable(table) && Object.hasOwn(table, key) ? table[key] : aboutConstant(scope.tree, key);
    }
    case 'Call':
      return called(scope, expr, inner);
    case 'ListComp':
    case 'GeneratorExp': {
      const [lines, ...more] = expr.generators;
      if (more.length > 0) return null;
      if (takesStems(expr.elt, lines)) return stemsOf(inner(lines.iter));
      return tidiesLines(expr.elt, lines) ? listOf(inner(lines.iter)) : eachOf(scope, expr.elt, lines, depth);
    }
    default:
      return null;
  }
}

export function isTable(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Is there anything in a value that only running code could tell? */
export function hasGap(value: Value): boolean {
  if (value === null || typeof value === 'string') return value === null;
  return Object.values(value).some(hasGap);
}

/** What a name holds after all that happens to it. A change that only some runs make leaves a gap. */
function valueOfSteps(scope: SetupScope, steps: readonly Step[], depth: number): Value {
  let value: Value = null;
  for (const { kind, key, value: expr, maybe, before } of steps) {
    const then = (part: Expr) => evaluate({ ...scope, names: before }, part, depth + 1);
    const next = maybe || !expr ? null : then(expr);
    if (kind === 'set') value = next;
    else if (kind === 'append') value = added(value, [next]);
    else if (kind === 'add') value = added(value, next === null ? [null] : next);
    else if (kind === 'update') value = merged([value, next ?? { '': null }]);
    else value = merged([value, { [String((key && then(key)) ?? '')]: next }]);
  }
  return value;
}

function asItems(value: Value): Value[] {
  return Array.isArray(value) ? value : [null];
}

function added(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  return Array.isArray(left) && Array.isArray(right) ? [...left, ...right] : null;
}

function merged(tables: readonly Value[]): Value {
  return tables.every(isTable) ? Object.assign({}, ...tables) : null;
}

function called(scope: SetupScope, call: Call, inner: (expr: Expr) => Value): Value {
  const name = dotted(call.func);
  if (name === 'dict')
    return merged([
      ...call.args.map(inner),
      ...call.keywords.map(({ arg, value }) => (arg === null ? inner(value) : { [arg]: inner(value) })),
    ]);
  if (/^(list|tuple|sorted)$/.test(name) && call.args.length === 1) return listOf(inner(call.args[0]));
  const files = globbed(call, scope.tree);
  if (files !== undefined) return files;
  const requirements = requirementsFile(call, scope.tree);
  if (requirements !== undefined) return requirements;
  const read = requirementsRead({ ...scope, text: textIn(scope) }, call);
  if (read !== undefined) return read;
  if (call.func.type === 'Name' && call.args.length + call.keywords.length === 0)
    return inner({ ...call.func, id: `${name}()` });
  if (call.func.type !== 'Attribute') return null;
  return method(inner(call.func.value), call.func.attr, call.args.map(inner));
}

function textIn(scope: SetupScope): (names: Names, expr: Expr) => string | null {
  return (names, expr) => {
    const value = evaluate({ ...scope, names }, expr);
    return typeof value === 'string' ? value : null;
  };
}

/** `[f"{one} = pkg.{one}:main" for one in PROGRAMS]`: what is made of each of some texts. */
function eachOf(
  scope: SetupScope,
  elt: Expr,
  { target, iter, ifs, is_async }: Comprehension,
  depth: number,
): Value {
  const values = evaluate(scope, iter, depth + 1);
  const isPlain = target.type === 'Name' && ifs.length === 0 && is_async === 0;
  if (!isPlain || !Array.isArray(values) || values.length > MAX_EACH) return null;
  return values.map((value) => {
    if (typeof value !== 'string') return null;
    const one: Expr = { ...iter, type: 'Constant', value: { kind: 'str', value, u: false } };
    const step: Step = { kind: 'set', key: null, value: one, maybe: false, before: scope.names };
    return evaluate({ ...scope, names: new Map(scope.names).set(target.id, [step]) }, elt, depth + 1);
  });
}

function stemsOf(value: Value): Value {
  return Array.isArray(value) ? value.map((path) => (typeof path === 'string' ? stemOf(path) : null)) : null;
}

function listOf(value: Value): Value {
  return Array.isArray(value) ? value : null;
}

/** A text with others put into it. */
function filled(fill: (text: string, values: string[]) => string | null, text: Value, given: Value): Value {
  const values = Array.isArray(given) ? given : [given];
  const isKnown = typeof text === 'string' && values.every((value) => typeof value === 'string');
  return isKnown ? fill(text, values) : null;
}

/** Methods of texts that do not need more than the text. */
function method(on: Value, name: string, args: readonly Value[]): Value {
  if (Array.isArray(on)) return keepsLines(name) ? on : null;
  if (typeof on !== 'string') return null;
  const [first] = args;
  if (args.length === 0) {
    if (name === 'strip') return on.trim();
    if (name === 'split') return on.split(/\s+/).filter(Boolean);
    if (name === 'splitlines') return on.split(/\r?\n/);
    if (name === 'lower') return on.toLowerCase();
  }
  if (typeof first === 'string' && args.length === 1 && name === 'split' && first !== '')
    return on.split(first);
  if (name === 'format') return filled(formatted, on, [...args]);
  if (name === 'join' && Array.isArray(first) && first.every((one) => typeof one === 'string'))
    return first.join(on);
  return null;
}
