import { schemasOf } from '../../../testing/models';

const schemas = schemasOf({
  'made.py': [
    'import enum',
    'from collections import namedtuple',
    'from dataclasses import field, make_dataclass',
    'from enum import Enum, IntEnum, StrEnum',
    'from typing import NamedTuple, NotRequired, TypedDict',
    'import attr',
    'from pydantic import BaseModel, ConfigDict, Field, create_model',
    'FIELDS = {"name": (str, ...), "age": (int, 3)}',
    'class Base(BaseModel):',
    '    id: int',
    'Created = create_model("Created", __doc__="Made.", size=(int, Field(gt=0)), tag=(str, "x"), one=(Base, ...))',
    'Derived = create_model("Other", __base__=Base, __config__=None, note=(str | None, None))',
    'Closed = create_model("Closed", __config__=ConfigDict(extra="forbid"), **FIELDS)',
    'Open = create_model("Open", a=(int, 1), **make())',
    'Movie = TypedDict("Movie", {"title": str, "in": NotRequired[int]})',
    'Loose = TypedDict("Loose", {"title": str}, total=False)',
    'Color = Enum("Color", "RED GREEN")',
    'Level = IntEnum("Level", ["LOW", "HIGH"], start=5)',
    'Word = StrEnum("Word", "One, Two")',
    'Bits = enum.IntFlag("Bits", "A B C")',
    'Pair = Enum("Pair", {"A": "a", "B": "b"}, type=str)',
    'Listed = Enum("Listed", [("A", 1), ("B", 2)])',
    'Late = Enum("Late", make())',
    'Point = namedtuple("Point", "x, y", defaults=(0,))',
    'class Deep(namedtuple("Flat", ["z"])):',
    '    pass',
    'class Same(namedtuple("Same", ["y"])):',
    '    pass',
    'Typed = NamedTuple("Typed", [("a", int), ("b", "Base")])',
    'Data = make_dataclass("Data", ["a", ("b", int), ("c", int, field(default=3))])',
    'Attrs = attr.make_class("Attrs", {"a": attr.ib(type=int), "b": attr.ib(default="x")})',
    'Plain = attr.make_class("Plain", ["a"])',
    'class User(BaseModel):',
    '    made: Created',
    '    color: Color = Color.GREEN',
    '    inline: Enum("Inline", "A")',
    'if make():',
    '    Twice = create_model("Twice", a=(int, 1))',
    'else:',
    '    Twice = None',
  ],
});
const at = (name: string) => schemas[`shop.made.${name}`];
const REF = '$ref';

test('create_model: fields, bases, configuration, unpacked fields; what is only known at run time is marked', () => {
  expect(at('Created')).toEqual({
    title: 'Created',
    description: 'Made.',
    type: 'object',
    properties: {
      size: { type: 'integer', exclusiveMinimum: 0, title: 'Size' },
      tag: { type: 'string', default: 'x', title: 'Tag' },
      one: { [REF]: 'shop.made.Base' },
    },
    required: ['size', 'one'],
  });
  expect(at('Derived')).toMatchObject({ title: 'Other', required: ['id'] });
  expect(Object.keys(at('Derived').properties as object)).toEqual(['id', 'note']);
  expect(at('Closed')).toMatchObject({ additionalProperties: false, required: ['name'] });
  expect(at('Open')['x-ufc-unresolved']).toBe('some of its fields are only known at run time');
});

test('TypedDict: keys that are no names too', () => {
  expect(at('Movie')).toMatchObject({ title: 'Movie', required: ['title'] });
  expect(Object.keys(at('Movie').properties as object)).toEqual(['title', 'in']);
  expect(at('Loose')).not.toHaveProperty('required');
});

test.each([
  ['Color', [1, 2]],
  ['Level', [5, 6]],
  ['Word', ['one', 'two']],
  ['Bits', [1, 2, 4]],
  ['Pair', ['a', 'b']],
  ['Listed', [1, 2]],
])('Enum: %s', (name, values) => expect(at(name).enum).toEqual(values));

test('an enum whose members are made at run time is marked', () =>
  expect(at('Late')['x-ufc-unresolved']).toBe('the members of the enum are only known at run time'));

test('tuples: names only, and with types; a class that derives from one', () => {
  expect(at('Point')).toEqual({
    type: 'array',
    prefixItems: [{ title: 'X' }, { title: 'Y', default: 0 }],
    minItems: 1,
    maxItems: 2,
  });
  expect(at('Deep')).toMatchObject({ prefixItems: [{ title: 'Z' }], minItems: 1, maxItems: 1 });
  expect(at('Same')).toMatchObject({ prefixItems: [{ title: 'Y' }], minItems: 1, maxItems: 1 });
  expect(at('Typed').prefixItems).toEqual([{ type: 'integer', title: 'A' }, { [REF]: 'shop.made.Base' }]);
});

test('make_dataclass and make_class', () => {
  expect(at('Data')).toMatchObject({
    properties: { a: { title: 'A' }, b: { type: 'integer' }, c: { default: 3 } },
    required: ['a', 'b'],
  });
  expect(at('Attrs')).toMatchObject({
    properties: { a: { type: 'integer' }, b: { default: 'x' } },
    required: ['a'],
  });
  expect(at('Plain')).toMatchObject({ required: ['a'] });
});

test('models refer to what calls make; a name with two meanings is no class', () => {
  expect(at('User').properties).toEqual({
    made: { [REF]: 'shop.made.Created' },
    color: { [REF]: 'shop.made.Color', default: 2 },
    inline: { [REF]: 'shop.made.User.Inline' },
  });
  expect(at('Twice')).toBeUndefined();
});
