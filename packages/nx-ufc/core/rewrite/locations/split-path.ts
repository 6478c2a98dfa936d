import type { Call, Expr } from '../../python/ast';
import type { Location } from './types';

/** A path expression that is taken apart, and the step up to the folder that the rest means. */
interface Taken {
  of: Expr;
  step: Location['ups'][number];
}

/** `X.split(os.sep)[-3]` is the name of the folder two steps up. */
export function takenPart({ value, slice }: Expr & { type: 'Subscript' }): Taken | null {
  const of = splitPath(value);
  const index = fromEnd(slice);
  return of && index && index.count > 1
    ? { of, step: { kind: 'index', span: index.span, count: index.count - 1, first: -1 } }
    : null;
}

/** `os.sep.join(X.split(os.sep)[:-2])` is the folder two steps up. */
export function takenParts({ func, args, keywords }: Call): Taken | null {
  const [parts] = args;
  if (func.type !== 'Attribute' || func.attr !== 'join' || !isSeparator(func.value)) return null;
  if (args.length !== 1 || keywords.length > 0 || parts.type !== 'Subscript') return null;
  const { slice } = parts;
  const of = splitPath(parts.value);
  const index = slice.type === 'Slice' && !slice.lower && !slice.step && slice.upper && fromEnd(slice.upper);
  return of && index ? { of, step: { kind: 'index', span: index.span, count: index.count, first: 0 } } : null;
}

function splitPath(expr: Expr): Expr | null {
  if (expr.type !== 'Call' || expr.func.type !== 'Attribute' || expr.func.attr !== 'split') return null;
  return expr.args.length === 1 && expr.keywords.length === 0 && isSeparator(expr.args[0])
    ? expr.func.value
    : null;
}

/** `os.sep`, `os.path.sep`, `sep`, `"/"` */
function isSeparator(expr: Expr): boolean {
  if (expr.type === 'Attribute') return expr.attr === 'sep';
  if (expr.type === 'Name') return expr.id === 'sep';
  return expr.type === 'Constant' && expr.value.kind === 'str' && /^[/\\]$/.test(expr.value.value);
}

/** The number in `-2`. */
function fromEnd(expr: Expr): { count: number; span: { start: number; end: number } } | null {
  if (expr.type !== 'UnaryOp' || expr.op !== 'USub') return null;
  const { type, start, end } = expr.operand;
  if (type !== 'Constant' || expr.operand.value.kind !== 'int') return null;
  const count = Number(expr.operand.value.value);
  return count > 0 ? { count, span: { start, end } } : null;
}
