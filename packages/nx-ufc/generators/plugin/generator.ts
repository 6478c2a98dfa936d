import type { GeneratorCallback, Tree } from '@nx/devkit';
import { isOfPart } from '../../core/manifest/parts';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability, regenerate } from '../lib/regenerate';

/** `nx g @au/nx-ufc:plugin --project P`: makes the plugin of the manifest layer; a file changed by hand is never overwritten. */
export async function pluginGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const context = readCapability(tree, options.project);
  return regenerate(tree, context, (path) => isOfPart('plugin', path), 'plugin');
}

export default defineGenerator(pluginGenerator);
