import { qualifiedName } from '../../symbols/symbols';
import type { JsonSchema } from '../json';
import type { ClassSymbol, Models, TypeArguments } from '../models';
import { typedDictV1 } from '../pydantic-v1/typed-dict';
import { pydanticSchema } from '../pydantic/schema';
import { attrsSchema } from '../records/attrs';
import { dataclassSchema } from '../records/dataclass';
import { namedTupleSchema } from '../records/named-tuple';
import { tableExtension, tableSchema } from '../tables/table-schema';
import { typedDictSchema } from '../records/typed-dict';
import { unresolved, type CoreType } from '../types/core-type';
import { define } from './define';
import { enumSchema } from './enum';
import { kindOfClass, type ClassKind } from './kind';
import { lineageOf } from './lineage';
import { hasMethod } from './members';

const CUSTOM_HOOKS = ['__get_pydantic_core_schema__', '__get_validators__'];

/** A class as a type: a reference to its definition, or why it has no schema. */
export function classType(models: Models, symbol: ClassSymbol, vars: TypeArguments): CoreType {
  const kind = kindOfClass(models, symbol);
  if (!kind || (kind.kind !== 'pydantic' && customHook(models, symbol))) return otherClass(models, symbol);
  return define(models, definitionOf(models, symbol, vars, kind));
}

/** The definition of a class that is a data model. */
export function definitionOf(models: Models, symbol: ClassSymbol, vars: TypeArguments, kind: ClassKind) {
  const args = [...vars.values()].map((argument) => argument.display);
  const suffix = args.length > 0 ? `[${args.join(', ')}]` : '';
  return {
    id: `${qualifiedName(symbol)}${suffix}`,
    name: `${symbol.node.name}${suffix}`,
    qualname: symbol.qualname,
    module: symbol.place.info.name,
    kind: kind.kind,
    file: symbol.place.info.path,
    start: symbol.node.start,
    build: () => buildSchema(models, symbol, vars, kind),
  };
}

function buildSchema(models: Models, symbol: ClassSymbol, vars: TypeArguments, kind: ClassKind): JsonSchema {
  if (kind.pydantic === 1 && kind.kind === 'typed_dict') return typedDictV1(models, symbol, vars);
  switch (kind.kind) {
    case 'pydantic':
      return pydanticSchema(models, symbol, vars, kind);
    case 'sqlmodel':
      return { ...pydanticSchema(models, symbol, vars, kind), ...tableExtension(models, symbol) };
    case 'dataclass':
      return dataclassSchema(models, symbol, vars, kind);
    case 'typed_dict':
      return typedDictSchema(models, symbol, vars);
    case 'named_tuple':
      return namedTupleSchema(models, symbol, vars);
    case 'attrs':
      return attrsSchema(models, symbol, vars);
    case 'sqlalchemy':
      return tableSchema(models, symbol);
    case 'enum':
      return enumSchema(models, symbol);
    default:
      return { title: symbol.node.name, 'x-ufc-unresolved': `${kind.kind} is not read` };
  }
}

const customHook = (models: Models, symbol: ClassSymbol): boolean =>
  CUSTOM_HOOKS.some((hook) => hasMethod(models, symbol, hook));

function otherClass(models: Models, symbol: ClassSymbol): CoreType {
  if (customHook(models, symbol)) return unresolved(`${symbol.qualname} makes its own schema`);
  for (const ancestor of lineageOf(models, symbol, new Map())) {
    if (ancestor.kind === 'unknown') return unresolved(`${symbol.qualname}: ${ancestor.reason}`);
    if (ancestor.kind === 'external' && !/^(builtins|abc|typing)\./.test(ancestor.name))
      return unresolved(`${symbol.qualname} derives from ${ancestor.raw} of another package`);
  }
  return { kind: 'invalid', reason: `${symbol.qualname} is no data model` };
}
