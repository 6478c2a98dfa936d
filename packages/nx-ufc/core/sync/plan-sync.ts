import { planFile } from './plan-file';
import { followRenames } from './renames';
import type { CapabilitySync, FileSync, SyncInput } from './plan-types';
import type { LockEntry } from './types';

/** What sync has to do for one capability. Pure: the same input gives the same plan, and nothing is written. */
export function planCapabilitySync(given: SyncInput): CapabilitySync {
  const { lock, set } = given;
  const rendered = given.rendered.filter((file) => file.template !== undefined);
  const moved = followRenames(given, rendered);
  const input: SyncInput = { ...given, lock: moved.lock, read: moved.read };
  const wanted = new Map(rendered.map((file) => [file.path, file]));
  const files: Record<string, LockEntry> = {};
  const syncs: FileSync[] = [...moved.conflicts];
  const writes = new Map(moved.writes.map((write) => [write.path, write.content]));
  for (const path of [...new Set([...wanted.keys(), ...Object.keys(moved.lock.files)])].sort()) {
    const entry = moved.lock.files[path];
    const isAsked = [null, path, moved.from.get(path)].includes(given.only);
    if (!isAsked || moved.blocked.has(path)) {
      if (entry) files[path] = entry;
      continue;
    }
    const result = planFile(input, path, wanted.get(path) ?? null, entry ?? null);
    if (result.entry) files[path] = result.entry;
    if (result.content !== undefined) writes.set(path, result.content);
    const from = moved.from.get(path);
    if (result.sync) syncs.push(from ? { ...result.sync, from } : result.sync);
    else if (from) syncs.push({ path, from, action: 'move', conflicts: [], proposal: null });
  }
  const complete = given.only === null;
  return {
    project: lock.project,
    folder: lock.folder,
    from: lock.version,
    to: set.version,
    migrations: [],
    files: syncs,
    writes: [...writes].map(([path, content]) => ({ path, content })),
    lock: {
      ...lock,
      version: complete ? set.version : lock.version,
      fingerprint: complete ? given.fingerprint : lock.fingerprint,
      files,
    },
  };
}

/** Does the lock say that there is nothing to look at? An unchanged capability costs one read. */
export function isUpToDate(
  lock: { fingerprint: string; files: Record<string, LockEntry> },
  fingerprint: string,
): boolean {
  return (
    lock.fingerprint === fingerprint && Object.values(lock.files).every((entry) => entry.state !== 'pending')
  );
}
