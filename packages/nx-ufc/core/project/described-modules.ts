import { rootOf } from './roots';
import type { ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, readonly string[]>();

/** What describes a module beside it: `irc.plug` of Yapsy (https://yapsy.readthedocs.io/en/latest/PluginManager.html), and settings. */
const DESCRIPTION = /\.(plug|plugin|yapsy-plugin|info|ini|cfg|toml|ya?ml|json)$/;

/**
 * The folder that a file lies in whose modules are described one by one, by files of their names beside them: whoever goes through such a folder finds the
 * modules by the descriptions. Null for other files.
 */
export function describedFolderOf(project: ProjectFacts, path: string): string | null {
  return describedFolders(project).find((folder) => path.startsWith(`${folder}/`)) ?? null;
}

function describedFolders(project: ProjectFacts): readonly string[] {
  const known = cache.get(project);
  if (known) return known;
  const described = new Map<string, number>();
  for (const { path } of project.tree.files) {
    const module = path.replace(DESCRIPTION, '.py');
    if (module === path || project.modulesByPath.get(module)?.area !== 'shipped') continue;
    const key = `${folderOf(path)}\0${path.slice(path.lastIndexOf('.'))}`;
    described.set(key, (described.get(key) ?? 0) + 1);
  }
  const folders = [...described].flatMap(([key, count]) => {
    const [folder] = key.split('\0');
    const own = rootOf(project.layout.roots, `${folder}/__init__.py`)?.path;
    const modules = [...project.modulesByPath.keys()].filter(
      (path) => folderOf(path) === folder && !path.endsWith('/__init__.py'),
    );
    return own !== undefined && own !== folder && count > 1 && 2 * count >= modules.length ? [folder] : [];
  });
  cache.set(project, folders);
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
