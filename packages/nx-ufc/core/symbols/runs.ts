import type { Expr, Stmt } from '../python/ast';
import { namespaceOf, type Definition, type Namespace } from './namespace';
import type { Place } from './symbols';

/** An expression and where its names are looked up. */
export interface Placed {
  expr: Expr;
  place: Place;
}

/** Which run of a loop or function a place is in; null where code is read once. */
export function runOf(place: Place): object | null {
  for (let at: Place | null = place; at; at = at.outer) if (at.run) return at.run;
  return null;
}

/** A place like `inside` in which names stand for given expressions. Names that are bound there again are not certain. */
export function boundPlace(inside: Place, bound: ReadonlyMap<string, Placed>): Place {
  const names: Namespace['names'] = new Map(inside.namespace.names);
  for (const [name, { expr, place }] of bound) {
    const given: Definition = { kind: 'bound', value: expr, place, branch: 'main' };
    names.set(name, [given, ...(names.get(name) ?? [])]);
  }
  const namespace: Namespace = { ...inside.namespace, names };
  return { ...inside, namespace, run: {} };
}

/** The body of a loop as a place of its own in what stands around it, for one of its runs. */
export function loopPlace(outer: Place, body: readonly Stmt[], bound: ReadonlyMap<string, Placed>): Place {
  const inside: Place = { info: outer.info, namespace: namespaceOf(body), outer, qualname: outer.qualname };
  return boundPlace(inside, bound);
}
