import { policyOf } from '../blueprint/template-set';
import type { RenderedFile } from '../templates/render';
import { decide } from './decide';
import type { FileText } from './file-text';
import { readText, writeText } from './file-text';
import type * as Mergers from './merge-file';
import { hasMarkers } from './merge-lines';
import type { FileSync, SyncInput } from './plan-types';
import type { Conflict, LockEntry } from './types';

/** The outcome for one file: its entry in the lock, what is written, what people are told. */
export interface FileOutcome {
  /** Null forgets the file. */
  entry: LockEntry | null;
  /** Undefined when the file is not written, null when it goes. */
  content?: string | null;
  sync: FileSync | null;
}

const UTF8_PLAIN: Pick<FileText, 'newline' | 'bom'> = { newline: '\n', bom: false };

/** Decide and plan one file. @param file what the template says today, null when it is gone */
export function planFile(
  input: SyncInput,
  path: string,
  file: RenderedFile | null,
  known: LockEntry | null,
): FileOutcome {
  const bytes = input.read(path);
  const present = bytes === null ? null : readText(bytes);
  const policy = file ? policyOf(input.set, file.template!) : known!.policy;
  const entry = known && { ...known, policy };
  const hashes = {
    base: known?.base ?? null,
    now: file && input.hash(file.content),
    file: present ? input.hash(present.text) : bytes && 'unreadable',
    policy,
    state: known?.state ?? null,
  };
  const verdict = decide(hashes);
  const told = (action: FileSync['action'], rest: Partial<FileOutcome>): FileOutcome => ({
    entry,
    sync: { path, action, conflicts: [], proposal: null },
    ...rest,
  });
  switch (verdict) {
    case 'nothing':
      return untouched(input, path, file, entry!, hashes.file, present, told);
    case 'create':
      return told('create', { entry: current(input, file!), content: file!.content });
    case 'settle':
      return told('settle', { entry: current(input, file!) });
    case 'update':
      return told('update', {
        entry: current(input, file!),
        content: writeText(file!.content, present!),
      });
    case 'keep':
      return told('keep', { entry: foreign(input, file!, 'yours') });
    case 'stays-deleted':
      return restored(input, file!, told);
    case 'delete':
      return told('delete', { entry: null, content: null });
    case 'release':
      return bytes && known!.state !== 'yours'
        ? told('release', { entry: null })
        : { entry: null, sync: null };
    default:
      return bothChanged(input, path, file!, entry!, present, verdict === 'propose');
  }
}

type Told = (action: FileSync['action'], rest: Partial<FileOutcome>) => FileOutcome;

/** Nothing to do by the hashes; a person may still ask for this one file. */
function untouched(
  input: SyncInput,
  path: string,
  file: RenderedFile | null,
  entry: LockEntry,
  hash: string | null,
  present: FileText | null,
  told: Told,
): FileOutcome {
  const isAsked = input.only === path && input.accept === 'theirs' && file !== null;
  if (isAsked && hash !== input.hash(file.content))
    return told(hash === null ? 'create' : 'update', {
      entry: current(input, file),
      content: writeText(file.content, present ?? UTF8_PLAIN),
    });
  const edited = entry.base !== null && hash !== null && hash !== entry.base;
  if (input.accept === 'ours' && edited && entry.policy === 'managed' && entry.accepted !== hash)
    return told('settle', { entry: { ...entry, accepted: hash } });
  return { entry, sync: null };
}

/** A deleted file stays deleted, unless a person asks for this one. */
function restored(input: SyncInput, file: RenderedFile, told: Told): FileOutcome {
  if (input.only === file.path && input.accept === 'theirs')
    return told('create', { entry: current(input, file), content: file.content });
  return told('stays-deleted', { entry: { ...current(input, file), state: 'deleted' } });
}

