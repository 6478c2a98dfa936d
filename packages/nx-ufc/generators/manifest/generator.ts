import type { GeneratorCallback, Tree } from '@nx/devkit';
import { parse } from 'yaml';
import { renderServiceManifest } from '../../core/manifest/service-manifest';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability } from '../lib/regenerate';
import { writeIfChanged } from '../lib/write-if-changed';

interface Known {
  version?: string;
  domain?: string;
  description?: string;
  status?: string;
  maturity?: string;
  maintainer?: string;
  source?: {
    repository_url: string;
    commit_sha: string;
    extraction_date: string;
    extraction_method: 'migration' | 'greenfield';
  };
  provides?: string[];
  requires?: string[];
}

/**
 * `nx g @au/nx-ufc:manifest --project P`: brings modules and dependencies of SERVICE_MANIFEST.yaml up to date with the code.
 * What people decide in it (domain, description, status, maintainer, provides, requires, source) stays.
 */
export async function manifestGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const { names, folder, blueprint, analysis } = readCapability(tree, options.project);
  const path = `${folder}/SERVICE_MANIFEST.yaml`;
  const known = (parse(tree.read(path, 'utf8')!) ?? {}) as Known;
  const { metadata, project } = analysis;
  const modules = [...project.modules.values()]
    .filter((info) => info.area === 'shipped' && !info.isPackage && /^[\w.]+$/.test(info.name))
    .map((info) => info.name);
  let text = renderServiceManifest({
    names,
    blueprint,
    version: metadata.version ?? known.version ?? '0.0.0',
    domain: known.domain ?? 'core',
    description: known.description ?? metadata.description ?? '',
    source: known.source ?? {
      repository_url: '',
      commit_sha: '',
      extraction_date: '',
      extraction_method: 'migration',
    },
    modules: modules.sort(),
    dependencies: metadata.dependencies,
    provides: known.provides ?? [names.project],
    requires: known.requires ?? [],
  });
  for (const key of ['status', 'maturity', 'maintainer'] as const) {
    if (known[key]) text = text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${known[key]}`);
  }
  writeIfChanged(tree, path, text);
  process.stdout.write(
    `${path}: ${modules.length} modules, ${metadata.dependencies.filter((dependency) => dependency.group === 'main').length} dependencies.\n`,
  );
  return commitTree(tree, { command: `manifest ${names.project}`, project: names.project });
}

export default defineGenerator(manifestGenerator);
