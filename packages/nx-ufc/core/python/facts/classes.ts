import type { ClassDef, Expr } from '../ast';
import { definitionPlace, visitDecorators } from './decorators';
import { dottedText } from './dotted';
import { visitExpr } from './expressions';
import { resolveLastAs } from './references';
import { bind, isDeclared, openScope } from './scopes';
import { visitDocumentedBody } from './statements';
import type { Extraction, Place } from './state';
import { ANNOTATION_USE, sourceOf } from './state';
import { typeParameterPlace } from './type-parameters';
import type { BaseFact, ClassFact } from './types';

export function visitClass(x: Extraction, node: ClassDef, place: Place): void {
  const decorators = visitDecorators(x, node.decorator_list, place);
  const outer = typeParameterPlace(x, node.type_params, node, place);
  const bases = node.bases.map((base) => visitBase(x, base, outer));
  for (const { value } of node.keywords) visitExpr(x, value, outer);
  const scopeId = openScope(x, 'class', outer.scopeId, node.name, node);
  const at = definitionPlace(x, node);
  const fact: ClassFact = {
    name: node.name,
    qualname: qualnameOf(x, node.name, place),
    bases,
    keywords: node.keywords.map(({ arg, value }) => ({ name: arg ?? '**', text: sourceOf(x, value) })),
    decorators,
    docstring: false,
    line: at.line,
    defLine: at.defLine,
    endLine: at.endLine,
    column: at.column,
    span: at.span,
    nameSpan: at.nameSpan,
    parentScope: place.scopeId,
    scopeId,
    run: place.run,
    methods: [],
    fields: [],
  };
  const index = x.facts.classes.push(fact) - 1;
  const firstAssignment = x.facts.assignments.length;
  const inner: Place = { ...place, scopeId, class: index, qualifier: `${fact.qualname}.` };
  fact.docstring = visitDocumentedBody(x, node.body, inner) !== null;
  fact.fields = fieldsOf(x, index, firstAssignment);
  bind(x, place.scopeId, node.name, 'class', fact.nameSpan, index);
}

/** `__qualname__` of a definition: under a `global` declaration it is one of the module. */
export function qualnameOf(x: Extraction, name: string, place: Place): string {
  return isDeclared(x.facts.scopes[place.scopeId], name, 'global') ? name : place.qualifier + name;
}

function fieldsOf(x: Extraction, index: number, from: number): number[] {
  const fields: number[] = [];
  for (let i = from; i < x.facts.assignments.length; i++) {
    const assignment = x.facts.assignments[i];
    if (assignment.class === index && !assignment.target.includes('.')) fields.push(i);
  }
  return fields;
}

/** A generic base counts by its class: `Base[T]` is `Base`. Strings in its brackets are forward references. */
function visitBase(x: Extraction, base: Expr, place: Place): BaseFact {
  const generic = base.type === 'Subscript' ? base.value : base;
  const fact: BaseFact = {
    name: dottedText(generic) || sourceOf(x, base),
    resolved: null,
    span: { start: base.start, end: base.end },
  };
  if (base.type === 'Subscript') {
    visitExpr(x, base.value, place);
    resolveLastAs(x, base.value, fact);
    visitExpr(x, base.slice, { ...place, types: true }, ANNOTATION_USE);
  } else {
    visitExpr(x, base, place);
    resolveLastAs(x, base, fact);
  }
  return fact;
}
