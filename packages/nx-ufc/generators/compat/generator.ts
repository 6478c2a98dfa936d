import type { GeneratorCallback, Tree } from '@nx/devkit';
import { capabilityNames } from '../../core/blueprint/naming';
import { oldNameUses } from '../../core/compat/old-name-uses';
import { shipPackages } from '../../core/compat/packaging';
import { oldRoots, renderShims, withFormerNames } from '../../core/compat/shim';
import { UsageError } from '../../core/errors';
import type { CapabilityInput } from '../../core/manifest/capability-input';
import { recordedNames } from '../../core/plan/former-names';
import { loadBlueprint, readTemplates, shippedBlueprint } from '../../platform/blueprint';
import { sha256 } from '../../platform/transaction/files';
import { recordBaseline, recordFiles } from '../lib/baseline';
import { readLedger } from '../lib/ledger';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import { inputOf, openLock } from '../lib/old-baseline';
import type { PartOptions } from '../lib/part-options';
import { capabilityFolder } from '../lib/projects';
import { workspaceFilesNaming } from '../lib/workspace-files';
import { writeIfChanged } from '../lib/write-if-changed';

export interface CompatOptions extends PartOptions {
  remove?: boolean;
}

/** `nx g @au/nx-ufc:compat --project P [--remove]`: the old import name of a migrated capability. */
export async function compatGenerator(tree: Tree, options: CompatOptions): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const folder = capabilityFolder(tree, options.project, blueprint);
  const names = capabilityNames(options.project, blueprint, folder);
  const ledger = readLedger(tree, names.project);
  if (!ledger)
    throw new UsageError(`${folder} was not migrated from a legacy package, so it has no old name.`);
  const pyproject = `${folder}/pyproject.toml`;
  const text = tree.read(pyproject, 'utf8')!;
  const modules = withFormerNames(
    ledger.modules,
    recordedNames(text),
    ledger.moves.map(({ from }) => from),
    names.package,
  );
  const roots = oldRoots(modules);
  const mode = options.remove ? 'remove' : 'add';
  const shipped = shipPackages(text, blueprint.naming.sourceRoot, names.package, roots, mode);
  if (!shipped.ok) throw new UsageError(`${pyproject}: ${shipped.conflict}.`);
  const source = shippedBlueprint();
  const lock =
    openLock(tree, names, source) ?? recordBaseline(tree, names, source, inputOf(tree, names, source));
  const given = lock.input as CapabilityInput;
  const shims = renderShims(
    names,
    { modules, distribution: given.formerDistribution },
    readTemplates(blueprint.id, 'compat'),
  );
  for (const { path, content } of shims) {
    const file = `${folder}/${path}`;
    const present = tree.exists(file) ? tree.read(file)! : null;
    if (present && lock.files[path]?.base !== sha256(present))
      throw new UsageError(
        `${file} was changed by hand. Move what you need from it, delete it, and run again.`,
      );
    if (options.remove) tree.delete(file);
    else writeIfChanged(tree, file, content);
  }
  writeIfChanged(tree, pyproject, shipped.text);
  const input = { ...given, compat: options.remove ? null : modules };
  const paths = shims.map(({ path }) => path);
  recordFiles(tree, { ...lock, input }, source, paths);
  process.stdout.write(
    `${folder}: ${roots.join(', ')} ${options.remove ? 'is no longer importable' : `is importable again; its modules are those of ${names.package}`}.\n`,
  );
  if (options.remove) process.stdout.write(usesLeft(tree, roots, folder, paths));
  return commitTree(tree, { command: `compat ${names.project}`, project: names.project });
}

/** What would not import any more: nobody rewrote it. */
function usesLeft(tree: Tree, roots: readonly string[], folder: string, shims: readonly string[]): string {
  const places = shims.map((path) => `${folder}/${path.slice(0, path.lastIndexOf('/'))}`);
  const uses = oldNameUses(workspaceFilesNaming(tree, roots, folder, places), roots, folder);
  return uses
    .map(
      ({ path, line, column, module }) =>
        `${path}:${line}:${column} OLD_NAME_USED imports ${module}, which is gone: give it the new name, or keep the old one\n`,
    )
    .join('');
}

export default defineGenerator(compatGenerator);
