import type { GeneratorCallback, Tree } from '@nx/devkit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors';
import { MAP_NAME } from '../../core/plan/map-file';
import { loadBlueprint } from '../../platform/blueprint';
import { isGone, locate } from '../../platform/source-tree';
import { defineGenerator } from '../lib/define-generator';
import { migratePackage } from '../lib/migrate-package';
import { resolveTarget } from '../lib/target';
import type { MigrateOptions } from './schema';

/**
 * `nx g @au/nx-ufc:migrate NAME [--map FILE]`: phase 2 alone (standard.md §7). The package is moved into the layers by a map
 * that a person has seen; the generators plugin, container, config, entry-points and manifest make phase 3.
 * @throws UsageError when there is no map, before anything is written
 */
export async function migrateGenerator(
  tree: Tree,
  options: MigrateOptions,
): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const { names, domain } = resolveTarget(tree, options, blueprint);
  const source = options.source ?? `legacy/${options.name}`;
  const place = locate(tree.root, source);
  if (options.map === undefined && !isGone(place) && !existsSync(join(place.absolute, MAP_NAME)))
    throw new UsageError(
      `${place.display} has no ${MAP_NAME} that was looked at. Write one with nx g @au/nx-ufc:map ${options.name} --source=${source}, review it and run again, or give another with --map.`,
    );
  return migratePackage(tree, { ...options, source, domain, command: 'migrate' }, names, blueprint);
}

export default defineGenerator(migrateGenerator);
