import type { Call, Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { unwrap } from '../annotations/annotated';
import { calleeName, type ClassKind } from '../classes/kind';
import { bodyScope, lineageOf, type Ancestor } from '../classes/lineage';
import { docstringOf, membersOf } from '../classes/members';
import { pydanticInfo } from '../fields/assigned';
import { noInfo, setDefault, type FieldInfo } from '../fields/field-info';
import { fieldOf } from '../fields/field-of';
import { UNRESOLVED, type JsonSchema } from '../json';
import { isOutput, type ClassSymbol, type Models, type Scope, type TypeArguments } from '../models';
import { aliasGeneratorOf } from '../pydantic/aliases';
import { extraOf, textSetting } from '../pydantic/class-settings';
import { configOf } from '../pydantic/config';
import { canonicalName } from '../types/canonical-name';
import { cleanDoc } from '../values/clean-doc';
import { objectOf, type RecordField } from './object-schema';

interface DataclassField extends RecordField {
  keywordOnly: boolean;
}

/** The schema of a dataclass, of the standard library or of pydantic, as pydantic writes it: positional parameters first. */
export function dataclassSchema(
  models: Models,
  symbol: ClassSymbol,
  vars: TypeArguments,
  kind: ClassKind,
): JsonSchema {
  const fields = new Map<string, DataclassField>();
  const reasons: string[] = [];
  for (const ancestor of [...lineageOf(models, symbol, vars)].reverse()) {
    if (ancestor.kind === 'unknown') reasons.push(ancestor.reason);
    if (ancestor.kind === 'external' && !/^(builtins|abc|typing|enum|collections)\./.test(ancestor.name))
      reasons.push(`base class ${ancestor.raw} of another package`);
    if (ancestor.kind === 'class') addFields(models, ancestor, fields);
  }
  const all = [...fields.values()];
  const schema = objectOf(models, [
    ...all.filter((field) => !field.keywordOnly),
    ...all.filter((field) => field.keywordOnly),
  ]);
  const config = configOf(models, symbol);
  schema.title = textSetting(models, config, 'title') ?? symbol.node.name;
  const doc = docstringOf(symbol);
  if (kind.pydanticDataclass && doc) schema.description = cleanDoc(doc);
  const extra = extraOf(models, config);
  if (extra === 'forbid') schema.additionalProperties = false;
  if (extra === 'allow') schema.additionalProperties = true;
  if (aliasGeneratorOf(models, config).kind !== 'none') reasons.push('an alias generator');
  reasons.push(...config.unresolved);
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: reasons.join('; ') } : schema;
}

/** The call of the decorator that makes a class a dataclass; null when it is none itself. */
function decoratorOf(models: Models, symbol: ClassSymbol): Expr | null {
  return (
    symbol.node.decorator_list.find((one) =>
      /^((dataclasses|pydantic)\.dataclass|dataclasses\.make_dataclass)$/.test(
        calleeName(models, symbol, one) ?? '',
      ),
    ) ?? null
  );
}

function addFields(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  fields: Map<string, DataclassField>,
): void {
  const decorator = decoratorOf(models, ancestor.symbol);
  if (!decorator) return;
  const scope = bodyScope(models, ancestor);
  let keywordOnly = decorator.type === 'Call' && isTrueArgument(decorator, 'kw_only');
  for (const { statement, certain } of membersOf(models, ancestor.symbol)) {
    if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
    const inner = unwrap(models, scope, statement.annotation);
    if (inner.qualifiers.has('typing.ClassVar')) continue;
    const named = resolveExpr(models.symbols, inner.scope.place, inner.expr);
    if (named?.kind === 'external' && named.name === 'dataclasses.KW_ONLY') {
      keywordOnly = true;
      continue;
    }
    const assigned = statement.value ? assignedInfo(models, scope, statement.value) : null;
    if (assigned?.init === false && assigned.default.kind === 'none') continue;
    const { type, info } = fieldOf(models, inner, assigned, []);
    const alias = isOutput(models) ? info.serializationAlias : info.validationAlias;
    const key = alias ?? info.alias ?? statement.target.id;
    fields.set(statement.target.id, {
      key,
      type: certain ? type : { kind: 'unresolved', reason: 'a test decides whether it is there' },
      info,
      keywordOnly: info.kwOnly ?? keywordOnly,
    });
  }
}

function isTrueArgument(call: Call, name: string): boolean {
  const value = call.keywords.find((one) => one.arg === name)?.value;
  return value?.type === 'Constant' && value.value.kind === 'bool' && value.value.value;
}

/** `field(default=…)` of the standard library, else what pydantic reads. */
function assignedInfo(models: Models, scope: Scope, value: Expr): FieldInfo {
  const callee = value.type === 'Call' ? resolveExpr(models.symbols, scope.place, value.func) : null;
  if (
    value.type !== 'Call' ||
    callee?.kind !== 'external' ||
    canonicalName(callee.name) !== 'dataclasses.field'
  )
    return pydanticInfo(models, scope, value);
  const info = noInfo();
  for (const { arg, value: given } of value.keywords) {
    if (arg === null) info.unresolved.push('arguments of field are unpacked');
    if (arg === 'default') setDefault(info, scope, given);
    if (arg === 'default_factory') info.default = { kind: 'factory' };
    const flag = given.type === 'Constant' && given.value.kind === 'bool' ? given.value.value : null;
    if (arg === 'init' && flag === false) info.init = false;
    if (arg === 'kw_only' && flag !== null) info.kwOnly = flag;
  }
  return info;
}
