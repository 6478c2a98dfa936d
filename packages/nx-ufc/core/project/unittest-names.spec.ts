import { treeOf } from '../testing/project';
import { buildProjectFacts } from './project-facts';
import { otherOptions, UNITTEST_FILES, unittestOptions } from './unittest-names';

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

test('pytest is told which files define tests, whatever they are called', () => {
  const project = buildProjectFacts(
    'pkg',
    treeOf({
      'setup.py': '',
      'pkg/__init__.py': '',
      'pkg/cases.py': 'import unittest\nclass A(unittest.TestCase): ...\n',
      'tests/unit_cases.py': 'import unittest\nclass A(unittest.TestCase): ...\n',
      'tests/run.py': 'def test_a(): ...\n',
      'tests/helper.py': 'def make(): ...\n',
    }),
  );
  const named = ['-o', 'python_files=run.py unit_cases.py'];
  expect(otherOptions(project, 'no tests ran')).toEqual([UNITTEST_FILES, named]);
  const warned = 'pytest.PytestDeprecationWarning: The option "asyncio_default_fixture_loop_scope" is unset.';
  expect(otherOptions(project, warned)).toEqual([
    ['-W', 'ignore::pytest.PytestDeprecationWarning'],
    UNITTEST_FILES,
    named,
  ]);
});
