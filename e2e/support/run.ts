import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface RunResult {
  code: number;
  stdout: string;
  stderr: string;
  output: string;
}

/** What programs of the tests see; the daemon is off, it would keep the code of an older plugin. */
export function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    FORCE_COLOR: '0',
    NODE_ENV: undefined,
    JEST_WORKER_ID: undefined,
    ...more,
  };
}

/** Run a program without a shell. */
export function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): RunResult {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 900_000,
    maxBuffer: 64 * 1024 * 1024,
    env: environment(env),
  });
  if (result.error) throw result.error;
  return {
    code: result.status ?? -1,
    stdout: result.stdout,
    stderr: result.stderr,
    output: result.stdout + result.stderr,
  };
}

/** Like `run`, but anything else than exit code 0 is an error that shows the output. */
export function runOk(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): RunResult {
  const result = run(command, args, cwd, env);
  if (result.code !== 0)
    throw new Error(`${command} ${args.join(' ')} exited with ${result.code}\n${result.output}`);
  return result;
}

/**
 * From here on, programs of this test file find no uv that works, so environments are made by venv and pip, as on a machine without it.
 * @param folder an empty one, for what stands in its place
 */
export function hideUv(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'uv'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
}