function bothChanged(
  input: SyncInput,
  path: string,
  file: RenderedFile,
  entry: LockEntry,
  present: FileText | null,
  isProtected: boolean,
): FileOutcome {
  const pending: LockEntry = { ...entry, state: 'pending' };
  const now = input.hash(file.content);
  const sync = (action: FileSync['action'], conflicts: Conflict[], proposal: string | null): FileSync => ({
    path,
    action,
    conflicts,
    proposal,
  });
  if (present === null) return unreadable(input, path, file, pending);
  if (isProtected && input.accept === 'ours')
    return { entry: current(input, file), sync: sync('settle', [], null) };
  if (entry.markers === now && !hasMarkers(present.text))
    return { entry: accepted(input, file, present.text), sync: sync('settle', [], null) };
  const base = entry.text === null ? '' : input.textOf(entry.text);
  if (hasMarkers(present.text)) return { entry: pending, sync: sync('conflict', [unfinished], null) };
  // The mergers of all formats: loaded when there is something to merge.
  const { mergeFile } = require('./merge-file') as typeof Mergers;
  const merge = mergeFile(path, base, present.text, file.content, input.accept);
  const isOpen = merge.conflicts.length > 0;
  if (isProtected && input.accept === null)
    return { entry: pending, sync: sync('proposal', merge.conflicts, isOpen ? file.content : merge.text) };
  if (isOpen && input.markers && merge.marked !== null)
    return {
      entry: { ...pending, markers: now },
      content: writeText(merge.marked, present),
      sync: sync('conflict', merge.conflicts, null),
    };
  const changed = merge.text !== present.text;
  const isAccepted = input.accept === 'ours' || entry.accepted === input.hash(present.text);
  const settled = isAccepted ? accepted(input, file, merge.text) : current(input, file);
  return {
    entry: isOpen ? { ...pending, ...partlyMoved(input, merge.base) } : settled,
    ...(changed ? { content: writeText(merge.text, present) } : {}),
    sync: sync(isOpen ? 'conflict' : changed ? 'merge' : 'settle', merge.conflicts, null),
  };
}

const unfinished: Conflict = {
  where: 'conflict markers are still in the file',
  base: '',
  yours: '',
  theirs: '',
};

/** A file that is no UTF-8 text any more: nothing can be merged into it. */
function unreadable(input: SyncInput, path: string, file: RenderedFile, pending: LockEntry): FileOutcome {
  if (input.accept === 'ours')
    return {
      entry: current(input, file),
      sync: { path, action: 'settle', conflicts: [], proposal: null },
    };
  if (input.accept === 'theirs')
    return {
      entry: current(input, file),
      content: writeText(file.content, UTF8_PLAIN),
      sync: { path, action: 'update', conflicts: [], proposal: null },
    };
  const where = 'the file is no UTF-8 text with one kind of line ends';
  return {
    entry: pending,
    sync: {
      path,
      action: 'conflict',
      conflicts: [{ where, base: '', yours: '', theirs: '' }],
      proposal: file.content,
    },
  };
}

function partlyMoved(input: SyncInput, base: string): Pick<LockEntry, 'base' | 'text'> {
  return { base: input.hash(base), text: input.keep(base) };
}

/** The entry of a file whose base is what the template says today. */
function current(input: SyncInput, file: RenderedFile): LockEntry {
  return {
    ...foreign(input, file, 'clean'),
    base: input.hash(file.content),
    text: input.keep(file.content),
  };
}

/** The entry of a file that differs from what the template says today, which a person decided. */
function accepted(input: SyncInput, file: RenderedFile, text: string): LockEntry {
  const entry = current(input, file);
  const differs = entry.policy === 'managed' && text !== file.content;
  return differs ? { ...entry, accepted: input.hash(text) } : entry;
}

function foreign({ set }: SyncInput, { template }: RenderedFile, state: LockEntry['state']): LockEntry {
  return {
    template: template!,
    version: set.version,
    base: null,
    text: null,
    policy: policyOf(set, template!),
    state,
  };
}
