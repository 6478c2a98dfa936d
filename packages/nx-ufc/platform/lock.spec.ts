import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, releaseLock, whileLocked } from './lock';

let folder: string;
const lock = () => join(folder, 'lock');
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nx-ufc-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time, who is named; nothing is left behind', () => {
  expect(acquireLock(lock(), 'first')).toBeNull();
  expect(acquireLock(lock(), 'second')).toBe(`first (process ${process.pid})`);
  releaseLock(lock());
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that is gone is taken over, and so is a damaged or ancient one', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(lock(), JSON.stringify({ command: 'killed', pid: gone }));
  expect(acquireLock(lock(), 'next')).toBeNull();
  writeFileSync(lock(), 'half');
  expect(acquireLock(lock(), 'next')).toBeNull();
  utimesSync(lock(), 0, 0);
  expect(acquireLock(lock(), 'next')).toBeNull();
});

test('whoever waits goes on when the lock is free', async () => {
  const order: string[] = [];
  const slow = whileLocked(lock(), 'a', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('a');
  });
  await Promise.all([slow, whileLocked(lock(), 'b', () => Promise.resolve(void order.push('b')))]);
  expect(order).toEqual(['a', 'b']);
});
