import type { Models } from '../../data-models';
import { leafOf } from '../../python/facts/dotted';
import type { Expr } from '../../python/ast';
import type { CoreType } from '../../data-models/types/core-type';
import type { Field } from './parameter';
import { shapeOf } from './shape';

const FILE: CoreType = {
  kind: 'fixed',
  schema: { type: 'string', contentMediaType: 'application/octet-stream' },
};

/** The type of an uploaded file, of a list of them or of one that may be missing; null for anything else. */
export function uploadType(models: Models, { type }: Field): CoreType | null {
  if (!type || shapeOf(models.symbols, type.place, type.expr) !== 'upload') return null;
  const read = (expr: Expr): CoreType => {
    if (expr.type === 'BinOp') return { kind: 'union', choices: [read(expr.left), read(expr.right)] };
    if (expr.type === 'Constant') return { kind: 'none' };
    if (expr.type !== 'Subscript') return FILE;
    const parts = expr.slice.type === 'Tuple' ? expr.slice.elts : [expr.slice];
    if (leafOf(expr.value) === 'Optional') return { kind: 'nullable', inner: read(parts[0]) };
    if (leafOf(expr.value) === 'Union') return { kind: 'union', choices: parts.map(read) };
    return { kind: 'list', items: read(parts[0]) };
  };
  return read(type.expr);
}
