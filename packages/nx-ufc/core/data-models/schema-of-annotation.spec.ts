import type { Expr } from '../python/ast';
import { parseExpressionText } from '../python';
import { buildProjectFacts } from '../project/project-facts';
import { modulePlace, openSymbols } from '../symbols/symbols';
import { treeOf } from '../testing/project';
import { mapRefs, openModels, refsOf, schemaOfAnnotation, schemaOfDefinition } from '.';

const project = buildProjectFacts(
  'shop',
  treeOf({
    'shop/__init__.py': '',
    'shop/items.py': [
      'from enum import Enum',
      'from pydantic import BaseModel, Field',
      'LIMIT = 10',
      'class Color(str, Enum):',
      '    RED = "red"',
      '    BLUE = "blue"',
      'class Item(BaseModel):',
      '    """An item."""',
      '    name: str = Field(..., min_length=1, max_length=LIMIT)',
      '    color: Color = Color.RED',
      '    parent: "Item | None" = None',
      '    tags: list[str] = []',
    ].join('\n'),
    'shop/api.py': [
      'import datetime as dt',
      'from typing import Annotated, Any, Callable, Dict, List, Literal, Optional, Union',
      'from uuid import UUID',
      'from pydantic import conint, Field',
      'from foreign import Thing',
      'from .items import Item, Color',
      'Short = Annotated[str, Field(max_length=3)]',
    ].join('\n'),
  }),
);
const models = openModels(openSymbols(project), { pydantic: 2, python: [3, 12] });
const place = modulePlace(models.symbols, 'shop.api')!;
const schemaOf = (text: string) => schemaOfAnnotation(models, place, parseExpressionText(text) as Expr);

test.each<[string, object]>([
  ['int', { type: 'integer' }],
  [
    'Optional[List[Item]]',
    { anyOf: [{ type: 'array', items: { $ref: 'shop.items.Item' } }, { type: 'null' }] },
  ],
  ['"Item | None"', { anyOf: [{ $ref: 'shop.items.Item' }, { type: 'null' }] }],
  ['Dict[str, Any]', { type: 'object', additionalProperties: true }],
  [
    'Dict[Color, int]',
    {
      type: 'object',
      additionalProperties: { type: 'integer' },
      propertyNames: { $ref: 'shop.items.Color' },
    },
  ],
  ['Literal["a", 1]', { enum: ['a', 1] }],
  ['Literal[Color.RED]', { const: 'red', type: 'string' }],
  [
    'tuple[int, str]',
    { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }], minItems: 2, maxItems: 2 },
  ],
  [
    'Annotated[int, Field(gt=0, description="n")]',
    { type: 'integer', exclusiveMinimum: 0, description: 'n' },
  ],
  ['Optional[Short]', { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] }],
  ['conint(ge=1)', { type: 'integer', minimum: 1 }],
  [
    'Union[UUID, dt.datetime]',
    {
      anyOf: [
        { type: 'string', format: 'uuid' },
        { type: 'string', format: 'date-time' },
      ],
    },
  ],
  ['Union[Callable, type]', { 'x-ufc-unresolved': 'no JSON Schema: a callable' }],
  ['Union[Callable, int]', { type: 'integer' }],
  ['Thing', { 'x-ufc-unresolved': 'foreign.Thing is a type of another package' }],
  ['Nowhere', { 'x-ufc-unresolved': 'Nowhere is not known here' }],
])('%s', (text, expected) => expect(schemaOf(text)).toEqual(expected));

test('the schema of a model, and its references at another place', () => {
  expect(refsOf(schemaOf('list[Item]'))).toEqual(['shop.items.Item']);
  const schema = schemaOfDefinition(models, 'shop.items.Item');
  expect(mapRefs(schema, (id) => `#/components/schemas/${id.split('.').pop()}`)).toEqual({
    type: 'object',
    title: 'Item',
    description: 'An item.',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 10, title: 'Name' },
      color: { $ref: '#/components/schemas/Color', default: 'red' },
      parent: { anyOf: [{ $ref: '#/components/schemas/Item' }, { type: 'null' }], default: null },
      tags: { type: 'array', items: { type: 'string' }, default: [], title: 'Tags' },
    },
    required: ['name'],
  });
  expect(schemaOfDefinition(models, 'shop.items.Color')).toEqual({
    title: 'Color',
    type: 'string',
    enum: ['red', 'blue'],
  });
});
