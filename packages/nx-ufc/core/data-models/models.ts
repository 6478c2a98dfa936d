import type { Place, Sym, Symbols } from '../symbols/symbols';
import type { Call, ClassDef } from '../python/ast';
import { decide } from './classes/conditions';
import { madeByCall } from './classes/made';
import { decidedOnce } from './deciding';
import type { JsonSchema } from './json';
import type { CoreType } from './types/core-type';

export type ModelKind =
  | 'pydantic'
  | 'sqlmodel'
  | 'sqlalchemy'
  | 'dataclass'
  | 'attrs'
  | 'typed_dict'
  | 'named_tuple'
  | 'enum'
  | 'type_alias';

/** Something with a schema of its own that others refer to by its id. */
export interface Definition {
  /** `shop.models.Page[Item]`: dotted name of the class, with its arguments. */
  id: string;
  /** The class's name as pydantic prints it: `Page[Item]`. */
  name: string;
  /** Dotted name inside of the module, without arguments. */
  qualname: string;
  module: string;
  kind: ModelKind;
  /** Where it stands. */
  file: string;
  start: number;
  /** Makes the schema; the result is kept. */
  build: () => JsonSchema;
}

export interface ModelOptions {
  /** Major version of pydantic that the project runs with. */
  pydantic: 1 | 2;
  /** Version of Python that tests of `sys.version_info` are decided for. */
  python: readonly [number, number];
  /** What schemas describe: what is accepted, or what is sent. pydantic 1 does not tell them apart. */
  mode?: 'validation' | 'serialization';
}

/** The data models of a project, made known as they are met. */
export interface Models {
  symbols: Symbols;
  options: ModelOptions;
  definitions: Map<string, Definition>;
  schemas: Map<string, JsonSchema>;
  /** Results that are asked for again and again, by syntax node. */
  cache: WeakMap<object, Map<string, unknown>>;
  /** Calls that make a class and are being looked at. */
  making: Set<Call>;
  /** What is not known of classes that calls make. */
  unknownOf: WeakMap<ClassDef, readonly string[]>;
}

/** Where the names of an annotation are looked up, and what the type parameters there stand for. */
export interface Scope {
  place: Place;
  vars: TypeArguments;
}

/** By name for `class A[T]`, by qualified name for a `TypeVar`. */
export type TypeArguments = ReadonlyMap<string, TypeArgument>;

export interface TypeArgument {
  type: CoreType;
  /** As pydantic prints it in the name of a parametrised class: `int`, `list[Item]`. */
  display: string;
}

export type ClassSymbol = Sym & { kind: 'class' };
export type { ClassDef };

export const NO_ARGUMENTS: TypeArguments = new Map();

export function openModels(symbols: Symbols, options: ModelOptions): Models {
  const deciding: Symbols = { ...symbols, modules: new Map(), decide: undefined };
  deciding.decide = decidedOnce((place, test) => decide(deciding, options, place, test));
  const models: Models = {
    symbols: deciding,
    options,
    definitions: new Map(),
    schemas: new Map(),
    cache: new WeakMap(),
    making: new Set(),
    unknownOf: new WeakMap(),
  };
  deciding.classOfCall = (place, call) => madeByCall(models, place, call)?.node ?? null;
  return models;
}

/** Do the schemas describe what is sent? */
export const isOutput = ({ options }: Models): boolean => options.mode === 'serialization';

/** A value that is computed once for a syntax node and a key. */
export function cached<T>(models: Models, node: object, key: string, compute: () => T): T {
  let values = models.cache.get(node);
  if (!values) models.cache.set(node, (values = new Map()));
  if (values.has(key)) return values.get(key) as T;
  const value = compute();
  values.set(key, value);
  return value;
}

/** The schema of a definition that was made known; its `$ref`s hold ids. */
export function schemaOfDefinition(models: Models, id: string): JsonSchema {
  const known = models.schemas.get(id);
  if (known) return known;
  const definition = models.definitions.get(id);
  if (!definition) throw new Error(`no model ${id}`);
  const schema = definition.build();
  models.schemas.set(id, schema);
  return schema;
}
