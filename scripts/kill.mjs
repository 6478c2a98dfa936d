/**
 * kill -9 at every call of the file system, reads included, of a real migration, of its undo, and of a template change that goes to
 * several capabilities (by the generator, and as `nx sync` does it), Nx's flush between; then the next command: the tree is all old or all new. Every run is a process of its own, which ends itself by SIGKILL at its n-th call.
 *
 *   npm run test:kill             every call
 *   npm run test:kill -- 50 7     every 50th, beginning with the 7th
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { must, repository } from './lib/scratch.mjs';

const stride = Number(process.argv[2] ?? 1);
const first = Number(process.argv[3] ?? 1);
const plugin = join(repository, 'dist/packages/nx-ufc');
const here = join(repository, 'scripts/kill');
const scratch = mkdtempSync(join(tmpdir(), 'nx-ufc-kill-'));
must(process.execPath, ['scripts/build-package.mjs'], repository);
const require = createRequire(import.meta.url);
require('@swc-node/register');
const { treeHash } = require('../packages/nx-ufc/platform/testing/tree-hash');

const legacy = makeLegacy(join(scratch, 'legacy'));
const migrated = copyOf(legacy, 'migrated');
const undone = copyOf(legacy, 'undone');
const MIGRATE = ['capability', { name: 'shop', source: 'legacy/shop' }];
const UNDO = ['undo', { project: 'shop' }];
const total = { migrate: count(migrated, MIGRATE) };
count(undone, MIGRATE);
total.undo = count(undone, UNDO);
const [old, fresh] = [stateOf(legacy), stateOf(migrated)];
if (treeHash(undone) !== treeHash(legacy) || old === fresh)
  throw new Error('a migration and its undo do not work here');

const newer = newerPlugin();
const SYNC = ['sync', {}, newer];
const NX_SYNC = ['sync', null, newer];
const many = makeCapabilities(join(scratch, 'many'));
const synced = copyOf(many, 'synced');
const nxSynced = copyOf(many, 'nx-synced');
total['sync of three'] = count(synced, SYNC);
total['nx sync of three'] = count(nxSynced, NX_SYNC);
const [behind, current] = [stateOf(many), stateOf(synced)];
if (stateOf(nxSynced) !== current || behind === current) throw new Error('sync does not work here');

const next = spawn(process.execPath, [join(here, 'next.cjs'), plugin], { stdio: ['pipe', 'pipe', 'ignore'] });
const answers = createInterface({ input: next.stdout })[Symbol.asyncIterator]();
let mixed = 0;
for (const [name, from, step, before, after] of [
  ['migrate', legacy, MIGRATE, old, fresh],
  ['undo', migrated, UNDO, fresh, old],
  ['sync of three', many, SYNC, behind, current],
  ['nx sync of three', many, NX_SYNC, behind, current],
]) {
  const seen = { old: 0, new: 0, mixed: 0 };
  for (let at = first; at <= total[name]; at += stride) {
    const workspace = copyOf(from, 'try');
    const { signal } = runStep(workspace, step, { KILL_AT: String(at) });
    if (signal !== 'SIGKILL') throw new Error(`call ${at} of ${name} was not reached`);
    next.stdin.write(`${workspace}\n`);
    await answers.next();
    const hash = stateOf(workspace);
    const state = leftovers(workspace) ? 'mixed' : hash === before ? 'old' : hash === after ? 'new' : 'mixed';
    seen[state]++;
    if (state === 'mixed') console.log(`${name}, call ${at}: neither old nor new${leftovers(workspace)}`);
  }
  mixed += seen.mixed;
  console.log(
    `${name}: killed at ${seen.old + seen.new + seen.mixed} of ${total[name]} calls: ${seen.old} all old, ${seen.new} all new, ${seen.mixed} mixed`,
  );
}
next.stdin.end();
rmSync(scratch, { recursive: true });
process.exit(mixed === 0 ? 0 : 1);

/** A small package with everything that makes a difference: a program, a link, an empty folder, bytes, a user of it. */
function makeLegacy(root) {
  const write = (path, text, mode) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    if (mode) chmodSync(join(root, path), mode);
  };
  write('nx.json', '{}\n');
  write('package.json', '{ "name": "kill", "private": true }\n');
  write('legacy/shop/pyproject.toml', '[project]\nname = "shop"\nversion = "1.0"\n');
  write('legacy/shop/shop/__init__.py', 'from .core import Cart\n');
  write(
    'legacy/shop/shop/core.py',
    'from . import prices\n\n\nclass Cart:\n    def total(self):\n        return prices.of(self)\n',
  );
  write('legacy/shop/shop/prices.py', 'def of(cart):\n    return 1\n');
  write('legacy/shop/shop/logo.bin', Buffer.from([0xff, 0x00, 0x0a]));
  write('legacy/shop/run.sh', '#!/bin/sh\n', 0o755);
  symlinkSync('run.sh', join(root, 'legacy/shop/start.sh'));
  mkdirSync(join(root, 'legacy/shop/empty/inner'), { recursive: true });
  write('apps/host/main.py', 'from shop.core import Cart\n');
  return root;
}

/** Three capabilities, made by the plugin as it is. */
function makeCapabilities(root) {
  mkdirSync(root);
  writeFileSync(join(root, 'nx.json'), '{}\n');
  writeFileSync(join(root, 'package.json'), '{ "name": "kill", "private": true }\n');
  for (const name of ['storage', 'billing', 'search'])
    count(root, ['capability', { name, interfaces: 'cli' }]);
  return root;
}

/** The plugin with two templates changed and one gone. */
function newerPlugin() {
  const copy = `${plugin}-newer`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(plugin, copy, { recursive: true });
  const templates = join(copy, 'blueprints/ufc-1/templates/manifest/src/__package__');
  for (const path of ['validation/framework.py', 'manifest/plugin.py'])
    writeFileSync(
      join(templates, path),
      `${readFileSync(join(templates, path), 'utf8')}\n\nNEW_IN_TEMPLATE = 1\n`,
    );
  rmSync(join(templates, 'scripts/ops/README.md'));
  return copy;
}

/** The files of a workspace with the baselines; the rest of the factory's own state is left out. */
function stateOf(workspace) {
  const baseline = join(workspace, '.ufc/baseline');
  return `${treeHash(workspace)}\n${existsSync(baseline) ? treeHash(baseline) : ''}`;
}

function copyOf(from, name) {
  const to = join(scratch, name);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  return to;
}

function runStep(workspace, [generator, options, from = plugin], env) {
  const program = ['--require', join(here, 'preload.cjs'), join(here, 'command.cjs')];
  return spawnSync(process.execPath, [...program, from, workspace, generator, JSON.stringify(options)], {
    cwd: workspace,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, KILL_ROOT: workspace, ...env },
  });
}

/** Run a step to its end and say how many calls it makes. */
function count(workspace, step) {
  const report = join(scratch, 'calls');
  const { status, stderr } = runStep(workspace, step, { KILL_REPORT: report });
  if (status !== 0) throw new Error(`${step[0]} failed:\n${stderr}`);
  return Number(readFileSync(report, 'utf8'));
}

/** What a finished command must not leave: a journal, its lock, staged files of either. */
function leftovers(workspace) {
  const journal = join(workspace, '.ufc/journal');
  const left = existsSync(journal) ? readdirSync(journal) : [];
  return left.length > 0 ? `; left in .ufc/journal: ${left.join(', ')}` : '';
}
