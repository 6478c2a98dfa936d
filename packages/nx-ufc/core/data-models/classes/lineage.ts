import type { Expr } from '../../python/ast';
import { innerPlace, qualifiedName, resolveExpr } from '../../symbols/symbols';
import { externalName } from '../tables/external';
import {
  cached,
  NO_ARGUMENTS,
  type ClassSymbol,
  type Models,
  type Scope,
  type TypeArguments,
} from '../models';
import { canonicalName } from '../types/canonical-name';
import { madeClass } from './made';
import { annotationPlace } from './places';
import { argumentsFor } from './type-parameters';

/** A class in the order in which attributes are looked up. */
export type Ancestor =
  | {
      kind: 'class';
      symbol: ClassSymbol;
      vars: TypeArguments;
      /** Bases given in the class statement. */ args: Expr[];
      scope: Scope;
    }
  /** Of another package; `raw` is the name before `canonicalName`. */
  | { kind: 'external'; name: string; raw: string; args: Expr[]; scope: Scope }
  | { kind: 'unknown'; reason: string };

const MAX_DEPTH = 40;

/** The class and its ancestors, as `__mro__` lists them; what cannot be followed is `unknown`. */
export function lineageOf(models: Models, symbol: ClassSymbol, vars: TypeArguments): Ancestor[] {
  const key = [...vars].map(([name, argument]) => `${name}=${argument.display}`).join(',');
  return cached(models, symbol.node, `lineage ${key}`, () => {
    const self: Ancestor = { kind: 'class', symbol, vars, args: [], scope: { place: symbol.place, vars } };
    return linearise(models, self, 0);
  });
}

function linearise(models: Models, self: Ancestor, depth: number): Ancestor[] {
  if (self.kind !== 'class' || depth > MAX_DEPTH) return [self];
  const bases = basesOf(models, self.symbol, self.vars).filter((base) => keyOf(base) !== keyOf(self));
  const merged = merge([...bases.map((base) => linearise(models, base, depth + 1)), bases]);
  return [self, ...merged];
}

/** C3, https://docs.python.org/3/howto/mro.html; where Python would refuse the order, the order of the bases. */
function merge(lists: Ancestor[][]): Ancestor[] {
  const rest = lists.map((list) => [...list]).filter((list) => list.length > 0);
  const result: Ancestor[] = [];
  while (rest.length > 0) {
    const inTail = (key: string) => rest.some((list) => list.slice(1).some((one) => keyOf(one) === key));
    const head = rest.map((list) => list[0]).find((candidate) => !inTail(keyOf(candidate))) ?? rest[0][0];
    const key = keyOf(head);
    if (!result.some((one) => keyOf(one) === key)) result.push(head);
    for (let i = rest.length - 1; i >= 0; i--) {
      rest[i] = rest[i].filter((one) => keyOf(one) !== key);
      if (rest[i].length === 0) rest.splice(i, 1);
    }
  }
  return result;
}

/** A class may have the name of the one that a call makes for its base: `class P(namedtuple("P", "x y"))`. */
function keyOf(ancestor: Ancestor): string {
  if (ancestor.kind === 'external') return ancestor.name;
  if (ancestor.kind === 'unknown') return `? ${ancestor.reason}`;
  const args = [...ancestor.vars.values()].map((argument) => argument.display);
  return `${qualifiedName(ancestor.symbol)}@${ancestor.symbol.node.start}[${args.join(',')}]`;
}

/** The bases of a class as its statement lists them. */
export function basesOf(models: Models, symbol: ClassSymbol, vars: TypeArguments): Ancestor[] {
  const scope: Scope = { place: symbol.place, vars };
  const unknown = models.unknownOf.get(symbol.node) ?? [];
  return [
    ...symbol.node.bases.map((base) => baseOf(models, scope, base, 0)),
    ...unknown.map((reason) => ({ kind: 'unknown' as const, reason })),
  ];
}

/** What a base in a class statement means. */
export function baseOf(models: Models, scope: Scope, expr: Expr, depth: number): Ancestor {
  const head = expr.type === 'Subscript' ? expr.value : expr;
  const args =
    expr.type === 'Subscript' ? (expr.slice.type === 'Tuple' ? expr.slice.elts : [expr.slice]) : [];
  if (head.type === 'Call') return callBase(models, scope, head);
  const symbol = resolveExpr(models.symbols, scope.place, head);
  const flask = symbol === null ? externalName(models, scope.place, head) : null;
  if (flask !== null) return { kind: 'external', name: flask, raw: flask, args, scope };
  const text = head.type === 'Name' ? head.id : head.type === 'Attribute' ? head.attr : head.type;
  if (!symbol)
    return head.type === 'Name'
      ? { kind: 'external', name: `builtins.${head.id}`, raw: `builtins.${head.id}`, args, scope }
      : { kind: 'unknown', reason: `base class ${text} is not known` };
  if (symbol.kind === 'class') {
    const vars = argumentsFor(models, symbol, args, scope);
    return { kind: 'class', symbol, vars, args, scope };
  }
  if (symbol.kind === 'external')
    return { kind: 'external', name: canonicalName(symbol.name), raw: symbol.name, args, scope };
  if (symbol.kind === 'variable' && symbol.value && !symbol.ambiguous && depth < 10) {
    const made = baseOf(models, { place: symbol.place, vars: scope.vars }, symbol.value, depth + 1);
    if (made.kind === 'class' && args.length > 0)
      return { ...made, vars: argumentsFor(models, made.symbol, args, scope), args, scope };
    return made;
  }
  return { kind: 'unknown', reason: `base class ${text} is made at run time` };
}

/** `namedtuple("P", "x y")` is a class; `declarative_base()`, `with_metaclass(Meta, Base)` are named by what is called. */
function callBase(models: Models, scope: Scope, call: Expr & { type: 'Call' }): Ancestor {
  const made = madeClass(models, scope.place, call);
  if (made) return { kind: 'class', symbol: made, vars: NO_ARGUMENTS, args: [], scope };
  const callee = resolveExpr(models.symbols, scope.place, call.func);
  if (callee?.kind !== 'external') return { kind: 'unknown', reason: 'a base class is made by a call' };
  const name = `${canonicalName(callee.name)}()`;
  return { kind: 'external', name, raw: name, args: call.args, scope };
}

/** The place that annotations in the body of a class are read in. */
export function bodyScope(models: Models, ancestor: Ancestor & { kind: 'class' }): Scope {
  const inner = innerPlace(models.symbols, ancestor.symbol.place, ancestor.symbol.node);
  return { place: annotationPlace(inner), vars: ancestor.vars };
}
