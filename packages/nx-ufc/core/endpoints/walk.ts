import type {
  AsyncFunctionDef,
  AugAssign,
  ClassDef,
  Expr,
  For,
  FunctionDef,
  If,
  Stmt,
  While,
} from '../python/ast';
import { decideNone } from '../symbols/decide-none';
import { boundBy, itemsOf } from '../symbols/items';
import { loopPlace, runOf, type Placed } from '../symbols/runs';
import { innerPlace, modulePlace, type Place, type Symbols } from '../symbols/symbols';
import type { PlacedCall, Surroundings } from './types';

/** Nothing around a statement: no function, no condition. */
const NOTHING: Surroundings = { conditional: false };

export type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

/** What a walk over the shipped modules meets, in source order. */
export interface Visitor {
  definition?(node: Definition, place: Place, surroundings: Surroundings): void;
  /** A call that is a statement, is assigned or returned. */
  call?(placed: PlacedCall): void;
  /** Every expression of a statement. */
  expression?(expr: Expr, place: Place): void;
  /** The places in which the body of a function is read; null: once, with nothing known of its parameters. */
  runs?(node: FunctionDef | AsyncFunctionDef, place: Place): Place[] | null;
}

interface Walk {
  symbols: Symbols;
  visitor: Visitor;
}

/** Visit every definition and every call of a statement in the shipped modules, functions and their blocks included. */
export function walkProject(symbols: Symbols, visitor: Visitor): void {
  for (const info of symbols.project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const place = modulePlace(symbols, info.name);
    const tree = symbols.trees.get(info.path);
    if (place && tree) walkBody({ symbols, visitor }, tree.body, place, NOTHING);
  }
}

/** Visit the body of a function in a place. */
export function walkFunction(
  symbols: Symbols,
  visitor: Visitor,
  node: FunctionDef | AsyncFunctionDef,
  place: Place,
): void {
  walkBody({ symbols, visitor }, node.body, place, NOTHING);
}

function walkBody(walk: Walk, body: readonly Stmt[], place: Place, around: Surroundings): void {
  const inside = (statements: readonly Stmt[], more = around) => walkBody(walk, statements, place, more);
  for (const statement of body) {
    switch (statement.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        walkDefinition(walk, statement, place, around);
        break;
      case 'Expr':
      case 'Assign':
      case 'AnnAssign':
      case 'Return':
        if (statement.value) visitExpression(walk, statement.value, place, around);
        break;
      case 'AugAssign':
        visitAdded(walk, statement, place, around);
        break;
      case 'If':
      case 'While':
        walkBranches(walk, statement, place, around);
        break;
      case 'For':
        walkLoop(walk, statement, place, around);
        inside(statement.orelse);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of statement.items) walk.visitor.expression?.(item.context_expr, place);
        inside(statement.body);
        break;
      case 'Try':
        for (const part of [statement.body, statement.orelse, statement.finalbody]) inside(part);
        break;
      default:
    }
  }
}

/** Both branches, as conditional; only the one that is taken where a parameter is compared with None and the call says what it is. */
function walkBranches(walk: Walk, statement: If | While, place: Place, around: Surroundings): void {
  walk.visitor.expression?.(statement.test, place);
  const holds = decideNone(walk.symbols, place, statement.test);
  const conditional = { conditional: holds === null || around.conditional };
  if (holds !== false) walkBody(walk, statement.body, place, conditional);
  if (holds !== true) walkBody(walk, statement.orelse, place, conditional);
}

function walkDefinition(walk: Walk, node: Definition, place: Place, around: Surroundings): void {
  walk.visitor.definition?.(node, place, around);
  const runs = node.type === 'ClassDef' ? null : (walk.visitor.runs?.(node, place) ?? null);
  for (const inner of runs ?? [innerPlace(walk.symbols, place, node)])
    walkBody(walk, node.body, inner, around);
}

function visitExpression(walk: Walk, value: Expr, place: Place, around: Surroundings): void {
  const { visitor } = walk;
  visitor.expression?.(value, place);
  const expr = value.type === 'Await' ? value.value : value;
  if (expr.type === 'Call') visitor.call?.({ call: expr, place, ...around });
  if (expr.type === 'ListComp' && expr.elt.type === 'Call' && expr.generators.length === 1) {
    const [{ target, iter, ifs }] = expr.generators;
    const runs = loopRuns(walk.symbols, expr, { target, iter, body: [] }, place) ?? [place];
    const conditional = around.conditional || ifs.length > 0;
    for (const run of runs) visitor.call?.({ call: expr.elt, place: run, conditional });
  }
}

/** `routes += [x]` is the call that it stands for: `routes.extend([x])`. */
function visitAdded({ visitor }: Walk, statement: AugAssign, place: Place, around: Surroundings): void {
  const { target, value, start, end } = statement;
  visitor.expression?.(value, place);
  if (statement.op !== 'Add' || (target.type !== 'Name' && target.type !== 'Attribute')) return;
  const func: Expr = { type: 'Attribute', value: target, attr: 'extend', ctx: 'Load', start, end };
  visitor.call?.({ call: { type: 'Call', func, args: [value], keywords: [], start, end }, place, ...around });
}

/** The body of a loop once for each item where the items are known, else once. */
function walkLoop(walk: Walk, loop: For, place: Place, around: Surroundings): void {
  walk.visitor.expression?.(loop.iter, place);
  for (const run of loopRuns(walk.symbols, loop, loop, place) ?? [place])
    walkBody(walk, loop.body, run, around);
}

const MAX_ITEMS = 500;
const known = new WeakMap<object, Map<object | null, Place[] | null>>();

/** One place for each run of a loop, the same ones every time; null where its items are not known. */
function loopRuns(
  symbols: Symbols,
  node: object,
  { target, iter, body }: { target: Expr; iter: Expr; body: readonly Stmt[] },
  place: Place,
): Place[] | null {
  let byRun = known.get(node);
  if (!byRun) known.set(node, (byRun = new Map()));
  const run = runOf(place);
  if (byRun.has(run)) return byRun.get(run)!;
  const items = itemsOf(symbols, place, iter);
  const bound = items && items.length <= MAX_ITEMS ? items.map((item) => boundBy(symbols, target, item)) : [];
  const certain = bound.length > 0 && bound.every((one) => one !== null);
  const places = certain
    ? bound.map((one) => loopPlace(place, body, one as ReadonlyMap<string, Placed>))
    : null;
  byRun.set(run, places);
  return places;
}
