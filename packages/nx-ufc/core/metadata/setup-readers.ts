import type { SourceTree } from '../project/types';
import type { Call, Expr } from '../python';
import type { FunctionDef } from '../python/ast';
import { expressionsIn } from '../python/expressions-in';
import { requirementsOf } from './requirements-file';
import { dotted, type Names, type Step } from './setup-names';

/** What reads a setup.py: the tree, its functions, and what an expression is when names hold what they are given. */
export interface Reading {
  tree: SourceTree;
  names: Names;
  functions: ReadonlyMap<string, FunctionDef>;
  text(names: Names, expr: Expr): string | null;
}

const MAX_DEPTH = 10;

/**
 * `requirements("install")`, a function of setup.py that opens `requirements/install.pip`, a name that it makes of the word that it is given; undefined where it is not told
 * that it reads such a file, and one that is there.
 */
export function requirementsRead(reading: Reading, call: Call): string[] | undefined {
  const { tree, names, functions } = reading;
  const [argument, ...more] = [...call.args, ...call.keywords.map(({ value }) => value)];
  const read = functions.get(dotted(call.func));
  const [parameter, ...others] = read?.args.args ?? [];
  const word = argument && more.length === 0 ? reading.text(names, argument) : null;
  if (!read || !parameter || others.length > 0 || word === null) return undefined;
  const value: Expr = { ...argument, type: 'Constant', value: { kind: 'str', value: word, u: false } };
  const step: Step = { kind: 'set', key: null, value, maybe: false, before: names };
  const within = new Map(names).set(parameter.arg, [step]);
  const paths = opened(read).map((expr) => pathOf({ ...reading, names: within }, expr, localsOf(read), 0));
  const found = new Set(paths.filter((path) => path !== null && isRequirements(tree, path)));
  const [path] = found;
  return found.size === 1 && path
    ? requirementsOf(tree, path, 'main').map((one) => one.requirement)
    : undefined;
}

function isRequirements({ files }: SourceTree, path: string): boolean {
  return /require/i.test(path) && files.some((file) => file.path === path);
}

/** What a function opens: `open(path)`, `io.open(path)`, `path.read_text()`. */
function opened({ body }: FunctionDef): Expr[] {
  return expressionsIn(body).flatMap((expr) => {
    if (expr.type !== 'Call') return [];
    if (/^((io|codecs)\.)?open$/.test(dotted(expr.func))) return expr.args.slice(0, 1);
    const isMethod = expr.func.type === 'Attribute' && /^(open|read_text)$/.test(expr.func.attr);
    return isMethod ? [(expr.func as Expr & { type: 'Attribute' }).value] : [];
  });
}

/** Names that a function gives to an expression. */
function localsOf({ body }: FunctionDef): Map<string, Expr> {
  const found = new Map<string, Expr>();
  for (const stmt of body)
    if (stmt.type === 'Assign' && stmt.targets.length === 1 && stmt.targets[0].type === 'Name')
      found.set(stmt.targets[0].id, stmt.value);
  return found;
}

/** A path below the folder of setup.py, which is what no text tells of it. */
function pathOf(reading: Reading, expr: Expr, locals: Map<string, Expr>, depth: number): string | null {
  if (depth > MAX_DEPTH) return null;
  const inner = (part: Expr) => pathOf(reading, part, locals, depth + 1);
  const text = reading.text(reading.names, expr);
  if (text !== null) return text.replace(/^\.\//, '');
  if (expr.type === 'Name' && locals.has(expr.id)) return inner(locals.get(expr.id)!);
  if (expr.type === 'BinOp' && expr.op === 'Div') return joined([inner(expr.left), inner(expr.right)]);
  if (expr.type !== 'Call') return null;
  if (/(^|\.)(join|Path)$/.test(dotted(expr.func))) return joined(expr.args.map(inner));
  const isJoined = expr.func.type === 'Attribute' && expr.func.attr === 'joinpath';
  return isJoined
    ? joined([inner((expr.func as Expr & { type: 'Attribute' }).value), ...expr.args.map(inner)])
    : null;
}

function joined(parts: readonly (string | null)[]): string | null {
  const known = parts[0] === null ? parts.slice(1) : parts;
  return known.length === 0 || known.includes(null) ? null : known.join('/');
}
