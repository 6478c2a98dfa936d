import type { SyncedCapability } from '../testing/synced-capability';
import { emptyCapability, syncWith } from '../testing/synced-capability';

const PATH = 'check.py';
const base = 'A = 1\nB = 1\nC = 1\n';
const managed = { policy: 'managed' } as const;

function made(text: string): SyncedCapability {
  const { after } = syncWith(emptyCapability(), { [PATH]: base }, managed);
  after.files.set(PATH, Buffer.from(text));
  return after;
}
const entry = ({ lock }: SyncedCapability) => lock.files[PATH];
const text = ({ files }: SyncedCapability) => files.get(PATH)!.toString('utf8');

test('a conflict of a managed file that is settled with ours is a change by hand that was accepted', () => {
  const mine = 'A = 7\nB = 1\nC = 1\n';
  const { after } = syncWith(
    made(mine),
    { [PATH]: base.replace('A = 1', 'A = 2') },
    { ...managed, accept: 'ours' },
  );
  expect([text(after), entry(after)]).toMatchObject([mine, { state: 'clean', accepted: mine }]);
});

test('what a template brings to an accepted change does not take the acceptance back', () => {
  const mine = 'A = 7\nB = 1\nC = 1\n';
  const known = syncWith(made(mine), { [PATH]: base }, { ...managed, accept: 'ours', only: PATH }).after;
  expect(entry(known).accepted).toBe(mine);
  const now = base.replace('C = 1', 'C = 2');
  const { after } = syncWith(known, { [PATH]: now }, managed);
  expect([text(after), entry(after).accepted]).toEqual(['A = 7\nB = 1\nC = 2\n', 'A = 7\nB = 1\nC = 2\n']);
  known.files.set(PATH, Buffer.from(`# more\n${mine}`));
  expect(entry(syncWith(known, { [PATH]: now }, managed).after).accepted).toBeUndefined();
});

test('markers that were taken out by hand are a decision too; the template as it is needs none', () => {
  const now = base.replace('A = 1', 'A = 2');
  const marked = syncWith(
    made(base.replace('A = 1', 'A = 7')),
    { [PATH]: now },
    { ...managed, markers: true },
  ).after;
  expect(text(marked)).toMatch(/^<<<<<<< yours\nA = 7\n=======\nA = 2\n>>>>>>> template\n/);
  const both = base.replace('A = 1', 'A = 9');
  marked.files.set(PATH, Buffer.from(both));
  expect(entry(syncWith(marked, { [PATH]: now }, managed).after)).toMatchObject({
    state: 'clean',
    accepted: both,
  });
  marked.files.set(PATH, Buffer.from(now));
  expect(entry(syncWith(marked, { [PATH]: now }, managed).after).accepted).toBeUndefined();
});

test('a file that is taken back keeps its line ends and its byte order mark', () => {
  const before = made('\uFEFFA = 7\r\nB = 1\r\n');
  const { after } = syncWith(before, { [PATH]: base }, { ...managed, accept: 'theirs', only: PATH });
  expect(text(after)).toBe('\uFEFFA = 1\r\nB = 1\r\nC = 1\r\n');
});

test('a line that the template moved to where ours was chosen is not lost', () => {
  const mine = `${base}D = 1\n`;
  const { after } = syncWith(made(mine), { [PATH]: 'A = 1\nC = 1\nB = 1\n' }, { ...managed, accept: 'ours' });
  expect([text(after), entry(after).state]).toEqual([mine, 'clean']);
});
