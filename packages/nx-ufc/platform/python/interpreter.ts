import { UsageError } from '../../core/errors';
import type { Run } from '../process';

export interface Interpreter {
  command: string;
  /** `3.11.7` */
  version: string;
  /** uv is on PATH and makes the environments. */
  uv: boolean;
}

const CANDIDATES = process.platform === 'win32' ? ['python', 'py', 'python3'] : ['python3', 'python'];
const MINIMUM = [3, 9];

/** The Python to work with. @throws UsageError that says what to install */
export async function findInterpreter(run: Run, cwd: string): Promise<Interpreter> {
  const uv = (await run('uv', ['--version'], { cwd, timeoutMs: 20_000 })).exitCode === 0;
  for (const command of CANDIDATES) {
    const result = await run(command, ['-c', 'import sys; print(".".join(map(str, sys.version_info[:3])))'], {
      cwd,
      timeoutMs: 30_000,
    });
    const version = /^(\d+)\.(\d+)\.\d+/.exec(result.stdout.trim());
    if (result.exitCode !== 0 || !version) continue;
    if (Number(version[1]) > MINIMUM[0] || Number(version[2]) >= MINIMUM[1])
      return { command, version: version[0], uv };
  }
  throw new UsageError(
    `No Python ${MINIMUM.join('.')} or newer was found on PATH (looked for ${CANDIDATES.join(', ')}). Install Python 3.11 or newer, e.g. from python.org, by pyenv or by "uv python install"; lint, typecheck, test and build need it, everything else works without.`,
  );
}
