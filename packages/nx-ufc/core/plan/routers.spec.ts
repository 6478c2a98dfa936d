import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { routersOf } from './routers';

const blueprint = loadBlueprint();
const FILES = {
  'setup.py': 'from setuptools import setup\nsetup(name="shop", packages=["shop"])\n',
  'shop/__init__.py': '',
  'shop/users.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n',
  'shop/items.py':
    'import fastapi\nrouter = fastapi.APIRouter(prefix="/items")\ndef make():\n    inner = fastapi.APIRouter()\n    return inner\n',
};
const mapping = { modules: new Map([['shop.users', 'new.interface.users']]) } as unknown as Parameters<
  typeof routersOf
>[1];
const routers = (files: Record<string, string>) =>
  routersOf(analysisOf({ ...FILES, ...files }, blueprint, 'shop'), mapping).map(
    ({ module, attribute }) => `${module}:${attribute}`,
  );

test('routers at the top of modules are offered, by where they are now', () =>
  expect(routers({})).toEqual(['shop.items:router', 'new.interface.users:router']));

test('one that another one includes is offered by that', () => {
  const api = (include: string) =>
    routers({
      'shop/api.py': `from fastapi import APIRouter\nfrom shop import users\nfrom .items import router as items\napi = APIRouter()\nown = APIRouter()\n${include}\n`,
    });
  expect(api('api.include_router(users.router, prefix="/u")\napi.include_router(own)')).toEqual([
    'shop.api:api',
    'shop.items:router',
  ]);
  expect(api('api.include_router(router=items)')).toEqual([
    'shop.api:api',
    'shop.api:own',
    'new.interface.users:router',
  ]);
});

test('an application is run as it is', () =>
  expect(routers({ 'shop/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n' })).toEqual([]));
