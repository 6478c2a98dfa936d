import type { CapabilityNames } from '../blueprint/naming';
import { capabilityNames } from '../blueprint/naming';
import { templateSet } from '../blueprint/template-set';
import type { Blueprint } from '../blueprint/types';
import { UsageError } from '../errors';
import type { RenderedFile } from '../templates/render';
import { fingerprintOf } from './fingerprint';
import { lockPath, readLock, textPath } from './lock-file';
import type { SyncInput } from './plan-types';
import { fromSkeleton, toSkeleton } from './skeleton';
import type { BlueprintSource, WorkspaceFiles } from './source';
import { syncedSet } from './synced-sets';
import type { BaselineLock } from './types';

/** What sync plans with, beside the lock and what is rendered. */
export type SyncContext = Omit<SyncInput, 'lock' | 'rendered'> & {
  /** Texts that are new in the store, by their address. */
  texts: Map<string, string>;
};

export type SyncChoices = Partial<Pick<SyncInput, 'accept' | 'only' | 'markers'>>;

/** The lock of a project; null when it has none. @throws UsageError when it is broken */
export function lockOf(files: WorkspaceFiles, project: string): BaselineLock | null {
  const path = lockPath(project);
  const bytes = files.read(path);
  return bytes && readLock(Buffer.from(bytes).toString('utf8'), path);
}

export function namesOf(lock: BaselineLock, blueprint: Blueprint): CapabilityNames {
  return capabilityNames(lock.project, blueprint, lock.folder);
}

/** Where one capability is read from, and the store of texts. */
export function syncContext(
  files: WorkspaceFiles,
  lock: BaselineLock,
  source: BlueprintSource,
  choices: SyncChoices = {},
): SyncContext {
  const names = namesOf(lock, source.blueprint);
  const texts = new Map<string, string>();
  return {
    set: templateSet(source.blueprint, lock.template),
    fingerprint: currentFingerprint(lock.template, source, files.hash),
    read: (path) => files.read(`${lock.folder}/${path}`),
    textOf: (address) => fromSkeleton(texts.get(address) ?? storedText(files, address), names),
    keep(text) {
      const skeleton = toSkeleton(text, names);
      const address = files.hash(skeleton);
      texts.set(address, skeleton);
      return address;
    },
    hash: files.hash,
    accept: null,
    only: null,
    markers: false,
    ...choices,
    texts,
  };
}

/** Today's files of the templates of a lock. */
export function renderLock(lock: BaselineLock, source: BlueprintSource): RenderedFile[] {
  const { blueprint, templatesOf } = source;
  return syncedSet(lock.template).render(namesOf(lock, blueprint), blueprint, lock.input, templatesOf);
}

/** A lock that knows no file. */
export function newLock(
  names: CapabilityNames,
  { blueprint }: BlueprintSource,
  template: string,
  input: unknown,
): BaselineLock {
  return {
    schema: 'ufc:baseline:1',
    project: names.project,
    folder: names.folder,
    blueprint: blueprint.id,
    template,
    version: templateSet(blueprint, template).version,
    fingerprint: '',
    input,
    files: {},
  };
}

const fingerprints = new WeakMap<BlueprintSource, Map<string, string>>();

/** Of the templates as they are today; computed once for every source of them. */
function currentFingerprint(id: string, source: BlueprintSource, hash: WorkspaceFiles['hash']): string {
  const known = fingerprints.get(source) ?? new Map<string, string>();
  fingerprints.set(source, known);
  if (!known.has(id)) known.set(id, fingerprintOf(id, source.blueprint, source.templatesOf, hash));
  return known.get(id)!;
}

function storedText(files: WorkspaceFiles, address: string): string {
  const path = textPath(address);
  const bytes = files.read(path);
  const text = bytes && Buffer.from(bytes).toString('utf8');
  if (text === null || files.hash(text) !== address)
    throw new UsageError(
      `${path} is ${text === null ? 'missing' : 'damaged'}: it holds what the templates said before. Restore it from version control.`,
    );
  return text;
}
