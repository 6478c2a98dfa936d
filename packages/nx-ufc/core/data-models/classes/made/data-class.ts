import type { Stmt } from '../../../python/ast';
import { annotated, anyField, assigned, classStatement } from './syntax';
import { given, itemsOf, pairsOf, textOf, type Making } from './reading';
import type { Made } from './made';

/** `make_dataclass("X", ["a", ("b", int), ("c", int, field(default=3))], bases=(Base,))`: the call stands for the decorator. */
export function dataClass(making: Making, name: string): Made {
  const { call } = making;
  const fields = itemsOf(making, given(making, 1, 'fields'))?.map((item): Stmt | null => {
    const [key, type, value] = item.type === 'Tuple' || item.type === 'List' ? item.elts : [item];
    const text = textOf(making, key);
    if (text === null) return null;
    return type ? annotated(call, text, type, value ?? null) : anyField(call, text);
  });
  const bases = given(making, -1, 'bases');
  const listed = bases ? itemsOf(making, bases) : [];
  const known = fields?.every((one) => one !== null) ?? false;
  return {
    node: classStatement(call, name, {
      bases: listed ?? [],
      decorators: [{ ...call, args: [] }],
      body: (fields ?? []).filter((one) => one !== null),
    }),
    unknown: [
      ...(known ? [] : ['the fields of the dataclass are only known at run time']),
      ...(listed ? [] : ['the base classes are only known at run time']),
    ],
  };
}

/** `attrs.make_class("X", ["a"])`, `make_class("X", {"a": field(type=int)})` */
export function attrsClass(making: Making, name: string): Made {
  const { call } = making;
  const attributes = given(making, 1, 'attrs');
  const names = itemsOf(making, attributes)?.map((item) => textOf(making, item));
  const pairs = pairsOf(making, attributes);
  const body = pairs
    ? pairs.map(([key, value]) => assigned(call, key, value))
    : (names ?? []).flatMap((one) => (one === null ? [] : [anyField(call, one)]));
  const bases = given(making, 2, 'bases');
  const listed = bases ? itemsOf(making, bases) : [];
  const known = pairs !== null || (names?.every((one) => one !== null) ?? false);
  return {
    node: classStatement(call, name, { bases: listed ?? [], decorators: [{ ...call, args: [] }], body }),
    unknown: [
      ...(known ? [] : ['the attributes of the class are only known at run time']),
      ...(listed ? [] : ['the base classes are only known at run time']),
    ],
  };
}
