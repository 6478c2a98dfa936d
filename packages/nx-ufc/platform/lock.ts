import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A lock file names who holds it: what is done, and the process. */
interface Holder {
  command: string;
  pid: number;
}

/** Process numbers are used again; nothing that holds a lock runs for so long. */
const STALE_MS = 60 * 60 * 1000;
const POLL_MS = 100;
let counter = 0;

/**
 * Take a lock, or say who has it. The file appears with its content in one step (a hard link), so that a reader never sees
 * half of it; a lock whose process is gone is taken over.
 * @returns null when taken, otherwise who holds it, for people
 */
export function acquireLock(path: string, command: string): string | null {
  const staged = `${path}.${process.pid}.${counter++}`;
  stage(staged, { command, pid: process.pid });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (link(staged, path)) return null;
      const holder = holderOf(path);
      if (holder && isAlive(path, holder)) return `${holder.command} (process ${holder.pid})`;
      discard(path, holder);
    }
    return 'another command';
  } finally {
    rmSync(staged, { force: true });
  }
}

const STAGE_ATTEMPTS = 20;

/** Whoever gives a lock back may remove its empty folder between our making it and our writing into it. */
function stage(path: string, holder: Holder): void {
  for (let attempt = 1; ; attempt++) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      return writeFileSync(path, JSON.stringify(holder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === STAGE_ATTEMPTS) throw error;
    }
  }
}

export function releaseLock(path: string): void {
  if (ownsLock(path)) rmSync(path, { force: true });
}

/** Does this process hold the lock? */
export function ownsLock(path: string): boolean {
  return holderOf(path)?.pid === process.pid;
}

/**
 * Take a lock, waiting as long as its holder lives and the time limit allows; `waiting` is called once, with the holder.
 * @returns null when taken, otherwise who holds it
 */
export async function waitForLock(
  path: string,
  command: string,
  { waiting, timeoutMs = Infinity }: { waiting?: (holder: string) => void; timeoutMs?: number } = {},
): Promise<string | null> {
  const start = performance.now();
  for (let said = false; ; said = true) {
    const holder = acquireLock(path, command);
    if (holder === null || performance.now() - start >= timeoutMs) return holder;
    if (!said) waiting?.(holder);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Run while holding a lock, waiting for it as long as its holder lives. */
export async function whileLocked<T>(path: string, command: string, run: () => Promise<T>): Promise<T> {
  await waitForLock(path, command);
  try {
    return await run();
  } finally {
    releaseLock(path);
  }
}

/** Remove what processes that are gone had staged beside a lock. */
export function sweepStaged(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const [, pid] = /\.(\d+)\.\d+(?:\.old)?$/.exec(name) ?? [];
    const staged = join(dirname(path), name);
    if (name.startsWith(`${basename(path)}.`) && pid && !isAlive(staged, { command: '', pid: Number(pid) }))
      rmSync(staged, { force: true });
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(path: string, { pid }: Holder): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age > STALE_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Remove an abandoned lock. Somebody may take it over at the same moment: what is renamed away by mistake is put back. */
function discard(path: string, abandoned: Holder | null): void {
  const aside = `${path}.${process.pid}.${counter++}.old`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.pid !== abandoned?.pid) link(aside, path);
  rmSync(aside, { force: true });
}
