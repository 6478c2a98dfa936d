import { analysisOf } from '../../core/testing/project';
import { loadBlueprint } from '../blueprint';
import { testRequirements } from './test-requirements';

const blueprint = loadBlueprint();
const required = (files: Record<string, string>) =>
  testRequirements(analysisOf({ 'app/__init__.py': '', ...files }, blueprint, 'app'));

test('a test client needs what its distribution does not require, at the declared version', () => {
  const files = { 'tests/test_a.py': 'from fastapi.testclient import TestClient\n' };
  expect(required(files)).toEqual(['fastapi', 'httpx', 'pytest>=8']);
  expect(required({ ...files, 'requirements-dev.txt': 'httpx==0.28.1\nsome-linter\n' })).toEqual([
    'fastapi',
    'httpx==0.28.1',
    'pytest>=8',
  ]);
});

test('an extra that the code imports something of is needed as a whole', () => {
  const extras = (name: string) =>
    `[project]\nname = "app"\n[project.optional-dependencies]\n${name} = ["pyjwt", "cryptography"]\n`;
  const files = { 'app/a.py': 'def f():\n    import jwt\n', 'tests/test_a.py': '' };
  expect(required({ ...files, 'pyproject.toml': extras('tokens') })).toEqual([
    'cryptography',
    'pyjwt',
    'pytest>=8',
  ]);
  expect(required({ ...files, 'pyproject.toml': extras('dev') })).toEqual(['pyjwt', 'pytest>=8']);
  expect(required({ 'tests/test_a.py': 'import jwt\n', 'pyproject.toml': extras('tokens') })).toEqual([
    'pyjwt',
    'pytest>=8',
  ]);
});

test('settings of a plugin need the plugin', () =>
  expect(
    required({ 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = app.settings\n', 'tests/test_a.py': '' }),
  ).toEqual(['pytest>=8', 'pytest-django']));

test.each(['--cov=app', '--no-cov-on-fail'])('an option of a plugin needs the plugin: %s', (option) =>
  expect(required({ 'pytest.ini': `[pytest]\naddopts = ${option}\n`, 'tests/test_a.py': '' })).toEqual([
    'pytest>=8',
    'pytest-cov',
  ]),
);

test('a project of Django without settings for pytest runs with those of its manage.py', () => {
  const manage = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n';
  expect(required({ 'manage.py': manage, 'tests/test_a.py': '' })).toEqual(['pytest>=8', 'pytest-django']);
});

test('a conftest with hooks that a newer pytest does not know needs an older one', () => {
  const conftest = (hook: string) => ({ 'tests/test_a.py': '', 'tests/conftest.py': `${hook}\n    pass\n` });
  const old = conftest('def pytest_collect_file(file_path, path, parent):');
  expect(required(old)).toEqual(['pytest>=8', 'pytest<9']);
  expect(required({ ...old, 'requirements-dev.txt': 'pytest\n' })).toEqual(['pytest', 'pytest<9']);
  expect(required(conftest('def pytest_collect_file(file_path, parent):'))).toEqual(['pytest>=8']);
  expect(required(conftest('def collect(path):'))).toEqual(['pytest>=8']);
  const reads = 'def pytest_configure(config):\n    config.inicfg.get("optional", [])';
  expect(required(conftest(reads))).toEqual(['pytest>=8', 'pytest<9']);
});

test.each([
  ['import pkg_resources\n', ['pytest>=8', 'setuptools<82']],
  ['from pkg_resources.extern import packaging\n', ['pytest>=8', 'setuptools<82']],
  ['try:\n    import pkg_resources\nexcept ImportError:\n    pkg_resources = None\n', ['pytest>=8']],
])('pkg_resources needs an older setuptools: %j', (text, expected) =>
  expect(required({ 'tests/test_a.py': text })).toEqual(expected),
);

test('requirements for a run with the lowest versions are not those of the tests', () => {
  const files = {
    'tests/test_a.py': 'import flask\n',
    'requirements/tests.txt': 'pytest==7.4.3\n',
    'requirements/tests-min.txt': 'flask==1.0.4\nwerkzeug==1.0.1\n',
  };
  expect(required(files)).toEqual(['flask', 'pytest==7.4.3']);
});

test('other runners of suites are left out where no test imports them', () => {
  const files = { 'tests/test_a.py': '', 'test-requirements.txt': 'stestr>=2\nsphinx\n' };
  expect(required(files)).toEqual(['pytest>=8', 'sphinx']);
  expect(required({ ...files, 'tests/test_a.py': 'import stestr\n' })).toEqual([
    'pytest>=8',
    'sphinx',
    'stestr>=2',
  ]);
});
