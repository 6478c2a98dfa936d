import type { Tree } from '@nx/devkit';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';

export function isCapability(tree: Tree, folder: string): boolean {
  return tree.exists(`${folder}/SERVICE_MANIFEST.yaml`);
}

/** Folder of a capability by its project name. @throws UsageError when there is none */
export function capabilityFolder(tree: Tree, project: string, blueprint: Blueprint): string {
  const name = project.startsWith(blueprint.naming.prefix)
    ? project.slice(blueprint.naming.prefix.length)
    : project;
  const folder = `${blueprint.naming.capabilitiesRoot}/${name}`;
  if (isCapability(tree, folder)) return folder;
  const root = blueprint.naming.capabilitiesRoot;
  const known = tree.exists(root)
    ? tree.children(root).filter((child) => isCapability(tree, `${root}/${child}`))
    : [];
  throw new UsageError(
    `There is no capability "${project}". Known: ${known.join(', ') || 'none'}. Make one with nx g @au/nx-ufc:capability ${project}.`,
  );
}
