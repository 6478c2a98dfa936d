import { treeOf } from '../testing/project';
import { buildProjectFacts } from './project-facts';
import { UNITTEST_FILES, unittestOptions } from './unittest-names';

test.each<[string, Record<string, string>, string[]]>([
  ['tests.py', { 'pkg/tests.py': '' }, UNITTEST_FILES],
  ['test.py and what helps it', { 'tests/test.py': '', 'tests/helper.py': '' }, UNITTEST_FILES],
  ['what pytest finds, too', { 'tests/test.py': '', 'tests/test_a.py': '' }, []],
  ['no test', { 'tests/helper.py': '' }, []],
  [
    'other names by the settings',
    { 'tests/tests.py': '', 'pytest.ini': '[pytest]\npython_files = t.py\n' },
    [],
  ],
])('pytest is told how tests are called: %s', (_, files, expected) => {
  const project = buildProjectFacts('pkg', treeOf({ 'setup.py': '', 'pkg/__init__.py': '', ...files }));
  expect(unittestOptions(project, Object.keys(files))).toEqual(expected);
});
