import { lineageOf, bodyScope, type Ancestor } from '../classes/lineage';
import { docstringOf, hasMethod, membersOf } from '../classes/members';
import { changedByCall } from '../classes/changed-by-call';
import { calleeName, type ClassKind } from '../classes/kind';
import { typeOf } from '../annotations/annotation';
import { displayOf } from '../annotations/display';
import { schemaV1 } from '../pydantic-v1/schema';
import { cleanDoc } from '../values/clean-doc';
import { constantOf } from '../values/constant';
import { noInfo, type FieldInfo } from '../fields/field-info';
import { isRequired, propertySchema } from '../fields/property';
import { isObject, UNRESOLVED, type JsonObject, type JsonSchema } from '../json';
import { isOutput, type ClassSymbol, type Models, type TypeArguments } from '../models';
import { configured } from '../types/configured';
import { ANY } from '../types/core-type';
import { writtenType } from '../types/output-type';
import { isOmitted, toJsonSchema } from '../types/to-json';
import type { AsyncFunctionDef, FunctionDef } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { resolveExpr } from '../../symbols/symbols';
import { aliasGeneratorOf, type AliasGenerator } from './aliases';
import { extraOf, isTrue, textSetting, writingOf } from './class-settings';
import { computedFields } from './computed-fields';
import { configOf, type Config } from './config';
import { modelSerializer } from './serializers';
import { modelFields, type Field } from './fields';

/** Bases of other packages that bring no fields. */
const FIELDLESS =
  /^(builtins\.(object|str|int|float|dict|list|Exception|ValueError|RuntimeError)|abc\.ABC|typing\.(Generic|Protocol|TypedDict|NamedTuple)|collections\.\w+|enum\.\w+|pydantic\.(BaseModel|RootModel|GenericModel|BaseSettings|create_model)|pydantic_settings(\.main)?\.BaseSettings|sqlmodel\.SQLModel|typing\.(Mapping|Sequence|Iterable|Hashable)|string\.Formatter|threading\.\w+|contextlib\.\w+|logging\.\w+)$/;
const HOOKS = [
  '__get_pydantic_json_schema__',
  '__get_pydantic_core_schema__',
  'model_json_schema',
  '__modify_schema__',
];

/** The schema of a pydantic model as `model_json_schema()` gives it. */
export function pydanticSchema(
  models: Models,
  symbol: ClassSymbol,
  vars: TypeArguments,
  kind: ClassKind,
): JsonSchema {
  const lineage = lineageOf(models, symbol, vars);
  const config = configOf(models, symbol);
  const marks = unresolvedReasons(models, symbol, lineage, config);
  if (kind.pydantic === 1) return marked(schemaV1(models, symbol, vars, lineage, config), marks);
  const sent = isOutput(models) ? modelSerializer(models, lineage) : null;
  if (sent) return marked(toJsonSchema(writtenType(models, sent.output)), marks);
  const writing = writingOf(models, config);
  const fields = modelFields(models, lineage).map((field) => ({
    ...field,
    type: configured(field.type, writing),
    info: { ...field.info, seconds: writing.seconds },
  }));
  const root = kind.root ? rootField(models, lineage, fields) : undefined;
  const schema = root
    ? rootSchema(models, root)
    : objectSchema(models, lineage, fields, aliasGeneratorOf(models, config), config);
  describeClass(models, symbol, vars, config, schema);
  if (root?.info.updates.description !== undefined && schema.description === undefined)
    schema.description = root.info.updates.description;
  setExtra(models, lineage, config, schema);
  applyExtra(models, config, root?.info.extra ?? null, schema);
  if (symbol.node.decorator_list.some((one) => calleeName(models, symbol, one) === 'typing.deprecated'))
    schema.deprecated = true;
  return marked(schema, marks);
}

const marked = (schema: JsonSchema, reasons: string[]): JsonSchema =>
  reasons.length > 0 ? { ...schema, [UNRESOLVED]: [...new Set(reasons)].join('; ') } : schema;

