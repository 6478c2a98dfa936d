import type { Call, Expr } from '../../python/ast';
import { dottedText } from '../../python/facts/dotted';
import { literalPath, segmentsOf } from './literal';
import { takenPart, takenParts } from './split-path';
import type { Down, Environment, Location } from './types';

const NEUTRAL_CALLS =
  /^(abspath|realpath|normpath|normcase|fspath|expanduser|str|Path|PurePath|PosixPath|PurePosixPath|as_file)$/;
const NEUTRAL_METHODS = /^(resolve|absolute|expanduser|as_posix|__str__|__fspath__)$/;
const METHODS = /^(resolve|absolute|expanduser|as_posix|__str__|__fspath__|joinpath|path|with_name)$/;
const FUNCTIONS = /^(dirname|join|abspath|realpath|normpath|normcase|fspath|expanduser|str|as_file|\w*Path)$/;
const INSPECTING = /^get(source)?file$/;
const JOINS = /^(join|Path|PurePath|PosixPath|joinpath)$/;

/** Read an expression as a path that starts at a file, a package or a variable; null when it is none. */
export function locate(env: Environment, expr: Expr): Location | null {
  switch (expr.type) {
    case 'Name':
      if (expr.ctx !== 'Load') return null;
      return expr.id === '__file__'
        ? start({ kind: 'file', path: env.file }, expr)
        : locateVariable(env, expr.id, expr);
    case 'Attribute': {
      if (expr.attr === '__file__') {
        const path = env.fileOf(expr);
        return path === null ? null : start({ kind: 'file', path }, expr);
      }
      const constant = env.constant(expr);
      if (constant) return start({ kind: 'variable', variable: constant }, expr);
      const held = expr.value.type === 'Name' && env.variables.get(`${expr.value.id}.${expr.attr}`);
      if (held && expr.ctx === 'Load') return start({ kind: 'variable', variable: held }, expr);
      const inner = expr.attr === 'parent' ? locate(env, expr.value) : null;
      return inner && up(inner, { kind: 'attribute', span: { start: expr.value.end, end: expr.end } }, expr);
    }
    case 'Subscript':
      if (isFirstOfPath(expr)) return locatePath(env, expr.value, expr);
      if (expr.value.type === 'Call')
        return locateSplit(env, expr.value, expr.slice, expr) ?? locatePart(env, expr);
      return expr.value.type === 'Attribute' && expr.value.attr === 'parents'
        ? locateParents(env, expr.value.value, expr.slice, expr)
        : null;
    case 'BinOp': {
      if (expr.op === 'Sub') return locateDifference(env, expr.left, expr.right, expr);
      if (expr.op !== 'Div' && expr.op !== 'Add') return null;
      const down = segmentsOf(env, expr.right, expr.op === 'Div' ? 'operator' : 'text');
      const inner = down && locate(env, expr.left);
      return inner && append(inner, [down], expr, false);
    }
    case 'JoinedStr':
      return locateFormatted(env, expr);
    case 'Call':
      return locateCall(env, expr);
    default:
      return null;
  }
}

function locateVariable(env: Environment, name: string, expr: Expr): Location | null {
  const variable = env.variables.get(name) ?? env.constant(expr);
  return variable ? start({ kind: 'variable', variable }, expr) : null;
}

function start(anchor: Location['anchor'], { start: from, end }: Expr): Location {
  const span = { start: from, end };
  return { anchor, ups: [], downs: [], span, base: span, open: false };
}

/** A step up from what is already below a literal is no chain of the known form. */
function up(inner: Location, step: Location['ups'][number], { start: from, end }: Expr): Location | null {
  if (inner.downs.length > 0 || inner.open) return null;
  const span = { start: from, end };
  return { ...inner, ups: [...inner.ups, step], span, base: span, isObject: false };
}

function append(inner: Location, downs: Down[], { start: from, end }: Expr, open: boolean): Location | null {
  if (inner.open) return null;
  return { ...inner, downs: [...inner.downs, ...downs], span: { start: from, end }, open };
}

function wrap(inner: Location | null, { start: from, end }: Expr, isObject: boolean): Location | null {
  if (!inner) return null;
  const span = { start: from, end };
  return inner.downs.length === 0 ? { ...inner, span, base: span, isObject } : { ...inner, span };
}

/** `X.__path__[0]` (https://docs.python.org/3/reference/datamodel.html#module.__path__) */
function isFirstOfPath({ value, slice }: Expr & { type: 'Subscript' }): boolean {
  const name = value.type === 'Attribute' ? value.attr : value.type === 'Name' ? value.id : '';
  return (
    name === '__path__' &&
    slice.type === 'Constant' &&
    slice.value.kind === 'int' &&
    Number(slice.value.value) === 0
  );
}

function locatePath(env: Environment, path: Expr, whole: Expr): Location | null {
  const named = env.pathFolder(path);
  const key = path.type === 'Attribute' && path.value.type === 'Subscript' ? path.value.slice : null;
  const span = key && { start: key.start, end: key.end };
  return named && start({ kind: 'package', ...named, span }, whole);
}

function locateParents(env: Environment, of: Expr, index: Expr, whole: Expr): Location | null {
  const inner = locate(env, of);
  if (!inner || index.type !== 'Constant' || index.value.kind !== 'int') return null;
  const span = { start: index.start, end: index.end };
  return up(inner, { kind: 'index', span, count: Number(index.value.value) + 1, first: 1 }, whole);
}

