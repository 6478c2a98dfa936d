import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef, Stmt } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { innerPlace, modulePlace, type Place, type Symbols } from '../symbols/symbols';
import type { PlacedCall } from './types';

export type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

/** What a walk over the shipped modules meets, in source order. */
export interface Visitor {
  definition(node: Definition, place: Place, file: string): void;
  call(placed: PlacedCall): void;
}

/** Visit every definition and every call of a statement in the shipped modules, functions and their blocks included. */
export function walkProject(symbols: Symbols, visitor: Visitor): void {
  for (const info of symbols.project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const place = modulePlace(symbols, info.name);
    const tree = symbols.trees.get(info.path);
    if (place && tree) walkBody(symbols, visitor, tree.body, place, new Map());
  }
}

function walkBody(
  symbols: Symbols,
  visitor: Visitor,
  body: readonly Stmt[],
  place: Place,
  loops: ReadonlyMap<string, Expr[]>,
): void {
  const inside = (statements: readonly Stmt[], more = loops) =>
    walkBody(symbols, visitor, statements, place, more);
  for (const statement of body) {
    switch (statement.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        visitor.definition(statement, place, place.info.path);
        walkBody(symbols, visitor, statement.body, innerPlace(symbols, place, statement), loops);
        break;
      case 'Expr':
      case 'Assign':
      case 'AnnAssign':
      case 'Return':
        visitCall(visitor, statement.value, place, loops);
        break;
      case 'If':
      case 'While':
        inside(statement.body);
        inside(statement.orelse);
        break;
      case 'For':
        inside(statement.body, withLoop(symbols, place, loops, statement.target, statement.iter));
        break;
      case 'With':
      case 'AsyncWith':
        inside(statement.body);
        break;
      case 'Try':
        for (const part of [statement.body, statement.orelse, statement.finalbody]) inside(part);
        break;
      default:
    }
  }
}

function visitCall(
  visitor: Visitor,
  value: Expr | null,
  place: Place,
  loops: ReadonlyMap<string, Expr[]>,
): void {
  if (value?.type === 'Call') visitor.call({ call: value, place, file: place.info.path, loops });
}

function withLoop(
  symbols: Symbols,
  place: Place,
  loops: ReadonlyMap<string, Expr[]>,
  target: Expr,
  iterated: Expr,
): ReadonlyMap<string, Expr[]> {
  if (target.type !== 'Name') return loops;
  const items = itemsOf(symbols, place, iterated);
  return items ? new Map([...loops, [target.id, items]]) : loops;
}

/** The expressions of a list or tuple that stands there, or that a name of the same module is. */
function itemsOf(symbols: Symbols, place: Place, iterated: Expr): Expr[] | null {
  if (iterated.type === 'List' || iterated.type === 'Tuple') return iterated.elts;
  const value = evaluate(symbols, place, iterated);
  if (value.kind !== 'list' && value.kind !== 'tuple') return null;
  const found: Expr[] = [];
  for (const item of value.items) {
    if (item.kind !== 'call') return null;
    found.push(item.node);
  }
  return found;
}
