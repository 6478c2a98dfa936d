import type * as Yaml from 'yaml';
import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import type { Dependency } from '../metadata/types';

export interface ServiceManifestInput {
  names: CapabilityNames;
  blueprint: Blueprint;
  version: string;
  domain: string;
  description: string;
  source: {
    repository_url: string;
    commit_sha: string;
    extraction_date: string;
    extraction_method: 'migration' | 'greenfield';
  };
  /** Dotted names of the modules of the layers. */
  modules: readonly string[];
  dependencies: readonly Dependency[];
  provides: readonly string[];
  requires: readonly string[];
}

/** What SERVICE_MANIFEST.yaml says; its schema ships as schemas/service-manifest.schema.json. */
export function serviceManifestData(input: ServiceManifestInput) {
  const { names, blueprint } = input;
  const inLayer = (layer: string) =>
    input.modules.filter((module) => module.startsWith(`${names.package}.${layer}.`));
  const isInternal = (dependency: Dependency) =>
    dependency.name.startsWith(blueprint.naming.prefix.replaceAll('_', '-'));
  const main = input.dependencies.filter((dependency) => dependency.group === 'main');
  const run = (target: string) => `nx run ${names.project}:${target}`;
  return {
    service_name: names.package,
    version: input.version,
    domain: input.domain,
    description: input.description,
    status: 'active',
    maturity: input.source.extraction_method === 'migration' ? 'migrated' : 'experimental',
    maintainer: 'unassigned',
    source: input.source,
    structure: {
      entry_point: `${names.package}.manifest.plugin:${names.pascal}${blueprint.naming.pluginSuffix}`,
      core_modules: inLayer('core'),
      interface_modules: inLayer('interface'),
      config_modules: [`${names.package}.manifest.config`],
    },
    dependencies: {
      internal: main.filter(isInternal).map((dependency) => dependency.name),
      external: main
        .filter((dependency) => !isInternal(dependency))
        .map((dependency) => ({ name: dependency.name, version: versionOf(dependency), purpose: 'runtime' })),
    },
    provides: [...input.provides],
    requires: [...input.requires],
    compliance: {
      zero_tolerance: run('zero-tolerance'),
      layers: run('verify'),
      imports: run('verify'),
      tests: run('test'),
    },
  };
}

/** The text of a new SERVICE_MANIFEST.yaml. */
export function renderServiceManifest(input: ServiceManifestInput): string {
  const { stringify } = require('yaml') as typeof Yaml;
  const text = stringify(serviceManifestData(input), { lineWidth: 0 });
  return `# What this capability is, offers and needs. Kept by nx g @au/nx-ufc:manifest ${input.names.project}.\n${text}`;
}

/** The version part of a requirement: specifiers or URL; `*` when it has none. */
function versionOf({ requirement }: Dependency): string {
  const plain = requirement.split(';')[0].trim();
  const url = plain.indexOf(' @ ');
  if (url >= 0) return plain.slice(url + 3).trim();
  return /[<>=!~].*$/.exec(plain)?.[0].replace(/[()]/g, '').trim() ?? '*';
}
