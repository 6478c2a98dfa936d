import type { Blueprint } from '../blueprint/types';
import type { TemplatesOf } from '../templates/render';
import type { BlueprintMigration } from './migrations/types';

/** A blueprint with its templates and the migrations between its versions: what sync brings capabilities to. */
export interface BlueprintSource {
  blueprint: Blueprint;
  templatesOf: TemplatesOf;
  migrations: readonly BlueprintMigration[];
}

/** The workspace as sync reads it. */
export interface WorkspaceFiles {
  /** Bytes of a file by its path below the workspace; null when there is none. */
  read(path: string): Uint8Array | null;
  /** SHA-256 of a text, as hexadecimal digits. */
  hash(text: string): string;
}
