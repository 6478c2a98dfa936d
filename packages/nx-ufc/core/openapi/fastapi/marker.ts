import type { Call, Expr } from '../../python/ast';
import { returnsOf } from '../../symbols/returns';
import { innerPlace, resolveExpr, type Place, type Symbols } from '../../symbols/symbols';

export type MarkerName =
  'Query' | 'Path' | 'Header' | 'Cookie' | 'Body' | 'Form' | 'File' | 'Depends' | 'Security' | 'Field';

/** `Query(...)`, `Depends(get_db)`, `Field(gt=0)`: what a default or `Annotated` says of a parameter. */
export interface Marker {
  name: MarkerName;
  call: Call;
  place: Place;
}

const MARKER =
  /^fastapi\.(?:params\.|param_functions\.)?(Query|Path|Header|Cookie|Body|Form|File|Depends|Security)$/;
const FIELD = /^(pydantic(\.fields)?|sqlmodel(\.main)?)\.Field$/;
const MAX_HOPS = 10;

/** The marker that an expression is, names of constants and functions that make one followed; null for any other value. */
export function markerOf(symbols: Symbols, place: Place, expr: Expr | null, hops = 0): Marker | null {
  if (!expr || hops > MAX_HOPS) return null;
  if (expr.type === 'Call') {
    const callee = resolveExpr(symbols, place, expr.func);
    if (callee?.kind === 'function') {
      const inside = innerPlace(symbols, callee.place, callee.node);
      const returned = returnsOf(callee.node.body);
      return returned.length === 1 ? markerOf(symbols, inside, returned[0], hops + 1) : null;
    }
    if (callee?.kind !== 'external') return null;
    const name = FIELD.test(callee.name) ? 'Field' : MARKER.exec(callee.name)?.[1];
    return name ? { name: name as MarkerName, call: expr, place } : null;
  }
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol?.kind !== 'variable' || symbol.ambiguous) return null;
  return markerOf(symbols, symbol.place, symbol.value, hops + 1);
}
