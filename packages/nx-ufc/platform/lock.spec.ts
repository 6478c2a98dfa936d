import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, releaseLock, sweepStaged, waitForLock, whileLocked } from './lock';

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

test('waiting ends with the name of the holder when the time is up, and is announced once', async () => {
  acquireLock(lock(), 'long');
  const heard: string[] = [];
  const waited = waitForLock(lock(), 'next', { waiting: (holder) => heard.push(holder), timeoutMs: 250 });
  expect(await waited).toBe(`long (process ${process.pid})`);
  expect(heard).toEqual([`long (process ${process.pid})`]);
});

test('what killed processes had staged is swept, what living ones have is not', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of [`lock.${gone}.0`, `lock.${gone}.1.old`, `lock.${process.pid}.0`, 'other'])
    writeFileSync(join(folder, name), '');
  sweepStaged(lock());
  expect(readdirSync(folder).sort()).toEqual([`lock.${process.pid}.0`, 'other']);
});
