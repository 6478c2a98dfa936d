/**
 * Where the folders of a tree went: the folder that all files of it went to, seen from the `__init__.py` of a package or,
 * without one, when all files keep their places relative to one another. Folders that were torn apart have no entry.
 */
export function folderMapping(paths: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [folder, target] of folderTargets(paths))
    if (target !== null && target !== folder) found.set(folder, target);
  return found;
}

/** Every folder with where it went, itself when it stayed, null when it was torn apart. */
export function folderTargets(paths: ReadonlyMap<string, string>): Map<string, string | null> {
  const folders = new Map<string, string | null>();
  for (const [from, to] of paths) {
    const inner = from.split('/');
    for (let depth = 1; depth < inner.length; depth++) {
      const folder = inner.slice(0, depth).join('/');
      const rest = `/${inner.slice(depth).join('/')}`;
      if (rest === '/__init__.py') folders.set(folder, to.slice(0, -rest.length));
      else if (paths.has(`${folder}/__init__.py`)) continue;
      else if (!to.endsWith(rest)) folders.set(folder, null);
      else {
        const target = to.slice(0, -rest.length);
        const known = folders.get(folder);
        folders.set(folder, known === undefined || known === target ? target : null);
      }
    }
  }
  return folders;
}
