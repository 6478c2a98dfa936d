import { unwrap } from '../annotations/annotated';
import { bodyScope, lineageOf } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { noInfo } from '../fields/field-info';
import { fieldOf } from '../fields/field-of';
import { isRequired, propertySchema } from '../fields/property';
import { propertyV1 } from '../pydantic-v1/property';
import { UNRESOLVED, type JsonSchema } from '../json';
import type { ClassSymbol, Models, TypeArguments } from '../models';
import { pydanticInfo } from '../fields/assigned';

/** The schema of a `NamedTuple`: an array with an item for each field. */
export function namedTupleSchema(models: Models, symbol: ClassSymbol, vars: TypeArguments): JsonSchema {
  const items: JsonSchema[] = [];
  let required = 0;
  for (const ancestor of [...lineageOf(models, symbol, vars)].reverse()) {
    if (ancestor.kind === 'unknown') return { title: symbol.node.name, [UNRESOLVED]: ancestor.reason };
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
      const assigned = statement.value ? pydanticInfo(models, scope, statement.value) : null;
      const { type, info } = fieldOf(models, unwrap(models, scope, statement.annotation), assigned, []);
      items.push(
        models.options.pydantic === 1
          ? propertyV1(models, statement.target.id, type, noInfo())
          : propertySchema(models, statement.target.id, type, info),
      );
      if (isRequired(info)) required++;
    }
  }
  const schema: JsonSchema = { type: 'array' };
  if (items.length > 0) schema.prefixItems = items;
  // pydantic 1 asks for all of them.
  if (models.options.pydantic === 1) required = items.length;
  if (required > 0) schema.minItems = required;
  schema.maxItems = items.length;
  return schema;
}
