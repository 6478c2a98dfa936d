import { moduleNameOf } from '../project/module-name';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import type { WorkspaceFile } from './types';

/** Names of modules in this pseudo package can neither be imported nor hide anything. */
const OUTSIDE = '<workspace>';

/** The package together with files that use it. @returns the facts of both, and the files by their paths */
export function viewWith(
  project: ProjectFacts,
  files: readonly WorkspaceFile[],
): { project: ProjectFacts; consumers: Map<string, ModuleInfo> } {
  const view = {
    ...project,
    sources: new Map(project.sources),
    facts: new Map(project.facts),
    modulesByPath: new Map(project.modulesByPath),
  };
  const consumers = new Map<string, ModuleInfo>();
  for (const file of files) {
    const source = decodeSource(file.path, file.bytes);
    const info = outsideModule(file.path);
    view.sources.set(file.path, source);
    view.facts.set(file.path, extractFacts(source));
    view.modulesByPath.set(file.path, info);
    consumers.set(file.path, info);
  }
  return { project: view, consumers };
}

export function outsideModule(path: string): ModuleInfo {
  return {
    name: `${OUTSIDE}.${moduleNameOf(path, '')}`,
    path,
    isPackage: path.endsWith('/__init__.py'),
    area: 'script',
    importable: false,
  };
}
