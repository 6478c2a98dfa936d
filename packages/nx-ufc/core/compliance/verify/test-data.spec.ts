import { loadBlueprint } from '../../../platform/blueprint';
import { analysisOf } from '../../testing/project';
import { isTestData } from './test-data';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/sample.py': '',
  'tests/__init__.py': '',
  'tests/conftest.py': '',
  'tests/helper.py': '',
  'tests/test_a.py': 'from . import helper\n',
  'tests/data/sample.py': 'from . import gone\nimport tests.data.sample\n',
};

test.each([
  ['tests/data/sample.py', true],
  ['tests/helper.py', false],
  ['tests/test_a.py', false],
  ['tests/conftest.py', false],
  ['tests/__init__.py', false],
  ['pkg/sample.py', false],
])('%s is only read: %s', (path, expected) => {
  const analysis = analysisOf(FILES, loadBlueprint(), 'pkg');
  expect(isTestData(analysis, analysis.project.modulesByPath.get(path)!)).toBe(expected);
});
