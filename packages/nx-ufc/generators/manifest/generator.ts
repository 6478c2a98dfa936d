import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { hasCode } from '../../core/manifest/has-code';
import { repositoryUrl } from '../../core/manifest/repository-url';
import type { ServiceManifestInput } from '../../core/manifest/service-manifest';
import { renderServiceManifest, serviceManifestData } from '../../core/manifest/service-manifest';
import { updateServiceManifest } from '../../core/manifest/update-service-manifest';
import { tableAt } from '../../core/merge/pyproject/types';
import { plainData } from '../../core/merge/toml/plain';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import type { CapabilityContext } from '../lib/regenerate';
import { readCapability } from '../lib/regenerate';
import { today } from '../lib/today';
import { writeIfChanged } from '../lib/write-if-changed';

/**
 * `nx g @au/nx-ufc:manifest --project P`: brings version, modules and dependencies of SERVICE_MANIFEST.yaml up to date with
 * the code, and adds what is missing. Everything else in it is people's, comments too.
 * @throws UsageError when it cannot be read
 */
export async function manifestGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const context = readCapability(tree, options.project);
  const { names, folder } = context;
  const path = `${folder}/SERVICE_MANIFEST.yaml`;
  const input = inputOf(context);
  const known = tree.exists(path) ? tree.read(path, 'utf8')! : null;
  writeIfChanged(
    tree,
    path,
    known === null
      ? renderServiceManifest(input)
      : updated(path, known, input, context.analysis.metadata.version),
  );
  process.stdout.write(
    `${path}: ${input.modules.length} modules, ${input.dependencies.filter((dependency) => dependency.group === 'main').length} dependencies.\n`,
  );
  return commitTree(tree, { command: `manifest ${names.project}`, project: names.project });
}

function inputOf(context: CapabilityContext): ServiceManifestInput {
  const { names, blueprint, analysis } = context;
  const { metadata, project } = analysis;
  const modules = [...project.modules.values()]
    .filter(
      ({ area, isPackage, name, path }) =>
        area === 'shipped' && /^[\w.]+$/.test(name) && (!isPackage || hasCode(project.facts.get(path)!)),
    )
    .map((info) => info.name);
  return {
    names,
    blueprint,
    version: metadata.version ?? '0.0.0',
    domain: domainOf(context),
    description: metadata.description ?? `The capability ${names.project}.`,
    source: {
      repository_url: repositoryUrl(pyprojectOf(context)),
      commit_sha: '',
      extraction_date: today(),
      extraction_method: 'migration',
    },
    modules: modules.sort(),
    dependencies: metadata.dependencies,
    provides: [names.project],
    requires: [],
  };
}

function pyprojectOf({ analysis }: CapabilityContext): string {
  const file = analysis.project.tree.files.find(({ path }) => path === 'pyproject.toml');
  return file ? Buffer.from(file.bytes).toString('utf8') : '';
}

/** The domain that was chosen when the package was taken in. */
function domainOf(context: CapabilityContext): string {
  const { domain } = tableAt(plainData(pyprojectOf(context)), 'tool', 'ufc');
  return typeof domain === 'string' ? domain : 'core';
}

function updated(path: string, known: string, input: ServiceManifestInput, version: string | null): string {
  try {
    const result = updateServiceManifest(known, serviceManifestData(input), version);
    if (result.ok) return result.text;
    throw new Error(result.conflict);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(`${path} cannot be brought up to date: ${message}. Nothing was changed.`);
  }
}

export default defineGenerator(manifestGenerator);
