/**
 * Arguments of Python that make ruff report and nothing else, whatever the settings of the project say: with `fix = true` it changes files
 * (https://docs.astral.sh/ruff/settings/#fix).
 */
export const RUFF_CHECK: readonly string[] = [
  '-m',
  'ruff',
  'check',
  '--no-cache',
  '--no-fix',
  '--output-format',
  'json',
  '--exit-zero',
];
