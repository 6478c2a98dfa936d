import type { TargetNames } from './targets';

export interface PluginOptions {
  /** Folders of legacy packages, as a glob. */
  legacy?: string;
  /** Other names for targets: `{ "test": "pytest" }`. */
  targetNames?: TargetNames;
}

export const DEFAULT_LEGACY = 'legacy/*';

/** Does a folder match a glob of folder names? `*` stands for one name, `**` for any number. */
export function matchesFolder(folder: string, glob: string): boolean {
  const pattern = glob
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'),
    )
    .join('/');
  return new RegExp(`^${pattern}$`).test(folder);
}
