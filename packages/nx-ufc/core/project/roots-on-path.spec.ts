import { treeOf } from '../testing/project';
import { buildProjectFacts } from './project-facts';

const SERVICE = {
  'manage.py': 'import django\n',
  'config/__init__.py': '',
  'config/settings.py':
    'import sys\nfrom pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nsys.path.insert(0, str(BASE_DIR / "apps"))\nINSTALLED_APPS = ["orders", "accounts.apps.AccountsConfig"]\n',
  'apps/orders/__init__.py': '',
  'apps/orders/models.py': 'from accounts.models import User\n',
  'apps/accounts/__init__.py': '',
  'apps/accounts/models.py': 'class User: pass\n',
  'apps/notes/later.py': '',
};
const build = (files: Record<string, string>, required?: ReadonlySet<string>) =>
  buildProjectFacts('shop', treeOf(files), [], { required });
const roots = (files: Record<string, string>, required: ReadonlySet<string> | undefined = new Set()) =>
  build(files, required).layout.roots.map(({ name, searchPath }) => `${searchPath}:${name}`);

test('packages in a folder that the settings put on the path are parts of the service', () => {
  expect(roots(SERVICE).sort()).toEqual([':config', 'apps:accounts', 'apps:orders']);
  const { layout, modules } = build(SERVICE, new Set());
  expect(layout.isParts).toBe(true);
  expect(modules.get('orders.models')).toMatchObject({ area: 'shipped', path: 'apps/orders/models.py' });
  expect(modules.has('apps.orders.models')).toBe(false);
});

test.each<[string, Record<string, string>]>([
  [
    'nothing names',
    {
      'config/settings.py': SERVICE['config/settings.py'].replace(/INSTALLED.*/, ''),
      'apps/orders/models.py': '',
    },
  ],
  [
    'may hold what others wrote',
    {
      'config/settings.py': SERVICE['config/settings.py'].replace('"apps"', '"libs"'),
      'libs/orders/__init__.py': '',
    },
  ],
  ['holds a licence', { 'apps/orders/LICENSE': '' }],
  [
    'only tests put there',
    {
      'config/settings.py': '',
      'tests/test_x.py':
        'import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), "..", "apps"))\n',
    },
  ],
])('a folder that %s', (_what, more) => expect(roots({ ...SERVICE, ...more })).toEqual([':config']));

test.each([
  ['', [':config', 'apps:accounts', 'apps:orders']],
  ['import apps.orders\n', [':apps', ':config']],
  ['X = "apps.orders.models"\n', [':apps', ':config']],
])('such a folder may be a package that nothing asks for by its name: %j', (text, expected) =>
  expect(roots({ ...SERVICE, 'apps/__init__.py': '', 'config/urls.py': text }).sort()).toEqual(expected),
);

test('what is imported by the one name and by the other is one module', () => {
  const files = {
    ...SERVICE,
    'apps/__init__.py': '',
    'config/urls.py': 'import apps.accounts.models\nimport orders.models\n',
  };
  expect(build(files, new Set(['django'])).secondNames).toEqual(
    new Map([
      ['accounts', 'apps.accounts'],
      ['orders', 'apps.orders'],
    ]),
  );
});

test('what packaging names is all that ships', () => {
  const { layout } = buildProjectFacts('shop', treeOf(SERVICE), ['config'], { required: new Set() });
  expect(layout.roots.map(({ name }) => name)).toEqual(['config']);
});
