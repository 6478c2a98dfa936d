import type { Policy } from '../blueprint/types';

/**
 * `clean`: the base is what the template said last, whatever a person did to the file since.
 * `pending`: a template change could not be brought in; it comes back with every run.
 * `yours`: the file was there before the factory and differs from the template.
 * `deleted`: a person deleted it; it is not made again.
 */
export type FileStatus = 'clean' | 'pending' | 'yours' | 'deleted';

/** One file of a capability in its lock. */
export interface LockEntry {
  /** Path of the template below the blueprint's templates/. */
  template: string;
  /** Version of the template set that the base is from. */
  version: string;
  /** SHA-256 of the text that was generated; null when it is not known. */
  base: string | null;
  /** Address of that text in the store; null when there is no base. */
  text: string | null;
  policy: Policy;
  state: FileStatus;
  /** SHA-256 of a change by hand that was accepted: no finding while the file is that. */
  accepted?: string;
  /** Conflict markers of this template text (SHA-256) are in the file; settled when they are gone. */
  markers?: string;
}

/** `.ufc/baseline/<project>/lock.json`: what was generated, from which templates, with which input. */
export interface BaselineLock {
  schema: 'ufc:baseline:1';
  project: string;
  /** Folder below the workspace. */
  folder: string;
  blueprint: string;
  /** Id of the template set. */
  template: string;
  version: string;
  /** Of everything that decides what templates say, when they were synced last. */
  fingerprint: string;
  /** What the templates are rendered with; its shape is the template set's. */
  input: unknown;
  files: Record<string, LockEntry>;
}

/** A conflict of one place of a file. */
export interface Conflict {
  /** `lines 12-15` or a key path. */
  where: string;
  base: string;
  yours: string;
  theirs: string;
}
