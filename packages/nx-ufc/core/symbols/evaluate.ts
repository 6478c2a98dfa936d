import type { Attribute, BinOp, BoolOp, Constant, Expr, JoinedStr } from '../python/ast';
import type { ClassSymbol } from './derived-classes';
import { assignmentsOf, classOfInstance, classOfSelf } from './instance-attribute';
import { instanceClass, isOverridden } from './instance-class';
import { resultOf } from './result';
import { textMethod } from './text-method';
import { memberOf, resolveExpr, type Place, type Sym, type Symbols } from './symbols';
import { unknown, type Value } from './value';

const MAX_DEPTH = 60;

/**
 * Evaluate an expression as far as that is certain: literals, displays, names with one assignment in any module of the
 * project, `+` and `%` of strings, lists and numbers, f-strings of known parts, `str(x)`, unary signs. Everything else is
 * `unknown` with the reason; nothing is guessed.
 */
export function evaluate(symbols: Symbols, place: Place, expr: Expr, depth = 0): Value {
  if (depth > MAX_DEPTH) return unknown('nested too deeply', expr);
  const next = (part: Expr) => evaluate(symbols, place, part, depth + 1);
  const result = (value: Value) => resultOf(symbols, value, depth);
  switch (expr.type) {
    case 'Constant':
      return constantValue(expr);
    case 'Name':
    case 'Attribute':
      return evaluateName(symbols, place, expr, depth);
    case 'List':
    case 'Tuple':
    case 'Set':
      return evaluateItems(symbols, place, expr, depth);
    case 'Dict':
      return {
        kind: 'dict',
        items: expr.keys.map((key, i) => ({
          key: key ? next(key) : unknown('unpacked mapping', expr.values[i]),
          value: next(expr.values[i]),
        })),
      };
    case 'JoinedStr':
      return evaluateFormatted(symbols, place, expr, depth);
    case 'BinOp':
      return evaluateOperation(expr, result(next(expr.left)), result(next(expr.right)));
    case 'BoolOp':
      return evaluateChoice(expr, next);
    case 'UnaryOp': {
      const value = next(expr.operand);
      if (expr.op === 'USub' && (value.kind === 'int' || value.kind === 'float'))
        return { ...value, value: -value.value } as Value;
      if (expr.op === 'Not' && value.kind === 'bool') return { kind: 'bool', value: !value.value };
      return expr.op === 'UAdd' ? value : unknown('an operator', expr);
    }
    case 'Call': {
      const text = textMethod(expr, (part) => result(next(part)));
      if (text) return text;
      const callee = resolveExpr(symbols, place, expr.func);
      if (!callee && expr.func.type === 'Name' && expr.func.id === 'str' && expr.args.length === 1)
        return asText(next(expr.args[0])) ?? { kind: 'call', callee, node: expr, place };
      return { kind: 'call', callee, node: expr, place };
    }
    default:
      return unknown(`computed by ${expr.type}`, expr);
  }
}

/** The value of a symbol: that of a variable's only assignment, or the symbol itself. */
function valueOfSymbol(symbols: Symbols, symbol: Sym, at: Expr, depth = 0): Value {
  if (symbol.kind !== 'variable') return { kind: 'symbol', symbol };
  if (symbol.ambiguous) return unknown(`${symbol.name} is bound more than once`, at);
  if (!symbol.value) return unknown(`the value of ${symbol.name} is not in the code`, at);
  return evaluate(symbols, symbol.place, symbol.value, depth + 1);
}

function evaluateName(symbols: Symbols, place: Place, expr: Expr, depth: number): Value {
  const symbol = resolveExpr(symbols, place, expr);
  if (symbol) return valueOfSymbol(symbols, symbol, expr, depth);
  if (expr.type !== 'Attribute') return unknown(unboundReason(place, expr), expr);
  const owner = evaluate(symbols, place, expr.value, depth + 1);
  if (owner.kind === 'symbol') {
    const member = memberOf(symbols, owner.symbol, expr.attr);
    if (member) return valueOfSymbol(symbols, member, expr, depth);
  }
  // An instance of a class of the project: attributes given by a default of the class body.
  const cls = instanceClass(symbols, owner, expr.attr, (at, part) => evaluate(symbols, at, part, depth + 1));
  const setting = cls && symbols.settings?.attribute(cls, expr.attr, madeBy(owner, cls));
  if (setting) return setting;
  const assigned = assignedValue(symbols, place, expr, owner, depth);
  if (assigned) return assigned;
  const member = cls && memberOf(symbols, cls, expr.attr);
  if (member?.kind === 'variable') return valueOfSymbol(symbols, member, expr, depth);
  return unknown(`attribute ${expr.attr} of an object that only exists at run time`, expr);
}

/** The call that makes an instance, where the value is that call. */
const madeBy = (value: Value, cls: ClassSymbol) =>
  value.kind === 'call' && value.callee?.kind === 'class' && value.callee.node === cls.node
    ? { call: value.node, place: value.place }
    : null;

