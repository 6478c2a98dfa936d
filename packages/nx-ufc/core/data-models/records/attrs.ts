import type { Call, Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { unwrap } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { attrsDecorator } from '../classes/kind';
import { bodyScope, lineageOf, type Ancestor } from '../classes/lineage';
import { docstringOf, membersOf } from '../classes/members';
import { fieldOf } from '../fields/field-of';
import { noInfo, setDefault, type FieldInfo } from '../fields/field-info';
import { UNRESOLVED, type JsonSchema } from '../json';
import type { ClassSymbol, Models, Scope, TypeArguments } from '../models';
import { ANY, type CoreType } from '../types/core-type';
import { cleanDoc } from '../values/clean-doc';
import { objectOf, type RecordField } from './object-schema';

const FIELD = /^attrs?(\._make|\._next_gen)?\.(ib|attrib|attr|field|Attribute)$/;
const FACTORY = /^attrs?(\._make)?\.Factory$/;

/** The schema of a class made by attrs: an object with its attributes under their own names. */
export function attrsSchema(models: Models, symbol: ClassSymbol, vars: TypeArguments): JsonSchema {
  const fields = new Map<string, RecordField>();
  const reasons: string[] = [];
  for (const ancestor of [...lineageOf(models, symbol, vars)].reverse()) {
    if (ancestor.kind === 'unknown') reasons.push(ancestor.reason);
    if (ancestor.kind === 'external' && !/^(builtins|abc|typing|enum|collections)\./.test(ancestor.name))
      reasons.push(`base class ${ancestor.raw} of another package`);
    if (ancestor.kind === 'class') addAttributes(models, ancestor, fields, reasons);
  }
  const schema = objectOf(models, [...fields.values()]);
  schema.title = symbol.node.name;
  const doc = docstringOf(symbol);
  if (doc) schema.description = cleanDoc(doc);
  return reasons.length > 0 ? { ...schema, [UNRESOLVED]: [...new Set(reasons)].join('; ') } : schema;
}

function addAttributes(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  fields: Map<string, RecordField>,
  reasons: string[],
): void {
  const decorator = ancestor.symbol.node.decorator_list.find((one) =>
    attrsDecorator(models, ancestor.symbol, one),
  );
  if (!decorator) return;
  if (
    decorator.type === 'Call' &&
    decorator.keywords.some((one) => one.arg === 'these' || one.arg === 'field_transformer')
  )
    reasons.push('attributes are given by an argument of the decorator');
  const scope = bodyScope(models, ancestor);
  const annotated = annotationsCount(models, ancestor.symbol, scope, decorator);
  for (const { statement, certain } of membersOf(models, ancestor.symbol)) {
    const found =
      statement.type === 'AnnAssign' && statement.target.type === 'Name'
        ? annotatedAttribute(models, scope, statement.annotation, statement.value, annotated)
        : statement.type === 'Assign' &&
            statement.targets.length === 1 &&
            statement.targets[0].type === 'Name'
          ? plainAttribute(models, scope, statement.value)
          : null;
    if (!found) continue;
    const target =
      statement.type === 'AnnAssign'
        ? statement.target
        : statement.type === 'Assign'
          ? statement.targets[0]
          : null;
    if (target?.type !== 'Name') continue;
    const type: CoreType = certain
      ? found.type
      : { kind: 'unresolved', reason: 'a test decides whether it is there' };
    fields.set(target.id, { key: target.id, type, info: found.info });
  }
}

/** Do annotations without `field()` make attributes? With `define` when nothing else does, with `attr.s` when it is asked for. */
function annotationsCount(models: Models, symbol: ClassSymbol, scope: Scope, decorator: Expr): boolean {
  const given =
    decorator.type === 'Call'
      ? decorator.keywords.find((one) => one.arg === 'auto_attribs')?.value
      : undefined;
  if (given?.type === 'Constant' && given.value.kind === 'bool') return given.value.value;
  const name = attrsDecorator(models, symbol, decorator) ?? '';
  if (/\.(dataclass|make_class)$/.test(name)) return true;
  if (!/\.(define|frozen|mutable)$/.test(name)) return false;
  return !membersOf(models, symbol).some(
    ({ statement }) => statement.type === 'Assign' && fieldCall(models, scope, statement.value) !== null,
  );
}

function fieldCall(models: Models, scope: Scope, expr: Expr): Call | null {
  if (expr.type !== 'Call') return null;
  const callee = resolveExpr(models.symbols, scope.place, expr.func);
  return callee?.kind === 'external' && FIELD.test(callee.name) ? expr : null;
}

function annotatedAttribute(
  models: Models,
  scope: Scope,
  annotation: Expr,
  value: Expr | null,
  annotated: boolean,
): { type: CoreType; info: FieldInfo } | null {
  const inner = unwrap(models, scope, annotation);
  const call = value ? fieldCall(models, scope, value) : null;
  if (inner.qualifiers.has('typing.ClassVar') || (!call && !annotated)) return null;
  const info = call ? readField(models, scope, call) : noInfo();
  if (!call && value) setAttributeDefault(models, scope, info, value);
  return fieldOf(models, inner, info, []);
}

function plainAttribute(
  models: Models,
  scope: Scope,
  value: Expr,
): { type: CoreType; info: FieldInfo } | null {
  const call = fieldCall(models, scope, value);
  if (!call) return null;
  const type = call.keywords.find((one) => one.arg === 'type')?.value;
  return { type: type ? typeOf(models, scope, type) : ANY, info: readField(models, scope, call) };
}

function readField(models: Models, scope: Scope, call: Call): FieldInfo {
  const info = noInfo();
  const keyword = (name: string) => call.keywords.find((one) => one.arg === name)?.value;
  const fallback = keyword('default') ?? call.args[0];
  if (fallback) setAttributeDefault(models, scope, info, fallback);
  if (keyword('factory')) info.default = { kind: 'factory' };
  if (call.keywords.some((one) => one.arg === null))
    info.unresolved.push('arguments of the field are unpacked');
  return info;
}

/** `attr.Factory(list)` is made anew, `attr.NOTHING` is no default. */
function setAttributeDefault(models: Models, scope: Scope, info: FieldInfo, expr: Expr): void {
  const target = expr.type === 'Call' ? expr.func : expr;
  const symbol = resolveExpr(models.symbols, scope.place, target);
  const name = symbol?.kind === 'external' ? symbol.name : '';
  if (expr.type === 'Call' && FACTORY.test(name)) info.default = { kind: 'factory' };
  else if (!/^attrs?(\._make)?\.NOTHING$/.test(name)) setDefault(info, scope, expr);
}
