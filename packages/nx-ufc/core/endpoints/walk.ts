import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef, Stmt } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { innerPlace, modulePlace, type Place, type Symbols } from '../symbols/symbols';
import type { PlacedCall, Surroundings } from './types';

/** Nothing around a statement: no loop, no condition. */
const NOTHING: Surroundings = { loops: new Map(), functions: [], conditional: false };

export type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

/** What a walk over the shipped modules meets, in source order. */
export interface Visitor {
  definition(node: Definition, place: Place, surroundings: Surroundings): void;
  call(placed: PlacedCall): void;
}

/** Visit every definition and every call of a statement in the shipped modules, functions and their blocks included. */
export function walkProject(symbols: Symbols, visitor: Visitor): void {
  for (const info of symbols.project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const place = modulePlace(symbols, info.name);
    const tree = symbols.trees.get(info.path);
    if (place && tree) walkBody(symbols, visitor, tree.body, place, NOTHING);
  }
}

function walkBody(
  symbols: Symbols,
  visitor: Visitor,
  body: readonly Stmt[],
  place: Place,
  around: Surroundings,
): void {
  const inside = (statements: readonly Stmt[], more = around) =>
    walkBody(symbols, visitor, statements, place, more);
  for (const statement of body) {
    switch (statement.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        visitor.definition(statement, place, around);
        walkBody(
          symbols,
          visitor,
          statement.body,
          innerPlace(symbols, place, statement),
          withFunction(around, statement, place),
        );
        break;
      case 'Expr':
      case 'Assign':
      case 'AnnAssign':
      case 'Return':
        visitCall(visitor, statement.value, place, around);
        break;
      case 'If':
      case 'While':
        inside(statement.body, { ...around, conditional: true });
        inside(statement.orelse, { ...around, conditional: true });
        break;
      case 'For':
        inside(statement.body, withLoop(symbols, place, around, statement.target, statement.iter));
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

function visitCall(visitor: Visitor, value: Expr | null, place: Place, around: Surroundings): void {
  const call = value?.type === 'Await' ? value.value : value;
  if (call?.type === 'Call') visitor.call({ call, place, ...around });
}

function withFunction(around: Surroundings, node: Definition, place: Place): Surroundings {
  if (node.type === 'ClassDef') return around;
  return { ...around, functions: [...around.functions, { node, place }] };
}

function withLoop(
  symbols: Symbols,
  place: Place,
  around: Surroundings,
  target: Expr,
  iterated: Expr,
): Surroundings {
  if (target.type !== 'Name') return around;
  const items = itemsOf(symbols, place, iterated);
  return items ? { ...around, loops: new Map([...around.loops, [target.id, items]]) } : around;
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
