import type { GeneratorCallback, Tree } from '@nx/devkit';
import { isOfPart } from '../../core/manifest/parts';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability, regenerate } from '../lib/regenerate';

/** `nx g @au/nx-ufc:container --project P`: makes the container of the manifest layer; a file changed by hand is never overwritten. */
export async function containerGenerator(
  tree: Tree,
  options: PartOptions,
): Promise<GeneratorCallback | void> {
  const context = readCapability(tree, options.project);
  return regenerate(tree, context, (path) => isOfPart('container', path), 'container');
}

export default defineGenerator(containerGenerator);
