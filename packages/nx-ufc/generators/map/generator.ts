import type { GeneratorCallback, Tree } from '@nx/devkit';
import { capabilityNames } from '../../core/blueprint/naming';
import { UsageError } from '../../core/errors';
import { MAP_NAME, writeMap } from '../../core/plan/map-file';
import type { MigrationMap } from '../../core/plan/types';
import { loadBlueprint } from '../../platform/blueprint';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import { mapFor, readSource } from '../lib/sources';
import { writeIfChanged } from '../lib/write-if-changed';
import type { MapOptions } from './schema';

/** `nx g @au/nx-ufc:map NAME [--source DIR]`: hand edits of an existing map survive. */
export async function mapGenerator(tree: Tree, options: MapOptions): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const names = capabilityNames(options.name, blueprint);
  const source = readSource(tree, options.source ?? `legacy/${options.name}`, blueprint);
  if (!source.inside)
    throw new UsageError(
      `${source.display} lies outside of the workspace; a map is written beside the package. Copy the package to legacy/ first.`,
    );
  const map = mapFor(tree, source, names);
  writeIfChanged(tree, `${source.display}/${MAP_NAME}`, writeMap(map));
  process.stdout.write(overview(map, `${source.display}/${MAP_NAME}`));
  return commitTree(tree, { command: `map ${options.name}`, project: options.name });
}

function overview(map: MigrationMap, path: string): string {
  const rows = map.modules.filter((entry) => entry.layer !== null || entry.review);
  const width = Math.max(...rows.map((entry) => entry.source.length), 10);
  const lines = rows.map(
    (entry) =>
      `  ${entry.source.padEnd(width)}  ${(entry.layer ? `${entry.layer}/${entry.role}` : entry.role).padEnd(20)} ${entry.confidence.toFixed(2)}${entry.review ? '  review' : ''}`,
  );
  return `\n${path}: ${map.modules.length} files of ${map.package} for ${map.capability}\n${lines.join('\n')}\n\n`;
}

export default defineGenerator(mapGenerator);
