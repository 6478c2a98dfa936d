import { resolveExpr } from '../../symbols/symbols';
import { typeOf } from '../annotations/annotation';
import type { Ancestor } from '../classes/lineage';
import { bodyScope } from '../classes/lineage';
import { membersOf } from '../classes/members';
import type { Models } from '../models';
import { canonicalName } from '../types/canonical-name';
import type { CoreType } from '../types/core-type';

/** A validator that decides what the schema of its fields shows: `mode="plain"`, or one that names its input type. */
export interface SchemaValidator {
  fields: string[];
  input: CoreType | null;
}

/** The validators of a class and its ancestors that a schema depends on; one of the same name hides that of an ancestor. */
export function schemaValidators(models: Models, lineage: readonly Ancestor[]): SchemaValidator[] {
  const byName = new Map<string, SchemaValidator | null>();
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'FunctionDef') continue;
      byName.set(statement.name, null);
      for (const decorator of statement.decorator_list) {
        if (decorator.type !== 'Call') continue;
        const callee = resolveExpr(models.symbols, scope.place, decorator.func);
        if (callee?.kind !== 'external' || canonicalName(callee.name) !== 'pydantic.field_validator')
          continue;
        const keyword = (name: string) => decorator.keywords.find((one) => one.arg === name)?.value;
        const mode = keyword('mode');
        const plain = mode?.type === 'Constant' && mode.value.kind === 'str' && mode.value.value === 'plain';
        const input = keyword('json_schema_input_type');
        if (!plain && !input) continue;
        const fields = decorator.args.flatMap((arg) =>
          arg.type === 'Constant' && arg.value.kind === 'str' ? [arg.value.value] : [],
        );
        byName.set(statement.name, { fields, input: input ? typeOf(models, scope, input) : null });
      }
    }
  }
  return [...byName.values()].filter((one) => one !== null);
}
