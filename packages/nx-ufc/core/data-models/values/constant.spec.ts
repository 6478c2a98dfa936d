import { schemasOf } from '../../testing/models';

const properties = schemasOf({
  'made.py': [
    'import enum, sys',
    'from datetime import datetime',
    'from typing import Any',
    'from pydantic import BaseModel, Field',
    'def local(): ...',
    'class Defaults(BaseModel):',
    '    limit: int = sys.maxsize',
    '    kind: Any = datetime',
    '    base: Any = enum.IntEnum',
    '    call: Any = local',
    '    text: str = Field("x", description="""One.',
    '        Two.""")',
  ],
})['shop.made.Defaults'].properties as Record<string, object>;

test('a name of another package that may be a value is marked, classes and functions have no JSON', () => {
  expect(properties.limit).toEqual({
    type: 'integer',
    title: 'Limit',
    'x-ufc-unresolved': 'default: sys.maxsize may be a value',
  });
  for (const name of ['kind', 'base', 'call']) expect(Object.keys(properties[name])).toEqual(['title']);
});

test('a description is kept as written', () =>
  expect(properties.text).toMatchObject({ description: 'One.\n        Two.' }));
