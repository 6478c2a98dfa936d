import type { RenderedFile } from '../templates/render';
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
  conflicts: FileSync[];
}

/**
 * Files of templates that go by another path now: each goes along with everything a person did to it. Where something
 * stands at the new path already, neither is touched.
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
    if (path === undefined) continue;
    if (path === old) {
      files[old] = { ...entry, template };
      continue;
    }
    if (input.read(path) !== null && input.read(old) !== null) {
      followed.blocked.add(path).add(old);
      followed.conflicts.push(occupied(old, path));
      continue;
    }
    delete files[old];
    files[path] = { ...entry, template };
    const bytes = input.read(old);
    if (bytes === null) continue;
    const text = readText(bytes);
    if (text === null) {
      files[old] = files[path];
      delete files[path];
      followed.blocked.add(path).add(old);
      continue;
    }
    followed.from.set(path, old);
    followed.writes.push({ path: old, content: null }, { path, content: writeText(text.text, text) });
  }
  return followed;
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

function occupied(old: string, path: string): FileSync {
  return {
    path: old,
    action: 'conflict',
    conflicts: [
      {
        where: `the template goes by ${path} now, and a file is there already`,
        base: '',
        yours: `${old} and ${path}`,
        theirs: path,
      },
    ],
    proposal: null,
  };
}
