import type { Call, Expr, Stmt } from '../python';
import type { FunctionDef } from '../python/ast';

/** One thing that happens to a name of setup.py. */
export interface Step {
  kind: 'set' | 'add' | 'append' | 'item' | 'update';
  /** Key of an `item`. */
  key: Expr | null;
  value: Expr | null;
  /** Only in some runs: it stands below a test, in a loop or in a handler. */
  maybe: boolean;
  /** What the names of its value hold then. */
  before: Names;
}

export type Names = Map<string, Step[]>;

/** The call of `setup(…)`, and what happens to names before it, at the top and in the function that calls it. */
export function readSetup(body: readonly Stmt[]): {
  call: Call | null;
  names: Names;
  functions: ReadonlyMap<string, FunctionDef>;
} {
  const names: Names = new Map();
  const found: Found = { calls: [], returns: [] };
  walk(body, names, found, false);
  const functions = body.flatMap((stmt) => (stmt.type === 'FunctionDef' ? [[stmt.name, stmt] as const] : []));
  return { call: found.calls[0] ?? null, names, functions: new Map(functions) };
}

interface Found {
  /** Of `setup()`. */
  calls: Call[];
  /** What the function that is walked through gives. */
  returns: Step[];
}

function walk(body: readonly Stmt[], names: Names, found: Found, maybe: boolean): void {
  for (const stmt of body) {
    switch (stmt.type) {
      case 'Return':
        if (stmt.value) given(stmt.value, found);
        found.returns.push({ kind: 'set', key: null, value: stmt.value, maybe, before: new Map(names) });
        break;
      case 'Assign':
        given(stmt.value, found);
        for (const target of stmt.targets) assign(target, stmt.value, names, maybe);
        break;
      case 'AnnAssign':
        if (stmt.value) assign(stmt.target, stmt.value, names, maybe);
        break;
      case 'AugAssign':
        if (stmt.target.type === 'Name') add(names, stmt.target.id, 'add', stmt.value, maybe);
        else if (stmt.target.type === 'Subscript') itemOf(stmt.target, null, names, true);
        break;
      case 'Expr':
        run(stmt.value, names, found, maybe);
        break;
      case 'With':
        for (const { context_expr, optional_vars } of stmt.items)
          if (optional_vars) assign(optional_vars, context_expr, names, maybe);
        walk(stmt.body, names, found, maybe);
        break;
      case 'If':
        walk(stmt.body, names, found, maybe || !isMain(stmt.test));
        walk(stmt.orelse, names, found, true);
        break;
      case 'Try':
        for (const part of [stmt.body, ...stmt.handlers.map((one) => one.body), stmt.orelse])
          walk(part, names, found, true);
        break;
      case 'For':
      case 'While':
        walk(stmt.body, names, found, true);
        break;
      case 'FunctionDef':
        enter(stmt, names, found, maybe);
        break;
      default:
    }
  }
}

/** `setup(…)`, and `__name__ == "__main__" and setup(…)`, which says the same as an `if`. */
function run(value: Expr, names: Names, found: Found, maybe: boolean): void {
  if (value.type === 'Call') called(value, names, found, maybe);
  if (value.type !== 'BoolOp' || value.op !== 'And') return;
  const last = value.values[value.values.length - 1];
  run(last, names, found, maybe || !value.values.slice(0, -1).every(isMain));
}

/** What happens in a function counts where it calls `setup()`; of one without parameters it counts what it gives, in every run: `requirements()`. */
function enter(stmt: FunctionDef, names: Names, found: Found, maybe: boolean): void {
  const inner: Names = new Map(names);
  const within: Found = { calls: [], returns: [] };
  walk(stmt.body, inner, within, maybe);
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = stmt.args;
  const takesNothing =
    [posonlyargs, args, kwonlyargs].every((list) => list.length === 0) && !vararg && !kwarg;
  const [given] = within.returns;
  if (takesNothing && within.returns.length === 1 && !given.maybe) names.set(`${stmt.name}()`, [given]);
  if (within.calls.length === 0) return;
  found.calls.push(...within.calls);
  for (const [name, steps] of inner) names.set(name, steps);
}

function add(names: Names, name: string, kind: Step['kind'], value: Expr | null, maybe: boolean): void {
  const step: Step = { kind, key: null, value, maybe, before: new Map(names) };
  names.set(name, kind === 'set' && !maybe ? [step] : [...(names.get(name) ?? []), step]);
}

function assign(target: Expr, value: Expr, names: Names, maybe: boolean): void {
  if (target.type === 'Name') add(names, target.id, 'set', value, maybe);
  else if (target.type === 'Subscript') itemOf(target, value, names, maybe);
}

/** `extras["all"] = …` */
function itemOf(
  target: Expr & { type: 'Subscript' },
  value: Expr | null,
  names: Names,
  maybe: boolean,
): void {
  if (target.value.type !== 'Name') return;
  const steps = names.get(target.value.id) ?? [];
  const step: Step = { kind: 'item', key: target.slice, value, maybe, before: new Map(names) };
  names.set(target.value.id, [...steps, step]);
}

/** `return setup(…)`, `distribution = setup(…)` */
function given(value: Expr, { calls }: Found): void {
  if (value.type === 'Call' && isSetup(value)) calls.push(value);
}

function isSetup({ func }: Call): boolean {
  return /(^|\.)setup$/.test(dotted(func));
}

const CHANGES: Record<string, Step['kind']> = { append: 'append', extend: 'add', update: 'update' };

/** `setup(…)`, or a method that changes what a name holds. */
function called(call: Call, names: Names, { calls }: Found, maybe: boolean): void {
  const { func } = call;
  if (isSetup(call)) return void calls.push(call);
  if (func.type !== 'Attribute') return;
  if (func.value.type === 'Subscript') return itemOf(func.value, null, names, true);
  const kind = CHANGES[func.attr];
  if (func.value.type !== 'Name' || !kind || !names.has(func.value.id)) return;
  const [value = null] = call.args;
  add(names, func.value.id, kind, value, maybe || call.args.length !== 1 || call.keywords.length > 0);
}

/** `__name__ == "__main__"` */
function isMain(test: Expr): boolean {
  return test.type === 'Compare' && test.left.type === 'Name' && test.left.id === '__name__';
}

export function dotted(expr: Expr): string {
  if (expr.type === 'Name') return expr.id;
  return expr.type === 'Attribute' ? `${dotted(expr.value)}.${expr.attr}` : '';
}
