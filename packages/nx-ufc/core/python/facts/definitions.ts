import type { Arguments, AsyncFunctionDef, ClassDef, Expr, FunctionDef } from '../ast';
import { bodyKind } from './bodies';
import { complexityOf } from './complexity';
import { dottedOf } from './dotted';
import { allArgs, CODE, TYPE, visitDefaults, visitExpr } from './expressions';
import type { Extraction, Place } from './state';
import { bind, closeScope, lineAt, openScope, placed, sourceOf } from './state';
import { typeParamPlace, visitDocumentedBody } from './statements';
import type { ClassFact, DecoratorFact, FunctionFact, ParameterFact } from './types';

export function visitFunction(x: Extraction, node: FunctionDef | AsyncFunctionDef, place: Place): void {
  const index = x.facts.functions.length;
  const decorators = decoratorFacts(x, node.decorator_list, place);
  visitDefaults(x, node.args, place);
  const fact: FunctionFact = {
    name: node.name,
    qualname: place.qualifier + node.name,
    async: node.type === 'AsyncFunctionDef',
    class: place.class,
    decorators,
    parameters: parameterFacts(x, node.args),
    returns: node.returns ? sourceOf(x, node.returns) : null,
    docstring: false,
    body: bodyKind(node.body),
    yields: false,
    complexity: complexityOf(node.body),
    ...definitionPlace(x, node, node.decorator_list),
    parentScope: place.scopeId,
    scopeId: -1,
    run: place.run,
    unusedParameters: [],
  };
  x.facts.functions.push(fact);
  if (place.class >= 0) x.facts.classes[place.class].methods.push(index);
  bind(x, place.scopeId, node.name, 'function', { start: node.nameStart, end: node.nameEnd }, index);
  const outer = typeParamPlace(x, node.type_params, node, place);
  for (const arg of allArgs(node.args)) if (arg.annotation) visitExpr(x, arg.annotation, outer, TYPE);
  if (node.returns) visitExpr(x, node.returns, outer, TYPE);
  const scopeId = openScope(x, 'function', outer.scopeId, node.name, node);
  fact.scopeId = scopeId;
  for (const arg of allArgs(node.args)) bind(x, scopeId, arg.arg, 'parameter', arg);
  const run = place.run === 'type_checking' ? 'type_checking' : 'function';
  const inner: Place = {
    scopeId,
    function: index,
    class: -1,
    run,
    guarded: place.guarded,
    qualifier: `${fact.qualname}.<locals>.`,
  };
  fact.docstring = visitDocumentedBody(x, node.body, inner);
  fact.unusedParameters = fact.parameters.map((p) => p.name).filter((name) => !x.used[scopeId].has(name));
  closeScope(x, scopeId);
  if (outer !== place) closeScope(x, outer.scopeId);
}

export function visitClass(x: Extraction, node: ClassDef, place: Place): void {
  const index = x.facts.classes.length;
  const decorators = decoratorFacts(x, node.decorator_list, place);
  const fact: ClassFact = {
    name: node.name,
    qualname: place.qualifier + node.name,
    bases: [],
    keywords: node.keywords.map((keyword) => ({
      name: keyword.arg ?? '**',
      text: sourceOf(x, keyword.value),
    })),
    decorators,
    docstring: false,
    ...definitionPlace(x, node, node.decorator_list),
    parentScope: place.scopeId,
    scopeId: -1,
    run: place.run,
    methods: [],
    fields: [],
  };
  x.facts.classes.push(fact);
  bind(x, place.scopeId, node.name, 'class', { start: node.nameStart, end: node.nameEnd }, index);
  const outer = typeParamPlace(x, node.type_params, node, place);
  fact.bases = node.bases.map((base) => baseFact(x, base, outer));
  for (const keyword of node.keywords) visitExpr(x, keyword.value, outer);
  const scopeId = openScope(x, 'class', outer.scopeId, node.name, node);
  fact.scopeId = scopeId;
  const inner: Place = { ...place, scopeId, class: index, qualifier: `${fact.qualname}.` };
  const from = x.facts.assignments.length;
  fact.docstring = visitDocumentedBody(x, node.body, inner);
  for (let i = from; i < x.facts.assignments.length; i++)
    if (x.facts.assignments[i].class === index) fact.fields.push(i);
  closeScope(x, scopeId);
  if (outer !== place) closeScope(x, outer.scopeId);
}

/** A generic base counts by its class: `Base[T]` is `Base`. Strings in it are forward references. */
function baseFact(x: Extraction, base: Expr, place: Place): ClassFact['bases'][number] {
  visitExpr(x, base, place, base.type === 'Subscript' ? TYPE : CODE);
  const generic = base.type === 'Subscript' ? base.value : base;
  const dotted = dottedOf(generic);
  const fact: ClassFact['bases'][number] = {
    name: dotted ? dotted.parts.join('.') : sourceOf(x, base),
    resolved: null,
    span: { start: base.start, end: base.end },
  };
  if (dotted)
    x.later.push({
      parts: dotted.parts,
      scopeId: place.scopeId,
      set: (resolved) => (fact.resolved = resolved),
    });
  return fact;
}

function decoratorFacts(x: Extraction, decorators: Expr[], place: Place): DecoratorFact[] {
  return decorators.map((decorator) => {
    const call = visitExpr(x, decorator, place);
    const dotted = dottedOf(decorator.type === 'Call' ? decorator.func : decorator);
    const { line, span } = placed(x, decorator);
    const fact: DecoratorFact = {
      name: dotted ? dotted.parts.join('.') : '',
      resolved: null,
      call,
      line,
      span,
    };
    if (dotted)
      x.later.push({
        parts: dotted.parts,
        scopeId: place.scopeId,
        set: (resolved) => (fact.resolved = resolved),
      });
    return fact;
  });
}

function definitionPlace(x: Extraction, node: FunctionDef | AsyncFunctionDef | ClassDef, decorators: Expr[]) {
  const { line: defLine, column, span } = placed(x, node);
  return {
    line: decorators.length > 0 ? lineAt(x, decorators[0].start) : defLine,
    defLine,
    endLine: lineAt(x, Math.max(node.start, node.end - 1)),
    column,
    span,
    nameSpan: { start: node.nameStart, end: node.nameEnd },
  };
}

function parameterFacts(x: Extraction, args: Arguments): ParameterFact[] {
  const facts: ParameterFact[] = [];
  const add = (arg: Arguments['args'][number], kind: ParameterFact['kind'], value: Expr | null) =>
    facts.push({
      name: arg.arg,
      kind,
      annotation: arg.annotation ? sourceOf(x, arg.annotation) : null,
      default: value ? sourceOf(x, value) : null,
      span: { start: arg.start, end: arg.end },
    });
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  positional.forEach((arg, i) =>
    add(
      arg,
      i < args.posonlyargs.length ? 'positional_only' : 'positional_or_keyword',
      i >= firstDefault ? args.defaults[i - firstDefault] : null,
    ),
  );
  if (args.vararg) add(args.vararg, 'var_positional', null);
  args.kwonlyargs.forEach((arg, i) => add(arg, 'keyword_only', args.kw_defaults[i]));
  if (args.kwarg) add(args.kwarg, 'var_keyword', null);
  return facts;
}
