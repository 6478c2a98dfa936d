import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { run } from './process';

const node = (program: string, timeoutMs?: number) =>
  run(process.execPath, ['-e', program], { cwd: tmpdir(), timeoutMs });

test('output, exit code, and a program that is not there', async () => {
  expect(await node('console.log(1); console.error(2); process.exit(3)')).toEqual({
    exitCode: 3,
    stdout: '1\n',
    stderr: '2\n',
    timedOut: false,
  });
  expect((await run('no-such-program-here', [], { cwd: tmpdir() })).exitCode).toBe(127);
});

test.each([
  ['of Nx where FORCE_COLOR was 0 is not handed on', { NX_ORIGINAL_FORCE_COLOR: '0', NO_COLOR: '1' }, ''],
  ['of Nx for its tasks then is not handed on', { FORCE_COLOR: '0', NO_COLOR: '1' }, ''],
  ['of Nx for its tasks is not handed on', { FORCE_COLOR: 'true' }, ''],
  ['of the user is', { NO_COLOR: '1' }, 'NO_COLOR'],
])('what programs are told about colours: the word %s', async (_case, says, seen) => {
  const before = { ...process.env };
  Object.assign(process.env, says);
  try {
    const program = 'console.log(["FORCE_COLOR", "NO_COLOR"].filter((name) => name in process.env).join())';
    expect((await node(program)).stdout.trim()).toBe(seen);
  } finally {
    for (const name of Object.keys(says)) delete process.env[name];
    Object.assign(process.env, before);
  }
});

/** Starts a program that would run for a minute, and prints its number. */
const STARTS_ANOTHER =
  'const c = require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => 0, 60000)"], { stdio: "ignore" }); c.unref(); console.log(c.pid);';

test.each([
  ['that ends', STARTS_ANOTHER, undefined],
  ['that takes too long', `${STARTS_ANOTHER} setTimeout(() => 0, 60000)`, 700],
])('what a program %s has started ends with it', async (_case, program, timeoutMs) => {
  const result = await node(program, timeoutMs);
  expect(result.timedOut).toBe(timeoutMs !== undefined);
  const pid = Number(result.stdout);
  expect(pid).toBeGreaterThan(1);
  for (let attempt = 0; isAlive(pid) && attempt < 50; attempt++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** A program that ended stays in the table until its parent, here the init of a container, asks for it. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