/** Why a class's schema is not what its fields say. */
function unresolvedReasons(
  models: Models,
  symbol: ClassSymbol,
  lineage: readonly Ancestor[],
  config: Config,
): string[] {
  const reasons = [...config.unresolved];
  for (const ancestor of lineage) {
    if (ancestor.kind === 'unknown') reasons.push(ancestor.reason);
    if (ancestor.kind === 'external' && !FIELDLESS.test(ancestor.name))
      reasons.push(`base class ${ancestor.raw} of another package`);
  }
  for (const hook of HOOKS) if (hasMethod(models, symbol, hook)) reasons.push(`${hook} makes the schema`);
  const changer = changedByCall(models, symbol);
  if (changer) reasons.push(`${changer}() changes the class`);
  const decorator = unknownDecorator(models, symbol);
  if (decorator) reasons.push(`decorator ${decorator} may change the class`);
  const generator = aliasGeneratorOf(models, config);
  if (generator.kind === 'unresolved') reasons.push(generator.reason);
  for (const key of ['model_title_generator', 'field_title_generator'])
    if (config.values.has(key)) reasons.push(`${key} makes titles`);
  return reasons;
}

const HARMLESS =
  /^(typing\.(final|deprecated|runtime_checkable|dataclass_transform)|functools\.total_ordering|warnings\.deprecated)$/;

/** A decorator of the class itself that is not known to leave it as it is. */
function unknownDecorator(models: Models, symbol: ClassSymbol): string | null {
  for (const decorator of symbol.node.decorator_list) {
    const name = calleeName(models, symbol, decorator);
    if (name !== null && HARMLESS.test(name)) continue;
    const target = decorator.type === 'Call' ? decorator.func : decorator;
    const symbolOf = resolveExpr(models.symbols, symbol.place, target);
    if (symbolOf?.kind === 'function' && returnsItself(symbolOf.node)) continue;
    return leafOf(target) || 'of the class';
  }
  return null;
}

/** A function that gives back its only parameter at the end, and does not write its docstring. */
function returnsItself(node: FunctionDef | AsyncFunctionDef): boolean {
  const last = node.body[node.body.length - 1];
  const parameter = node.args.args[0]?.arg;
  return (
    node.body.length <= 4 &&
    last.type === 'Return' &&
    last.value?.type === 'Name' &&
    last.value.id === parameter
  );
}

/** The key of a field in the schema. */
export function keyOf(models: Models, field: Field, generator: AliasGenerator): string {
  const { info, name } = field;
  if (isOutput(models)) return sentAs(field, generator);
  if (info.validationAlias !== null) return info.validationAlias;
  if (info.aliasPriority === 2) return info.alias ?? name;
  return generator.kind === 'function' ? generator.apply(name) : (info.alias ?? name);
}

/** The name that a field is sent under; a generator fills in what is not given (`_apply_alias_generator_to_field_info`). */
function sentAs({ info, name }: Field, generator: AliasGenerator): string {
  const given = info.serializationAlias ?? (info.aliasPriority === 2 ? info.alias : null);
  if (given !== null) return given;
  return generator.kind === 'function' ? generator.apply(name) : (info.alias ?? name);
}

/** Is a field always there? What is sent has defaults filled in, which the configuration may say. */
function isThere(models: Models, info: FieldInfo, config: Config): boolean {
  if (!isOutput(models)) return isRequired(info);
  if (info.excluded === 'sometimes') return false;
  return isRequired(info) || isTrue(models, config, 'json_schema_serialization_defaults_required');
}

