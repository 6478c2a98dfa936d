import type { GeneratorCallback, Tree } from '@nx/devkit';
import { capabilityNames } from '../../core/blueprint/naming';
import { UsageError } from '../../core/errors';
import { loadBlueprint } from '../../platform/blueprint';
import { locate } from '../../platform/source-tree';
import { defineGenerator } from '../lib/define-generator';
import { adopt } from './adopt';
import { migrate } from './migrate';
import { createNew } from './new';
import type { CapabilityOptions } from './schema';

/** `nx g @au/nx-ufc:capability NAME [--source DIR | --adopt]`. @throws UsageError on wrong use, before anything is written */
export async function capabilityGenerator(
  tree: Tree,
  options: CapabilityOptions,
): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const directory = options.directory ? locate(tree.root, options.directory) : null;
  if (directory && !directory.inside)
    throw new UsageError(`${options.directory} lies outside of the workspace. Choose a folder inside.`);
  const names = capabilityNames(options.name, blueprint, directory?.display);
  const domain = options.domain ?? 'core';
  if (!blueprint.domains.includes(domain))
    throw new UsageError(`"${domain}" is no domain. Choose one of ${blueprint.domains.join(', ')}.`);
  if (options.adopt) {
    if (options.source)
      throw new UsageError('--adopt is for a package in its place, --source moves one: choose one of them.');
    return adopt(tree, names);
  }
  return options.source
    ? migrate(tree, { ...options, source: options.source, domain }, names, blueprint)
    : createNew(tree, { ...options, domain }, names, blueprint);
}

export default defineGenerator(capabilityGenerator);
