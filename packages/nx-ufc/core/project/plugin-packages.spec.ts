import { buildProjectFacts } from './project-facts';
import { treeOf } from '../testing/project';
import { pluginFolderOf } from './plugin-packages';

const FILES = {
  'setup.py': 'from setuptools import setup\nsetup(name="shop", packages=["shop", "shop.drivers"])\n',
  'shop/__init__.py': '',
  'shop/drivers/__init__.py': '',
  'shop/drivers/fast.py': '',
  'shop/drivers/slow.py': '',
};
const of = (code: string, more: Record<string, string> = {}, at = 'shop/main.py') =>
  pluginFolderOf(
    buildProjectFacts('shop', treeOf({ ...FILES, ...more, [at]: code })),
    'shop/drivers/fast.py',
  );

test.each([
  'import_module("shop.drivers." + name)\n',
  'import importlib\nimportlib.import_module(f"shop.drivers.{name}")\n',
  'm = __import__("shop.drivers.%s" % name, fromlist=["x"])\n',
  'import_module("shop.drivers.{}".format(name))\n',
  'import_module(f".drivers.{name}", package=__package__)\n',
  'import_module(".drivers." + name, "shop")\n',
  'def f(name):\n    path = "shop.drivers." + name\n    return import_module(path)\n',
])('modules that are asked for by made names stay together: %j', (code) =>
  expect(of(code)).toBe('shop/drivers'),
);

test.each([
  'import_module("shop.drivers.fast")\n',
  'import_module("shop." + name)\n',
  'import_module("shop.drivers." + name + ".sub")\n',
  'import_module("shop.drivers.x" + name)\n',
  'import_module("other.drivers." + name)\n',
  'import_module(".drivers." + name, __name__)\n',
  'import_module(name)\n',
  'log("shop.drivers." + name)\n',
])('others go by themselves: %j', (code) => expect(of(code)).toBeNull());

test('neither what tests ask for nor packages of packages', () => {
  const code = 'import_module("shop.drivers." + name)\n';
  expect(of(code, {}, 'tests/test_x.py')).toBeNull();
  expect(of(code, { 'shop/drivers/deep/__init__.py': '' })).toBeNull();
});
