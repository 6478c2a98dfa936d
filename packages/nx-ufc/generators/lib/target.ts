import type { Tree } from '@nx/devkit';
import { capabilityNames, type CapabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';
import { locate } from '../../platform/source-tree';

/** Where a capability is to be made, and its domain. @throws UsageError for a place outside or an unknown domain */
export function resolveTarget(
  tree: Tree,
  options: { name: string; directory?: string; domain?: string },
  blueprint: Blueprint,
): { names: CapabilityNames; domain: string } {
  const directory = options.directory ? locate(tree.root, options.directory) : null;
  if (directory && !directory.inside)
    throw new UsageError(`${options.directory} lies outside of the workspace. Choose a folder inside.`);
  const names = capabilityNames(options.name, blueprint, directory?.display);
  const domain = options.domain ?? 'core';
  if (!blueprint.domains.includes(domain))
    throw new UsageError(`"${domain}" is no domain. Choose one of ${blueprint.domains.join(', ')}.`);
  return { names, domain };
}