/** `environ.Path(__file__) - 2` (https://django-environ.readthedocs.io/en/latest/api.html#environ.Path) */
function locateDifference(env: Environment, of: Expr, steps: Expr, whole: Expr): Location | null {
  if (steps.type !== 'Constant' || steps.value.kind !== 'int') return null;
  const count = Number(steps.value.value);
  const inner = count > 0 ? locate(env, of) : null;
  const span = { start: steps.start, end: steps.end };
  return inner && up(inner, { kind: 'index', span, count, first: 0 }, whole);
}

/** `os.path.split(X)[0]` is `dirname(X)`. */
function locateSplit(
  env: Environment,
  { func, args, keywords }: Call,
  index: Expr,
  whole: Expr,
): Location | null {
  const name = func.type === 'Name' ? func.id : func.type === 'Attribute' ? func.attr : '';
  const isFirst = index.type === 'Constant' && index.value.kind === 'int' && Number(index.value.value) === 0;
  const inner =
    isFirst && name === 'split' && args.length === 1 && keywords.length === 0 ? locate(env, args[0]) : null;
  if (!inner) return null;
  const before = { start: whole.start, end: args[0].start };
  const after = { start: args[0].end, end: whole.end };
  const callee = env.text.slice(func.start, func.end);
  return up(inner, { kind: 'call', before, after, callee, close: ')[0]' }, whole);
}

/** The name of a folder is no path, and nothing is appended to it. */
function locatePart(env: Environment, expr: Expr & { type: 'Subscript' }): Location | null {
  const taken = takenPart(expr);
  const inner = taken && locate(env, taken.of);
  const folder = inner && up(inner, taken.step, expr);
  return folder && { ...folder, open: true };
}

function locateFormatted(env: Environment, expr: Expr & { type: 'JoinedStr' }): Location | null {
  const [field, text, ...more] = expr.values;
  if (field?.type !== 'FormattedValue' || field.conversion !== -1 || field.format_spec || !text) return null;
  const down = literalPath(env.text, text, 'text', more.length > 0);
  const inner = down && locate(env, field.value);
  return inner && append(inner, [down], expr, more.length > 0);
}

function locateCall(env: Environment, call: Call): Location | null {
  const { func, args, keywords } = call;
  if (func.type === 'Name' && args.length + keywords.length === 0)
    return locateVariable(env, `${func.id}()`, call);
  // Paths of django-environ are called to append to them: `ROOT_DIR("apps")`.
  const called = func.type === 'Name' ? locateVariable(env, func.id, func) : null;
  if (called) return joinArguments(env, called, args, call);
  const taken = takenParts(call);
  const parts = taken && locate(env, taken.of);
  if (parts) return up(parts, taken.step, call);
  const name =
    func.type === 'Name'
      ? (env.texts.get(`${func.id}()`) ?? func.id)
      : func.type === 'Attribute'
        ? func.attr
        : '';
  const method = func.type === 'Attribute' && METHODS.test(name) ? locate(env, func.value) : null;
  if (method) return locateMethod(env, method, name, call);
  if (name === 'files' && args.length === 1) {
    const named = env.packageFolder(args[0]);
    const span = { start: args[0].start, end: args[0].end };
    return named && start({ kind: 'package', ...named, span }, call);
  }
  const inspected = INSPECTING.test(name) && args.length === 1 ? inspectedFile(env, args[0]) : null;
  if (inspected !== null) return start({ kind: 'file', path: inspected }, call);
  const inner = args.length > 0 && FUNCTIONS.test(name) ? locate(env, args[0]) : null;
  if (!inner) return null;
  if (name === 'dirname' && args.length === 1) {
    const before = { start: call.start, end: args[0].start };
    const after = { start: args[0].end, end: call.end };
    const callee = env.text.slice(func.start, func.end);
    return up(inner, { kind: 'call', before, after, callee, close: ')' }, call);
  }
  if (args.length === 1 && NEUTRAL_CALLS.test(name)) return wrap(inner, call, /Path$/.test(name));
  return JOINS.test(name) ? joinArguments(env, inner, args.slice(1), call) : null;
}

/** The file of a module, and that of the code itself: `getfile(currentframe())`, `getsourcefile(lambda: 0)` (https://docs.python.org/3/library/inspect.html). */
function inspectedFile(env: Environment, of: Expr): string | null {
  const isOwn =
    of.type === 'Lambda' ||
    (of.type === 'Call' && /(^|\.)(currentframe|_getframe)$/.test(dottedText(of.func)));
  return isOwn ? env.file : env.moduleFile(of);
}

function locateMethod(env: Environment, inner: Location, name: string, call: Call): Location | null {
  if (NEUTRAL_METHODS.test(name)) return wrap(inner, call, !/^(as_posix|__)/.test(name));
  if (name === 'joinpath' || name === 'path') return joinArguments(env, inner, call.args, call);
  const [argument] = call.args;
  if (name !== 'with_name' || !argument) return null;
  const down = segmentsOf(env, argument, 'argument');
  const above = down && up(inner, { kind: 'fixed' }, call);
  return above && append(above, [down], call, false);
}

function joinArguments(env: Environment, inner: Location, args: Expr[], call: Call): Location | null {
  const downs: Down[] = [];
  for (const argument of args) {
    const down = segmentsOf(env, argument, 'argument');
    if (!down) return downs.length > 0 ? append(inner, downs, call, true) : null;
    downs.push(down);
  }
  return append(inner, downs, call, false);
}
