import { programsOfString } from './programs';

test.each<[(string | number)[], string, boolean]>([
  [['tool', 'hatch', 'envs', 'x', 'scripts', 'run'], 'pkg --x', true],
  [['tool', 'hatch', 'envs', 'x', 'scripts', 'run', 0], 'pkg --x', true],
  [['tool', 'poe', 'tasks', 'x', 'cmd'], 'poetry run pkg --x', true],
  [['tool', 'poe', 'tasks', 'x'], 'mypy pkg', false],
  [['tool', 'taskipy', 'tasks', 'x'], 'mypy tests | pkg', true],
  [['tool', 'tox', 'env_run_base', 'commands', 1, 0], 'pkg', true],
  [['tool', 'tox', 'env_run_base', 'commands', 1, 1], 'pkg', false],
  [['tool', 'isort', 'known_first_party', 0], 'pkg', false],
  [['tool', 'cibuildwheel', 'test-command'], 'python -m pkg', false],
])('%j: %j', (path, value, expected) =>
  expect(programsOfString(path, value)(value.indexOf('pkg'))).toBe(expected),
);
