import type { AnnAssign, Assign, AugAssign, Expr, TypeAlias } from '../ast';
import { dottedText } from './dotted';
import { recordDunderAll } from './dunder-all';
import { asAnnotation, visitExpr } from './expressions';
import { bind } from './scopes';
import type { Extraction, Place, StringUse } from './state';
import { ANNOTATION_USE, columnAt, lineAt, sourceOf, spanOf } from './state';
import { bindTarget } from './targets';
import type { AssignmentFact, Span, ValueFact } from './types';
import { typeParameterPlace } from './type-parameters';
import { visitValue } from './values';

export function visitAssignment(
  x: Extraction,
  stmt: Assign | AnnAssign | AugAssign | TypeAlias,
  place: Place,
): void {
  switch (stmt.type) {
    case 'Assign':
      recordDunderAll(x, stmt, place);
      return visitAssign(x, stmt, place);
    case 'AnnAssign':
      recordDunderAll(x, stmt, place);
      return visitAnnotated(x, stmt, place);
    case 'AugAssign':
      recordDunderAll(x, stmt, place);
      return visitAugmented(x, stmt, place);
    case 'TypeAlias':
      return visitTypeAlias(x, stmt, place);
  }
}

function visitAssign(x: Extraction, stmt: Assign, place: Place): void {
  const { targets } = stmt;
  let name: string | null = null;
  for (let i = 0; i < targets.length && name === null; i++) name = nameOf(targets[i]);
  const value = visitValue(x, stmt.value, place, { role: 'assignment', call: -1, name });
  for (const target of targets) {
    const index = recordAssignment(x, stmt, target, null, value, place);
    bindTarget(x, target, place, index);
  }
}

function visitAnnotated(x: Extraction, stmt: AnnAssign, place: Place): void {
  const { target, annotation } = stmt;
  // What an alias holds is a type (PEP 613).
  const isAlias = /^(\w+\.)?TypeAlias$/.test(dottedText(annotation) ?? '');
  const use: StringUse = isAlias ? ANNOTATION_USE : { role: 'assignment', call: -1, name: nameOf(target) };
  const value = stmt.value && visitValue(x, stmt.value, isAlias ? { ...place, types: true } : place, use);
  visitExpr(x, annotation, asAnnotation(place), ANNOTATION_USE);
  const index = recordAssignment(x, stmt, target, annotation, value, place);
  // `(x): int` declares nothing.
  if (target.type === 'Name' && !stmt.simple && !stmt.value) visitExpr(x, target, place);
  else bindTarget(x, target, place, index);
}

/** `x += 1` reads and binds `x`. */
function visitAugmented(x: Extraction, { target, value }: AugAssign, place: Place): void {
  if (target.type === 'Name') x.impliedReads.push({ scopeId: place.scopeId, name: target.id });
  visitExpr(x, value, place, { role: 'assignment', call: -1, name: nameOf(target) });
  bindTarget(x, target, place);
}

/** `type X[T] = …`; its value is evaluated when asked for, in the scope of its parameters. */
function visitTypeAlias(x: Extraction, stmt: TypeAlias, place: Place): void {
  const value: ValueFact = { kind: 'other', text: sourceOf(x, stmt.value) };
  const index = recordAssignment(x, stmt, stmt.name, null, value, place);
  bind(x, place.scopeId, stmt.name.id, 'assignment', stmt.name, index);
  const inner = typeParameterPlace(x, stmt.type_params, stmt, place);
  visitExpr(x, stmt.value, asAnnotation(inner), ANNOTATION_USE);
}

/** One fact for each name or attribute that is assigned to. Returns its index, -1 for other targets. */
function recordAssignment(
  x: Extraction,
  stmt: Span,
  target: Expr,
  annotation: Expr | null,
  value: ValueFact | null,
  place: Place,
): number {
  const name = dottedText(target);
  if (name === '') return -1;
  const line = lineAt(x, stmt.start);
  const fact: AssignmentFact = {
    target: name,
    annotation: annotation && {
      text: sourceOf(x, annotation),
      span: { start: annotation.start, end: annotation.end },
    },
    value,
    scopeId: place.scopeId,
    class: place.class,
    run: place.run,
    line,
    column: columnAt(x, stmt.start, line),
    span: spanOf(stmt),
  };
  return x.facts.assignments.push(fact) - 1;
}

function nameOf(target: Expr): string | null {
  return target.type === 'Name' ? target.id : null;
}
