import { buildProjectFacts } from './project-facts';
import { treeOf } from '../testing/project';

const namesOf = (files: Record<string, string>, { root = 'pkg', required = ['boto3'] } = {}) => {
  const { secondNames } = buildProjectFacts('pkg', { ...treeOf(files), root }, [], {
    required: new Set(required),
  });
  return Object.fromEntries(secondNames ?? []);
};

const LAMBDA = {
  'src/app/__init__.py': '',
  'src/app/main.py': 'from shapes import X\n',
  'src/app/shapes.py': 'X = 1\n',
  'tests/test_a.py': 'from src.app.main import X\n',
};
const FLAT = { 'app.py': 'import models\n', 'models.py': '' };

test.each<[string, Record<string, string>, object, Record<string, string>]>([
  ['the bare name of a module beside a program', LAMBDA, {}, { shapes: 'src.app.shapes' }],
  [
    'none by which the module itself asks for a library',
    { ...LAMBDA, 'src/app/shapes.py': 'import shapes.points\n' },
    {},
    {},
  ],
  ['none that a dependency has', LAMBDA, { required: ['shapes'] }, {}],
  [
    'none where nothing says what else there is',
    { ...LAMBDA, 'src/app/main.py': 'import redis\n', 'src/app/redis.py': '' },
    { required: [] },
    {},
  ],
  [
    'none that two modules have',
    { ...LAMBDA, 'src/b/main.py': 'import shapes\n', 'src/b/shapes.py': '', 'src/c.py': 'import src.b\n' },
    {},
    {},
  ],
  [
    'the bare name of a module whose folder is no package, from elsewhere',
    {
      'src/common/lambda_base.py': '',
      'src/handlers/a/handler.py': 'import lambda_base\n',
      'tests/test_a.py': 'import src.handlers.a.handler\nfrom src import common\n',
    },
    {},
    { lambda_base: 'src.common.lambda_base' },
  ],
  [
    'the path in the repository',
    { ...FLAT, 'tests/test_a.py': 'from services.orders.models import X\n' },
    { root: 'services/orders' },
    { 'services.orders': '' },
  ],
  [
    'the name of a folder above, for several modules',
    { ...FLAT, 'tests/test_a.py': 'from orders.models import X\nimport orders.app\n' },
    { root: 'services/orders' },
    { orders: '' },
  ],
  [
    'but not for one, which may be that of a library',
    { ...FLAT, 'tests/test_a.py': 'from orders.models import X\n' },
    { root: 'services/orders' },
    {},
  ],
  [
    'the bare name of a package in a folder that is imported, too',
    {
      'backend/app/__init__.py': '',
      'backend/app/a.py': '',
      'backend/app/b.py': 'import app.a\n',
      'tests/test_a.py': 'from backend.app import a\n',
    },
    {},
    { app: 'backend.app' },
  ],
])('%s', (_, files, options, expected) => expect(namesOf(files, options)).toEqual(expected));

test('the bare names of a package that is the folder of its project', () => {
  const files = {
    '__init__.py': '',
    'app.py': 'from lib.core import x\n',
    'lib/__init__.py': '',
    'lib/core.py': 'from lib import other\n',
    'lib/other.py': '',
  };
  const { layout, secondNames } = buildProjectFacts('pkg', treeOf(files), ['scan'], {
    declared: ['scan'],
    places: { sourceFolders: [], packageFolders: { scan: '' } },
    required: new Set(['boto3']),
  });
  expect(layout.roots.map(({ name }) => name)).toEqual(['scan']);
  expect(Object.fromEntries(secondNames ?? [])).toEqual({ lib: 'scan.lib' });
});
