import { RUFF_CHECK } from './arguments';

test('ruff only reports where the settings of a project say `fix = true`', () => {
  expect(RUFF_CHECK).toContain('--no-fix');
  expect(RUFF_CHECK).toContain('--exit-zero');
});
