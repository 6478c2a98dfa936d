import type { Expr } from '../../python/ast';
import { unwrap, type Unwrapped } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { changedByCall } from '../classes/changed-by-call';
import { bodyScope, lineageOf, type Ancestor } from '../classes/lineage';
import { docstringOf, membersOf } from '../classes/members';
import { fieldOf } from '../fields/field-of';
import { UNRESOLVED, type JsonSchema } from '../json';
import type { ClassSymbol, Models, Scope, TypeArguments } from '../models';
import { configOf, type Config } from '../pydantic/config';
import { extraOf, textSetting } from '../pydantic/class-settings';
import { writtenType } from '../types/output-type';
import { toJsonSchema } from '../types/to-json';
import { cleanDoc } from '../values/clean-doc';
import { objectOf, type RecordField } from './object-schema';

/** The schema of a `TypedDict`, keys of its bases first. */
export function typedDictSchema(models: Models, symbol: ClassSymbol, vars: TypeArguments): JsonSchema {
  const { fields, reasons } = typedDictKeys(models, lineageOf(models, symbol, vars));
  const schema = objectOf(models, fields);
  const changer = changedByCall(models, symbol);
  if (changer) reasons.push(`${changer}() changes the class`);
  const config = configOf(models, symbol);
  const args = [...vars.values()].map((argument) => argument.display);
  schema.title =
    textSetting(models, config, 'title') ??
    (args.length > 0 ? `${symbol.node.name}[${args.join(', ')}]` : symbol.node.name);
  // A parametrised TypedDict is the class itself at run time.
  if (args.length > 0) schema.title = symbol.node.name;
  const doc = docstringOf(symbol);
  if (doc) schema.description = cleanDoc(doc);
  setAdditional(models, config, { place: symbol.place, vars }, schema);
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: reasons.join('; ') } : schema;
}

/** The keys of a `TypedDict`, and why some may be missing. */
export function typedDictKeys(
  models: Models,
  lineage: readonly Ancestor[],
): { fields: RecordField[]; reasons: string[] } {
  const fields = new Map<string, RecordField>();
  const reasons: string[] = [];
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind === 'unknown') reasons.push(ancestor.reason);
    if (ancestor.kind === 'external' && !/^(typing\.(TypedDict|Generic)|builtins\.dict)$/.test(ancestor.name))
      reasons.push(`base class ${ancestor.raw} of another package`);
    if (ancestor.kind === 'class') addKeys(models, ancestor, fields);
  }
  return { fields: [...fields.values()], reasons };
}

function addKeys(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  fields: Map<string, RecordField>,
): void {
  const scope = bodyScope(models, ancestor);
  const total = ancestor.symbol.node.keywords.find((one) => one.arg === 'total')?.value;
  const isTotal = !(total && isFalse(total));
  for (const { statement, certain } of membersOf(models, ancestor.symbol)) {
    if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') continue;
    const inner = unwrap(models, scope, statement.annotation);
    const { type, info } = fieldOf(models, inner, null, []);
    const key = statement.target.id;
    fields.set(key, {
      key,
      type: certain ? type : { kind: 'unresolved', reason: 'a test decides whether it is there' },
      info,
      required: isRequiredKey(inner, isTotal),
    });
  }
}

const isFalse = (expr: Expr): boolean =>
  expr.type === 'Constant' && expr.value.kind === 'bool' && !expr.value.value;

function isRequiredKey({ qualifiers }: Unwrapped, isTotal: boolean): boolean {
  if (qualifiers.has('typing.NotRequired')) return false;
  return isTotal || qualifiers.has('typing.Required');
}

/** `extra` of the configuration, `closed=True` and `extra_items=X` (PEP 728). */
function setAdditional(models: Models, config: Config, scope: Scope, schema: JsonSchema): void {
  const extra = extraOf(models, config);
  if (extra === 'forbid') schema.additionalProperties = false;
  if (extra === 'allow') schema.additionalProperties = true;
  const closed = config.values.get('closed');
  if (closed && !isFalse(closed.expr)) schema.additionalProperties = false;
  const items = config.values.get('extra_items');
  if (items)
    schema.additionalProperties = toJsonSchema(writtenType(models, typeOf(models, scope, items.expr)));
}
