import type { GeneratorCallback, Tree } from '@nx/devkit';
import { isOfPart } from '../../core/manifest/parts';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability, regenerate } from '../lib/regenerate';

/** `nx g @au/nx-ufc:config --project P`: makes the config of the manifest layer; a file changed by hand is never overwritten. */
export async function configGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const context = readCapability(tree, options.project);
  return regenerate(tree, context, (path) => isOfPart('config', path), 'config');
}

export default defineGenerator(configGenerator);
