import type { Arguments, Call, Comprehension, Expr } from '../ast';
import { parseExpressionText } from '../parser';
import type { Dotted } from './dotted';
import { dottedOf } from './dotted';
import { recordFormatted, recordString } from './strings';
import type { Extraction, Place, StringUse } from './state';
import { bind, closeScope, openScope, OTHER_USE, placed } from './state';
import type { CallFact, StringFact } from './types';
import { valueFact } from './values';

/** How an expression is read: as code, or as a type (annotation), where strings are forward references. */
export interface Reading {
  use: StringUse;
  annotation: boolean;
  inString: boolean;
}
export const CODE: Reading = { use: OTHER_USE, annotation: false, inString: false };
export const TYPE: Reading = {
  use: { role: 'annotation', call: -1, name: null },
  annotation: true,
  inString: false,
};

export function reading(role: StringFact['role'], name: string | null = null, call = -1): Reading {
  return { use: { role, call, name }, annotation: false, inString: false };
}

/** Visit an expression. Returns the index of its call fact when it is a call, else -1. */
export function visitExpr(x: Extraction, expr: Expr, place: Place, r: Reading = CODE): number {
  switch (expr.type) {
    case 'Name':
    case 'Attribute':
      visitChain(x, expr, place, r);
      return -1;
    case 'Constant':
      visitConstant(x, expr, place, r);
      return -1;
    case 'Call':
      return visitCall(x, expr, place, r, false);
    case 'Await':
      if (expr.value.type === 'Call') visitCall(x, expr.value, place, CODE, true);
      else visitExpr(x, expr.value, place);
      return -1;
    case 'BinOp':
      visitBinary(x, expr, place, r);
      return -1;
    case 'JoinedStr':
    case 'TemplateStr':
      recordFormatted(x, expr, place.scopeId, r.use);
      for (const part of expr.values) if (part.type !== 'Constant') visitExpr(x, part, place);
      return -1;
    case 'FormattedValue':
    case 'Interpolation':
      visitExpr(x, expr.value, place);
      for (const part of expr.format_spec?.values ?? [])
        if (part.type !== 'Constant') visitExpr(x, part, place);
      return -1;
    case 'Subscript':
      visitSubscript(x, expr, place, r);
      return -1;
    case 'Lambda':
      visitLambda(x, expr, place);
      return -1;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      visitComprehension(x, expr, [expr.elt], expr.generators, place);
      return -1;
    case 'DictComp':
      visitComprehension(x, expr, [expr.key, expr.value], expr.generators, place);
      return -1;
    case 'NamedExpr':
      bindTarget(x, expr.target, place, walrusScope(x, place.scopeId));
      return visitExpr(x, expr.value, place);
    default:
      visitChildren(x, expr, place, r);
      return -1;
  }
}

function visitChildren(x: Extraction, expr: Expr, place: Place, r: Reading): void {
  const inner: Reading = r.annotation ? r : CODE;
  switch (expr.type) {
    case 'Tuple':
    case 'List':
    case 'Set':
      for (const element of expr.elts) visitExpr(x, element, place, r.annotation ? r : reading('element'));
      return;
    case 'Dict':
      for (const key of expr.keys) if (key) visitExpr(x, key, place, reading('key'));
      for (const value of expr.values) visitExpr(x, value, place, reading('element'));
      return;
    case 'BoolOp':
      for (const value of expr.values) visitExpr(x, value, place, r);
      return;
    case 'Compare':
      visitExpr(x, expr.left, place, reading('comparison'));
      for (const value of expr.comparators) visitExpr(x, value, place, reading('comparison'));
      return;
    case 'UnaryOp':
      visitExpr(x, expr.operand, place, inner);
      return;
    case 'IfExp':
      visitExpr(x, expr.test, place);
      visitExpr(x, expr.body, place, r);
      visitExpr(x, expr.orelse, place, r);
      return;
    case 'Starred':
      visitExpr(x, expr.value, place, inner);
      return;
    case 'Yield':
    case 'YieldFrom':
      if (place.function >= 0) x.facts.functions[place.function].yields = true;
      if (expr.value) visitExpr(x, expr.value, place);
      return;
    case 'Slice':
      for (const bound of [expr.lower, expr.upper, expr.step]) if (bound) visitExpr(x, bound, place);
      return;
  }
}

