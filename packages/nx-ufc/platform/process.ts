import { spawn } from 'node:child_process';
import type { Evidence } from '../core/compliance/types';
import { maskSecrets } from '../core/compliance/mask';

export interface ProcessResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

export interface ProcessOptions {
  cwd: string;
  env?: Record<string, string>;
  timeoutMs?: number;
}

/** Runs a program; the type, so that tests can put another one in its place. */
export type Run = (
  command: string,
  args: readonly string[],
  options: ProcessOptions,
) => Promise<ProcessResult>;

const DEFAULT_TIMEOUT_MS = 20 * 60 * 1000;
/**
 * What Nx says about colours to its tasks is not for what they start: programs colour what we want to read, and suites that test colours
 * see none. Where somebody says FORCE_COLOR=0 Nx says NO_COLOR itself; a NO_COLOR that is the user's own stays.
 */
function colours(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Its own process has the first, those that it forks the second.
  const isOfNx = environment.NX_ORIGINAL_FORCE_COLOR !== undefined || environment.FORCE_COLOR === '0';
  return isOfNx ? { FORCE_COLOR: undefined, NO_COLOR: undefined } : { FORCE_COLOR: undefined };
}
const MAX_OUTPUT = 32 * 1024 * 1024;

const GROUPS = process.platform !== 'win32';
const running = new Set<number>();

/** End a program and everything that it started: a suite may leave servers behind. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  running.delete(pid);
  try {
    process.kill(GROUPS ? -pid : pid, 'SIGKILL');
  } catch {
    // Nothing of it runs any more, which is what is wanted.
  }
}

/** Programs run in groups of their own, which a signal to this process does not reach. */
function endAllOnExit(): void {
  const end = () => [...running].forEach(endGroup);
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      end();
      process.kill(process.pid, signal);
    });
}
let endsAll = false;

/**
 * Run a program without a shell, for a limited time. A program that is not there gives exit code 127; whatever it started
 * ends with it.
 */
export const run: Run = (command, args, options) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: { ...process.env, ...colours(process.env), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: GROUPS,
    });
    if (!endsAll) endAllOnExit();
    endsAll = true;
    if (child.pid !== undefined) running.add(child.pid);
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child.pid);
    }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    child.stdout.on(
      'data',
      (chunk: Buffer) => (stdout = (stdout + chunk.toString('utf8')).slice(-MAX_OUTPUT)),
    );
    child.stderr.on(
      'data',
      (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-MAX_OUTPUT)),
    );
    const end = (exitCode: number, more = '') => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: maskSecrets(stdout), stderr: maskSecrets(stderr + more), timedOut });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('exit', () => endGroup(child.pid));
    child.on('close', (code) => end(timedOut ? 124 : (code ?? 1)));
  });

const EXCERPT_LINES = 15;

/** What ran, for a report: paths relative to the workspace, the last lines of the output. */
export function evidenceOf(
  workspaceRoot: string,
  command: string,
  args: readonly string[],
  cwd: string,
  target: { name: string; files: number },
  result: ProcessResult,
): Evidence {
  const relative = (text: string) => text.replaceAll(`${workspaceRoot}/`, '').replaceAll(workspaceRoot, '.');
  const output = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-EXCERPT_LINES).join('\n');
  return {
    command: relative([command, ...args].join(' ')),
    cwd: relative(cwd),
    target: target.name,
    files: target.files,
    exitCode: result.exitCode,
    excerpt: withoutTimes(relative(output)),
  };
}

/** Durations and versions of temporary folders differ from run to run; reports must not. */
function withoutTimes(text: string): string {
  return text
    .replace(/\bin \d+(\.\d+)?\s?m?s(econds)?\b( \([\d:]+\))?/g, 'in …')
    .replace(/\/tmp\/[^\s'"]+/g, '…');
}
