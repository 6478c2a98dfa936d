import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { PythonSource } from '../python/source';

/** A file of another project of the workspace. Paths are relative to the workspace. */
export interface WorkspaceFile {
  path: string;
  bytes: Uint8Array;
}

/** What a migration does to projects that use the package: plain data, like the plan itself. */
export interface ConsumerPlan {
  files: ConsumerFile[];
  review: ReviewItem[];
}

export interface ConsumerFile {
  path: string;
  /** The decoded source that the offsets of the edits count in; null for other text files, which are UTF-8. */
  source: PythonSource | null;
  edits: PlannedEdit[];
}
