import type { AsyncFunctionDef, Call, ClassDef, FunctionDef } from '../python/ast';
import type { SettingDefault } from '../symbols/setting-reader';
import type { Place } from '../symbols/symbols';

/** A text that is known, with the defaults of settings that it was made from, or why it is not. */
export type Known = { value: string; settings?: readonly SettingDefault[] } | { unresolved: string };

export type Family = 'fastapi' | 'starlette' | 'flask' | 'flask-restful' | 'flask-restx';

/** An application, router, blueprint, API or namespace: a call that makes one. */
export interface Router {
  family: Family;
  /** Routes of an application are served; those of a router only where it is included. */
  isApplication: boolean;
  /** Where it is made: `shop.main`, `shop.main.create_app`. */
  madeIn: string;
  /** The call that makes it, and where that stands. */
  call: Call;
  place: Place;
  /** Given where it is made. */
  prefix: Known;
  routes: Route[];
  children: Child[];
  /** Why it is not known which router this is; only on one that stands in for others. */
  unknown?: string;
}

/** What answers a route: a function, or a class with one function a method. `place` is where it is defined. */
export type View =
  | { kind: 'function'; node: FunctionDef | AsyncFunctionDef; place: Place }
  | { kind: 'class'; node: ClassDef; place: Place };

export interface Route {
  methods: string[];
  path: Known;
  /** Qualified name of the function or class below its module. */
  handler: string;
  /** Null when the code does not say what answers. */
  view: View | null;
  /** The call that declares it (a decorator or `add_…`), and where that stands. */
  call: Call;
  place: Place;
  file: string;
  line: number;
  /** It is only there when a condition holds. */
  conditional: boolean;
  /** Why something of it but its path is not certain. */
  unknown: string[];
}

/** A router that another one includes, mounts or registers. */
export interface Child {
  router: Router;
  /** Given where it is included; null when it is not. */
  prefix: Known | null;
  /** The call that includes it. */
  call: Call;
  place: Place;
  conditional: boolean;
}

/** A route where it is served: below an application, or a router that nothing includes. */
export interface Served {
  route: Route;
  router: Router;
  /** From the outermost router to `router`; `inclusion` is how each but the first came to its parent. */
  chain: { router: Router; inclusion: Child | null }[];
  /** Full path; a part that is not known is `{?}` in it. */
  path: string;
  /** Below the innermost application, which is mounted where it does not know of. */
  localPath: string;
  /** Why the path is not certain. */
  reasons: string[];
  /** The path holds where these settings have their defaults. */
  settings: SettingDefault[];
  application: Router | null;
  conditional: boolean;
}

/** Something that adds routes that the code does not tell. */
export interface Gap {
  file: string;
  line: number;
  reason: string;
}

/** What stands around a statement. */
export interface Surroundings {
  /** An `if` or `while` decides whether it runs. */
  conditional: boolean;
}

/** A call with the place that its names are looked up in. */
export interface PlacedCall extends Surroundings {
  call: Call;
  place: Place;
}
