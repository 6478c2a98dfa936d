import type { Expr, Stmt } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { resolveExpr, syntaxOf } from '../../symbols/symbols';
import type { ClassSymbol, Models } from '../models';

/** A function of the project that is called with a class at the top of its module and sets attributes of what it is given; null without one. */
export function changedByCall(models: Models, symbol: ClassSymbol): string | null {
  const { place, node } = symbol;
  const tree = place.qualname === '' ? syntaxOf(models.symbols, place.info.path) : null;
  for (const statement of tree?.body ?? []) {
    if (statement.type !== 'Expr' || statement.value.type !== 'Call') continue;
    const { func, args } = statement.value;
    if (args[0]?.type !== 'Name' || args[0].id !== node.name) continue;
    const callee = resolveExpr(models.symbols, place, func);
    const parameter = callee?.kind === 'function' ? callee.node.args.args[0]?.arg : undefined;
    if (callee?.kind === 'function' && parameter && callee.node.body.some((one) => sets(one, parameter)))
      return callee.qualname;
  }
  return null;
}

/** `setattr(x, …)`, `x.name = …` */
function sets(statement: Stmt, name: string): boolean {
  const isIt = (expr: Expr) => expr.type === 'Name' && expr.id === name;
  if (statement.type === 'Expr' && statement.value.type === 'Call')
    return leafOf(statement.value.func) === 'setattr' && statement.value.args.slice(0, 1).some(isIt);
  return (
    statement.type === 'Assign' &&
    statement.targets.some((one) => one.type === 'Attribute' && isIt(one.value))
  );
}
