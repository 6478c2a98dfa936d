import type { Call, Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { typeOf } from '../annotations/annotation';
import { hasMethod } from '../classes/members';
import { isObject, type Json, type JsonSchema } from '../json';
import { isOutput, type Models, type Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import type { CoreType } from '../types/core-type';
import { serializerOutput } from './serializer-output';
import { constantOf } from '../values/constant';
import { noInfo, type FieldInfo } from './field-info';
import { fieldCall, readFieldCall } from './field-call';

/** One thing in `Annotated[…]` behind the type. */
export type Metadata =
  | { kind: 'constraint'; name: string; value: Json }
  | { kind: 'field'; info: FieldInfo }
  | { kind: 'validator'; mode: 'after' | 'before' | 'wrap' | 'plain'; input: CoreType | null }
  /** null: the schema leaves it out. */
  /** `PlainSerializer` and `WrapSerializer` in a schema for what is sent. */
  | { kind: 'serializer'; output: CoreType; unlessNone: boolean }
  | { kind: 'schema'; schema: JsonSchema | null }
  | { kind: 'url'; maxLength: Json }
  | { kind: 'discriminator'; name: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'unresolved'; reason: string };

const CONSTRAINT_CLASSES: Record<string, string> = {
  Gt: 'gt',
  Ge: 'ge',
  Lt: 'lt',
  Le: 'le',
  MultipleOf: 'multiple_of',
  MinLen: 'min_length',
  MaxLen: 'max_length',
};
/** What changes no schema for validation. */
const SILENT =
  /^(pydantic\.(Strict|AllowInfNan|FailFast|SerializeAsAny|OnErrorOmit)|annotated_types\.(Predicate|Not|Timezone|Unit|DocInfo|doc)|typing\.Doc|annotated_doc\.Doc|typer\.\w+|fastapi\.Depends|langgraph\.\w[\w.]*|operator\.\w+)$/;
const VALIDATORS: Record<string, 'after' | 'before' | 'wrap' | 'plain'> = {
  'pydantic.AfterValidator': 'after',
  'pydantic.BeforeValidator': 'before',
  'pydantic.WrapValidator': 'wrap',
  'pydantic.PlainValidator': 'plain',
  'pydantic.SkipValidation': 'after',
};

/** What one metadata expression says; nothing when it does not concern a schema. */
export function metadataOf(models: Models, scope: Scope, expr: Expr): Metadata[] {
  const field = fieldCall(models, scope, expr);
  if (field) return [{ kind: 'field', info: readFieldCall(models, scope, field) }];
  if (expr.type === 'Name' || expr.type === 'Attribute') return namedMetadata(models, scope, expr);
  if (expr.type !== 'Call') return [];
  const callee = resolveExpr(models.symbols, scope.place, expr.func);
  if (callee?.kind === 'class') return instanceMetadata(models, callee);
  if (callee?.kind === 'function')
    return [{ kind: 'unresolved', reason: `${callee.qualname}() makes metadata` }];
  if (callee?.kind !== 'external') return [];
  return externalMetadata(models, scope, canonicalName(callee.name), expr);
}

function namedMetadata(models: Models, scope: Scope, expr: Expr): Metadata[] {
  const symbol = resolveExpr(models.symbols, scope.place, expr);
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
    return metadataOf(models, { place: symbol.place, vars: scope.vars }, symbol.value);
  if (symbol?.kind === 'class') return instanceMetadata(models, symbol);
  if (symbol?.kind !== 'external' || SILENT.test(canonicalName(symbol.name))) return [];
  if (canonicalName(symbol.name) === 'pydantic.SkipValidation')
    return [{ kind: 'validator', mode: 'after', input: null }];
  return [{ kind: 'unresolved', reason: `${symbol.name} is metadata of another package` }];
}

function instanceMetadata(models: Models, symbol: Parameters<typeof hasMethod>[1]): Metadata[] {
  for (const hook of ['__get_pydantic_core_schema__', '__get_pydantic_json_schema__'])
    if (hasMethod(models, symbol, hook))
      return [{ kind: 'unresolved', reason: `${symbol.qualname}.${hook} makes the schema` }];
  return [];
}

function externalMetadata(models: Models, scope: Scope, name: string, call: Call): Metadata[] {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  if (name.startsWith('annotated_types.')) {
    if (Object.hasOwn(CONSTRAINT_CLASSES, leaf))
      return call.args.length > 0 || call.keywords.length > 0
        ? [constraint(models, scope, CONSTRAINT_CLASSES[leaf], call.args[0] ?? call.keywords[0].value)]
        : [];
    if (leaf === 'Len') return positional(models, scope, call, ['min_length', 'max_length']);
    if (leaf === 'Interval') return positional(models, scope, call, ['gt', 'ge', 'lt', 'le']);
  }
  if (name === 'pydantic.StringConstraints')
    return positional(models, scope, call, []).filter(
      (one) => one.kind !== 'constraint' || ['min_length', 'max_length', 'pattern'].includes(one.name),
    );
  if (Object.hasOwn(VALIDATORS, name)) {
    const input = call.keywords.find((one) => one.arg === 'json_schema_input_type')?.value;
    return [
      { kind: 'validator', mode: VALIDATORS[name], input: input ? typeOf(models, scope, input) : null },
    ];
  }
  if (name === 'pydantic.PlainSerializer' || name === 'pydantic.WrapSerializer')
    return serializerMetadata(models, scope, call);
  if (name === 'pydantic.WithJsonSchema') return withSchema(models, scope, call);
  if (name === 'pydantic.Discriminator' || name === 'pydantic.Tag') return tagging(models, scope, name, call);
  if (name === 'pydantic.UuidVersion') return [];
  if (name === 'pydantic.UrlConstraints') {
    const limit = call.keywords.find((one) => one.arg === 'max_length')?.value ?? call.args[0];
    const constant = limit ? constantOf(models, scope.place, limit) : null;
    return constant?.known ? [{ kind: 'url', maxLength: constant.json }] : [];
  }
  if (name === 'typing.deprecated')
    return [{ kind: 'field', info: { ...noInfo(), updates: { deprecated: true } } }];
  return SILENT.test(name) ? [] : [{ kind: 'unresolved', reason: `${name} is metadata of another package` }];
}

function serializerMetadata(models: Models, scope: Scope, call: Call): Metadata[] {
  if (!isOutput(models)) return [];
  const func = call.args[0] ?? call.keywords.find(({ arg }) => arg === 'func')?.value;
  const output = func ? serializerOutput(models, scope, call, func) : null;
  return output ? [{ kind: 'serializer', ...output }] : [];
}

function constraint(models: Models, scope: Scope, name: string, expr: Expr): Metadata {
  const constant = constantOf(models, scope.place, expr);
  return constant.known
    ? { kind: 'constraint', name, value: constant.json }
    : { kind: 'unresolved', reason: `${name}: ${constant.reason}` };
}

function positional(models: Models, scope: Scope, call: Call, names: string[]): Metadata[] {
  return [
    ...call.args.map((arg, i) => constraint(models, scope, names[i] ?? 'unknown', arg)),
    ...call.keywords.map((one) => constraint(models, scope, one.arg ?? 'unknown', one.value)),
  ];
}

function withSchema(models: Models, scope: Scope, call: Call): Metadata[] {
  const given = call.args[0] ?? call.keywords.find((one) => one.arg === 'json_schema')?.value;
  const constant = given ? constantOf(models, scope.place, given) : null;
  if (constant?.known && (constant.json === null || isObject(constant.json)))
    return [{ kind: 'schema', schema: constant.json }];
  return [{ kind: 'unresolved', reason: 'WithJsonSchema with a schema made at run time' }];
}

function tagging(models: Models, scope: Scope, name: string, call: Call): Metadata[] {
  const constant = call.args.length > 0 ? constantOf(models, scope.place, call.args[0]) : null;
  if (constant?.known && typeof constant.json === 'string')
    return name === 'pydantic.Tag'
      ? [{ kind: 'tag', tag: constant.json }]
      : [{ kind: 'discriminator', name: constant.json }];
  return [{ kind: 'discriminator', name: '' }];
}
