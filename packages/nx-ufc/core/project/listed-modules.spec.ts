import { treeOf } from '../testing/project';
import { listedFolderOf } from './listed-modules';
import { buildProjectFacts } from './project-facts';

const FILES = {
  'setup.py': 'from setuptools import setup\nsetup(name="shop", packages=["shop", "shop.views"])\n',
  'shop/__init__.py': '',
  'shop/views/__init__.py': '',
  'shop/views/a.py': '',
  'shop/views/b.py': '',
};
const of = (code: string, at = 'shop/main.py', path = 'shop/views/a.py') =>
  listedFolderOf(buildProjectFacts('shop', treeOf({ ...FILES, [at]: code })), path);

test.each([
  'import pkgutil\nfrom shop import views\nfor m in pkgutil.iter_modules(views.__path__): ...\n',
  'from pkgutil import walk_packages\nimport shop.views\nfor m in walk_packages(path=shop.views.__path__, prefix="x"): ...\n',
  'from werkzeug.utils import find_modules\nfor m in find_modules("shop.views"): ...\n',
  'from pathlib import Path\nfor p in (Path(__file__).parent / "views").glob("*.py"): ...\n',
  'import os\nHERE = os.path.dirname(__file__)\nfor p in os.listdir(os.path.join(HERE, "views")): ...\n',
])('modules that code goes through stay together: %j', (code) => expect(of(code)).toBe('shop/views'));

test.each([
  ['import pkgutil\nfor m in pkgutil.iter_modules(__path__): ...\n', 'shop/views/__init__.py'],
  [
    'import os, pkgutil\nfor m in pkgutil.iter_modules([os.path.dirname(__file__)]): ...\n',
    'shop/views/c.py',
  ],
])('those of its own package: %j', (code, at) => expect(of(code, at)).toBe('shop/views'));

test.each([
  'import pkgutil, shop\nfor m in pkgutil.iter_modules(shop.__path__): ...\n',
  'import os\nfor p in os.listdir(os.path.join(os.path.dirname(__file__), name)): ...\n',
  'from pathlib import Path\nfor p in (Path(__file__).parent / "data").glob("*"): ...\n',
  'from shop import views\nprint(views.__path__)\n',
])('others go by themselves: %j', (code) => expect(of(code)).toBeNull());

test('what tests list proves nothing', () =>
  expect(
    of('from werkzeug.utils import find_modules\nfind_modules("shop.views")\n', 'tests/test_a.py'),
  ).toBeNull());