function objectSchema(
  models: Models,
  lineage: readonly Ancestor[],
  fields: readonly Field[],
  generator: AliasGenerator,
  config: Config,
): JsonSchema {
  const properties: JsonObject = {};
  const required: string[] = [];
  const docstrings = isTrue(models, config, 'use_attribute_docstrings');
  for (const field of fields) {
    if (isOmitted(field.type) || (isOutput(models) && field.info.excluded === 'always')) continue;
    const key = keyOf(models, field, generator);
    const { updates } = field.info;
    const described =
      docstrings && field.docstring !== null && updates.description === undefined
        ? { ...updates, description: cleanDoc(field.docstring) }
        : updates;
    const property = propertySchema(models, key, field.type, { ...field.info, updates: described });
    properties[key] = field.uncertain
      ? { ...property, [UNRESOLVED]: 'a test decides whether it is there' }
      : property;
    if (isThere(models, field.info, config)) required.push(key);
  }
  for (const { key, schema } of isOutput(models) ? computedFields(models, lineage, generator) : []) {
    properties[key] = schema;
    required.push(key);
  }
  const schema: JsonSchema = { type: 'object', properties };
  if (required.length > 0) schema.required = required;
  return schema;
}

/** The field of a `RootModel`: `root: X`, or the argument of `RootModel[X]`. */
function rootField(
  models: Models,
  lineage: readonly Ancestor[],
  fields: readonly Field[],
): Field | undefined {
  const own = fields.find((field) => field.name === 'root');
  if (own) return own;
  const base = lineage.find((one) => one.kind === 'external' && one.name === 'pydantic.RootModel');
  if (base?.kind !== 'external') return undefined;
  const annotation = fieldFromArgument(models, base);
  return annotation;
}

function fieldFromArgument(models: Models, base: Ancestor & { kind: 'external' }): Field {
  const type = base.args.length > 0 ? typeOf(models, base.scope, base.args[0]) : ANY;
  return {
    name: 'root',
    type,
    info: noInfo(),
    docstring: null,
    uncertain: false,
  };
}

function rootSchema(models: Models, root: Field): JsonSchema {
  const schema = propertySchema(models, 'root', root.type, { ...root.info, updates: {}, extra: null });
  if (schema.title === 'Root') delete schema.title;
  return schema;
}

/** Title and description of a class. */
function describeClass(
  models: Models,
  symbol: ClassSymbol,
  vars: TypeArguments,
  config: Config,
  schema: JsonSchema,
): void {
  const title = textSetting(models, config, 'title');
  const args = [...vars.values()].map((argument) => argument.display);
  const name = args.length > 0 ? `${symbol.node.name}[${args.join(', ')}]` : symbol.node.name;
  if (schema.title === undefined) schema.title = title ?? name;
  const doc = args.length > 0 ? null : docstringOf(symbol);
  if (doc !== null && doc !== '' && schema.description === undefined) schema.description = cleanDoc(doc);
}

/** `additionalProperties`, from `extra` and from the annotation of `__pydantic_extra__`. */
function setExtra(models: Models, lineage: readonly Ancestor[], config: Config, schema: JsonSchema): void {
  const extra = extraOf(models, config);
  if (extra === 'forbid') schema.additionalProperties = false;
  if (extra !== 'allow') return;
  schema.additionalProperties = true;
  for (const ancestor of lineage) {
    if (ancestor.kind !== 'class') continue;
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
      if (statement.target.id !== '__pydantic_extra__') continue;
      const type = typeOf(models, bodyScope(models, ancestor), statement.annotation);
      const isAny = displayOf(models, bodyScope(models, ancestor), statement.annotation).endsWith(', Any]');
      if (type.kind === 'dict' && !isAny)
        schema.additionalProperties = toJsonSchema(writtenType(models, type.values));
      return;
    }
  }
}

function applyExtra(models: Models, config: Config, rootExtra: JsonObject | null, schema: JsonSchema): void {
  if (rootExtra) Object.assign(schema, rootExtra);
  const given = config.values.get('json_schema_extra');
  if (!given) return;
  const constant = constantOf(models, given.place, given.expr);
  if (constant.known && isObject(constant.json)) Object.assign(schema, constant.json);
  else if (!constant.known) schema[UNRESOLVED] = `json_schema_extra: ${constant.reason}`;
}
