import type { TargetNames } from './targets';

export interface PluginOptions {
  /** Folders of legacy packages, as a glob. */
  legacy?: string;
  /** Other names for targets: `{ "test": "pytest" }`. */
  targetNames?: TargetNames;
}

export const DEFAULT_LEGACY = 'legacy/*';
