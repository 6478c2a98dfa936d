import type { CapabilityNames } from '../blueprint/naming';
import type { DependencyPolicy } from '../merge/pyproject/plan';
import type { Analysis } from '../project/analysis';
import type { FileSplit } from '../split/types';
import type { Template } from '../templates/render';
import type { MigrationMap } from './types';

/** What a migration plan is made from. */
export interface MigrationInput {
  /** After the splits. */
  analysis: Analysis;
  splits?: readonly FileSplit[];
  /** Splits that the map asks for and that would not work. */
  refusedSplits?: readonly { source: string; reason: string }[];
  map: MigrationMap;
  names: CapabilityNames;
  domain: string;
  /** ISO date of the day, taken once and kept in the service manifest. */
  date: string;
  /** Paths below the capability's folder that exist. */
  existing: ReadonlySet<string>;
  manifestTemplates: readonly Template[];
  /** Phase 3 is left to its own generators: no manifest layer, entry point and service manifest. */
  leavesManifest?: boolean;
  /** Templates of the package under the old name; null when the old name goes. */
  compatTemplates: readonly Template[] | null;
  /** Where the user's range of a requirement overlaps with the capability's; `keep` when left out. */
  dependencies?: DependencyPolicy;
}
