import type { GeneratorCallback, Tree } from '@nx/devkit';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';
import type { Interface } from '../../core/manifest/greenfield';
import { greenfieldInput, INTERFACES, renderCapability } from '../../core/manifest/greenfield';
import { shippedBlueprint } from '../../platform/blueprint';
import { recordBaseline } from '../lib/baseline';
import { commitTree } from '../lib/commit';
import { showInGit } from '../lib/show-in-git';
import { today } from '../lib/today';
import type { CapabilityOptions } from './schema';

/** A capability that did not exist: it verifies, tests and builds at once. */
export function createNew(
  tree: Tree,
  options: CapabilityOptions & { domain: string },
  names: CapabilityNames,
  blueprint: Blueprint,
): GeneratorCallback | void {
  const { folder, project } = names;
  if (tree.exists(`${folder}/SERVICE_MANIFEST.yaml`)) {
    process.stdout.write(`${folder} is a capability already; nothing to do.\n`);
    return undefined;
  }
  if (tree.exists(folder) && tree.children(folder).length > 0) {
    throw new UsageError(
      `${folder} exists and holds ${tree.children(folder).join(', ')}. Nothing is overwritten: choose another name or --directory, or move those files.`,
    );
  }
  const interfaces = parseInterfaces(options.interfaces ?? 'api,cli');
  const source = shippedBlueprint();
  const choices = {
    domain: options.domain,
    description: options.description ?? `The capability ${project}.`,
    interfaces,
    packageManager: options.packageManager ?? 'uv',
  };
  const files = renderCapability({
    ...choices,
    names,
    blueprint,
    date: today(),
    templatesOf: source.templatesOf,
  });
  for (const file of files) tree.write(`${folder}/${file.path}`, file.content);
  showInGit(
    tree,
    names,
    blueprint,
    files.map(({ path }) => path),
  );
  recordBaseline(tree, names, source, greenfieldInput(names, choices));
  process.stdout.write(
    `New capability ${project} in ${folder}: ${names.package}, interfaces ${interfaces.join(', ') || 'none'}.\n`,
  );
  return commitTree(tree, { command: `capability ${project}`, project });
}

function parseInterfaces(text: string): Interface[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.filter((name) => !INTERFACES.includes(name as Interface));
  if (unknown.length > 0)
    throw new UsageError(`--interfaces: ${unknown.join(', ')} is none of ${INTERFACES.join(', ')}.`);
  return INTERFACES.filter((name) => names.includes(name));
}
