import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runOk } from './run';

/**
 * A virtual environment with what pip installs into it, made without any code of the plugin.
 * @param requirements arguments of `pip install`
 * @returns its Python
 */
export function pythonWith(environment: string, requirements: string[]): string {
  const python = join(environment, 'bin', 'python');
  if (!existsSync(python)) runOk('python3', ['-m', 'venv', environment], '.');
  runOk(
    python,
    ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--no-compile', ...requirements],
    environment,
  );
  return python;
}
