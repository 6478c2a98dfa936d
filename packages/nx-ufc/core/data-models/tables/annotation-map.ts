import type { Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import { displayOf } from '../annotations/display';
import { operandsOf } from '../annotations/union';
import { assignedIn } from '../classes/members';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { leafOf } from '../../python/facts/dotted';
import type { Models, Scope } from '../models';
import type { CoreType } from '../types/core-type';
import { sqlTypeOf, type SqlType } from './sql-type';

/** Types of columns that SQLAlchemy takes for annotations without one. */
const DEFAULTS: Record<string, string> = {
  int: 'Integer',
  str: 'String',
  bool: 'Boolean',
  float: 'Float',
  decimal: 'Numeric',
  bytes: 'LargeBinary',
  datetime: 'DateTime',
  date: 'Date',
  time: 'Time',
  timedelta: 'Interval',
  uuid: 'Uuid',
  literal: 'Enum',
};

/** The column type that `Mapped[X]` stands for: after the base class's `type_annotation_map`, else SQLAlchemy's own; null when neither has it. */
export function typeForAnnotation(
  models: Models,
  lineage: readonly Ancestor[],
  scope: Scope,
  annotation: Expr,
  type: CoreType,
): SqlType | null {
  const plain = withoutNone(annotation);
  const shown = displayOf(models, scope, plain);
  for (const ancestor of lineage) {
    if (ancestor.kind !== 'class') continue;
    const own = bodyScope(models, ancestor);
    const map = mapIn(models, ancestor, own.place);
    const at = map?.keys.findIndex((key) => key !== null && displayOf(models, own, key) === shown) ?? -1;
    if (map && at >= 0) return sqlTypeOf(models, own.place, map.values[at]);
  }
  const core = type.kind === 'nullable' ? type.inner : type;
  if (core.kind === 'ref' && models.definitions.get(core.id)?.kind === 'enum')
    return { text: `Enum(${core.display})`, schema: { $ref: core.id } };
  const name = DEFAULTS[core.kind];
  return name ? { text: name, schema: {} } : null;
}

/** `type_annotation_map = {…}` in the class, or in the registry that it is given. */
function mapIn(
  models: Models,
  ancestor: Ancestor & { kind: 'class' },
  place: Place,
): (Expr & { type: 'Dict' }) | null {
  const own = assignedIn(models, ancestor.symbol, 'type_annotation_map');
  const registry = assignedIn(models, ancestor.symbol, 'registry');
  const given =
    own ??
    (registry?.type === 'Call'
      ? registry.keywords.find((one) => one.arg === 'type_annotation_map')?.value
      : null);
  if (given?.type === 'Name') {
    const symbol = resolveExpr(models.symbols, place, given);
    return symbol?.kind === 'variable' && symbol.value?.type === 'Dict' ? symbol.value : null;
  }
  return given?.type === 'Dict' ? given : null;
}

function withoutNone(expr: Expr): Expr {
  if (expr.type === 'Subscript' && leafOf(expr.value) === 'Optional') return expr.slice;
  const operands = operandsOf(expr);
  const kept = operands.filter((one) => !(one.type === 'Constant' && one.value.kind === 'none'));
  return kept.length === 1 ? kept[0] : expr;
}
