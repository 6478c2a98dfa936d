import type { ProjectFacts } from './types';

/**
 * Modules of folders of tests that are no packages, where one imports another by its bare name (`from fixtures import x`): the folder is on
 * `sys.path` only as long as it has no `__init__.py`.
 */
export function modulesOfBareFolders(project: ProjectFacts): Set<string> {
  const isTest = (path: string) => project.modulesByPath.get(path)?.area === 'test';
  const folders = new Set<string>();
  for (const [path, { imports }] of project.facts) {
    const folder = folderOf(path);
    if (!isTest(path) || project.facts.has(`${folder}__init__.py`)) continue;
    const names = imports.flatMap(({ kind, level, module, names }) =>
      level > 0 ? [] : kind === 'from' ? [module] : names.map(({ name }) => name),
    );
    if (names.some((name) => project.facts.has(`${folder}${name.split('.', 1)[0]}.py`))) folders.add(folder);
  }
  return new Set([...project.facts.keys()].filter((path) => isTest(path) && folders.has(folderOf(path))));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
