import type { TemplateSet } from '../blueprint/types';
import type { RenderedFile } from '../templates/render';
import type { Accept } from './merge-file';
import type { BaselineLock, Conflict } from './types';

/** What sync does with one file, for people and reports; files with nothing to do have none. */
export interface FileSync {
  path: string;
  /** Where it was, when its template goes by another path now. */
  from?: string;
  action:
    | 'create'
    | 'update'
    | 'merge'
    | 'move'
    | 'delete'
    /** The file says what the template says, or the person decided: only the lock changes. */
    | 'settle'
    /** A person's file where a template wants to be. */
    | 'keep'
    | 'stays-deleted'
    | 'release'
    | 'conflict'
    | 'proposal';
  conflicts: Conflict[];
  /** The text that is offered, where the file itself must not be written. */
  proposal: string | null;
}

/** What sync does with one capability: plain data. */
export interface CapabilitySync {
  project: string;
  folder: string;
  /** Version of the template set before and after. */
  from: string;
  to: string;
  /** Ids of the blueprint migrations that changed something, in their order. */
  migrations: string[];
  files: FileSync[];
  /** Below the folder of the capability; null deletes. */
  writes: { path: string; content: string | null }[];
  lock: BaselineLock;
}

/** What a run of sync will do: plain data; check, dry run, report and apply read the same value. */
export interface SyncPlan {
  capabilities: CapabilitySync[];
  /** New texts of the store by their address. */
  texts: Record<string, string>;
}

/** What the plan of one capability is made from. */
export interface SyncInput {
  lock: BaselineLock;
  set: TemplateSet;
  fingerprint: string;
  /** What the templates say today. */
  rendered: readonly RenderedFile[];
  /** Bytes of a file of the capability. */
  read(path: string): Uint8Array | null;
  /** A text of the store. @throws when it is not there */
  textOf(address: string): string;
  /** Puts a text into the store. @returns its address */
  keep(text: string): string;
  hash(text: string): string;
  accept: Accept;
  /** Only this file, and also when nothing is in conflict. */
  only: string | null;
  /** Write conflicts into the files, between markers. */
  markers: boolean;
}
