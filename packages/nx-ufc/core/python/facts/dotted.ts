import type { Attribute, Expr, Name } from '../ast';

/**
 * The name that a dotted name begins with; null when the expression is anything else, and when parentheses stand in it
 * (`(a).b`), since its parts could not be edited as one text. A loop: chains may be very long.
 */
export function dottedRoot(expr: Expr): Name | null {
  let root = expr;
  while (root.type === 'Attribute') root = root.value;
  return root.type === 'Name' && root.start === expr.start ? root : null;
}

/** Parts of a dotted name and the exclusive end offset of each. The node must have a `dottedRoot`. */
export function dottedParts(node: Name | Attribute): { parts: string[]; partEnds: number[] } {
  if (node.type === 'Name') return { parts: [node.id], partEnds: [node.end] };
  const { value } = node;
  if (value.type === 'Name') return { parts: [value.id, node.attr], partEnds: [value.end, node.end] };
  const parts: string[] = [];
  const partEnds: number[] = [];
  let current: Expr = node;
  while (current.type === 'Attribute') {
    parts.push(current.attr);
    partEnds.push(current.end);
    current = current.value;
  }
  if (current.type === 'Name') parts.push(current.id);
  partEnds.push(current.end);
  return { parts: parts.reverse(), partEnds: partEnds.reverse() };
}

/** Dotted text of an expression, `""` when it is none. */
export function dottedText(expr: Expr): string {
  if (expr.type === 'Name') return expr.id;
  if (expr.type !== 'Attribute' || !dottedRoot(expr)) return '';
  if (expr.value.type === 'Name') return `${expr.value.id}.${expr.attr}`;
  return dottedParts(expr).parts.join('.');
}

/** The last part: `TYPE_CHECKING` of `typing.TYPE_CHECKING`; `""` when the expression is no name or attribute. */
export function leafOf(expr: Expr): string {
  return expr.type === 'Name' ? expr.id : expr.type === 'Attribute' ? expr.attr : '';
}
