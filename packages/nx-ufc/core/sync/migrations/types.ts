import type { CapabilityNames } from '../../blueprint/naming';
import type { BaselineLock } from '../types';

/** A capability as the migrations before left it. */
export interface StagedCapability {
  names: CapabilityNames;
  lock: BaselineLock;
  /** Text of a file; null when it is not there. */
  text(path: string): string | null;
}

export interface MigrationChanges {
  /** Null deletes. */
  files?: Record<string, string | null>;
  /** The input of the templates, when it changes. */
  input?: unknown;
}

/** One step of a template set from before a version to it. */
export interface BlueprintMigration {
  /** Kebab case, unique in its set. */
  id: string;
  set: string;
  /** The version that needs it. */
  since: string;
  description: string;
  migrate(staged: StagedCapability): MigrationChanges;
}
