import type { Arguments, DictComp, Expr, GeneratorExp, Lambda, ListComp, SetComp } from '../ast';
import { visitExpr } from './expressions';
import { bind, openScope } from './scopes';
import type { Extraction, Place } from './state';
import { ELEMENT_USE } from './state';
import { nameSpan } from './name-span';
import { bindTarget } from './targets';

/** Defaults are evaluated outside, when the lambda is made; its body when it is called. */
export function visitLambda(x: Extraction, expr: Lambda, place: Place): void {
  visitDefaults(x, expr.args, place);
  const scopeId = openScope(x, 'lambda', place.scopeId, '<lambda>', expr);
  bindParameters(x, scopeId, expr.args);
  const run = place.run === 'type_checking' ? place.run : 'function';
  visitExpr(x, expr.body, { ...place, scopeId, class: -1, run });
}

export function visitDefaults(x: Extraction, args: Arguments, place: Place): void {
  for (const value of args.defaults) visitExpr(x, value, place);
  for (const value of args.kw_defaults) if (value) visitExpr(x, value, place);
}

export function bindParameters(x: Extraction, scopeId: number, args: Arguments): void {
  for (const arg of allArgs(args)) {
    const span = arg.annotation ? nameSpan(x.text, arg.arg, arg.start, arg.annotation.start) : arg;
    bind(x, scopeId, arg.arg, 'parameter', span);
  }
}

/** All parameters, in the order of the source. */
export function allArgs(args: Arguments): Arguments['args'] {
  const { posonlyargs, vararg, kwonlyargs, kwarg } = args;
  if (posonlyargs.length + kwonlyargs.length === 0 && !vararg && !kwarg) return args.args;
  return [
    ...posonlyargs,
    ...args.args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
}

/** The first iterable is evaluated outside of the comprehension, everything else inside. */
export function visitComprehension(
  x: Extraction,
  expr: ListComp | SetComp | DictComp | GeneratorExp,
  elements: readonly Expr[],
  place: Place,
): void {
  visitExpr(x, expr.generators[0].iter, place);
  const scopeId = openScope(x, 'comprehension', place.scopeId, '<comprehension>', expr);
  const inner: Place = { ...place, scopeId, class: -1 };
  for (let i = 0; i < expr.generators.length; i++) {
    const { iter, target, ifs } = expr.generators[i];
    if (i > 0) visitExpr(x, iter, inner);
    bindTarget(x, target, inner);
    for (const condition of ifs) visitExpr(x, condition, inner);
  }
  for (const element of elements) visitExpr(x, element, inner, ELEMENT_USE);
}
