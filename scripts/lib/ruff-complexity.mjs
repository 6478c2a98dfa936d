import { spawnSync } from 'node:child_process';

/**
 * Complexity of every function as ruff's C901 counts it, at a limit of 0 (https://docs.astral.sh/ruff/rules/complex-structure/).
 * @returns `path:line:column:name` → number; null when ruff cannot be run
 */
export function ruffComplexities(ruff, files) {
  const settings = ['--isolated', '--select', 'C901', '--config', 'lint.mccabe.max-complexity=0'];
  const form = ['--ignore-noqa', '--no-cache', '--output-format', 'json'];
  const run = spawnSync(ruff, ['check', ...settings, ...form, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.error) return null;
  return new Map(
    JSON.parse(run.stdout)
      .filter(({ code }) => code === 'C901')
      .map(({ filename, location, message }) => {
        const [, name, complexity] = /`(.*)` is too complex \((\d+) /.exec(message);
        return [`${filename}:${location.row}:${location.column}:${name}`, Number(complexity)];
      }),
  );
}
