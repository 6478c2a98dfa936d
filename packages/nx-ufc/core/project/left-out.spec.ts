import { treeOf } from '../testing/project';
import { isLeftOut } from './left-out';
import { buildProjectFacts } from './project-facts';

const leftOut = (ignored: string, module: string) =>
  isLeftOut(
    buildProjectFacts(
      'site',
      treeOf({ 'src/site_/__init__.py': '', 'src/site_/settings/__init__.py': '', '.gitignore': ignored }),
    ),
    module,
  );

test.each([
  ['src/site_/settings/local.py\n', true],
  ['/src/site_/settings/local.py\r\n', true],
  ['# settings\nlocal.py\n', true],
  ['*.py\n', false],
  ['src/site_/settings/\n', false],
  ['src/site_/settings/other.py\n', false],
  ['', false],
])('a module that version control leaves out by its name: %j', (ignored, expected) =>
  expect(leftOut(ignored, 'site_.settings.local')).toBe(expected),
);

test('a module of another package is none of the project', () =>
  expect(leftOut('local.py\n', 'other.local')).toBe(false));
