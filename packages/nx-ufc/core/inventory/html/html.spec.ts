import { loadBlueprint } from '../../../platform/blueprint';
import { inventoryPageParts } from '../../../platform/inventory-page';
import { analysisOf } from '../../testing/project';
import { buildInventory } from '../build';
import { inventoryPage } from './page';
import { inventoryView } from './view';

const blueprint = loadBlueprint();
const FILES = {
  'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["fastapi", "unused-one"]\n',
  'shop/__init__.py': '',
  'shop/api.py':
    'import boto3\nfrom fastapi import FastAPI\nfrom . import store\n\napp = FastAPI()\n\n\n@app.get("/<b>x</b></script>")\ndef x(a: int) -> int:\n    if a:\n        return 1\n    return store.N\n',
  'shop/store.py':
    'N = 1\n\n\ndef late():\n    from . import api\n    from .gone import y\n\n    return api\n',
  'shop/broken.py': 'def f(:\n',
  'tests/test_a.py': 'from shop import api\n',
};
const viewOf = (files: Record<string, string>) =>
  inventoryView(buildInventory(analysisOf(files, blueprint)), blueprint);
const view = viewOf(FILES);
const indexOf = (name: string) => view.modules.find((module) => module.name === name)!.index;

test('modules that ship are shown, tests are only counted', () => {
  expect(view.modules.map((module) => module.name).sort()).toEqual([
    'shop',
    'shop.api',
    'shop.broken',
    'shop.store',
  ]);
  expect(view.modules.every((module, index) => module.index === index)).toBe(true);
  expect(view.totals.find((total) => total.name === 'modules')?.value).toBe(5);
});

test('edges lead between shown modules, and say when they run and whether a layer rule forbids them', () => {
  expect(view.edges).toContainEqual([indexOf('shop.api'), indexOf('shop.store'), 'module', false]);
  expect(view.edges.find(([from]) => from === indexOf('shop.store'))?.[2]).toBe('function');
  const layered = viewOf({
    'src/au_sys_a/__init__.py': '',
    'src/au_sys_a/core/__init__.py': '',
    'src/au_sys_a/core/a.py': 'class Store:\n    def get(self): ...\n    def put(self): ...\n',
    'src/au_sys_a/interface/__init__.py': '',
    'src/au_sys_a/interface/api.py':
      'from fastapi import APIRouter\nfrom au_sys_a.core.a import Store\nrouter = APIRouter()\n',
  });
  expect(layered.edges.map((edge) => edge[3])).toEqual([false]);
});

test('the riskiest comes first in the review, and everything doubtful is in it', () => {
  const risks = view.review.map((row) => row.risk);
  expect(risks).toEqual([...risks].sort((a, b) => b - a));
  expect(view.review[0]).toMatchObject({ what: 'does not parse', module: 'shop.broken' });
  expect(view.review).toContainEqual(
    expect.objectContaining({ what: '1 import leads nowhere', why: 'gone', module: 'shop.store' }),
  );
});

test('the page and the inventory have one review list', () => {
  const inventory = buildInventory(analysisOf(FILES, blueprint));
  expect(inventory.review).toEqual(view.review);
  expect(inventory.review.length).toBeGreaterThan(2);
});

test('imports against the layer rules are in the review', () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `shop/s${i}.py`,
      'from .base import Base\nclass B(Base):\n    def f(self): return 1\n    def g(self): return 2\n',
    ]),
  );
  const { review } = viewOf({
    'shop/__init__.py': '',
    'shop/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    'shop/base.py':
      'class Base:\n    def f(self):\n        from .app import app\n        return app\n    def g(self): return 2\n    def h(self): return 2\n',
    ...many,
  });
  expect(review[0]).toMatchObject({
    risk: 60,
    what: 'import against the layer rules',
    module: 'shop.base',
    why: expect.stringContaining('shop.base (core) imports shop.app (interface) in a function, line 3'),
  });
});

test('dependencies say how declared and used go together', () => {
  expect(view.dependencies.map(({ name, state }) => [name, state])).toEqual([
    ['boto3', 'used, not declared'],
    ['fastapi', 'declared and used'],
    ['unused-one', 'declared, not used'],
  ]);
});

test('the hardest function of a module is named', () => {
  expect(view.modules[indexOf('shop.api')]).toMatchObject({ complexity: 2, hardest: 'x (line 8)' });
  expect(view.modules[indexOf('shop')]).toMatchObject({ complexity: 0, hardest: null });
});

test('commands are shown as people type them', () => {
  const { commands } = viewOf({
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["click"]\n[project.scripts]\nshop = "shop.cli:main"\n',
    'shop/__init__.py': '',
    'shop/cli.py':
      'import click\n\n\n@click.group()\ndef main():\n    pass\n\n\n@main.command()\n@click.argument("name")\n@click.option("--force", is_flag=True)\ndef add(name, force):\n    pass\n',
  });
  expect(commands.map(({ command, where }) => [command, where])).toEqual([
    ['shop COMMAND', 'shop/cli.py:5'],
    ['shop add NAME [--force]', 'shop/cli.py:12'],
  ]);
});

describe('the page', () => {
  const page = inventoryPage(view, inventoryPageParts());
  test('is whole: every place is filled, and nothing is fetched from elsewhere', () => {
    expect(page).not.toMatch(/<!--(style|data|scripts)-->/);
    expect(page).not.toMatch(/\b(src|href)="(?!#|data:)/);
    expect(page).not.toMatch(/@import|url\((?!#)/);
  });
  test('text of the code under analysis cannot end the data', () => {
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)![1];
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(view)));
    expect(data).not.toContain('<');
  });
  test('dollar signs of the code are text', () => {
    const odd = { ...view, package: "$& $' $`" };
    expect(inventoryPage(odd, inventoryPageParts())).toContain('"package":"$& $\' $`"');
  });
  test('is the same for the same facts', () => {
    expect(inventoryPage(viewOf(FILES), inventoryPageParts())).toBe(page);
  });
});
