import type { SyncedCapability } from '../testing/synced-capability';
import { emptyCapability, syncWith } from '../testing/synced-capability';

const OLD = 'check.py';
const NEW = 'checks/all.py';
const base = 'A = 1\nB = 1\nC = 1\n';
const now = 'A = 1\nB = 1\nC = 2\n';
const mine = 'A = 7\nB = 1\nC = 1\n';
const renamed = { renames: { [OLD]: NEW } };

/** A capability that was made with the old path, and what a person did then. */
function made(files: Record<string, string | Buffer>): SyncedCapability {
  const { after } = syncWith(emptyCapability(), { [OLD]: base });
  for (const [path, text] of Object.entries(files)) after.files.set(path, Buffer.from(text));
  return after;
}
const texts = ({ files }: SyncedCapability) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('utf8')]));

test('a file goes along with its template, and what a person did to it', () => {
  const { sync, after } = syncWith(made({ [OLD]: mine }), { [NEW]: now }, renamed);
  expect(texts(after)).toEqual({ [NEW]: 'A = 7\nB = 1\nC = 2\n' });
  expect(sync.files).toMatchObject([{ path: NEW, from: OLD, action: 'merge' }]);
  expect(syncWith(after, { [NEW]: now }, renamed).sync.files).toEqual([]);
});

test('where a file stands already neither is touched, and it comes back until it is decided', () => {
  const before = made({ [OLD]: mine, [NEW]: 'MINE = 1\n' });
  const first = syncWith(before, { [NEW]: now }, renamed);
  expect([texts(first.after), first.after.lock.files[OLD].state]).toEqual([texts(before), 'pending']);
  const second = syncWith(first.after, { [NEW]: now }, renamed);
  expect(second.sync.files).toEqual(first.sync.files);
  expect(second.sync.files).toMatchObject([
    {
      path: OLD,
      action: 'conflict',
      conflicts: [{ where: `the template goes by ${NEW} now, and a file is there already` }],
    },
  ]);
  for (const only of [null, OLD]) {
    const ours = syncWith(second.after, { [NEW]: now }, { ...renamed, accept: 'ours', only });
    expect(texts(ours.after)).toEqual(texts(before));
    const still = syncWith(ours.after, { [NEW]: now }, renamed);
    expect([texts(still.after), still.after.lock.files[NEW].state]).toEqual([texts(before), 'yours']);
    expect(syncWith(still.after, { [NEW]: now }, renamed).sync.files).toEqual([]);
    const theirs = syncWith(second.after, { [NEW]: now }, { ...renamed, accept: 'theirs', only });
    expect(texts(theirs.after)).toEqual({ [NEW]: 'A = 7\nB = 1\nC = 2\n' });
    expect(syncWith(theirs.after, { [NEW]: now }, renamed).sync.files).toEqual([]);
  }
});

test('it is decided as well when one of the two is taken away', () => {
  const { after } = syncWith(made({ [OLD]: mine, [NEW]: 'MINE = 1\n' }), { [NEW]: now }, renamed);
  after.files.delete(NEW);
  const settled = syncWith(after, { [NEW]: now }, renamed);
  expect(texts(settled.after)).toEqual({ [NEW]: 'A = 7\nB = 1\nC = 2\n' });
  expect(settled.after.lock.files[NEW].state).toBe('clean');
});

test('a file that is no text is not moved without being asked', () => {
  const before = made({ [OLD]: Buffer.from([0x80, 0x0a]) });
  const { sync, after } = syncWith(before, { [NEW]: now }, renamed);
  expect([after.files, sync.files]).toMatchObject([before.files, [{ path: OLD, action: 'conflict' }]]);
  const ours = syncWith(after, { [NEW]: now }, { ...renamed, accept: 'ours' });
  expect([...ours.after.files.keys()]).toEqual([OLD, NEW]);
  const theirs = syncWith(after, { [NEW]: now }, { ...renamed, accept: 'theirs' });
  expect(texts(theirs.after)).toEqual({ [NEW]: now });
});

test("a file that never was the factory's does not move, and another one that is asked for moves alone", () => {
  const start = emptyCapability();
  start.files.set(OLD, Buffer.from('MINE = 1\n'));
  const foreign = syncWith(start, { [OLD]: base }).after;
  expect(texts(syncWith(foreign, { [NEW]: now }, renamed).after)).toEqual({
    [OLD]: 'MINE = 1\n',
    [NEW]: now,
  });
  const { after } = syncWith(
    made({ 'other.py': 'x' }),
    { [NEW]: now, 'other.py': 'y' },
    { ...renamed, only: 'other.py' },
  );
  expect(texts(after)).toEqual({ [OLD]: base, 'other.py': 'x' });
});
