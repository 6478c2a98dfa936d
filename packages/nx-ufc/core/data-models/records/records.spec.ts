import { schemasOf } from '../../testing/models';

const schemas = schemasOf({
  'records.py': [
    'from dataclasses import dataclass, field, KW_ONLY, InitVar',
    'from typing import ClassVar, NamedTuple, TypedDict, NotRequired, Required',
    'import attr',
    'from attrs import define, Factory',
    'from pydantic.dataclasses import dataclass as checked',
    '@dataclass',
    'class Base:',
    '    name: str',
    '    tags: list[str] = field(default_factory=list)',
    '    kind: ClassVar[str] = "base"',
    '    secret: int = field(init=False)',
    '@dataclass(kw_only=True)',
    'class Child(Base):',
    '    size: int = 3',
    '@checked',
    'class Checked:',
    '    """Checked."""',
    '    x: int',
    'class Point(NamedTuple):',
    '    x: int',
    '    y: int = 0',
    'class Movie(TypedDict, total=False):',
    '    title: Required[str]',
    '    year: int',
    'class Sequel(Movie):',
    '    part: int',
    '    note: NotRequired[str]',
    '@define',
    'class Car:',
    '    wheels: int = 4',
    '    parts: list[str] = Factory(list)',
    '    owner: "Base | None" = None',
    '@attr.s',
    'class Old:',
    '    a = attr.ib(type=int)',
    '    b = attr.ib(default="x")',
    '    c: int = 3',
    'def frozen(cls):',
    '    cls.__init_subclass__ = None',
    '    return define(cls)',
    '@frozen',
    'class Ice:',
    '    cold: bool',
  ],
});

test.each<[string, object]>([
  [
    'Base',
    {
      type: 'object',
      title: 'Base',
      properties: {
        name: { type: 'string', title: 'Name' },
        tags: { type: 'array', items: { type: 'string' }, title: 'Tags' },
      },
      required: ['name'],
    },
  ],
  ['Child', { properties: { size: { type: 'integer', default: 3, title: 'Size' } }, required: ['name'] }],
  ['Checked', { description: 'Checked.', required: ['x'] }],
  [
    'Point',
    {
      type: 'array',
      prefixItems: [
        { type: 'integer', title: 'X' },
        { type: 'integer', title: 'Y', default: 0 },
      ],
      minItems: 1,
      maxItems: 2,
    },
  ],
  ['Sequel', { type: 'object', title: 'Sequel', required: ['title', 'part'] }],
  [
    'Car',
    {
      properties: {
        wheels: { type: 'integer', default: 4, title: 'Wheels' },
        parts: { type: 'array', items: { type: 'string' }, title: 'Parts' },
        owner: { anyOf: [{ $ref: 'shop.records.Base' }, { type: 'null' }], default: null },
      },
    },
  ],
  ['Ice', { properties: { cold: { type: 'boolean' } }, required: ['cold'] }],
  [
    'Old',
    {
      properties: { a: { type: 'integer', title: 'A' }, b: { default: 'x', title: 'B' } },
      required: ['a'],
    },
  ],
])('%s', (name, expected) => expect(schemas[`shop.records.${name}`]).toMatchObject(expected));

test('keys of a base come first; annotations do not make attributes of attr.s', () => {
  expect(Object.keys(schemas['shop.records.Sequel'].properties as object)).toEqual([
    'title',
    'year',
    'part',
    'note',
  ]);
  expect(Object.keys(schemas['shop.records.Old'].properties as object)).toEqual(['a', 'b']);
});
