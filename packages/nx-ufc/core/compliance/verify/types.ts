import type { Analysis } from '../../project/analysis';
import type { Drift } from '../../sync/drift';
import type { Finding } from '../types';

/** What the verify rules look at: the capability, analysed, and the texts of its manifest files. */
export interface VerifyInput {
  analysis: Analysis;
  /** Import package: `au_sys_storage`. */
  package: string;
  project: string;
  /** JSON Schema of SERVICE_MANIFEST.yaml. */
  manifestSchema: object;
  /** Files that the migration brought with imports of undeclared distributions: gaps that the package had before. */
  knownGaps: ReadonlySet<string>;
  /** What the ledger of the migration says: where files were before, by their new paths. */
  origins: ReadonlyMap<string, string>;
  /** Where it is not as the templates and its lock say. */
  drift: readonly Drift[];
  text(path: string): string | null;
}

export interface VerifyRule {
  ids: string[];
  check(input: VerifyInput): Finding[];
}

export function place(line = 1, column = 1, message = ''): { line: number; column: number; message: string } {
  return { line, column, message };
}
