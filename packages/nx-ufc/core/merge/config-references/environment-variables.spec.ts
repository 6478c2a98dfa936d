import { applyEdits } from '../../text/edits';
import { isValueOfOther, namesModule } from './environment-variables';
import type { MovedNames } from './kind';
import { toolSettings } from './tool-settings';

const names = {
  oldRoots: ['pkg'],
  mapModule: (dotted: string) => (/^pkg\b/.test(dotted) ? dotted.replace('pkg', 'new') : null),
  mapPath: (path: string) => (path === 'pkg' ? 'src/new' : null),
  mapBelow: () => null,
  knows: () => true,
  newSearchPath: null,
  testsFolder: null,
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
} as unknown as MovedNames;

test.each([
  ['tox.ini', 'testenv', 'setenv', 'dev: APP_NAME = {env:APP_NAME:pkg}', false],
  ['tox.ini', 'testenv', 'set_env', 'APP_NAME=pkg', false],
  ['tox.ini', 'testenv', 'setenv', 'APP_NAME = pkg', false],
  ['pytest.ini', 'pytest', 'env', 'D:SERVICE=pkg', false],
  ['tox.ini', 'testenv', 'setenv', 'X = {env:X:pkg.mod}', true],
  ['tox.ini', 'testenv', 'setenv', 'FLASK_APP = pkg', true],
  ['tox.ini', 'testenv', 'setenv', 'dev: DJANGO_SETTINGS_MODULE={env:S:pkg}', true],
  ['tox.ini', 'testenv', 'setenv', 'PYTEST_ADDOPTS = --cov pkg', true],
])('a variable of %s in [%s]: %s = %s', (path, section, key, line, follows) => {
  const text = `[${section}]\n${key} =\n    A = 1\n    ${line}\n`;
  const { edits, doubts } = toolSettings.find(text, names, path);
  const next = text.replace(line, line.replace('pkg', 'new'));
  expect(applyEdits(text, edits)).toBe(follows ? next : text);
  expect(applyEdits(text, doubts)).toBe(follows ? text : next);
});

test.each([
  ['tool.hatch.envs.default.env-vars.APP_NAME', 'pkg', true],
  ['tool.hatch.envs.default.env-vars.FLASK_APP', 'pkg', false],
  ['tool.hatch.envs.default.env-vars.APP_NAME', 'pkg.mod', false],
  ['tool.tox.env_run_base.set_env.SERVICE', 'pkg', true],
  ['tool.pytest.ini_options.env.0', 'SERVICE=pkg', true],
  ['tool.pytest.ini_options.env.0', 'D:CELERY_APP = pkg', false],
  ['tool.pytest_env.SERVICE', 'pkg', true],
  ['tool.hatch.envs.default.scripts.test', 'pkg', false],
])('in pyproject.toml: %s is %s', (path, value, is) => expect(isValueOfOther(path, value)).toBe(is));

test.each([
  ['FLASK_APP', true],
  ['MY_WSGI_APP', true],
  ['APP_MODULE', true],
  ['PACKAGE', true],
  ['CF_APP', false],
  ['HEROKU_APP', false],
  ['APP', false],
  ['NEW_RELIC_APP_NAME', false],
])('does %s name a module?', (variable, is) => expect(namesModule(variable)).toBe(is));
