import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { loadBlueprint } from '../../platform/blueprint';
import { defineGenerator } from '../lib/define-generator';
import { migratePackage } from '../lib/migrate-package';
import { resolveTarget } from '../lib/target';
import { adopt } from './adopt';
import { createNew } from './new';
import type { CapabilityOptions } from './schema';

/** `nx g @au/nx-ufc:capability NAME [--source DIR | --adopt]`. @throws UsageError on wrong use, before anything is written */
export async function capabilityGenerator(
  tree: Tree,
  options: CapabilityOptions,
): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const { names, domain } = resolveTarget(tree, options, blueprint);
  if (options.adopt) {
    if (options.source)
      throw new UsageError('--adopt is for a package in its place, --source moves one: choose one of them.');
    return adopt(tree, names);
  }
  return options.source
    ? migratePackage(
        tree,
        { ...options, source: options.source, domain, command: 'capability' },
        names,
        blueprint,
      )
    : createNew(tree, { ...options, domain }, names, blueprint);
}

export default defineGenerator(capabilityGenerator);
