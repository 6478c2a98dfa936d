import { parametersOf, type Parameter } from '../symbols/signature';
import type { Place } from '../symbols/symbols';
import type { Expr } from '../python/ast';
import type { FunctionNode } from '../symbols/call-run';

export interface FoundParameter {
  owner: FunctionNode;
  parameter: Parameter;
  /** Where its annotation is read. */
  place: Place;
}

/** The parameter of an enclosing function that a name is, with nothing known of what is given for it; else null. */
export function parameterOf(place: Place, expr: Expr): FoundParameter | null {
  if (expr.type !== 'Name') return null;
  for (let at: Place | null = place; at; at = at.outer) {
    if (at.namespace.names.has(expr.id)) return null;
    const { node, outer } = at;
    if (!at.namespace.parameters?.has(expr.id) || !node || node.type === 'ClassDef' || !outer) continue;
    const parameter = parametersOf(node.args).find(({ name }) => name === expr.id);
    return parameter ? { owner: node, parameter, place: outer } : null;
  }
  return null;
}
