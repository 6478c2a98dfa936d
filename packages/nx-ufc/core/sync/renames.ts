import type { RenderedFile } from '../templates/render';
import type { FileText } from './file-text';
import { readText, writeText } from './file-text';
import type { FileSync, SyncInput } from './plan-types';
import type { BaselineLock, LockEntry } from './types';

export interface FollowedRenames {
  /** The lock with the files under their new paths. */
  lock: BaselineLock;
  read(path: string): Uint8Array | null;
  writes: { path: string; content: string | null }[];
  /** New path → old. */
  from: Map<string, string>;
  /** Paths that a conflict keeps from being looked at. */
  blocked: Set<string>;
  /** What a person must decide, and decided. */
  conflicts: FileSync[];
}

/**
 * Files of templates that go by another path now: each goes along with everything a person did to it, but one that never was
 * the factory's. Where something stands at the new path already neither is touched until a person decides: `ours` keeps
 * both, `theirs` puts the old one in place of the new one.
 */
export function followRenames(input: SyncInput, rendered: readonly RenderedFile[]): FollowedRenames {
  const files: Record<string, LockEntry> = { ...input.lock.files };
  const followed: FollowedRenames = {
    lock: { ...input.lock, files },
    read: (path) => {
      const old = followed.from.get(path);
      return input.read(old ?? path);
    },
    writes: [],
    from: new Map(),
    blocked: new Set(),
    conflicts: [],
  };
  const byTemplate = new Map(rendered.map((file) => [file.template, file.path]));
  const renames = new Map(input.set.renames.map(({ from, to }) => [from, to]));
  for (const [old, entry] of Object.entries(input.lock.files)) {
    const template = lastName(entry.template, renames);
    const path = byTemplate.get(template);
    if (path === old) files[old] = { ...entry, template };
    else if (path !== undefined) followOne(input, followed, old, path, { ...entry, template });
  }
  return followed;
}

function followOne(
  input: SyncInput,
  followed: FollowedRenames,
  old: string,
  path: string,
  entry: LockEntry,
): void {
  const { lock, writes, from, blocked } = followed;
  if (input.only !== null && input.only !== old && input.only !== path) {
    blocked.add(path).add(old);
    return;
  }
  const bytes = entry.state === 'yours' ? null : input.read(old);
  const text = bytes && readText(bytes);
  const hindrance = bytes && hindranceOf(text, input.read(path));
  if (hindrance && input.accept === null) {
    blocked.add(path).add(old);
    lock.files[old] = { ...entry, template: input.lock.files[old].template, state: 'pending' };
    followed.conflicts.push(hindered(old, path, hindrance));
    return;
  }
  delete lock.files[old];
  if (entry.state === 'yours') return;
  if (hindrance && input.accept === 'ours') {
    followed.conflicts.push({ path: old, action: 'release', conflicts: [], proposal: null });
    return;
  }
  if (bytes !== null) writes.push({ path: old, content: null });
  if (bytes !== null && text === null) return;
  lock.files[path] = entry;
  if (text === null) return;
  from.set(path, old);
  writes.push({ path, content: writeText(text.text, text) });
}

/** Why a file cannot go along with its template, in words; null when it can. */
function hindranceOf(text: FileText | null, present: Uint8Array | null): string | null {
  if (present !== null) return 'a file is there already';
  return text === null ? 'the file is no UTF-8 text with one kind of line ends' : null;
}

/** The name of a template today, over any number of renames. */
function lastName(template: string, renames: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let name = template;
  while (renames.has(name) && !seen.has(name)) {
    seen.add(name);
    name = renames.get(name)!;
  }
  return name;
}

function hindered(old: string, path: string, hindrance: string): FileSync {
  const where = `the template goes by ${path} now, and ${hindrance}`;
  return {
    path: old,
    action: 'conflict',
    conflicts: [{ where, base: '', yours: '', theirs: '' }],
    proposal: null,
  };
}
