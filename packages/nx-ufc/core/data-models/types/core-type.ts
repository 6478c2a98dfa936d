import type { Json, JsonObject } from '../json';

/** Keyword of a constraint as pydantic calls it: gt, ge, lt, le, multiple_of, min_length, max_length, pattern … */
export type Constraints = Readonly<Record<string, Json>>;

interface Annotated {
  /** Keys that an annotation puts into the schema: title, description, examples … */
  updates?: JsonObject;
  /** Made by `Annotated`: it does not melt into a union around it. */
  opaque?: true;
  constraints?: Constraints;
  /** A serializer makes it: defaults are not what is sent. */
  serialised?: true;
  /** `Tag("x")`: what a discriminator that is a function calls the choice. */
  tag?: string;
}

export type ScalarName =
  | 'any'
  | 'none'
  | 'bool'
  | 'int'
  | 'float'
  | 'decimal'
  | 'str'
  | 'bytes'
  | 'date'
  | 'time'
  | 'datetime'
  | 'timedelta'
  | 'uuid'
  | 'url'
  | 'multi-host-url'
  | 'complex';

/**
 * A type as far as its JSON Schema depends on it. Kinds and nesting follow pydantic's core schemas, since constraints, titles
 * and defaults are applied to those. Plain data.
 */
export type CoreType = Annotated &
  (
    | { kind: ScalarName }
    | { kind: 'list' | 'set' | 'frozenset' | 'generator'; items: CoreType }
    /** `variadic` is the index of the item that may repeat, -1 without one. */
    | { kind: 'tuple'; items: CoreType[]; variadic: number }
    | { kind: 'dict'; keys: CoreType; values: CoreType }
    | { kind: 'nullable'; inner: CoreType }
    | { kind: 'union'; choices: CoreType[] }
    /** `discriminator` is `""` when a function tells the choices apart. */
    | { kind: 'tagged-union'; discriminator: string; choices: { tag: string; type: CoreType }[] }
    | { kind: 'literal'; values: LiteralMember[] }
    | { kind: 'default'; inner: CoreType; /** Left out when the schema shows none. */ value?: Json }
    /** A validator or another wrapper around a type: constraints do not reach what is inside. */
    | { kind: 'function' | 'sequence' | 'lax' | 'definition'; inner: CoreType }
    | { kind: 'json'; inner: CoreType }
    /** A schema that does not depend on anything. */
    | { kind: 'fixed'; schema: JsonObject }
    /** A model, enum or other definition with a schema of its own. */
    | {
        kind: 'ref';
        id: string;
        /** What the model is called inside of a parametrised name. */ display: string;
      }
    /** There is no JSON Schema of it; a union leaves such a choice out. */
    | { kind: 'invalid'; reason: string }
    /** The schema leaves it out on purpose: `WithJsonSchema(None)`. */
    | { kind: 'omitted' }
    | { kind: 'unresolved'; reason: string }
  );

/** A value of a `Literal` with its Python type, on which the JSON `type` depends. */
export interface LiteralMember {
  value: Json;
  type: 'str' | 'int' | 'bool' | 'none' | 'float' | 'bytes';
  /** The value is that of an enum member. */
  member?: true;
}

export const ANY: CoreType = { kind: 'any' };
export const unresolved = (reason: string): CoreType => ({ kind: 'unresolved', reason });
