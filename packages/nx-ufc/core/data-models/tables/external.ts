import type { Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Models } from '../models';
import { canonicalName } from '../types/canonical-name';

/**
 * The name of something of another package, `sqlalchemy.Column`; null for anything else. `db.Column` of a `db = SQLAlchemy()` of
 * Flask-SQLAlchemy is that of SQLAlchemy.
 */
export function externalName(models: Models, place: Place, expr: Expr, depth = 0): string | null {
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind === 'external') return canonicalName(symbol.name);
  // `_Column = mapped_column`, with another in the handler of an ImportError.
  if (
    symbol?.kind === 'variable' &&
    depth < 5 &&
    (symbol.value?.type === 'Name' || symbol.value?.type === 'Attribute')
  )
    return externalName(models, symbol.place, symbol.value, depth + 1);
  if (symbol !== null || expr.type !== 'Attribute') return null;
  const owner = resolveExpr(models.symbols, place, expr.value);
  if (owner?.kind !== 'variable' || owner.value?.type !== 'Call') return null;
  const maker = resolveExpr(models.symbols, owner.place, owner.value.func);
  if (maker?.kind !== 'external' || !/^flask_sqlalchemy(\.\w+)*\.SQLAlchemy$/.test(maker.name)) return null;
  if (expr.attr === 'Model') return 'flask_sqlalchemy.Model';
  return expr.attr === 'relationship' ? 'sqlalchemy.orm.relationship' : `sqlalchemy.${expr.attr}`;
}

/** The last part of the name of something of SQLAlchemy: `Column`; null for anything else. */
export function sqlalchemyName(models: Models, place: Place, expr: Expr): string | null {
  const name = externalName(models, place, expr);
  return name !== null && /^(sqlalchemy|sqlmodel)\./.test(name)
    ? name.slice(name.lastIndexOf('.') + 1)
    : null;
}
