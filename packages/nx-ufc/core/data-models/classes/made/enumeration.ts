import { evaluate } from '../../../symbols/evaluate';
import { resolveExpr } from '../../../symbols/symbols';
import type { Call, Expr } from '../../../python/ast';
import { assigned, classStatement, numberAt, textAt } from './syntax';
import { displayAt, given, itemsOf, namesOf, pairsOf, textOf, type Making } from './reading';
import type { Made } from './made';

/** `Enum("X", "A B")`, `Enum("X", {"A": 1})`, `Enum("X", [("A", 1)], type=str)` */
export function enumeration(making: Making, name: string): Made {
  const { call } = making;
  const members = membersOf(making, given(making, 1, 'names'));
  const mixed = given(making, -1, 'type');
  return {
    node: classStatement(call, name, {
      bases: [...(mixed ? [mixed] : []), call.func],
      body: (members ?? []).map(([member, value]) => assigned(call, member, value)),
    }),
    unknown: members ? [] : ['the members of the enum are only known at run time'],
  };
}

function membersOf(making: Making, names: Expr | null): [string, Expr][] | null {
  const pairs = pairsOf(making, names) ?? listedPairs(making, names);
  if (pairs) return pairs;
  // A comprehension or a dictionary whose keys are not known is no list of names.
  if (displayAt(making, names)?.type === 'Dict') return null;
  const plain = namesOf(making, names);
  const first = startOf(making);
  return plain && first !== null ? numbered(making, plain, first) : null;
}

function listedPairs(making: Making, names: Expr | null): [string, Expr][] | null {
  const items = itemsOf(making, names);
  if (!items || items.length === 0) return null;
  const pairs = items.map((item) =>
    (item.type === 'Tuple' || item.type === 'List') && item.elts.length === 2
      ? ([textOf(making, item.elts[0]), item.elts[1]] as const)
      : null,
  );
  return pairs.every((pair) => pair !== null && pair[0] !== null) ? (pairs as [string, Expr][]) : null;
}

/** Values that are made for names: numbers from `start` on, powers of two for flags, the name itself in a `StrEnum`. */
function numbered(making: Making, names: readonly string[], first: number): [string, Expr][] {
  const { models, place, call } = making;
  const callee = resolveExpr(models.symbols, place, call.func);
  const kind = callee?.kind === 'external' ? callee.name.slice(callee.name.lastIndexOf('.') + 1) : '';
  let next = first;
  return names.map((name) => {
    if (kind === 'StrEnum') return [name, textAt(call, name.toLowerCase())];
    const value = next;
    next = kind.endsWith('Flag') ? 2 ** (Math.floor(Math.log2(Math.max(value, 1))) + 1) : value + 1;
    return [name, numberAt(call, value)];
  });
}

function startOf(making: Making): number | null {
  const start = given(making, -1, 'start');
  const value = start && evaluate(making.models.symbols, making.place, start);
  if (value === null) return 1;
  return value.kind === 'int' && typeof value.value === 'number' ? value.value : null;
}

/** A call of an enum with one argument looks a member up. */
export const makesEnum = (call: Call): boolean =>
  call.args.length > 1 || call.keywords.some(({ arg }) => arg === 'names');