/** Left spines are a loop: `a + b + c + …` may have thousands of terms. */
function visitBinary(x: Extraction, expr: Expr, place: Place, r: Reading): void {
  let current = expr;
  const rights: Expr[] = [];
  while (current.type === 'BinOp') {
    rights.push(current.right);
    current = current.left;
  }
  const inner = r.annotation ? r : CODE;
  visitExpr(x, current, place, inner);
  for (let i = rights.length - 1; i >= 0; i--) visitExpr(x, rights[i], place, inner);
}

/** Attribute chains down to their root, a loop for the same reason. */
function visitChain(x: Extraction, expr: Expr, place: Place, r: Reading): void {
  const dotted = dottedOf(expr);
  if (dotted) {
    pushReference(x, dotted, expr.type === 'Name' || expr.type === 'Attribute' ? expr.ctx : 'Load', place, r);
    return;
  }
  let current = expr;
  const calls: Call[] = [];
  for (;;) {
    if (current.type === 'Attribute') current = current.value;
    else if (current.type === 'Call' && !dottedOf(current.func)) {
      calls.push(current);
      current = current.func;
    } else break;
  }
  visitExpr(x, current, place);
  for (let i = calls.length - 1; i >= 0; i--) recordCall(x, calls[i], null, place, false);
}

function pushReference(x: Extraction, dotted: Dotted, ctx: string, place: Place, r: Reading): void {
  x.used[place.scopeId].add(dotted.parts[0]);
  x.pending.push({
    parts: dotted.parts,
    partEnds: dotted.partEnds,
    span: { start: dotted.start, end: dotted.end },
    context: ctx === 'Store' ? 'store' : ctx === 'Del' ? 'del' : 'load',
    scopeId: place.scopeId,
    inString: r.inString,
    annotation: r.annotation,
  });
}

function visitConstant(
  x: Extraction,
  expr: Extract<Expr, { type: 'Constant' }>,
  place: Place,
  r: Reading,
): void {
  if (expr.value.kind !== 'str' && expr.value.kind !== 'bytes') return;
  if (r.inString) return;
  const literals = recordString(x, expr, place.scopeId, r.use);
  if (r.annotation && expr.value.kind === 'str' && literals.length === 1)
    visitForwardReference(x, literals[0], place);
}

/** `"Table"` in an annotation is an expression; its offsets are known when the literal has no escapes. */
function visitForwardReference(x: Extraction, literal: StringFact, place: Place): void {
  const body = literal.span.start + literal.prefix.length + literal.quote.length;
  const text = x.text.slice(body, literal.span.end - literal.quote.length);
  if (text.includes('\\') || text !== literal.value) return;
  const expr = parseExpressionText(text);
  if (!expr) return;
  const from = x.pending.length;
  visitExpr(x, expr, place, { use: OTHER_USE, annotation: true, inString: true });
  for (const pending of x.pending.slice(from)) {
    pending.span = { start: pending.span.start + body, end: pending.span.end + body };
    pending.partEnds = pending.partEnds.map((end) => end + body);
  }
}

function visitSubscript(
  x: Extraction,
  expr: Extract<Expr, { type: 'Subscript' }>,
  place: Place,
  r: Reading,
): void {
  visitExpr(x, expr.value, place, r.annotation ? r : CODE);
  if (!r.annotation) {
    visitExpr(x, expr.slice, place, reading('subscript'));
    return;
  }
  const generic = dottedOf(expr.value)?.parts.at(-1);
  if (generic === 'Literal') {
    visitExpr(x, expr.slice, place, reading('subscript'));
  } else if (generic === 'Annotated' && expr.slice.type === 'Tuple') {
    expr.slice.elts.forEach((element, i) => visitExpr(x, element, place, i === 0 ? r : CODE));
  } else visitExpr(x, expr.slice, place, r);
}

function visitCall(x: Extraction, call: Call, place: Place, r: Reading, awaited: boolean): number {
  const dotted = dottedOf(call.func);
  if (dotted) pushReference(x, dotted, 'Load', place, CODE);
  else visitExpr(x, call.func, place, r.annotation ? r : CODE);
  return recordCall(x, call, dotted, place, awaited);
}

