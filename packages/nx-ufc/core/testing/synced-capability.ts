import type { Policy } from '../blueprint/types';
import { planCapabilitySync } from '../sync/plan-sync';
import type { CapabilitySync, SyncInput } from '../sync/plan-types';
import type { BaselineLock } from '../sync/types';

/** A capability in memory: its files, its lock and the store of texts. */
export interface SyncedCapability {
  files: Map<string, Buffer>;
  texts: Map<string, string>;
  lock: BaselineLock;
}

interface SyncedOptions extends Partial<Pick<SyncInput, 'accept' | 'only' | 'markers'>> {
  policy?: Policy;
  /** Old id of a template → new one. */
  renames?: Record<string, string>;
}

/** One without any file, which no template knows yet. */
export function emptyCapability(): SyncedCapability {
  const lock: BaselineLock = {
    schema: 'ufc:baseline:1',
    project: 'sample',
    folder: 'capabilities/sample',
    blueprint: 'ufc-1',
    template: 'capability',
    version: '1.0.0',
    fingerprint: '',
    input: null,
    files: {},
  };
  return { files: new Map(), texts: new Map(), lock };
}

/** A run of sync with templates that are plain texts, carried out; a text is its own hash. @returns the plan and what is there after it */
export function syncWith(
  before: SyncedCapability,
  templates: Readonly<Record<string, string>>,
  { policy = 'merge', renames = {}, ...choices }: SyncedOptions = {},
): { sync: CapabilitySync; after: SyncedCapability } {
  const texts = new Map(before.texts);
  const sync = planCapabilitySync({
    lock: before.lock,
    set: {
      id: 'capability',
      version: '1.1.0',
      sets: [],
      policies: [{ match: '**', policy }],
      renames: Object.entries(renames).map(([from, to]) => ({ since: '1.1.0', from, to })),
    },
    fingerprint: JSON.stringify(templates),
    rendered: Object.entries(templates).map(([path, content]) => ({ path, content, template: path })),
    read: (path) => before.files.get(path) ?? null,
    textOf: (address) => texts.get(address)!,
    keep: (text) => {
      texts.set(text, text);
      return text;
    },
    hash: (text) => text,
    accept: null,
    only: null,
    markers: false,
    ...choices,
  });
  const files = new Map(before.files);
  for (const { path, content } of sync.writes)
    if (content === null) files.delete(path);
    else files.set(path, Buffer.from(content));
  return { sync, after: { files, texts, lock: sync.lock } };
}
