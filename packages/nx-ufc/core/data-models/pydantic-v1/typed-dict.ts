import { lineageOf } from '../classes/lineage';
import { UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import type { ClassSymbol, Models, TypeArguments } from '../models';
import { typedDictKeys } from '../records/typed-dict';
import { propertyV1 } from './property';

/** The schema of a `TypedDict` as pydantic 1 makes a model of it. */
export function typedDictV1(models: Models, symbol: ClassSymbol, vars: TypeArguments): JsonSchema {
  const { fields, reasons } = typedDictKeys(models, lineageOf(models, symbol, vars));
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const { key, type, info, required: needed } of fields) {
    properties[key] = propertyV1(models, key, type, info);
    if (needed) required.push(key);
  }
  const schema: JsonSchema = { title: symbol.node.name, type: 'object', properties };
  if (required.length > 0) schema.required = required;
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: reasons.join('; ') } : schema;
}
