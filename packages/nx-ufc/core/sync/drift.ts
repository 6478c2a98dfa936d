import { lineDiff } from '../text/line-diff';
import { renderLock, syncContext } from './context';
import { readText } from './file-text';
import { isUpToDate, planCapabilitySync } from './plan-sync';
import type { FileSync } from './plan-types';
import { settleCommand } from './report';
import type { BlueprintSource, WorkspaceFiles } from './source';
import type { BaselineLock, LockEntry } from './types';

/** A file that is not as the blueprint and the lock say. */
export interface Drift {
  /** Below the folder of the capability. */
  path: string;
  message: string;
  /** `-` and `+` lines; empty where nothing can be compared. */
  diff: string;
}

type Context = ReturnType<typeof syncContext>;

/**
 * Where a capability drifted from its blueprint: template changes that are not brought in, decisions that wait, changes by hand
 * of files that are the factory's. When the templates did not change, only the factory's own files are hashed.
 */
export function driftOf(lock: BaselineLock, source: BlueprintSource, files: WorkspaceFiles): Drift[] {
  const context = syncContext(files, lock, source);
  const byHand = Object.entries(lock.files).flatMap(([path, entry]) =>
    changedByHand(lock, path, entry, context),
  );
  if (isUpToDate(lock, context.fingerprint)) return byHand;
  const sync = planCapabilitySync({ ...context, lock, rendered: renderLock(lock, source) });
  const written = new Map(sync.writes.map(({ path, content }) => [path, content]));
  const behind = sync.files.flatMap((file) =>
    notBroughtIn(lock, file, written.get(file.path) ?? file.proposal, context),
  );
  const known = new Set(behind.map(({ path }) => path));
  return [...behind, ...byHand.filter(({ path }) => !known.has(path))];
}

const WAITS: Partial<Record<FileSync['action'], string>> = {
  conflict: 'both you and the templates changed this file, and nobody decided yet',
  proposal: 'a change of the template waits for you',
  create: 'the templates have this file now',
  update: 'the template changed since this file was made',
  merge: 'the template changed since this file was made',
  move: 'the template goes by this path now',
  delete: 'the templates have this file no longer',
};

function notBroughtIn(
  { project }: BaselineLock,
  { path, action }: FileSync,
  after: string | null,
  context: Context,
): Drift[] {
  const why = WAITS[action];
  if (why === undefined) return [];
  const isOpen = action === 'conflict' || action === 'proposal';
  const way = isOpen
    ? `nx g @au/nx-ufc:sync --project ${project} shows and settles it`
    : `run nx sync, or nx g @au/nx-ufc:sync --project ${project}`;
  const before = textAt(path, context) ?? '';
  return [{ path, message: `${why}; ${way}`, diff: after === null ? '' : lineDiff(before, after) }];
}

function changedByHand({ project }: BaselineLock, path: string, entry: LockEntry, context: Context): Drift[] {
  if (entry.policy !== 'managed' || entry.state !== 'clean' || entry.base === null) return [];
  const bytes = context.read(path);
  const text = bytes && (readText(bytes)?.text ?? null);
  const hash = text === null ? null : context.hash(text);
  if (hash === entry.base || (hash !== null && hash === entry.accepted)) return [];
  const settle = settleCommand(project, path);
  const message =
    bytes === null
      ? `this file is the factory's and was deleted; nx g @au/nx-ufc:sync --project ${project} records that, ${settle} theirs brings it back`
      : `this file is the factory's and was changed by hand; ${settle} ours keeps that, theirs takes it back`;
  const base = entry.text === null ? '' : context.textOf(entry.text);
  return [{ path, message, diff: text === null ? '' : lineDiff(base, text) }];
}

function textAt(path: string, context: Context): string | null {
  const bytes = context.read(path);
  return bytes && (readText(bytes)?.text ?? null);
}
