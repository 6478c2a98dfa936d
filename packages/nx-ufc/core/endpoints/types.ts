import type { Call, Expr } from '../python/ast';
import type { Place } from '../symbols/symbols';

/** A text that is known, or why it is not. */
export type Known = { value: string } | { unresolved: string };

export type Family = 'fastapi' | 'starlette' | 'flask';

/** An application, router or blueprint: a call that makes one. */
export interface Router {
  family: Family;
  /** Routes of an application are served; those of a router only where it is included. */
  isApplication: boolean;
  /** Where it is made: `shop.main`, `shop.main.create_app`. */
  madeIn: string;
  /** Given where it is made. */
  prefix: Known;
  routes: Route[];
  children: Child[];
}

export interface Route {
  methods: string[];
  path: Known;
  /** Qualified name of the function or class below its module. */
  handler: string;
  file: string;
  line: number;
  /** It is only there when a condition holds. */
  conditional: boolean;
}

/** A router that another one includes, mounts or registers. */
export interface Child {
  router: Router;
  /** Given where it is included; null when it is not. */
  prefix: Known | null;
  conditional: boolean;
}

/** What stands around a statement. */
export interface Surroundings {
  /** Loop variables whose items are known: `for router in ROUTERS:`. */
  loops: ReadonlyMap<string, Expr[]>;
  /** An `if` or `while` decides whether it runs. */
  conditional: boolean;
}

/** A call with the place that its names are looked up in. */
export interface PlacedCall extends Surroundings {
  call: Call;
  place: Place;
}
