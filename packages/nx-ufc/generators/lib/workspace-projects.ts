import type { Tree } from '@nx/devkit';
import { getProjects } from '@nx/devkit';
import { plainData } from '../../core/merge/toml/plain';
import type { WorkspaceProject } from '../../core/onboard/types';
import { discoverProjects } from '../../graph/discover';
import { projectFiles } from './projects';

/** Every project of the workspace with its distribution: those of Nx, capabilities, legacy packages, and other Python projects. */
export function workspaceProjects(tree: Tree): WorkspaceProject[] {
  const files = projectFiles(tree);
  const found = new Map<string, WorkspaceProject>();
  const add = (root: string, name: string) => {
    if (!found.has(root)) found.set(root, { name, root, distribution: distributionAt(tree, root) });
  };
  for (const [name, project] of getProjects(tree)) add(project.root, name);
  for (const project of discoverProjects(files, {}, tree.root).projects) add(project.root, project.name);
  for (const file of files) {
    const root = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    if (root !== '.') add(root, root.slice(root.lastIndexOf('/') + 1));
  }
  return [...found.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The name that a pyproject.toml gives; a file that cannot be read names nothing, its own project says so elsewhere. */
function distributionAt(tree: Tree, root: string): string | null {
  const text = tree.read(`${root}/pyproject.toml`, 'utf8');
  if (text === null) return null;
  try {
    const data = plainData(text) as { project?: { name?: unknown }; tool?: { poetry?: { name?: unknown } } };
    const name = data.project?.name ?? data.tool?.poetry?.name;
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
