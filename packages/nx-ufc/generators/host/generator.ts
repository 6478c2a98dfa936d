import type { GeneratorCallback, Tree } from '@nx/devkit';
import { capabilityNames } from '../../core/blueprint/naming';
import { UsageError } from '../../core/errors';
import type { HostInput } from '../../core/host/render-host';
import { renderHost } from '../../core/host/render-host';
import { lockOf } from '../../core/sync/context';
import { shippedBlueprint } from '../../platform/blueprint';
import { locate } from '../../platform/source-tree';
import { recordBaseline, treeFiles } from '../lib/baseline';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { HostOptions } from './schema';

/** `nx g @au/nx-ufc:host NAME`: a host that is there is left alone; `sync` keeps it up to date. */
export async function hostGenerator(tree: Tree, options: HostOptions): Promise<GeneratorCallback | void> {
  const source = shippedBlueprint();
  const { blueprint, templatesOf } = source;
  const place = locate(tree.root, options.directory ?? `${blueprint.naming.hostsRoot}/${options.name}`);
  if (!place.inside)
    throw new UsageError(`${options.directory} lies outside of the workspace. Choose a folder inside.`);
  const names = capabilityNames(options.name, blueprint, place.display);
  const { folder, project } = names;
  const known = lockOf(treeFiles(tree), project);
  if (known && (known.template !== 'host-app' || known.folder !== folder))
    throw new UsageError(`The name ${project} is taken by ${known.folder}. Choose another one.`);
  if (known) {
    process.stdout.write(
      `${folder} is a host already; nothing to do. nx g @au/nx-ufc:sync brings it up to date.\n`,
    );
    return undefined;
  }
  if (tree.exists(folder) && tree.children(folder).length > 0)
    throw new UsageError(
      `${folder} exists and holds ${tree.children(folder).join(', ')}. Nothing is overwritten: choose another name or --directory, or move those files.`,
    );
  const input: HostInput = { description: options.description ?? `The host application ${project}.` };
  for (const { path, content } of renderHost(names, blueprint, input, templatesOf))
    tree.write(`${folder}/${path}`, content);
  recordBaseline(tree, names, source, input, 'host-app');
  process.stdout.write(`New host ${project} in ${folder}: ${names.package}.\n`);
  return commitTree(tree, { command: `host ${project}`, project });
}

export default defineGenerator(hostGenerator);
