import type { Models } from '../data-models';
import { enumMembers } from '../data-models/classes/enum';
import type { Expr } from '../python/ast';
import { resolveExpr, type Place } from '../symbols/symbols';

/** Names of the members of an enum of the project that an expression means; null for anything else. */
export function enumChoices(models: Models, expr: Expr, place: Place): string[] | null {
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind !== 'class') return null;
  const members = enumMembers(models, symbol);
  return members.length > 0 ? members.map((member) => member.name) : null;
}
