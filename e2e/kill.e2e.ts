import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { treeHash } from '../packages/nx-ufc/platform/testing/tree-hash';
import { environment, run, type RunResult } from './support/run';
import { createWorkspace, type Workspace } from './support/workspace';

const PRELOAD = resolve(__dirname, '../scripts/kill/preload.cjs');
const MIGRATE = ['g', '@au/nx-ufc:capability', 'shop', '--source=legacy/shop', '--no-interactive'];
const UNDO = ['g', '@au/nx-ufc:undo', '--project', 'shop'];

let workspace: Workspace;
let report: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(workspace.root, path)), { recursive: true });
  writeFileSync(join(workspace.root, path), text);
};
const settings = (more: Record<string, string>) => ({
  NODE_OPTIONS: `--require ${PRELOAD}`,
  NX_ISOLATE_PLUGINS: 'false',
  KILL_ROOT: workspace.root,
  KILL_KINDS: 'writes',
  KILL_REPORT: report,
  ...more,
});
const cli = () => join(workspace.root, 'node_modules/nx/dist/bin/nx.js');
const counted = (args: string[], more: Record<string, string>): RunResult =>
  run('node', [cli(), ...args], workspace.root, settings(more));

/** A command that goes on beside the test. */
function start(args: string[], more: Record<string, string> = {}) {
  let said = '';
  const process = spawn('node', [cli(), ...args], {
    cwd: workspace.root,
    env: environment(settings(more)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [process.stdout, process.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = new Promise<number | null>((done) => process.on('exit', done));
  return { process, ended, output: () => said };
}

/** How many calls that change something the command makes. */
function calls(args: string[]): number {
  const result = counted(args, {});
  expect([result.code, result.output]).toEqual([0, expect.any(String)]);
  return Number(readFileSync(report, 'utf8'));
}

/** Kill a command at some of its calls; each time the next command must leave the tree all old or all new. */
function killed(args: string[], at: number, old: string, fresh: string): 'old' | 'new' {
  expect(counted(args, { KILL_AT: String(at) }).code).toBe(-1);
  expect(workspace.nx('g', '@au/nx-ufc:undo', '--project', 'nothing').code).toBe(2);
  const journal = join(workspace.root, '.ufc/journal');
  expect(existsSync(journal) ? readdirSync(journal) : []).toEqual([]);
  const hash = treeHash(workspace.root);
  expect([old, fresh]).toContain(hash);
  return hash === old ? 'old' : 'new';
}

beforeAll(() => {
  workspace = createWorkspace('kill');
  report = join(workspace.root, '.nx', 'calls');
  write('legacy/shop/pyproject.toml', '[project]\nname = "shop"\nversion = "1.0"\n');
  write('legacy/shop/shop/__init__.py', 'from .core import Cart\n');
  write('legacy/shop/shop/core.py', 'class Cart:\n    def total(self):\n        return 1\n');
  write('legacy/shop/run.sh', '#!/bin/sh\n');
  chmodSync(join(workspace.root, 'legacy/shop/run.sh'), 0o755);
  symlinkSync('run.sh', join(workspace.root, 'legacy/shop/start.sh'));
  symlinkSync('shop', join(workspace.root, 'legacy/shop/alias'));
  symlinkSync('gone.txt', join(workspace.root, 'legacy/shop/missing.txt'));
  mkdirSync(join(workspace.root, 'legacy/shop/empty/inner'), { recursive: true });
  write('legacy/other/other/__init__.py', 'x = 1\n');
  write('apps/host/main.py', 'from shop.core import Cart\n');
  workspace.commit('legacy');
});
afterAll(() => workspace.remove());

test('kill -9 of nx while it migrates, flushes, finishes and undoes: all old or all new', () => {
  const old = treeHash(workspace.root);
  const migrating = calls(MIGRATE);
  const fresh = treeHash(workspace.root);
  expect(fresh).toContain('capabilities/shop/start.sh -> run.sh');
  expect(fresh).toContain('capabilities/shop/alias -> src/au_sys_shop');
  expect(fresh).toContain('capabilities/shop/missing.txt -> gone.txt');
  const undoing = calls(UNDO);
  expect(treeHash(workspace.root)).toBe(old);
  expect(migrating).toBeGreaterThan(200);
  rmSync(join(workspace.root, '.ufc'), { recursive: true, force: true });

  const states = [0.3, 0.8, 0.97].map((part) => {
    const state = killed(MIGRATE, Math.round(migrating * part), old, fresh);
    if (state === 'new') workspace.nxOk(...UNDO);
    // Bytes that are in the store already are not written again, which would make it fewer calls.
    rmSync(join(workspace.root, '.ufc'), { recursive: true, force: true });
    return state;
  });
  expect(states).toContain('old');
  expect(states).toContain('new');
  workspace.nxOk(...MIGRATE);
  expect(killed(UNDO, Math.round(undoing * 0.7), fresh, old)).toBe('new');
});

test('undo refuses with a list when files changed since', () => {
  if (!existsSync(join(workspace.root, 'capabilities/shop'))) workspace.nxOk(...MIGRATE);
  write('capabilities/shop/README.md', 'mine\n');
  chmodSync(join(workspace.root, 'capabilities/shop/run.sh'), 0o600);
  const changed = treeHash(workspace.root);
  const result = workspace.nx(...UNDO);
  expect(result.code).toBe(2);
  expect(result.output).toMatch(
    /these files changed since:\n {2}capabilities\/shop\/README\.md\n {2}capabilities\/shop\/run\.sh\n/,
  );
  expect(treeHash(workspace.root)).toBe(changed);
});

test('two commands at once: the second waits and says for whom', async () => {
  rmSync(report, { force: true });
  const go = join(workspace.root, '.nx', 'go');
  const first = start(['g', '@au/nx-ufc:capability', 'fresh', '--no-interactive'], {
    KILL_AT: '40',
    KILL_PAUSE: go,
  });
  while (!existsSync(report)) await new Promise((done) => setTimeout(done, 50));
  const second = start(['g', '@au/nx-ufc:capability', 'other', '--source=legacy/other', '--no-interactive']);
  const message = `Waiting for another command to finish: capability fresh (process ${first.process.pid})`;
  const goOn = () => writeFileSync(go, '');
  const listening = setInterval(() => second.output().includes(message) && goOn(), 50);
  expect(await second.ended).toBe(0);
  clearInterval(listening);
  goOn();
  expect(second.output()).toContain(message);
  expect(await first.ended).toBe(0);
  for (const name of ['fresh', 'other'])
    expect(existsSync(join(workspace.root, 'capabilities', name, 'SERVICE_MANIFEST.yaml'))).toBe(true);
});
