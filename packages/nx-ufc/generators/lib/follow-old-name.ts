import type { Tree } from '@nx/devkit';
import type { CapabilityNames } from '../../core/blueprint/naming';
import { renderShims } from '../../core/compat/shim';
import type { CapabilityInput } from '../../core/manifest/capability-input';
import { lockOf } from '../../core/sync/context';
import { readTemplates, shippedBlueprint } from '../../platform/blueprint';
import { sha256 } from '../../platform/transaction/files';
import { recordFiles, treeFiles } from './baseline';
import { writeIfChanged } from './write-if-changed';

/**
 * The package under the old name, made again for modules that were found elsewhere: it stays what a generator wrote, so that it can be brought
 * up to date and taken away as before. One that a person changed is left to the edits of the repair.
 * @param moved dotted name of a module → the one that it has now
 * @returns paths that were written, below the capability
 */
export function followOldName(
  tree: Tree,
  names: CapabilityNames,
  moved: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const lock = lockOf(treeFiles(tree), names.project);
  const given = lock?.input as CapabilityInput | undefined;
  if (!lock || !given?.compat || !Object.values(given.compat).some((name) => Object.hasOwn(moved, name)))
    return new Set();
  const modules = Object.fromEntries(
    Object.entries(given.compat).map(([old, now]) => [old, Object.hasOwn(moved, now) ? moved[now] : now]),
  );
  const source = shippedBlueprint();
  const shims = renderShims(
    names,
    { modules, distribution: given.formerDistribution },
    readTemplates(source.blueprint.id, 'compat'),
  );
  const isOurs = ({ path }: { path: string }) => {
    const file = `${names.folder}/${path}`;
    return tree.exists(file) && lock.files[path]?.base === sha256(tree.read(file)!);
  };
  const written = shims.filter(isOurs);
  for (const { path, content } of written) writeIfChanged(tree, `${names.folder}/${path}`, content);
  const paths = written.map(({ path }) => path);
  recordFiles(tree, { ...lock, input: { ...given, compat: modules } }, source, paths);
  return new Set(paths);
}
