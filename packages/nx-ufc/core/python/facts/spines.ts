import type { Expr, Subscript } from '../ast';
import { recordCall, visitCall } from './calls';
import { dottedRoot, leafOf } from './dotted';
import { asCode, visitExpr } from './expressions';
import type { Extraction, Place, StringUse } from './state';
import { ANNOTATION_USE, OTHER_USE, SUBSCRIPT_USE } from './state';
import { isTypingGeneric } from './typing-names';

/**
 * Visit what nests to the left: `a + b + …`, `a.b().c()…`, `a[0][1]…`. The parser puts no bound on the length of such
 * chains, so going down is a loop. Evaluation order is kept: innermost first. Returns the call fact of `expr`, or -1.
 */
export function visitSpine(x: Extraction, expr: Expr, place: Place, use: StringUse = OTHER_USE): number {
  const operandUse = place.types ? use : OTHER_USE;
  const outer: Expr[] = [];
  let current = expr;
  let call: number;
  for (;;) {
    const callee = current.type === 'Call' ? dottedRoot(current.func) : null;
    if (current.type === 'Call' && callee) {
      call = visitCall(x, current, callee, place);
      break;
    }
    const inner = current.type === 'Attribute' ? chainRoot(current) : leftOf(current);
    if (!inner) {
      call = visitExpr(x, current, place, operandUse);
      break;
    }
    outer.push(current);
    current = inner;
  }
  for (let node = outer.pop(); node; node = outer.pop()) {
    call = -1;
    if (node.type === 'BinOp') visitExpr(x, node.right, place, operandUse);
    else if (node.type === 'Subscript') visitSlice(x, node, place, use);
    else if (node.type === 'Call') call = recordCall(x, node, null, place);
  }
  return call;
}

/** What the node nests to the left; null when it is no part of a spine. */
function leftOf(expr: Expr): Expr | null {
  switch (expr.type) {
    case 'BinOp':
      return expr.left;
    case 'Subscript':
      return expr.value;
    case 'Call':
      return expr.func;
    default:
      return null;
  }
}

/** What the attributes hang on: the longest dotted name in parentheses, or no name at all. Null when all is one dotted name. */
function chainRoot(expr: Expr): Expr | null {
  let root = expr;
  while (root.type === 'Attribute') root = root.value;
  if (root.type !== 'Name') return root;
  if (root.start === expr.start) return null;
  let node = expr;
  while (node.type === 'Attribute' && node.start !== root.start) node = node.value;
  return node;
}

function visitSlice(x: Extraction, { value, slice }: Subscript, place: Place, use: StringUse): void {
  const leaf = leafOf(value);
  if (!place.types && !isTypingGeneric(x, value, place.scopeId)) {
    visitExpr(x, slice, place, SUBSCRIPT_USE);
    return;
  }
  const typeUse = place.types ? use : ANNOTATION_USE;
  const types = place.types ? place : { ...place, types: true };
  if (leaf === 'Literal') visitExpr(x, slice, asCode(place), SUBSCRIPT_USE);
  else if (leaf === 'Annotated' && slice.type === 'Tuple')
    slice.elts.forEach((element, i) => visitExpr(x, element, i === 0 ? types : asCode(place), typeUse));
  else visitExpr(x, slice, types, typeUse);
}
