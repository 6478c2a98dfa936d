import { UsageError } from '../errors';
import type { BaselineLock, LockEntry } from './types';

export const BASELINE_ROOT = '.ufc/baseline';
/** Names of projects begin with a letter. */
const TEXTS = `${BASELINE_ROOT}/_texts`;

export const lockPath = (project: string): string => `${BASELINE_ROOT}/${project}/lock.json`;

/** Where the store keeps the text of an address. */
export const textPath = (address: string): string => `${TEXTS}/${address.slice(0, 2)}/${address}`;

/** One line a file: a change of one file is a change of one line. */
export function writeLock(lock: BaselineLock): string {
  const { files, ...head } = lock;
  const lines = Object.keys(files)
    .sort()
    .map((path) => `    ${JSON.stringify(path)}: ${JSON.stringify(ordered(files[path]))}`);
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  return `${start},\n  "files": {${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}}\n}\n`;
}

/** @throws UsageError when it is no lock: merged by hand and broken, or from a newer plugin */
export function readLock(text: string, path: string): BaselineLock {
  let lock: BaselineLock;
  try {
    lock = JSON.parse(text) as BaselineLock;
  } catch (error) {
    throw new UsageError(
      `${path}: ${error instanceof Error ? error.message : String(error)}. Restore it from version control, or delete it and adopt the package again.`,
    );
  }
  if (lock.schema !== 'ufc:baseline:1')
    throw new UsageError(
      `${path} is of the kind ${String(lock.schema)}, this plugin reads ufc:baseline:1. Update the plugin.`,
    );
  return lock;
}

function ordered(entry: LockEntry): LockEntry {
  const { template, version, base, text, policy, state, accepted, markers } = entry;
  return {
    template,
    version,
    base,
    text,
    policy,
    state,
    ...(accepted ? { accepted } : {}),
    ...(markers ? { markers } : {}),
  };
}
