import type { Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Models } from '../models';
import { constantOf } from '../values/constant';
import { tableNameOf } from './table-name';

/** `"user.id"`, `User.id`, `users.c.id` as `user.id`; null when it is not known. */
export function columnReference(models: Models, place: Place, expr: Expr): string | null {
  if (expr.type === 'Attribute') {
    const owner = resolveExpr(models.symbols, place, expr.value);
    if (owner?.kind === 'class') {
      const table = tableNameOf(models, owner);
      return table.known ? `${table.name}.${expr.attr}` : null;
    }
    if (expr.value.type === 'Attribute' && expr.value.attr === 'c')
      return `${tableVariable(models, place, expr.value.value) ?? '?'}.${expr.attr}`;
  }
  const constant = constantOf(models, place, expr);
  return constant.known && typeof constant.json === 'string' ? constant.json : null;
}

function tableVariable(models: Models, place: Place, expr: Expr): string | null {
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind !== 'variable' || symbol.value?.type !== 'Call') return null;
  const name = symbol.value.args[0];
  const constant = name ? constantOf(models, symbol.place, name) : null;
  return constant?.known && typeof constant.json === 'string' ? constant.json : null;
}
