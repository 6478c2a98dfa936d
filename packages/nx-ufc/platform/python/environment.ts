import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/errors';
import { whileLocked } from '../lock';
import type { ProcessResult, Run } from '../process';
import type { Interpreter } from './interpreter';

/** A virtual environment in `.ufc/cache/envs`, named by what is in it: equal requirements share one. */
export interface Environment {
  folder: string;
  python: string;
  /** What it was made of, for reports. */
  version: string;
  requirements: readonly string[];
}

export interface EnvironmentSpec {
  /** What is installed, in the order of the command line; `-e path` and wheels included. */
  requirements: readonly string[];
  /** What is installed beside, as far as it can be: what tests may need, which not every index or machine can give. */
  helpful?: readonly string[];
  /** Folders that modules are imported from as they lie there, for what cannot be installed. */
  paths?: readonly string[];
  /** A folder that is installed as it lies there: modules that its build compiled may lie in it. */
  editable?: string;
  /** Anything else that makes it another environment: the text of a pyproject, the hash of a wheel. */
  key: string;
}

const INSTALL_TIMEOUT_MS = 15 * 60 * 1000;
const pending = new Map<string, Promise<Environment>>();

/** Make an environment, or find it. @throws UsageError with the tool's own last words when it cannot be made */
export function environmentFor(
  run: Run,
  workspaceRoot: string,
  interpreter: Interpreter,
  spec: EnvironmentSpec,
): Promise<Environment> {
  const hash = createHash('sha256')
    .update(
      JSON.stringify([interpreter.version, spec.requirements, spec.helpful ?? [], spec.key, spec.paths]),
    )
    .digest('hex')
    .slice(0, 20);
  const folder = join(workspaceRoot, '.ufc', 'cache', 'envs', hash);
  const known = pending.get(folder);
  if (known) return known;
  const made = whileLocked(`${folder}.lock`, 'making an environment', () =>
    make(run, folder, interpreter, spec),
  );
  pending.set(folder, made);
  made.catch(() => pending.delete(folder));
  return made;
}

/** The marker is written last: an environment without it, that nobody holds the lock of, was interrupted. */
async function make(
  run: Run,
  folder: string,
  interpreter: Interpreter,
  spec: EnvironmentSpec,
): Promise<Environment> {
  const environment = {
    folder,
    python: pythonOf(folder),
    version: interpreter.version,
    requirements: [...spec.requirements, ...(spec.helpful ?? [])],
  };
  const marker = join(folder, '.ufc-complete');
  if (existsSync(marker) && isWhole(marker)) return environment;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  await must(
    run,
    interpreter.uv
      ? ['uv', 'venv', '--quiet', '--python', interpreter.command, folder]
      : [interpreter.command, '-m', 'venv', folder],
    dirname(folder),
    'make a virtual environment (on Debian: apt-get install python3-venv)',
  );
  const install = interpreter.uv
    ? ['uv', 'pip', 'install', '--quiet', '--python', environment.python]
    : [environment.python, '-m', 'pip', 'install', '--progress-bar=off', '--disable-pip-version-check'];
  await installAll(run, install, dirname(folder), spec);
  if (spec.paths) writeFileSync(join(await sitePackages(run, environment), 'ufc.pth'), spec.paths.join('\n'));
  writeFileSync(marker, spec.editable === undefined ? '' : compiledIn(spec.editable).join('\n'));
  return environment;
}

/** What the build compiled into the folder of the project is not in the environment: the folder may have been made anew since. */
function isWhole(marker: string): boolean {
  return readFileSync(marker, 'utf8')
    .split('\n')
    .every((path) => path === '' || existsSync(path));
}

function compiledIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.(so|pyd)$/.test(path) && !/(^|[\\/])(node_modules|\.venv|venv|build)[\\/]/.test(path),
    )
    .map((path) => join(folder, path));
}

/** Where packages are installed. @throws UsageError when its Python cannot be started */
export async function sitePackages(
  run: Run,
  { python, folder }: Pick<Environment, 'python' | 'folder'>,
): Promise<string> {
  const program = 'import sysconfig; print(sysconfig.get_path("purelib"))';
  const { stdout } = await must(
    run,
    [python, '-c', program],
    folder,
    'ask Python where packages are installed',
  );
  return stdout.trim();
}

/** Everything at once, so that versions are chosen together; where that fails, what must be there, then one by one. */
async function installAll(run: Run, install: string[], cwd: string, spec: EnvironmentSpec): Promise<void> {
  const { requirements, helpful = [] } = spec;
  if (requirements.length + helpful.length === 0) return;
  const attempt = async (wanted: readonly string[]) => {
    const [command, ...args] = [...install, ...wanted];
    return (await run(command, args, { cwd, timeoutMs: INSTALL_TIMEOUT_MS, env: uvIndex() })).exitCode === 0;
  };
  if (helpful.length > 0 && (await attempt([...requirements, ...helpful]))) return;
  if (requirements.length > 0)
    await must(run, [...install, ...requirements], cwd, `install ${requirements.join(' ')}`);
  for (const requirement of helpful)
    if (!(await attempt([requirement]))) await attempt([requirement.replace(/[\s[<>=!~;@(].*$/, '')]);
}

async function must(
  run: Run,
  [command, ...args]: string[],
  cwd: string,
  what: string,
): Promise<ProcessResult> {
  const result = await run(command, args, { cwd, timeoutMs: INSTALL_TIMEOUT_MS, env: uvIndex() });
  if (result.exitCode === 0) return result;
  const words = reasonIn(`${result.stdout}\n${result.stderr}`.trim());
  throw new UsageError(`Could not ${what}${result.timedOut ? ' in time' : ''}:\n  ${words.join('\n  ')}`);
}

/** The end of what a program said; of pip, which requirements exclude one another, or the end of what a build said: both stand further up. */
function reasonIn(output: string): string[] {
  const conflict = /^The conflict is caused by:\n(?:[ \t]+.*\n?)+/m.exec(output)?.[0];
  if (conflict !== undefined) return conflict.trimEnd().split('\n');
  const built = output.split(/\n[ \t]*\[end of output\]/, 1)[0];
  return built.trimEnd().split('\n').slice(-8);
}

/** uv does not read pip's settings; where only pip names an index, uv is told. */
export function uvIndex(): Record<string, string> {
  const index = process.env.PIP_INDEX_URL;
  return index && !process.env.UV_INDEX_URL && !process.env.UV_DEFAULT_INDEX
    ? { UV_DEFAULT_INDEX: index }
    : {};
}

function pythonOf(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
