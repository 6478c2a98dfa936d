import { templateFolderOf } from './template-folders';
import type { ProjectFacts } from './types';

/**
 * Modules of folders of tests that are no packages and have to stay so, and all below them: where one imports another by its bare name (`from fixtures import x`), the folder
 * is on `sys.path` only as long as it has no `__init__.py`; within a package of tests it is what tests look at, as it is. So do folders of templates.
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
  for (const path of project.facts.keys()) if (isTest(path)) addBelowPackage(project, path, isTest, folders);
  const isTemplate = (path: string) => templateFolderOf(project, path) !== null;
  const isBare = (path: string) => foldersAbove(path).some((folder) => folders.has(folder));
  return new Set(
    [...project.facts.keys()].filter((path) => isTemplate(path) || (isTest(path) && isBare(path))),
  );
}

/** The first folder above a module that is no package, where a package of tests is above it. */
function addBelowPackage(
  project: ProjectFacts,
  path: string,
  isTest: (path: string) => boolean,
  folders: Set<string>,
): void {
  let isInTests = false;
  for (const folder of foldersAbove(path)) {
    const init = `${folder}__init__.py`;
    if (isTest(init)) isInTests = true;
    else if (isInTests && !project.facts.has(init)) {
      folders.add(folder);
      return;
    }
  }
}

/** From the outermost one on. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, i) => `${parts.slice(0, i + 1).join('/')}/`)];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
