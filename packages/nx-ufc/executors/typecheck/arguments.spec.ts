import { lacksPlugin, MYPY_FORMAT, mypyWithPackagesOf } from './arguments';

test('one error is one line with its code, where the settings of a project say otherwise', () =>
  expect(MYPY_FORMAT).toEqual(expect.arrayContaining(['--no-pretty', '--show-error-codes'])));

test.each([
  [
    'pyproject.toml:1: error: Error importing plugin "pydantic.mypy": No module named \'pydantic\'  [misc]',
    true,
  ],
  ['mypy.ini:2: error: Can\'t find plugin "/x/plugin.py"  [misc]', true],
  [
    'a.py:1:1: error: Cannot find implementation or library stub for module named "x"  [import-not-found]',
    false,
  ],
])('%s', (output, lacks) => expect(lacksPlugin(output)).toBe(lacks));

test('a plugin is found among the packages of the project', () => {
  const [flag, program] = mypyWithPackagesOf('C:\\x "y"');
  expect(flag).toBe('-c');
  expect(program).toContain('site.addsitedir("C:\\\\x \\"y\\""); from mypy');
});
