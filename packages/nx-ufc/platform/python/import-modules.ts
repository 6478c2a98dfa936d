import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOutcomes } from '../../core/proof/imports';
import { run } from '../process';
import type { Environment } from './environment';

const PROGRAM = join(__dirname, 'import_modules.py');
const MAX_ERROR = 300;

/**
 * Import modules as installed in an environment, each in a process of its own.
 * @param workspaceRoot errors name paths relative to it
 * @param variables of the environment that they are imported in, see `djangoEnvironment` @throws Error when Python cannot be started
 */
export async function importModules(
  workspaceRoot: string,
  environment: Environment,
  names: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<ImportOutcomes> {
  const scratch = mkdtempSync(join(tmpdir(), 'nx-ufc-'));
  const [asked, answered] = [join(scratch, 'names.json'), join(scratch, 'result.json')];
  try {
    writeFileSync(asked, JSON.stringify(names));
    const result = await run(environment.python, [PROGRAM, asked, answered], {
      cwd: scratch,
      env: { PYTHONDONTWRITEBYTECODE: '1', ...variables },
    });
    if (!existsSync(answered)) throw new Error(`the modules could not be imported: ${result.stderr.trim()}`);
    const outcomes = JSON.parse(readFileSync(answered, 'utf8')) as Record<string, string | null>;
    return new Map(
      Object.entries(outcomes).map(([name, error]) => [name, error && stable(error, workspaceRoot)]),
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The same failure gives the same text. */
function stable(error: string, workspaceRoot: string): string {
  return error
    .replaceAll(`${workspaceRoot}/`, '')
    .replace(/ at 0x[0-9a-f]+/g, ' at 0x…')
    .slice(0, MAX_ERROR);
}
