import type { Tree } from '@nx/devkit';
import { visitNotIgnoredFiles } from '@nx/devkit';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';
import { lockOf } from '../../core/sync/context';
import { discoverProjects, type DiscoveredProject } from '../../graph/discover';
import { treeFiles } from './baseline';

const NAMES_A_PROJECT = /(^|\/)(SERVICE_MANIFEST\.yaml|pyproject\.toml|setup\.py|setup\.cfg)$/;

/** Files of a workspace that make a folder a project, ignored ones left out. */
export function projectFiles(tree: Tree): string[] {
  const files: string[] = [];
  visitNotIgnoredFiles(tree, '.', (path) => {
    if (NAMES_A_PROJECT.test(path)) files.push(path);
  });
  return files;
}

/**
 * Folder of a capability by its project name, wherever it lies: its baseline says so, or else the workspace, the way Nx sees it.
 * @throws UsageError when there is none
 */
export function capabilityFolder(tree: Tree, project: string, blueprint: Blueprint): string {
  const { prefix } = blueprint.naming;
  const name = project.startsWith(prefix) ? project.slice(prefix.length) : project;
  const recorded = lockOf(treeFiles(tree), name)?.folder;
  if (recorded !== undefined && tree.exists(recorded)) return recorded;
  const known = capabilities(tree);
  const found = known.find((one) => one.name === name);
  if (found) return found.root;
  throw new UsageError(
    `There is no capability "${project}". Known: ${known.map((one) => one.name).join(', ') || 'none'}. Make one with nx g @au/nx-ufc:capability ${project}.`,
  );
}

function capabilities(tree: Tree): DiscoveredProject[] {
  return discoverProjects(projectFiles(tree), {}, tree.root).projects.filter(
    ({ kind }) => kind === 'capability',
  );
}
