/** Python environments for comparisons with the real thing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { must, repository } from './scratch.mjs';

/** The Python of an environment with these requirements, below `tmp/`; made when it is not there yet. */
export function environment(folder, requirements) {
  const venv = join(repository, 'tmp', folder);
  const python = join(venv, 'bin/python');
  if (existsSync(python) && spawnSync(python, ['-c', 'import sys']).status === 0) return python;
  must('python3', ['-m', 'venv', venv], repository);
  must(python, ['-m', 'pip', 'install', '-q', ...requirements], repository);
  return python;
}
