import type { Expr } from '../ast';

export interface Dotted {
  parts: string[];
  partEnds: number[];
  start: number;
  end: number;
}

/** `a.b.c` as its parts; null when the expression is anything else. A loop: chains may be very long. */
export function dottedOf(expr: Expr): Dotted | null {
  const parts: string[] = [];
  const partEnds: number[] = [];
  let current = expr;
  while (current.type === 'Attribute') {
    parts.push(current.attr);
    partEnds.push(current.end);
    current = current.value;
  }
  if (current.type !== 'Name') return null;
  parts.push(current.id);
  partEnds.push(current.end);
  return { parts: parts.reverse(), partEnds: partEnds.reverse(), start: current.start, end: expr.end };
}
