import type { Expr, FunctionDef } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { methodOutput, type SerializerOutput } from '../fields/serializer-output';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';

/** A method of a class that a decorator of pydantic marks. */
export interface Decorated {
  method: FunctionDef;
  decorator: Expr;
  scope: Scope;
}

/** The methods of a class and its ancestors with a decorator, oldest first; one of the same name hides that of an ancestor. */
export function decoratedWith(models: Models, lineage: readonly Ancestor[], wanted: string): Decorated[] {
  const byName = new Map<string, Decorated>();
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'FunctionDef') continue;
      byName.delete(statement.name);
      const decorator = statement.decorator_list.find((one) => {
        const callee = resolveExpr(models.symbols, scope.place, one.type === 'Call' ? one.func : one);
        return callee?.kind === 'external' && canonicalName(callee.name) === wanted;
      });
      if (decorator) byName.set(statement.name, { method: statement, decorator, scope });
    }
  }
  return [...byName.values()];
}

/** What methods make of fields when they are sent, by `@field_serializer("a", "b")`. */
export function fieldSerializers(
  models: Models,
  lineage: readonly Ancestor[],
): (SerializerOutput & { fields: string[] })[] {
  return decoratedWith(models, lineage, 'pydantic.field_serializer').flatMap(
    ({ method, decorator, scope }) => {
      const output = methodOutput(models, scope, decorator, method.returns);
      const fields = (decorator.type === 'Call' ? decorator.args : []).flatMap((arg) =>
        arg.type === 'Constant' && arg.value.kind === 'str' ? [arg.value.value] : [],
      );
      return output ? [{ ...output, fields }] : [];
    },
  );
}

/** What a whole model is sent as, by `@model_serializer`; null where it does not say. */
export function modelSerializer(models: Models, lineage: readonly Ancestor[]): SerializerOutput | null {
  const [found] = decoratedWith(models, lineage, 'pydantic.model_serializer').reverse();
  return found ? methodOutput(models, found.scope, found.decorator, found.method.returns) : null;
}
