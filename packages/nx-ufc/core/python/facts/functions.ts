import type { Arguments, AsyncFunctionDef, Expr, FunctionDef } from '../ast';
import { bodyKind } from './bodies';
import { qualnameOf } from './classes';
import { complexityOf } from './complexity';
import { definitionPlace, visitDecorators } from './decorators';
import { asAnnotation, visitExpr } from './expressions';
import { allArgs, bindParameters, visitDefaults } from './inner-scopes';
import { bind, openScope } from './scopes';
import { visitDocumentedBody } from './statements';
import type { Extraction, Place } from './state';
import { ANNOTATION_USE, sourceOf } from './state';
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
    ...place,
    scopeId,
    function: index,
    class: -1,
    run: place.run === 'type_checking' ? place.run : 'function',
    qualifier: `${fact.qualname}.<locals>.`,
  };
  fact.docstring = visitDocumentedBody(x, node.body, inner) !== null;
}

function visitAnnotations(x: Extraction, node: FunctionDef | AsyncFunctionDef, place: Place): void {
  let types: Place | null = null;
  const visit = (annotation: Expr) =>
    visitExpr(x, annotation, (types ??= asAnnotation(place)), ANNOTATION_USE);
  for (const { annotation } of allArgs(node.args)) if (annotation) visit(annotation);
  if (node.returns) visit(node.returns);
}

function parameterFacts(x: Extraction, args: Arguments): ParameterFact[] {
  const facts: ParameterFact[] = [];
  const add = (arg: Arguments['args'][number], kind: ParameterFact['kind'], value: Expr | null | undefined) =>
    facts.push({
      name: arg.arg,
      kind,
      annotation: arg.annotation && sourceOf(x, arg.annotation),
      default: value ? sourceOf(x, value) : null,
      span: { start: arg.start, end: arg.end },
    });
  const { posonlyargs, defaults } = args;
  const withoutDefault = posonlyargs.length + args.args.length - defaults.length;
  posonlyargs.forEach((arg, i) => add(arg, 'positional_only', defaults[i - withoutDefault]));
  args.args.forEach((arg, i) =>
    add(arg, 'positional_or_keyword', defaults[posonlyargs.length + i - withoutDefault]),
  );
  if (args.vararg) add(args.vararg, 'var_positional', null);
  args.kwonlyargs.forEach((arg, i) => add(arg, 'keyword_only', args.kw_defaults[i]));
  if (args.kwarg) add(args.kwarg, 'var_keyword', null);
  return facts;
}
