import type { Expr, Stmt } from '../../python/ast';
import { namespaceOf } from '../../symbols/namespace';
import { modulePlace, type Place, type Sym, type Symbols } from '../../symbols/symbols';

/**
 * What a function returns that only gives names to values before, and the place to read it at; null for any other function. Its
 * parameters have no value there.
 */
export function returnedBy(symbols: Symbols, symbol: Sym | null): { expr: Expr; place: Place } | null {
  if (symbol?.kind !== 'function') return null;
  const { node } = symbol;
  const last = node.body[node.body.length - 1];
  if (last.type !== 'Return' || !last.value || !node.body.slice(0, -1).every(isPlain)) return null;
  const { args, posonlyargs, kwonlyargs, vararg, kwarg } = node.args;
  const parameters = [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg].filter((one) => one !== null);
  const namespace = namespaceOf(node.body);
  for (const { arg, start } of parameters)
    namespace.names.set(arg, [{ kind: 'other', start, branch: 'main' }]);
  // Bodies of classes are not seen from the functions in them.
  const outer = modulePlace(symbols, symbol.place.info.name) ?? symbol.place;
  const place: Place = { info: symbol.place.info, namespace, outer, qualname: symbol.qualname };
  return { expr: last.value, place };
}

const isPlain = (statement: Stmt): boolean =>
  statement.type === 'Assign' ||
  statement.type === 'AnnAssign' ||
  (statement.type === 'Expr' && statement.value.type === 'Constant');
