import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { pluginEntryPoint } from '../../core/manifest/render';
import { entryPointEdits } from '../../core/merge/pyproject/entry-point';
import { editToml } from '../../core/merge/toml/edit';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability } from '../lib/regenerate';
import { writeIfChanged } from '../lib/write-if-changed';

/** `nx g @au/nx-ufc:entry-points --project P`: the plugin's entry point, in the one table that the build backend reads. */
export async function entryPointsGenerator(
  tree: Tree,
  options: PartOptions,
): Promise<GeneratorCallback | void> {
  const { names, folder, blueprint } = readCapability(tree, options.project);
  const path = `${folder}/pyproject.toml`;
  const text = tree.exists(path) ? tree.read(path, 'utf8')! : '';
  const result = editToml(text, entryPointEdits(text, pluginEntryPoint(names, blueprint)));
  if (!result.ok) throw new UsageError(`${path}: ${result.conflict}. Write the entry point by hand.`);
  writeIfChanged(tree, path, result.text);
  process.stdout.write(
    `${path}: ${result.applied.length === 0 ? 'the entry point is as it should be' : 'entry point written'}.\n`,
  );
  return commitTree(tree, { command: `entry-points ${names.project}`, project: names.project });
}

export default defineGenerator(entryPointsGenerator);
