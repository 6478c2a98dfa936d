import { isScriptArgument } from './script-argument';

test.each([
  ['python tools/clean.py ', true],
  ['{envpython} tools/clean.py -v x ', true],
  ['./clean.py ', true],
  ['coverage run clean.py ', true],
  ['python tools/clean.py --package ', false],
  ['python tools/clean.py --package=', false],
  ['python tools/clean.py x && pytest ', false],
  ['python tools/clean.py x\npytest ', false],
  ['python manage.py test ', false],
  ['python run_tests.py ', false],
  ['python -m unittest ', false],
  ['pytest tests/a.py ', false],
])('an argument of a script: %j', (before, is) =>
  expect(isScriptArgument(`${before}pkg`, before.length)).toBe(is),
);
