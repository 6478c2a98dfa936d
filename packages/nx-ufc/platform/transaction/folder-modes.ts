import { chmodSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Permissions of some folders and of those above them, where they are not what a new folder gets. @param folders below the root */
export function unusualModes(root: string, folders: readonly string[]): Record<string, number> {
  const usual = 0o777 & ~process.umask();
  const seen = new Set<string>();
  for (const folder of folders)
    for (let at = folder; at !== '.' && at !== '' && !seen.has(at); at = dirname(at)) seen.add(at);
  const modes = [...seen].sort().flatMap((folder): [string, number][] => {
    const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
    const mode = (stats?.mode ?? 0) & 0o777;
    return stats?.isDirectory() && mode !== usual ? [[folder, mode]] : [];
  });
  return Object.fromEntries(modes);
}

/** Give folders their permissions, inner ones first: an outer one may not be entered any more then. */
export function giveFolderModes(root: string, modes: Readonly<Record<string, number>>): void {
  for (const folder of Object.keys(modes).sort().reverse())
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory())
      chmodSync(join(root, folder), modes[folder]);
}
