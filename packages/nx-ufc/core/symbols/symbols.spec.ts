import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import type { Expr } from '../python/ast';
import { parseExpressionText } from '../python';
import { evaluate } from './evaluate';
import { modulePlace, openSymbols, qualifiedName, resolveParts } from './symbols';

const project = buildProjectFacts(
  'shop',
  treeOf({
    'shop/__init__.py': 'from .api import *\nfrom . import settings as conf\n',
    'shop/settings.py': [
      'PREFIX = "/v1"',
      'A, B = 1, 2',
      'class Settings:',
      '    base: str = PREFIX + "/shop"',
      'settings = Settings()',
      'twice = 1',
      'twice = 2',
      'try:',
      '    import ujson as json',
      'except ImportError:',
      '    import json',
    ].join('\n'),
    'shop/api/__init__.py': 'from .users import router as users_router, Base\n',
    'shop/api/users.py': [
      'from fastapi import APIRouter',
      'from shop import settings',
      'import shop.settings',
      'from ..settings import settings as instance',
      'router = APIRouter(prefix=f"{settings.PREFIX}/users")',
      'class Base:',
      '    limit = 3',
      'class Child(Base):',
      '    pass',
    ].join('\n'),
  }),
);
const symbols = openSymbols(project);
const place = modulePlace(symbols, 'shop.api.users')!;
const valueOf = (text: string) => evaluate(symbols, place, parseExpressionText(text) as Expr);
const nameOf = (module: string, dotted: string) => {
  const symbol = resolveParts(symbols, modulePlace(symbols, module)!, dotted.split('.'));
  return symbol && qualifiedName(symbol);
};

test.each([
  ['shop', 'users_router', 'shop.api.users.router'],
  ['shop', 'conf.Settings', 'shop.settings.Settings'],
  ['shop', 'Base', 'shop.api.users.Base'],
  ['shop.api.users', 'APIRouter', 'fastapi.APIRouter'],
  ['shop.api.users', 'shop.settings.PREFIX', 'shop.settings.PREFIX'],
  ['shop.api.users', 'Child.limit', 'shop.api.users.Base.limit'],
  ['shop.settings', 'json.dumps', 'ujson.dumps'],
  ['shop.api.users', 'nothing', null],
])('in %s, %s is %s', (module, dotted, expected) => expect(nameOf(module, dotted)).toBe(expected));

test.each([
  ['settings.PREFIX + "/x"', { kind: 'str', value: '/v1/x' }],
  ['f"{shop.settings.PREFIX}/y"', { kind: 'str', value: '/v1/y' }],
  ['"%s/%s" % (settings.PREFIX, settings.B)', { kind: 'str', value: '/v1/2' }],
  ['instance.base', { kind: 'str', value: '/v1/shop' }],
  [
    '[1, *[2], -3]',
    {
      kind: 'list',
      items: [
        { kind: 'int', value: 1 },
        { kind: 'int', value: 2 },
        { kind: 'int', value: -3 },
      ],
    },
  ],
])('%s is known', (text, expected) => expect(valueOf(text)).toEqual(expected));

test.each([
  ['settings.twice', /bound more than once/],
  ['nothing', /not bound/],
  ['[x for x in y]', /computed by ListComp/],
])('%s is unknown and says why', (text, reason) =>
  expect(valueOf(text)).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(reason) as string }),
);

test('a call is described, not carried out', () =>
  expect(valueOf('router')).toMatchObject({
    kind: 'call',
    callee: { kind: 'external', name: 'fastapi.APIRouter' },
  }));

test('a name that is made of itself is not known', () => {
  const project = buildProjectFacts(
    'shop',
    treeOf({
      'shop/__init__.py': '',
      'shop/a.py':
        'x = x.add("a") + x.add("b")\ny = f"{y.add()}"\ndef f(): return f() + "a"\nz = f() + "b"\n',
    }),
  );
  const symbols = openSymbols(project);
  const place = modulePlace(symbols, 'shop.a')!;
  for (const id of ['x', 'y', 'z'])
    expect(evaluate(symbols, place, { type: 'Name', id, ctx: 'Load', start: 0, end: 0 })).toMatchObject({
      kind: 'unknown',
    });
});
