import type { Expr } from '../../python/ast';
import type { Json, JsonObject } from '../json';
import type { Scope } from '../models';

/** Where the default of a field comes from. */
export type Default =
  | { kind: 'none' }
  /** `...` */
  | { kind: 'required' }
  | { kind: 'value'; expr: Expr; scope: Scope }
  /** Made anew for every instance; a schema shows none. */
  | { kind: 'factory' };

/** What `Field(…)` says; several of them are merged, the later one wins. */
export interface FieldInfo {
  default: Default;
  constraints: [string, Json][];
  /** title, description, examples, deprecated. */
  updates: JsonObject;
  extra: JsonObject | null;
  alias: string | null;
  validationAlias: string | null;
  serializationAlias: string | null;
  /** It is not sent, or a function decides for each value. */
  excluded?: 'always' | 'sometimes';
  /** `Field(alias=None)` and the like do not stop an alias generator; a given alias does. */
  aliasPriority: 0 | 1 | 2;
  discriminator: string | null;
  /** A parameter of `Field` that is not known, with the reason. */
  unresolved: string[];
  /** A field of a dataclass that is no parameter of `__init__`. */
  init?: false;
  kwOnly?: boolean;
  /** v1: `const=True`. */
  constant?: true;
  /** Durations are written in seconds. */
  seconds?: boolean;
}

export const noInfo = (): FieldInfo => ({
  default: { kind: 'none' },
  constraints: [],
  updates: {},
  extra: null,
  alias: null,
  validationAlias: null,
  serializationAlias: null,
  aliasPriority: 0,
  discriminator: null,
  unresolved: [],
});

/** `later` on top of `earlier`. */
export function mergeInfo(earlier: FieldInfo, later: FieldInfo): FieldInfo {
  return {
    ...earlier,
    ...later,
    default: later.default.kind === 'none' ? earlier.default : later.default,
    constraints: [...earlier.constraints, ...later.constraints],
    updates: { ...earlier.updates, ...later.updates },
    extra:
      later.extra && earlier.extra ? { ...earlier.extra, ...later.extra } : (later.extra ?? earlier.extra),
    alias: later.alias ?? earlier.alias,
    validationAlias: later.validationAlias ?? earlier.validationAlias,
    serializationAlias: later.serializationAlias ?? earlier.serializationAlias,
    aliasPriority: later.aliasPriority || earlier.aliasPriority,
    discriminator: later.discriminator ?? earlier.discriminator,
    unresolved: [...earlier.unresolved, ...later.unresolved],
  };
}

/** Give a field this default; `...` means that it is required. */
export function setDefault(info: FieldInfo, scope: Scope, expr: Expr): void {
  const required = expr.type === 'Constant' && expr.value.kind === 'ellipsis';
  info.default = required ? { kind: 'required' } : { kind: 'value', expr, scope };
}
