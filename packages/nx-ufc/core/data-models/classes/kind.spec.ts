import { schemasOf } from '../../testing/models';

test('a RootModel stays one behind a base of the project', () =>
  expect(
    schemasOf({
      'a.py': [
        'from pydantic import BaseModel, RootModel',
        'class Base(BaseModel): ...',
        'class Names(Base, RootModel[list[str]]): ...',
        'class Open(Base, RootModel): ...',
      ],
    }),
  ).toEqual({
    'shop.a.Base': { title: 'Base', type: 'object', properties: {} },
    'shop.a.Names': { title: 'Names', type: 'array', items: { type: 'string' } },
    'shop.a.Open': { title: 'Open' },
  }));
