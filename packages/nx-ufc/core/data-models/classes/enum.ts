import type { Expr } from '../../python/ast';
import { innerPlace, resolveExpr, type Place } from '../../symbols/symbols';
import { UNRESOLVED, type JsonSchema } from '../json';
import { cached, NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { canonicalName } from '../types/canonical-name';
import type { LiteralMember } from '../types/core-type';
import { cleanDoc } from '../values/clean-doc';
import { constantOf, type Constant } from '../values/constant';
import { returnedBy } from '../values/returned';
import { kindOfClass } from './kind';
import { lineageOf } from './lineage';
import { docstringOf, hasMethod, membersOf } from './members';

interface EnumMember {
  name: string;
  value: Constant;
}

const DEFAULT_DOC = 'An enumeration.';

/** The schema of an enum as pydantic writes it. */
export function enumSchema(models: Models, symbol: ClassSymbol): JsonSchema {
  const schema: JsonSchema = { title: symbol.node.name };
  const doc = docstringOf(symbol);
  const version = kindOfClass(models, symbol)?.pydantic ?? 2;
  if (version === 1) schema.description = doc === null ? DEFAULT_DOC : cleanDoc(doc);
  else if (doc !== null && doc !== '' && cleanDoc(doc) !== DEFAULT_DOC) schema.description = cleanDoc(doc);
  if (
    hasMethod(models, symbol, '__get_pydantic_json_schema__') ||
    hasMethod(models, symbol, '__modify_schema__')
  )
    return { ...schema, [UNRESOLVED]: 'the class makes its own schema' };
  const unknown = models.unknownOf.get(symbol.node);
  if (unknown) return { ...schema, [UNRESOLVED]: unknown.join('; ') };
  const members = enumMembers(models, symbol);
  const values: LiteralMember[] = [];
  for (const { name, value } of members) {
    if (!value.known) return { ...schema, [UNRESOLVED]: `${name}: ${value.reason}` };
    if (!values.some((known) => known.value === value.json && known.type === value.type))
      values.push({ value: value.json, type: value.type === 'other' ? 'bytes' : value.type });
  }
  schema.enum = values.map((member) => member.value);
  const type = version === 1 ? mixedInType(models, symbol) : jsonType(values);
  if (type) schema.type = type;
  return schema;
}

/** pydantic 1 goes by the class that an enum is mixed with, not by its values. */
function mixedInType(models: Models, symbol: ClassSymbol): string | null {
  if (derivesFrom(models, symbol, /^(builtins\.str|enum\.StrEnum)$/)) return 'string';
  if (derivesFrom(models, symbol, /^(builtins\.int|enum\.Int(Enum|Flag))$/)) return 'integer';
  return derivesFrom(models, symbol, /^builtins\.float$/) ? 'number' : null;
}

function jsonType(values: readonly LiteralMember[]): string | null {
  const types = new Set(values.map((member) => member.type));
  const only = types.size === 1 ? [...types][0] : null;
  if (only === 'str') return 'string';
  if (only === 'int') return 'integer';
  if (only === 'float') return 'number';
  return only === 'bool' ? 'boolean' : null;
}

/** The members of an enum in order, aliases included, with their values. */
export function enumMembers(models: Models, symbol: ClassSymbol): EnumMember[] {
  return cached(models, symbol.node, 'enum members', () => {
    const place = innerPlace(models.symbols, symbol.place, symbol.node);
    const members: EnumMember[] = [];
    const ownValues = changesValues(models, symbol);
    for (const { statement, certain } of membersOf(models, symbol)) {
      if (statement.type !== 'Assign' || statement.targets.length !== 1) continue;
      const [target] = statement.targets;
      if (target.type !== 'Name' || target.id.startsWith('_')) continue;
      const { value } = statement;
      if (value.type === 'Lambda') continue;
      if (!certain)
        members.push({ name: target.id, value: { known: false, reason: 'a test decides on it' } });
      else if (ownValues)
        members.push({ name: target.id, value: { known: false, reason: '__new__ makes the values' } });
      else
        members.push({
          name: target.id,
          value: memberValue(models, symbol, place, value, target.id, members),
        });
    }
    return members;
  });
}

const changesValues = (models: Models, symbol: ClassSymbol): boolean => hasMethod(models, symbol, '__new__');

function memberValue(
  models: Models,
  symbol: ClassSymbol,
  place: Place,
  expr: Expr,
  name: string,
  before: readonly EnumMember[],
): Constant {
  if (isAuto(models, place, expr)) return autoValue(models, symbol, name, before);
  if (expr.type === 'Name') {
    const sibling = before.find((member) => member.name === expr.id);
    if (sibling) return sibling.value;
  }
  const text = expr.type === 'Tuple' && derivesFrom(models, symbol, /^(builtins\.str|enum\.StrEnum)$/);
  if (text && expr.type === 'Tuple' && expr.elts.length === 1) return constantOf(models, place, expr.elts[0]);
  return constantOf(models, place, expr);
}

function isAuto(models: Models, place: Place, expr: Expr): boolean {
  if (expr.type !== 'Call') return false;
  const callee = resolveExpr(models.symbols, place, expr.func);
  if (callee?.kind === 'external') return canonicalName(callee.name) === 'enum.auto';
  const returned = returnedBy(models.symbols, callee);
  return returned !== null && isAuto(models, returned.place, returned.expr);
}

function autoValue(
  models: Models,
  symbol: ClassSymbol,
  name: string,
  before: readonly EnumMember[],
): Constant {
  if (hasMethod(models, symbol, '_generate_next_value_'))
    return generatedName(models, symbol)
      ? { known: true, json: name, type: 'str' }
      : { known: false, reason: '_generate_next_value_ makes the values' };
  if (derivesFrom(models, symbol, /^enum\.StrEnum$/))
    return { known: true, json: name.toLowerCase(), type: 'str' };
  const last = Math.max(
    0,
    ...before.map(({ value }) => (value.known && typeof value.json === 'number' ? value.json : 0)),
  );
  if (derivesFrom(models, symbol, /^enum\.(Int)?Flag$/))
    return { known: true, json: last === 0 ? 1 : 2 ** (Math.floor(Math.log2(last)) + 1), type: 'int' };
  return { known: true, json: last + 1, type: 'int' };
}

/** `def _generate_next_value_(name, …): return name` */
function generatedName(models: Models, symbol: ClassSymbol): boolean {
  for (const ancestor of lineageOf(models, symbol, NO_ARGUMENTS)) {
    if (ancestor.kind !== 'class') continue;
    for (const { statement } of membersOf(models, ancestor.symbol)) {
      if (statement.type !== 'FunctionDef' || statement.name !== '_generate_next_value_') continue;
      const returned = statement.body[statement.body.length - 1];
      const { args } = statement.args;
      const parameter = args[args[0]?.arg === 'self' || args[0]?.arg === 'cls' ? 1 : 0]?.arg;
      return returned.type === 'Return' && returned.value?.type === 'Name' && returned.value.id === parameter;
    }
  }
  return false;
}

function derivesFrom(models: Models, symbol: ClassSymbol, pattern: RegExp): boolean {
  return lineageOf(models, symbol, NO_ARGUMENTS).some(
    (ancestor) => ancestor.kind === 'external' && pattern.test(ancestor.name),
  );
}

/** `Color.RED` and `Color.RED.value` as constants; null when the expression is something else. */
export function enumMember(models: Models, place: Place, expr: Expr): Constant | null {
  if (expr.type !== 'Attribute') return null;
  if (expr.attr === 'value') {
    const member = enumMember(models, place, expr.value);
    if (member) return member.known ? { known: true, json: member.json, type: member.type } : member;
  }
  const owner = resolveExpr(models.symbols, place, expr.value);
  if (owner?.kind !== 'class' || kindOfClass(models, owner)?.kind !== 'enum') return null;
  const member = enumMembers(models, owner).find((one) => one.name === expr.attr);
  if (!member) return null;
  return member.value.known ? { ...member.value, member: true } : member.value;
}