/** An attribute that methods of the class set: `self.router = …`. Null where none does, or the class is not known. */
function assignedValue(
  symbols: Symbols,
  place: Place,
  expr: Attribute,
  owner: Value,
  depth: number,
): Value | null {
  const made = classOfInstance(owner);
  const self = expr.value.type === 'Name' ? classOfSelf(place, expr.value.id) : null;
  const cls = made ?? self;
  if (!cls) return null;
  const instance = owner.kind === 'call' ? owner.node : null;
  const found = assignmentsOf(symbols, cls, expr.attr, { instance, from: place });
  if (found.length > 1) return unknown(`${expr.attr} is set more than once`, expr);
  if (found.length === 1) return evaluate(symbols, found[0].place, found[0].expr, depth + 1);
  const member = self && !isOverridden(symbols, self, expr.attr) ? memberOf(symbols, self, expr.attr) : null;
  return member ? valueOfSymbol(symbols, member, expr, depth) : null;
}

function unboundReason(place: Place, expr: Expr): string {
  if (expr.type === 'Name')
    for (let at: Place | null = place; at; at = at.outer)
      if (at.namespace.parameters?.has(expr.id) && at.node)
        return `${expr.id} is a parameter of ${at.node.name}`;
  return 'the name is not bound in the project';
}

function evaluateItems(symbols: Symbols, place: Place, expr: Expr & { elts: Expr[] }, depth: number): Value {
  const items: Value[] = [];
  for (const element of expr.elts) {
    if (element.type !== 'Starred') {
      items.push(evaluate(symbols, place, element, depth + 1));
      continue;
    }
    const inner = evaluate(symbols, place, element.value, depth + 1);
    if (inner.kind === 'list' || inner.kind === 'tuple') items.push(...inner.items);
    else items.push(unknown('unpacked items', element));
  }
  const kind = expr.type === 'List' ? 'list' : expr.type === 'Tuple' ? 'tuple' : 'set';
  return { kind, items };
}

const PART = 'a formatted string with a part that is not known';

function evaluateFormatted(symbols: Symbols, place: Place, expr: JoinedStr, depth: number): Value {
  let text = '';
  for (const part of expr.values) {
    if (part.type === 'Constant' && part.value.kind === 'str') {
      text += part.value.value;
      continue;
    }
    const plain = part.type === 'FormattedValue' && part.conversion === -1 && !part.format_spec;
    const value = plain ? resultOf(symbols, evaluate(symbols, place, part.value, depth + 1), depth) : null;
    const shown = value && asText(value);
    if (!shown) return unknown(value?.kind === 'unknown' ? value.reason : PART, expr);
    text += shown.value;
  }
  return { kind: 'str', value: text };
}

/** `NAME or "x"` where the first texts are known. */
function evaluateChoice(expr: BoolOp, next: (part: Expr) => Value): Value {
  if (expr.op === 'Or')
    for (const part of expr.values) {
      const value = next(part);
      const isEmpty = value.kind === 'none' || (value.kind === 'str' && value.value === '');
      if (value.kind === 'str' && !isEmpty) return value;
      if (!isEmpty) break;
    }
  return unknown('computed by BoolOp', expr);
}

function evaluateOperation(expr: BinOp, left: Value, right: Value): Value {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (expr.op === 'Add') {
    if (left.kind === 'str' && right.kind === 'str') return { kind: 'str', value: left.value + right.value };
    if (left.kind === 'int' && right.kind === 'int' && isNumber(left.value) && isNumber(right.value))
      return { kind: 'int', value: left.value + right.value };
    if ((left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind)
      return { kind: left.kind, items: [...left.items, ...right.items] };
  }
  if (left.kind === 'int' && right.kind === 'int' && isNumber(left.value) && isNumber(right.value)) {
    if (expr.op === 'Mult') return { kind: 'int', value: left.value * right.value };
    if (expr.op === 'Sub') return { kind: 'int', value: left.value - right.value };
    if (expr.op === 'Pow' && right.value >= 0) return { kind: 'int', value: left.value ** right.value };
  }
  if (expr.op === 'Mod' && left.kind === 'str') return percentFormat(left.value, right, expr);
  return unknown('an operator', expr);
}

/** `"%s/x" % name` with plain `%s` fields only. */
function percentFormat(template: string, right: Value, expr: Expr): Value {
  const values = right.kind === 'tuple' ? right.items : [right];
  const pieces = template.split('%s');
  if (pieces.length !== values.length + 1 || pieces.some((piece) => piece.includes('%')))
    return unknown('a format string', expr);
  const texts = values.map(asText);
  if (texts.some((text) => text === null)) return unknown('a format string with unknown parts', expr);
  return {
    kind: 'str',
    value: pieces.map((piece, i) => piece + (texts[i]?.kind === 'str' ? texts[i].value : '')).join(''),
  };
}

function asText(value: Value): (Value & { kind: 'str' }) | null {
  if (value.kind === 'str') return value;
  return value.kind === 'int' ? { kind: 'str', value: String(value.value) } : null;
}

const isNumber = (value: number | bigint): value is number => typeof value === 'number';

function constantValue(expr: Constant): Value {
  const { value } = expr;
  switch (value.kind) {
    case 'complex':
      return unknown('a complex number', expr);
    case 'str':
      return { kind: 'str', value: value.value };
    default:
      return value;
  }
}
