import type { Constant, Expr } from '../ast';
import { parseExpressionText } from '../parser';
import { visitExpr } from './expressions';
import type { Extraction, Place } from './state';
import { verbatimBody } from './strings';

/**
 * `"Table"` in an annotation is an expression. Its names get their places in the literal, so only a single literal without
 * escapes is looked into. A text that does not parse is no type.
 */
export function visitForwardReference(x: Extraction, literal: Constant, place: Place): void {
  const body = verbatimBody(x.text, literal);
  if (!body) return;
  const text = x.text.slice(body.start, body.end);
  // Type checkers read a text over several lines as if it stood in parentheses.
  const wrapped = /^\s|[\r\n]/.test(text);
  const expr = parseExpressionText(wrapped ? `(${text})` : text);
  if (!expr) return;
  shift(expr, wrapped ? body.start - 1 : body.start);
  visitExpr(x, expr, { ...place, types: true, annotation: true, inString: true });
}

/** Move a tree by an offset. A loop over a list: trees may be deep. */
function shift(expr: Expr, by: number): void {
  const nodes: object[] = [expr];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if ('start' in node && 'end' in node) {
      node.start = (node.start as number) + by;
      node.end = (node.end as number) + by;
    }
    for (const child of Object.values(node))
      if (typeof child === 'object' && child !== null) nodes.push(child);
  }
}
