import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, stateOf, sweep } from './files';
import type { TransactionRecord } from './transaction';
import {
  backups,
  beginTransaction,
  changedSince,
  finishTransaction,
  holdWorkspace,
  leaveWorkspace,
  nextId,
  undoTransaction,
} from './transaction';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-test-'));
  mkdirSync(join(root, 'legacy'));
  writeFileSync(join(root, 'legacy/a.py'), 'old\n', { mode: 0o755 });
  writeFileSync(join(root, 'kept.txt'), 'kept\n');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Move legacy/a.py to new/a.py with another text. */
function begin(): TransactionRecord {
  const bytes = Buffer.from('new\n');
  const record: TransactionRecord = {
    schema: 'ufc:transaction:1',
    id: nextId(root, 'p'),
    command: 'move',
    project: 'p',
    kind: 'change',
    changes: [
      { path: 'legacy/a.py', before: stateOf(join(root, 'legacy/a.py')), after: null },
      { path: 'new/deep/a.py', before: null, after: { sha256: sha256(bytes), mode: 0o755, symlink: null } },
    ],
    swept: ['legacy'],
    emptyFolders: [],
  };
  beginTransaction(root, record, new Map([['new/deep/a.py', bytes]]));
  return record;
}
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.ufc'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

test('nothing changes before the journal is finished, everything after', () => {
  begin();
  expect(files()).toEqual(['kept.txt', 'legacy/a.py']);
  finishTransaction(root);
  expect(files()).toEqual(['kept.txt', 'new/deep/a.py']);
  expect(statSync(join(root, 'new/deep/a.py')).mode & 0o777).toBe(0o755);
  expect(finishTransaction(root)).toBeNull();
});

test('a command that was killed half-way is completed by the next', () => {
  begin();
  rmSync(join(root, 'legacy/a.py'));
  expect(finishTransaction(root)?.command).toBe('move');
  expect(files()).toEqual(['kept.txt', 'new/deep/a.py']);
});

test('undo restores bytes, modes and folders', () => {
  const record = begin();
  finishTransaction(root);
  undoTransaction(root, record);
  expect(files()).toEqual(['kept.txt', 'legacy/a.py']);
  expect(readFileSync(join(root, 'legacy/a.py'), 'utf8')).toBe('old\n');
  expect(statSync(join(root, 'legacy/a.py')).mode & 0o777).toBe(0o755);
  expect(backups(root)).toEqual([]);
});

test('folders left empty are swept at every depth', () => {
  for (const folder of ['x/one/two/__pycache__', 'x/one/three', 'x/four'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'x/one/two/__pycache__/a.pyc'), '');
  sweep(root, join(root, 'x'));
  expect(readdirSync(root).sort()).toEqual(['kept.txt', 'legacy']);
  for (const folder of ['y/one', 'y/two']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'y/two/kept.txt'), '');
  sweep(root, join(root, 'y'));
  expect(readdirSync(join(root, 'y'))).toEqual(['two']);
});

test('files changed since are named', () => {
  const record = begin();
  finishTransaction(root);
  writeFileSync(join(root, 'new/deep/a.py'), 'mine\n');
  expect(changedSince(root, record)).toEqual(['new/deep/a.py']);
});

test('a command that changes nothing leaves nothing behind; one with an unfinished journal keeps it', async () => {
  await holdWorkspace(root, 'look', () => undefined);
  expect(readdirSync(root)).toContain('.ufc');
  leaveWorkspace(root);
  expect(readdirSync(root).sort()).toEqual(['kept.txt', 'legacy']);
  begin();
  leaveWorkspace(root);
  expect(readdirSync(join(root, '.ufc/journal')).sort()).toEqual(['lock', 'transaction.json']);
});
