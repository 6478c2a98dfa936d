import type { Expr } from '../../python/ast';
import { unwrap } from '../annotations/annotated';
import type { Ancestor } from '../classes/lineage';
import { fieldOf } from '../fields/field-of';
import { noInfo } from '../fields/field-info';
import { propertySchema } from '../fields/property';
import { UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import type { Models, Scope } from '../models';
import { ANY } from '../types/core-type';
import { cleanDoc } from '../values/clean-doc';
import { constantOf } from '../values/constant';
import type { AliasGenerator } from './aliases';
import { decoratedWith, type Decorated } from './serializers';

const UPDATES = ['title', 'description', 'deprecated', 'examples'];

/** The properties that `@computed_field` adds to what is sent; all of them are always there. */
export function computedFields(
  models: Models,
  lineage: readonly Ancestor[],
  generator: AliasGenerator,
): { key: string; schema: JsonSchema }[] {
  return decoratedWith(models, lineage, 'pydantic.computed_field').map((one) => {
    const { name } = one.method;
    const { type, scope, updates, alias } = readComputed(models, one);
    const field = type ? fieldOf(models, unwrap(models, scope, type), null, []).type : ANY;
    const key = alias ?? (generator.kind === 'function' ? generator.apply(name) : name);
    const info = { ...noInfo(), updates: { readOnly: true, ...updates } };
    return { key, schema: propertySchema(models, key, field, info) };
  });
}

function readComputed(
  models: Models,
  { method, decorator, scope }: Decorated,
): { type: Expr | null; scope: Scope; updates: JsonObject; alias: string | null } {
  const keywords = decorator.type === 'Call' ? decorator.keywords : [];
  const keyword = (name: string) => keywords.find(({ arg }) => arg === name)?.value;
  const updates: JsonObject = {};
  const [first] = method.body;
  if (first.type === 'Expr' && first.value.type === 'Constant' && first.value.value.kind === 'str')
    updates.description = cleanDoc(first.value.value.value);
  for (const name of UPDATES) {
    const given = keyword(name);
    const constant = given && constantOf(models, scope.place, given);
    if (constant?.known && constant.json !== null) updates[name] = constant.json;
    else if (constant && !constant.known) updates[UNRESOLVED] = `${name}: ${constant.reason}`;
  }
  const alias = keyword('alias');
  const named = alias && constantOf(models, scope.place, alias);
  return {
    type: keyword('return_type') ?? method.returns,
    scope,
    updates,
    alias: named?.known && typeof named.json === 'string' ? named.json : null,
  };
}
