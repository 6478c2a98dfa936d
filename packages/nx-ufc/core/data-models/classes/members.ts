import type { Expr, Stmt } from '../../python/ast';
import { innerPlace, type Place } from '../../symbols/symbols';
import { cached, NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { decide } from './conditions';
import { lineageOf } from './lineage';

/** A statement in the body of a class that is executed. `certain` is false when a test decides that is not known. */
export interface Member {
  statement: Stmt;
  certain: boolean;
}

/** The statements of a class body, the taken branches of its tests included. */
export function membersOf(models: Models, symbol: ClassSymbol): Member[] {
  return cached(models, symbol.node, 'members', () => {
    const place = innerPlace(models.symbols, symbol.place, symbol.node);
    return collect(models, place, symbol.node.body, true);
  });
}

function collect(models: Models, place: Place, body: readonly Stmt[], certain: boolean): Member[] {
  return body.flatMap((statement): Member[] => {
    if (statement.type === 'If') {
      const holds = decide(models.symbols, models.options, place, statement.test);
      const branch = (part: readonly Stmt[]) => collect(models, place, part, certain && holds !== null);
      return [
        ...(holds === false ? [] : branch(statement.body)),
        ...(holds === true ? [] : branch(statement.orelse)),
      ];
    }
    if (statement.type === 'Try') return collect(models, place, statement.body, certain);
    return [{ statement, certain }];
  });
}

/** Does a class or one of its ancestors in the project define this method? */
export function hasMethod(models: Models, symbol: ClassSymbol, name: string): boolean {
  return lineageOf(models, symbol, NO_ARGUMENTS).some(
    (ancestor) => ancestor.kind === 'class' && ownMethod(models, ancestor.symbol, name),
  );
}

function ownMethod(models: Models, symbol: ClassSymbol, name: string): boolean {
  return membersOf(models, symbol).some(
    ({ statement }) =>
      (statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef') && statement.name === name,
  );
}

/** What a class body assigns to a name last; null when it does not. */
export function assignedIn(models: Models, symbol: ClassSymbol, name: string): Expr | null {
  let found: Expr | null = null;
  for (const { statement } of membersOf(models, symbol)) {
    if (
      statement.type === 'Assign' &&
      statement.targets.some((target) => target.type === 'Name' && target.id === name)
    )
      found = statement.value;
    if (statement.type === 'AnnAssign' && statement.target.type === 'Name' && statement.target.id === name)
      found = statement.value ?? found;
  }
  return found;
}

/** The docstring of a class body; null without one. */
export function docstringOf(symbol: ClassSymbol): string | null {
  const [first] = symbol.node.body;
  if (first?.type !== 'Expr' || first.value.type !== 'Constant' || first.value.value.kind !== 'str')
    return null;
  return first.value.value.value;
}
