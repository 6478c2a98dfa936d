import type { Ancestor } from '../classes/lineage';
import { holds } from '../types/parts';
import { docstringOf } from '../classes/members';
import { isObject, UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import type { ClassSymbol, Models, TypeArguments } from '../models';
import { aliasGeneratorOf } from '../pydantic/aliases';
import { extraOf, textSetting } from '../pydantic/class-settings';
import type { Config } from '../pydantic/config';
import { cleanDoc } from '../values/clean-doc';
import { constantOf } from '../values/constant';
import { fieldsV1, type FieldV1 } from './fields';
import { propertyV1 } from './property';

/** The schema of a pydantic 1 model as `Model.schema()` gives it, in Draft 2020-12. */
export function schemaV1(
  models: Models,
  symbol: ClassSymbol,
  vars: TypeArguments,
  lineage: readonly Ancestor[],
  config: Config,
): JsonSchema {
  const args = [...vars.values()].map((argument) => argument.display);
  const name = args.length > 0 ? `${symbol.node.name}[${args.join(', ')}]` : symbol.node.name;
  const title = textSetting(models, config, 'title') ?? name;
  const schema: JsonSchema = { title };
  const doc = inheritedDoc(lineage);
  if (doc !== null) schema.description = cleanDoc(doc);
  const fields = fieldsV1(models, lineage).filter((field) => !isSkipped(field));
  const aliases = aliasesOf(models, config, fields);
  const root = fields.find((field) => field.name === '__root__');
  if (root) Object.assign(schema, propertyV1(models, '__root__', root.type, root.info), { title });
  else Object.assign(schema, objectV1(models, fields, aliases));
  if (extraOf(models, config) === 'forbid') schema.additionalProperties = false;
  const extra = config.values.get('schema_extra');
  const constant = extra && constantOf(models, extra.place, extra.expr);
  if (constant?.known && isObject(constant.json)) Object.assign(schema, constant.json);
  else if (constant && !constant.known) schema[UNRESOLVED] = `schema_extra: ${constant.reason}`;
  return schema;
}

/** Callables have no schema; pydantic 1 leaves such fields out. */
const isSkipped = ({ type }: FieldV1): boolean =>
  holds(type, (part) => part.kind === 'invalid' && part.reason === 'a callable');

function inheritedDoc(lineage: readonly Ancestor[]): string | null {
  for (const ancestor of lineage) {
    const doc = ancestor.kind === 'class' ? docstringOf(ancestor.symbol) : null;
    if (doc) return doc;
  }
  return null;
}

function objectV1(models: Models, fields: readonly FieldV1[], aliases: Map<string, string>): JsonSchema {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const field of fields) {
    const alias = aliases.get(field.name)!;
    properties[alias] = propertyV1(models, alias, field.type, field.info);
    if (field.required) required.push(alias);
  }
  return required.length > 0 ? { type: 'object', properties, required } : { type: 'object', properties };
}

/** Keys of the fields: of `Field`, of `Config.fields`, of the alias generator, else their names. */
function aliasesOf(models: Models, config: Config, fields: readonly FieldV1[]): Map<string, string> {
  const generator = aliasGeneratorOf(models, config);
  const given = config.values.get('fields');
  const constant = given && constantOf(models, given.place, given.expr);
  const configured = constant?.known && isObject(constant.json) ? constant.json : {};
  return new Map(
    fields.map(({ name, info }) => {
      const own = configured[name];
      const alias = typeof own === 'string' ? own : isObject(own) ? own.alias : undefined;
      const generated = generator.kind === 'function' ? generator.apply(name) : name;
      return [name, info.alias ?? (typeof alias === 'string' ? alias : generated)];
    }),
  );
}
