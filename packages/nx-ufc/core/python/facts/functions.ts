import type { Arg, Arguments, AsyncFunctionDef, Expr, FunctionDef } from '../ast';
import { bodyKind } from './bodies';
import { qualnameOf } from './classes';
import { complexityOf } from './complexity';
import { definitionPlace, visitDecorators } from './decorators';
import { asAnnotation, visitExpr } from './expressions';
import { allArgs, bindParameters, visitDefaults } from './inner-scopes';
import { bind, openScope } from './scopes';
import { visitDocumentedBody } from './statements';
import type { Extraction, Place } from './state';
import { ANNOTATION_USE, sourceOf, spanOf } from './state';
import { typeParameterPlace } from './type-parameters';
import type { FunctionFact, ParameterFact } from './types';

/** Decorators and defaults are evaluated outside, annotations where the type parameters are known. */
export function visitFunction(x: Extraction, node: FunctionDef | AsyncFunctionDef, place: Place): void {
  const decorators = visitDecorators(x, node.decorator_list, place);
  visitDefaults(x, node.args, place);
  const outer = typeParameterPlace(x, node.type_params, node, place);
  visitAnnotations(x, node, outer);
  const scopeId = openScope(x, 'function', outer.scopeId, node.name, node);
  bindParameters(x, scopeId, node.args);
  const at = definitionPlace(x, node);
  const fact: FunctionFact = {
    name: node.name,
    qualname: qualnameOf(x, node.name, place),
    async: node.type === 'AsyncFunctionDef',
    class: place.class,
    decorators,
    parameters: parameterFacts(x, node.args),
    returns: node.returns && sourceOf(x, node.returns),
    docstring: false,
    body: bodyKind(node.body),
    yields: false,
    complexity: complexityOf(node.body),
    line: at.line,
    defLine: at.defLine,
    endLine: at.endLine,
    column: at.column,
    span: at.span,
    nameSpan: at.nameSpan,
    parentScope: place.scopeId,
    scopeId,
    run: place.run,
    unusedParameters: [],
  };
  const index = x.facts.functions.push(fact) - 1;
  if (place.class >= 0) x.facts.classes[place.class].methods.push(index);
  bind(x, place.scopeId, node.name, 'function', fact.nameSpan, index);
  const inner: Place = {
    scopeId,
    function: index,
    class: -1,
    run: place.run === 'type_checking' ? place.run : 'function',
    guarded: place.guarded,
    qualifier: `${fact.qualname}.<locals>.`,
    types: place.types,
    annotation: place.annotation,
    inString: place.inString,
  };
  fact.docstring = visitDocumentedBody(x, node.body, inner) !== null;
}

function visitAnnotations(x: Extraction, node: FunctionDef | AsyncFunctionDef, place: Place): void {
  let types: Place | null = null;
  for (const { annotation } of allArgs(node.args))
    if (annotation) visitExpr(x, annotation, (types ??= asAnnotation(place)), ANNOTATION_USE);
  if (node.returns) visitExpr(x, node.returns, types ?? asAnnotation(place), ANNOTATION_USE);
}

function parameterFacts(x: Extraction, args: Arguments): ParameterFact[] {
  const facts: ParameterFact[] = [];
  const { posonlyargs, defaults, kwonlyargs, kw_defaults } = args;
  const positional = posonlyargs.length + args.args.length;
  const withoutDefault = positional - defaults.length;
  for (let i = 0; i < positional; i++) {
    const value = i < withoutDefault ? null : defaults[i - withoutDefault];
    const only = i < posonlyargs.length;
    if (only) facts.push(parameterFact(x, posonlyargs[i], 'positional_only', value));
    else facts.push(parameterFact(x, args.args[i - posonlyargs.length], 'positional_or_keyword', value));
  }
  if (args.vararg) facts.push(parameterFact(x, args.vararg, 'var_positional', null));
  for (let i = 0; i < kwonlyargs.length; i++)
    facts.push(parameterFact(x, kwonlyargs[i], 'keyword_only', kw_defaults[i]));
  if (args.kwarg) facts.push(parameterFact(x, args.kwarg, 'var_keyword', null));
  return facts;
}

function parameterFact(
  x: Extraction,
  arg: Arg,
  kind: ParameterFact['kind'],
  value: Expr | null,
): ParameterFact {
  return {
    name: arg.arg,
    kind,
    annotation: arg.annotation && sourceOf(x, arg.annotation),
    default: value && sourceOf(x, value),
    span: spanOf(arg),
  };
}
