import type * as FileSystem from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { treeHash } from '../../platform/testing/tree-hash';
import { backups, finishTransaction, undoTransaction } from '../../platform/transaction/transaction';
import { commitTree } from './commit';
import { FsTree, flushChanges } from '../testing/nx-tree';

/** The module object itself: what is replaced in it, is replaced for everybody. */
const fs = jest.requireActual<typeof FileSystem>('node:fs');

const MUTATING = [
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'linkSync',
  'symlinkSync',
  'chmodSync',
  'openSync',
  'fsyncSync',
] as const;
class Killed extends Error {}

/** From the n-th change of the file system on nothing happens any more, as after kill -9; the n-th write is torn. */
function killAt(n: number): { calls: () => number; restore: () => void } {
  const mutable = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  let calls = 0;
  const spies = MUTATING.map((name) => {
    const real = mutable[name];
    return jest.spyOn(mutable, name).mockImplementation((...args: unknown[]) => {
      calls++;
      if (calls < n) return real(...args);
      if (calls === n && name === 'writeFileSync' && typeof args[0] === 'string' && Buffer.isBuffer(args[1]))
        real(args[0], args[1].subarray(0, args[1].length >> 1));
      throw new Killed();
    });
  });
  return { calls: () => calls, restore: () => spies.forEach((spy) => spy.mockRestore()) };
}

function makeWorkspace(): string {
  const root = fs.mkdtempSync(join(tmpdir(), 'nx-ufc-test-'));
  for (const folder of ['legacy/p/p/sub', 'legacy/p/empty/inner', 'legacy/p/p/__pycache__', 'capabilities'])
    fs.mkdirSync(join(root, folder), { recursive: true });
  fs.writeFileSync(join(root, 'legacy/p/p/a.py'), 'import p.sub.b\n');
  fs.writeFileSync(join(root, 'legacy/p/p/sub/b.py'), Buffer.from([0xff, 0x00, 0x0a]));
  fs.writeFileSync(join(root, 'legacy/p/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  fs.symlinkSync('run.sh', join(root, 'legacy/p/link.sh'));
  fs.writeFileSync(join(root, 'nx.json'), '{}\n');
  return root;
}

/** A small migration: moves, an executable, a link, a changed file, new files, empty folders. */
function migrate(root: string): void {
  const tree = new FsTree(root, false);
  for (const path of ['p/a.py', 'p/sub/b.py', 'run.sh', 'link.sh'])
    tree.write(`capabilities/p/core/${path}`, tree.read(`legacy/p/${path}`)!);
  for (const path of ['p/a.py', 'p/sub/b.py', 'run.sh', 'link.sh']) tree.delete(`legacy/p/${path}`);
  tree.write('capabilities/p/core/p/a.py', 'import au_sys_p.core.sub.b\n');
  tree.write('capabilities/p/SERVICE_MANIFEST.yaml', 'service_name: p\n');
  tree.write('nx.json', '{ "x": 1 }\n');
  const special = new Map([
    ['capabilities/p/core/run.sh', { mode: 0o755, symlink: null }],
    ['capabilities/p/core/link.sh', { mode: 0o777, symlink: 'run.sh' }],
  ]);
  const callback = commitTree(tree, {
    command: 'capability p',
    project: 'p',
    special,
    swept: ['legacy/p'],
    emptyFolders: ['legacy/p/empty/inner'],
  });
  flushChanges(root, tree.listChanges());
  (callback as () => void)();
}

const undo = (root: string) => undoTransaction(root, backups(root).at(-1)!);
const roots: string[] = [];
const fresh = () => {
  const root = makeWorkspace();
  roots.push(root);
  return root;
};
beforeEach(() => jest.spyOn(process, 'kill').mockImplementation(() => true));
afterEach(() => {
  jest.restoreAllMocks();
  roots.splice(0).forEach((root) => fs.rmSync(root, { recursive: true, force: true }));
});

/** Kill a step at each of its calls, then do what the next command does, and see which state the tree is in. */
function killEverywhere(
  prepare: (root: string) => void,
  step: (root: string) => void,
  old: string,
  next: string,
) {
  const seen = { old: 0, new: 0 };
  for (let n = 1; ; n++) {
    const root = fresh();
    prepare(root);
    const kill = killAt(n);
    let killed = false;
    try {
      step(root);
    } catch (error) {
      killed = true;
      expect(error).toBeInstanceOf(Killed);
    } finally {
      kill.restore();
    }
    if (!killed) return { ...seen, calls: n - 1 };
    fs.rmSync(join(root, '.ufc/journal/lock'), { force: true });
    finishTransaction(root);
    const hash = treeHash(root);
    expect([old, next]).toContain(hash);
    seen[hash === old ? 'old' : 'new']++;
    expect(fs.existsSync(join(root, '.ufc/journal/transaction.json'))).toBe(false);
    expect(backups(root).length).toBe(
      hash === old ? (old.includes('legacy') ? 0 : 1) : next.includes('legacy') ? 0 : 1,
    );
  }
}

test('killed at any call of a migration: all old or all new after the next command', () => {
  const before = fresh();
  const after = fresh();
  migrate(after);
  const result = killEverywhere(() => undefined, migrate, treeHash(before), treeHash(after));
  expect(result.old).toBeGreaterThan(10);
  expect(result.new).toBeGreaterThan(10);
  expect(result.calls).toBe(result.old + result.new);
});

test('killed at any call of an undo: all new or all old after the next command', () => {
  const before = fresh();
  const after = fresh();
  migrate(after);
  const result = killEverywhere(migrate, undo, treeHash(after), treeHash(before));
  expect(result.old).toBeGreaterThan(5);
  expect(result.new).toBeGreaterThan(10);
});

test('undo brings everything back: bytes, modes, links, empty folders', () => {
  const root = fresh();
  const before = treeHash(root);
  migrate(root);
  const migrated = treeHash(root);
  expect(migrated).toContain('capabilities/p/core/link.sh -> run.sh');
  expect(migrated).toContain('run.sh 755');
  expect(migrated).not.toContain('legacy');
  undo(root);
  expect(treeHash(root)).toBe(before);
  expect(fs.existsSync(join(root, 'legacy/p/empty/inner'))).toBe(true);
});

test('two commands at once: the second says who is at work', () => {
  const root = fresh();
  fs.mkdirSync(join(root, '.ufc/journal'), { recursive: true });
  fs.writeFileSync(join(root, '.ufc/journal/lock'), JSON.stringify({ command: 'capability q', pid: 1 }));
  expect(() => migrate(root)).toThrow(
    /Another command is changing this workspace: capability q \(process 1\)/,
  );
});
