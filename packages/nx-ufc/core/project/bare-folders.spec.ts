import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { modulesOfBareFolders } from './bare-folders';

const bare = (files: Record<string, string>) => [
  ...modulesOfBareFolders(
    analysisOf({ 'pkg/__init__.py': '', 'pkg/a.py': 'A = 1\n', ...files }, loadBlueprint(), 'pkg').project,
  ),
];

test('tests that find a neighbour by its bare name stay in a folder that is no package', () => {
  const files = {
    'pkg/tests/test_x.py': 'from fixtures import f\ndef test_x(): f()\n',
    'pkg/tests/fixtures.py': 'def f(): ...\n',
    'pkg/tests/more/test_y.py': 'def test_y(): ...\n',
  };
  expect(bare(files).sort()).toEqual([
    'pkg/tests/fixtures.py',
    'pkg/tests/more/test_y.py',
    'pkg/tests/test_x.py',
  ]);
});

test('what is no package within a package of tests stays so, with all below it', () =>
  expect(
    bare({
      'pkg/tests/__init__.py': '',
      'pkg/tests/unit/__init__.py': '',
      'pkg/tests/unit/test_x.py': '',
      'pkg/tests/data/one/test_y.py': '',
      'pkg/tests/data/one/package/__init__.py': '',
      'pkg/tests/data/one/package/test_z.py': '',
    }).sort(),
  ).toEqual([
    'pkg/tests/data/one/package/__init__.py',
    'pkg/tests/data/one/package/test_z.py',
    'pkg/tests/data/one/test_y.py',
  ]));

test.each<Record<string, string>>([
  { 'pkg/tests/test_x.py': 'from pkg.tests.fixtures import f\n', 'pkg/tests/fixtures.py': 'def f(): ...\n' },
  {
    'pkg/tests/__init__.py': '',
    'pkg/tests/test_x.py': 'from fixtures import f\n',
    'pkg/tests/fixtures.py': 'def f(): ...\n',
  },
])('others are not: %j', (files) => expect(bare(files)).toEqual([]));

test('a test beside the only module says nothing of that one', () => {
  const files = { 'alone.py': 'A = 1\n', 'test_alone.py': 'import alone\ndef test(): ...\n' };
  const { project } = analysisOf(files, loadBlueprint(), 'alone');
  expect([...modulesOfBareFolders(project)]).toEqual(['test_alone.py']);
});
