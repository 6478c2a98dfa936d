import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, stateOf, sweep } from './files';
import type { PlannedTransaction } from './transaction';
import {
  backups,
  beginTransaction,
  changedSince,
  finishTransaction,
  holdWorkspace,
  leaveWorkspace,
  nextId,
  TRANSACTION_SCHEMA,
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
function begin(): PlannedTransaction {
  const bytes = Buffer.from('new\n');
  const record: PlannedTransaction = {
    schema: TRANSACTION_SCHEMA,
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

test('folders get their permissions back', () => {
  chmodSync(join(root, 'legacy'), 0o750);
  const record = begin();
  finishTransaction(root);
  undoTransaction(
    root,
    backups(root).find(({ id }) => id === record.id)!,
  );
  expect(files()).toEqual(['kept.txt', 'legacy/a.py']);
  expect(statSync(join(root, 'legacy')).mode & 0o777).toBe(0o750);
});

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

test('a file that is right but for its permissions gets these, and is not written again', () => {
  begin();
  mkdirSync(join(root, 'new/deep'), { recursive: true });
  writeFileSync(join(root, 'new/deep/a.py'), 'new\n', { mode: 0o644 });
  const { ino } = statSync(join(root, 'new/deep/a.py'));
  finishTransaction(root);
  const after = statSync(join(root, 'new/deep/a.py'));
  expect([after.ino, after.mode & 0o777]).toEqual([ino, 0o755]);
});

test('undo restores bytes, modes and folders', () => {
  begin();
  undoTransaction(root, finishTransaction(root)!);
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
  begin();
  const record = finishTransaction(root)!;
  writeFileSync(join(root, 'new/deep/a.py'), 'mine\n');
  expect(changedSince(root, record)).toEqual(['new/deep/a.py']);
});

test('an undo whose backup is damaged changes nothing', () => {
  const { id } = begin();
  const record = finishTransaction(root)!;
  const pack = join(root, `.ufc/backups/${id}.pack`);
  for (const damaged of ['new\nold!', 'new']) {
    writeFileSync(pack, damaged);
    expect(() => undoTransaction(root, record)).toThrow('damaged');
  }
  rmSync(pack);
  expect(() => undoTransaction(root, record)).toThrow('has no');
  const old = { ...record, schema: 'ufc:transaction:1' } as never;
  expect(() => undoTransaction(root, old)).toThrow('recorded as ufc:transaction:1');
  expect(files()).toEqual(['kept.txt', 'new/deep/a.py']);
  expect(readdirSync(join(root, '.ufc/journal'))).toEqual([]);
});

test('the pack of a command that was killed before its journal goes with the next command, others stay', () => {
  begin();
  const { id } = finishTransaction(root)!;
  writeFileSync(join(root, '.ufc/backups/0009-q.pack'), 'half');
  writeFileSync(join(root, '.ufc/backups/0010-q.pack.ufc-new'), '');
  const changes = [{ path: 'kept.txt', before: stateOf(join(root, 'kept.txt')), after: null }];
  beginTransaction(root, { ...backups(root)[0], id: nextId(root, 'r'), changes }, new Map());
  expect(readdirSync(join(root, '.ufc/backups')).sort()).toEqual([`${id}.json`, `${id}.pack`, '0002-r.pack']);
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

test('the last undo leaves no folder behind', async () => {
  begin();
  const record = finishTransaction(root)!;
  await holdWorkspace(root, 'undo', () => undefined);
  undoTransaction(root, record);
  leaveWorkspace(root);
  expect(readdirSync(root).sort()).toEqual(['kept.txt', 'legacy']);
});

test('an undo whose journal cannot be written changes nothing and gives the lock back', () => {
  begin();
  const record = finishTransaction(root)!;
  const journal = join(root, '.ufc/journal');
  mkdirSync(join(journal, 'transaction.json.ufc-new/full'), { recursive: true });
  expect(() => undoTransaction(root, record)).toThrow();
  expect(readdirSync(journal)).toEqual(['transaction.json.ufc-new']);
  expect(files()).toEqual(['kept.txt', 'new/deep/a.py']);
});
