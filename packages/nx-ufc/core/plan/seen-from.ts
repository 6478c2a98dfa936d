import type { MovedNames } from '../merge/config-references/kind';
import { relativeSegments } from '../rewrite/locations/targets';

/** Names as a file in a folder gives them, where paths may begin at that folder: `CodeUri: orders/` in `backend/template.yaml`. */
export function seenFrom(path: string, names: MovedNames): MovedNames {
  const folder = folderOf(path);
  if (folder === '') return names;
  // The file may have moved along with what it names.
  const now = folderOf(names.mapPath(path) ?? path);
  const here = (map: (named: string) => string | null) => (named: string) => {
    const whole = map(named);
    const target = whole === null ? map(`${folder}/${named}`) : null;
    return target === null ? whole : relativeSegments(now, target).join('/');
  };
  const newSearchPath = names.leftFolders?.includes(folder)
    ? relativeSegments(folder, 'src').join('/')
    : names.newSearchPath;
  return {
    ...names,
    newSearchPath,
    mapPath: here(names.mapPath),
    ...(names.mapSearchPath ? { mapSearchPath: here(names.mapSearchPath) } : {}),
    mapBelow: here(names.mapBelow),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
