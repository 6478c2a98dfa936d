import { unwrap } from '../annotations/annotated';
import { bodyScope, lineageOf } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { fieldOf } from '../fields/field-of';
import { isRequired, propertySchema } from '../fields/property';
import { UNRESOLVED, type JsonSchema } from '../json';
import type { ClassSymbol, Models, TypeArguments } from '../models';
import { pydanticInfo } from '../fields/assigned';

/** The schema of a `NamedTuple`: an array with an item for each field. */
export function namedTupleSchema(models: Models, symbol: ClassSymbol, vars: TypeArguments): JsonSchema {
  const items: JsonSchema[] = [];
  let required = 0;
  for (const ancestor of [...lineageOf(models, symbol, vars)].reverse()) {
    if (ancestor.kind === 'external' && ancestor.name === 'collections.namedtuple()')
      return { title: symbol.node.name, [UNRESOLVED]: 'the fields are made by a call of namedtuple' };
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
      const assigned = statement.value ? pydanticInfo(models, scope, statement.value) : null;
      const { type, info } = fieldOf(models, unwrap(models, scope, statement.annotation), assigned, []);
      items.push(propertySchema(models, statement.target.id, type, info));
      if (isRequired(info)) required++;
    }
  }
  const schema: JsonSchema = { type: 'array' };
  if (items.length > 0) schema.prefixItems = items;
  if (required > 0) schema.minItems = required;
  schema.maxItems = items.length;
  return schema;
}
