import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import {
  djangoEnvironment,
  djangoSearchPath,
  djangoSettingsOf,
  tellsPytestSettings,
} from './django-settings';

const blueprint = loadBlueprint();
const projectOf = (files: Record<string, string>) =>
  analysisOf({ 'app/__init__.py': '', ...files }, blueprint, 'app').project;

test.each([
  ['manage.py', 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "x.y")\n'],
  ['runtests.py', 'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "x.y"\n'],
  ['tox.ini', '[testenv]\nsetenv =\n    A = 1\n    DJANGO_SETTINGS_MODULE = x.y\n    B = 2\n'],
  ['tox.ini', '[testenv]\nset_env = DJANGO_SETTINGS_MODULE=x.y\n'],
  ['tox.ini', '[testenv]\ncommands =\n    x\n    python -W error -m django test --settings=x.y {posargs}\n'],
  ['tox.ini', '[testenv]\ncommands = django-admin test -v 2 --settings x.y\n'],
])('settings that %s tells: %j', (path, text) => {
  expect(djangoSettingsOf(projectOf({ [path]: text }))).toBe('x.y');
  expect(djangoEnvironment(projectOf({ [path]: text }))).toEqual({ DJANGO_SETTINGS_MODULE: 'x.y' });
});

test.each([
  ['manage.py', 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", chosen)\n'],
  ['runtests.py', 'import os\nos.environ["DJANGO_SETTINGS_MODULE"]\nx = "x.y"\n'],
  ['tox.ini', '[testenv:docs]\nsetenv = DJANGO_SETTINGS_MODULE=x.y\n'],
  ['tox.ini', '[testenv]\nsetenv = DJANGO_SETTINGS_MODULE={env:SETTINGS}\ncommands = pytest --settings=x\n'],
])('no settings in %s: %j', (path, text) => {
  expect(djangoSettingsOf(projectOf({ [path]: text }))).toBe(null);
  expect(djangoEnvironment(projectOf({ [path]: text }))).toEqual({});
});

test('a program in a folder tells the settings of the code that it runs, not those of an example', () => {
  const manage = (settings: string) =>
    `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settings}")\n`;
  const project = projectOf({ 'app/settings.py': 'X = 1\n', 'web/manage.py': manage('app.settings') });
  expect(djangoSettingsOf(project)).toBe('app.settings');
  expect(djangoSearchPath(project)).toBeNull();
  expect(
    djangoSettingsOf(
      projectOf({ 'example/manage.py': manage('site.settings'), 'example/site/settings.py': '' }),
    ),
  ).toBeNull();
});

const APPS = 'INSTALLED_APPS = ["tests"]\n';
test.each<[Record<string, string>, string | null]>([
  [
    { 'tests/__init__.py': '', 'tests/test_settings.py': APPS, 'tests/settings.py': 'X = 1\n' },
    'tests.test_settings',
  ],
  [{ 'app/tests/__init__.py': '', 'app/tests/settings.py': APPS }, 'app.tests.settings'],
  [{ 'tests/a/__init__.py': '', 'tests/a/settings.py': APPS, 'tests/b.py': APPS }, null],
  [{ 'tests/__init__.py': '', 'tests/test_x.py': `def test():\n    ${APPS}` }, null],
  [{ 'tests/__init__.py': '', 'tests/settings.py': APPS, 'conftest.py': 'settings.configure(A=1)\n' }, null],
  [
    {
      'tests/__init__.py': '',
      'tests/settings.py': APPS,
      'conftest.py': 'os.environ["DJANGO_SETTINGS_MODULE"] = x\n',
    },
    null,
  ],
])('the only settings among the tests: %j', (files, expected) =>
  expect(djangoSettingsOf(projectOf({ 'requirements.txt': 'Django>=4\n', ...files }))).toBe(expected),
);

test('settings among the tests of a package that needs no Django are those of some tests', () =>
  expect(djangoSettingsOf(projectOf({ 'tests/__init__.py': '', 'tests/settings.py': APPS }))).toBe(null));

test.each<[string, Record<string, string>, string | null]>([
  ['in its folder', { 'tests/settings.py': '' }, 'tests'],
  ['as a package there', { 'tests/settings/__init__.py': '' }, 'tests'],
  ['in the folder of the project', { 'settings.py': '', 'tests/settings.py': '' }, null],
  ['nowhere', {}, null],
])('settings of a program among the tests lie %s', (_where, files, expected) => {
  const program = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n';
  expect(djangoSearchPath(projectOf({ ...files, 'tests/manage.py': program }))).toBe(expected);
});

test('what tox runs the tests with comes before what a program says', () => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
    'tox.ini': '[testenv]\nsetenv = DJANGO_SETTINGS_MODULE=tests.settings\n',
  };
  expect(djangoSettingsOf(projectOf(files))).toBe('tests.settings');
});

test.each([
  ['pytest.ini', '[pytest]\nDJANGO_SETTINGS_MODULE = x.y\n', true],
  ['setup.cfg', '[tool:pytest]\naddopts = -q --ds=x.y\n', true],
  ['pyproject.toml', '[tool.pytest.ini_options]\nDJANGO_SETTINGS_MODULE = "x.y"\n', true],
  ['tox.ini', '[testenv]\nsetenv = DJANGO_SETTINGS_MODULE=x.y\n', false],
  ['setup.cfg', '[metadata]\nDJANGO_SETTINGS_MODULE = x.y\n', false],
])("pytest's own settings in %s: %j", (path, text, told) =>
  expect(tellsPytestSettings(projectOf({ [path]: text }))).toBe(told),
);