function recordCall(
  x: Extraction,
  call: Call,
  dotted: Dotted | null,
  place: Place,
  awaited: boolean,
): number {
  const index = x.facts.calls.length;
  const fact: CallFact = {
    callee: dotted ? dotted.parts.join('.') : '',
    resolved: null,
    arguments: [],
    ...placed(x, call),
    scopeId: place.scopeId,
    function: place.function,
    run: place.run,
    awaited,
  };
  x.facts.calls.push(fact);
  if (dotted)
    x.later.push({
      parts: dotted.parts,
      scopeId: place.scopeId,
      set: (resolved) => (fact.resolved = resolved),
    });
  if (fact.callee === 'locals' || fact.callee === 'vars') markAllUsed(x, place.scopeId);
  const leaf = dotted?.parts.at(-1);
  call.args.forEach((arg, position) => {
    const starred = arg.type === 'Starred';
    visitArgument(
      x,
      starred ? arg.value : arg,
      index,
      null,
      starred,
      place,
      leaf === 'cast' && position === 0,
    );
  });
  for (const keyword of call.keywords) {
    visitArgument(
      x,
      keyword.value,
      index,
      keyword.arg,
      keyword.arg === null,
      place,
      leaf === 'TypeVar' && keyword.arg === 'bound',
    );
  }
  return index;
}

function visitArgument(
  x: Extraction,
  expr: Expr,
  call: number,
  keyword: string | null,
  starred: boolean,
  place: Place,
  isType: boolean,
): void {
  const string = expr.type === 'Constant' && expr.value.kind === 'str' ? x.facts.strings.length : -1;
  const r: Reading = { use: { role: 'argument', call, name: keyword }, annotation: isType, inString: false };
  const inner = visitExpr(x, expr, place, r);
  const value = valueFact(x, expr, place.scopeId, inner);
  x.facts.calls[call].arguments.push({
    keyword,
    starred,
    value,
    span: { start: expr.start, end: expr.end },
    string,
  });
}

/** `locals()` reads every name of its function. */
function markAllUsed(x: Extraction, scopeId: number): void {
  for (const name of Object.keys(x.facts.scopes[scopeId].bindings)) x.used[scopeId].add(name);
}

function visitLambda(x: Extraction, expr: Extract<Expr, { type: 'Lambda' }>, place: Place): void {
  visitDefaults(x, expr.args, place);
  const scopeId = openScope(x, 'lambda', place.scopeId, '<lambda>', expr);
  for (const arg of allArgs(expr.args)) bind(x, scopeId, arg.arg, 'parameter', arg);
  visitExpr(x, expr.body, { ...place, scopeId, class: -1 });
  closeScope(x, scopeId);
}

export function visitDefaults(x: Extraction, args: Arguments, place: Place): void {
  for (const value of args.defaults) visitExpr(x, value, place);
  for (const value of args.kw_defaults) if (value) visitExpr(x, value, place);
}

export function allArgs(args: Arguments) {
  return [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg ? [args.vararg] : []),
    ...args.kwonlyargs,
    ...(args.kwarg ? [args.kwarg] : []),
  ];
}

/** The first iterable is evaluated outside of the comprehension, everything else inside. */
function visitComprehension(
  x: Extraction,
  expr: Expr,
  elements: Expr[],
  generators: Comprehension[],
  place: Place,
): void {
  visitExpr(x, generators[0].iter, place);
  const scopeId = openScope(x, 'comprehension', place.scopeId, '<comprehension>', expr);
  const inner: Place = { ...place, scopeId, class: -1 };
  generators.forEach((generator, i) => {
    bindTarget(x, generator.target, inner, scopeId);
    if (i > 0) visitExpr(x, generator.iter, inner);
    for (const condition of generator.ifs) visitExpr(x, condition, inner);
  });
  for (const element of elements) visitExpr(x, element, inner, reading('element'));
  closeScope(x, scopeId);
}

/** A walrus in a comprehension binds in the function around it (PEP 572). */
function walrusScope(x: Extraction, scopeId: number): number {
  let at = scopeId;
  while (x.facts.scopes[at].kind === 'comprehension') at = x.facts.scopes[at].parent;
  return at;
}

/** Bind the names of an assignment target; attributes and subscripts in it are references. */
export function bindTarget(x: Extraction, target: Expr, place: Place, scopeId: number, index = -1): void {
  switch (target.type) {
    case 'Name':
      bind(x, scopeId, target.id, 'assignment', target, index);
      pushStore(x, target, { ...place, scopeId });
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) bindTarget(x, element, place, scopeId);
      return;
    case 'Starred':
      bindTarget(x, target.value, place, scopeId);
      return;
    default:
      visitExpr(x, target, place);
  }
}

/** A store is a reference too, but no use of the name. */
function pushStore(x: Extraction, target: Extract<Expr, { type: 'Name' }>, place: Place): void {
  x.pending.push({
    parts: [target.id],
    partEnds: [target.end],
    span: { start: target.start, end: target.end },
    context: 'store',
    scopeId: place.scopeId,
    inString: false,
    annotation: false,
  });
}
