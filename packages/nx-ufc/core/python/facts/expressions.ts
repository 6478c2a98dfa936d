import type { Constant, Expr } from '../ast';
import { visitCall } from './calls';
import { dottedRoot } from './dotted';
import { visitForwardReference } from './forward-references';
import { visitComprehension, visitLambda } from './inner-scopes';
import { pushReference } from './references';
import { visitSpine } from './spines';
import type { Extraction, Place, StringUse } from './state';
import { COMPARISON_USE, ELEMENT_USE, KEY_USE, OTHER_USE } from './state';
import { recordString } from './strings';
import { bindWalrus } from './targets';

/** Visit an expression. Returns the index of its call fact when it is a call, else -1. */
export function visitExpr(x: Extraction, expr: Expr, place: Place, use: StringUse = OTHER_USE): number {
  switch (expr.type) {
    case 'Name':
      pushReference(x, expr, expr.id, place);
      return -1;
    case 'Attribute': {
      const root = dottedRoot(expr);
      if (root) pushReference(x, expr, root.id, place);
      else visitSpine(x, expr, place);
      return -1;
    }
    case 'Constant':
      visitConstant(x, expr, place, use);
      return -1;
    case 'Call': {
      const root = dottedRoot(expr.func);
      return root ? visitCall(x, expr, root, place) : visitSpine(x, expr, place);
    }
    case 'BinOp':
    case 'Subscript':
      return visitSpine(x, expr, place, use);
    case 'Await': {
      const call = visitExpr(x, expr.value, place);
      if (call >= 0) x.facts.calls[call].awaited = true;
      return -1;
    }
    case 'JoinedStr':
    case 'TemplateStr':
      if (!place.inString) recordString(x, expr, place.scopeId, use);
      for (const part of expr.values) visitField(x, part, place);
      return -1;
    default:
      visitCompound(x, expr, place, use);
      return -1;
  }
}

function visitCompound(x: Extraction, expr: Expr, place: Place, use: StringUse): void {
  switch (expr.type) {
    case 'Tuple':
    case 'List':
    case 'Set':
      for (const element of expr.elts) visitExpr(x, element, place, place.types ? use : ELEMENT_USE);
      return;
    case 'Dict':
      for (let i = 0; i < expr.values.length; i++) {
        const key = expr.keys[i];
        if (key) visitExpr(x, key, asCode(place), KEY_USE);
        visitExpr(x, expr.values[i], place, place.types ? use : ELEMENT_USE);
      }
      return;
    case 'Compare':
      visitExpr(x, expr.left, place, COMPARISON_USE);
      for (const value of expr.comparators) visitExpr(x, value, place, COMPARISON_USE);
      return;
    case 'BoolOp':
      for (const value of expr.values) visitExpr(x, value, place, use);
      return;
    case 'IfExp':
      visitExpr(x, expr.test, asCode(place));
      visitExpr(x, expr.body, place, use);
      visitExpr(x, expr.orelse, place, use);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return visitComprehension(x, expr, [expr.elt], asCode(place));
    case 'DictComp':
      return visitComprehension(x, expr, [expr.key, expr.value], asCode(place));
    case 'Lambda':
      return visitLambda(x, expr, asCode(place));
    case 'NamedExpr':
      visitExpr(x, expr.value, place, { role: 'assignment', call: -1, name: expr.target.id });
      return bindWalrus(x, expr.target, place);
    default:
      return visitOther(x, expr, place);
  }
}

function visitOther(x: Extraction, expr: Expr, place: Place): void {
  switch (expr.type) {
    case 'UnaryOp':
      visitExpr(x, expr.operand, place);
      return;
    case 'Starred':
      visitExpr(x, expr.value, place);
      return;
    case 'Yield':
    case 'YieldFrom':
      if (place.function >= 0 && x.facts.scopes[place.scopeId].kind === 'function')
        x.facts.functions[place.function].yields = true;
      if (expr.value) visitExpr(x, expr.value, place);
      return;
    case 'Slice':
      for (const bound of [expr.lower, expr.upper, expr.step]) if (bound) visitExpr(x, bound, place);
      return;
  }
}

/** A replacement field of an f- or t-string, with the fields of its format specification. */
function visitField(x: Extraction, part: Expr, place: Place): void {
  if (part.type !== 'FormattedValue' && part.type !== 'Interpolation') return;
  visitExpr(x, part.value, asCode(place));
  for (const inner of part.format_spec?.values ?? []) visitField(x, inner, place);
}

function visitConstant(x: Extraction, expr: Constant, place: Place, use: StringUse): void {
  const { kind } = expr.value;
  if (kind !== 'str' && kind !== 'bytes') return;
  if (!place.inString) recordString(x, expr, place.scopeId, use);
  if (place.types && kind === 'str') visitForwardReference(x, expr, place);
}

/** The same place, where strings are just strings. */
export function asCode(place: Place): Place {
  return place.types ? { ...place, types: false } : place;
}

/** The same place inside an annotation. */
export function asAnnotation(place: Place): Place {
  return { ...place, types: true, annotation: true };
}
