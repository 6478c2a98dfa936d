import type { SourceTree } from '../project/types';
import type { Call, Comprehension, Expr } from '../python';
import { requirementsOf } from './requirements-file';
import { dotted } from './setup-names';

/** Methods of a file or of its text that leave its lines as they are. */
const OF_LINES = /^(read|read_text|readlines|splitlines|split|strip|rstrip|decode)$/;

export function keepsLines(method: string): boolean {
  return OF_LINES.test(method);
}

/**
 * `open("requirements.txt").read().splitlines()` and helpers that are given the path of a requirements file; undefined when no such file is
 * named, null when it is not there.
 */
export function requirementsFile(call: Call, tree: SourceTree): string[] | null | undefined {
  const path = namedIn(call)
    .map(pathIn)
    .find((one) => one !== null && /require.*\.(txt|in)$/.test(one));
  if (typeof path !== 'string') return undefined;
  const isThere = tree.files.some((candidate) => candidate.path === path);
  return isThere ? requirementsOf(tree, path, 'main').map(({ requirement }) => requirement) : null;
}

/** What the calls of a chain are given, and what its first method is called on. */
function namedIn(call: Call): Expr[] {
  const receiver = call.func.type === 'Attribute' ? call.func.value : call.func;
  return [...call.args, ...(receiver.type === 'Call' ? namedIn(receiver) : [receiver])];
}

/** A path, or what is joined to the folder of setup.py. */
export function pathIn(expr: Expr): string | null {
  if (expr.type === 'Constant') return expr.value.kind === 'str' ? expr.value.value : null;
  if (expr.type === 'BinOp' && expr.op === 'Div') {
    const [left, right] = [pathIn(expr.left), pathIn(expr.right)];
    return left === null || right === null ? right : `${left}/${right}`;
  }
  if (expr.type !== 'Call' || !/(^|\.)join$/.test(dotted(expr.func))) return null;
  const parts = expr.args.map(pathIn);
  const known = parts[0] === null ? parts.slice(1) : parts;
  return known.length === 0 || known.includes(null) ? null : known.join('/');
}

/** `line.strip() for line in LINES if line.strip() and not line.startswith("#")`: does it only tidy the lines up? */
export function tidiesLines(elt: Expr, { target, ifs, is_async }: Comprehension): boolean {
  if (target.type !== 'Name' || is_async === 1) return false;
  return isLine(elt, target.id) && ifs.every((test) => isTest(test, target.id));
}

/** The line, without white space, its end or a comment behind it. */
function isLine(expr: Expr, name: string): boolean {
  if (expr.type === 'Name') return expr.id === name;
  if (expr.type === 'Subscript') return isNumber(expr.slice, 0) && isCut(expr.value, name);
  if (expr.type !== 'Call' || expr.func.type !== 'Attribute') return false;
  const isEnd = expr.func.attr === 'replace' && textOf(expr.args[0]) === '\n' && textOf(expr.args[1]) === '';
  return ((keepsLines(expr.func.attr) && expr.args.length === 0) || isEnd) && isLine(expr.func.value, name);
}

/** `line.split("#")`, of which the first part is the line without a comment. */
function isCut(expr: Expr, name: string): boolean {
  if (expr.type !== 'Call' || expr.func.type !== 'Attribute') return false;
  const isAtComment = /^\s*#$/.test(textOf(expr.args[0]) ?? '');
  return /^(split|partition)$/.test(expr.func.attr) && isAtComment && isLine(expr.func.value, name);
}

/** Of lines that are no requirements: empty ones, comments and options. */
function isTest(test: Expr, name: string): boolean {
  if (test.type === 'BoolOp') return test.op === 'And' && test.values.every((part) => isTest(part, name));
  if (test.type === 'UnaryOp' && test.op === 'Not') return isNone(test.operand, name);
  return test.type === 'Compare' && test.ops[0] === 'NotEq' ? isCompared(test, name) : isLine(test, name);
}

/** Does it say that a line is no requirement? */
function isNone(expr: Expr, name: string): boolean {
  if (expr.type === 'Compare') return expr.ops[0] === 'Eq' && isCompared(expr, name);
  if (expr.type !== 'Call' || expr.func.type !== 'Attribute' || expr.func.attr !== 'startswith') return false;
  const [start] = expr.args;
  const options = start?.type === 'Tuple' ? start.elts : [start];
  return isLine(expr.func.value, name) && options.every((part) => /^[#-]/.test(textOf(part) ?? ''));
}

/** `line == "-r requirements.txt\n"`, `line.strip() == ""` */
function isCompared({ left, ops, comparators }: Expr & { type: 'Compare' }, name: string): boolean {
  return ops.length === 1 && isLine(left, name) && /^([#-]|\s*$)/.test(textOf(comparators[0]) ?? 'x');
}

function textOf(expr: Expr | undefined): string | null {
  return expr?.type === 'Constant' && expr.value.kind === 'str' ? expr.value.value : null;
}

function isNumber(expr: Expr, wanted: number): boolean {
  return expr.type === 'Constant' && expr.value.kind === 'int' && Number(expr.value.value) === wanted;
}
