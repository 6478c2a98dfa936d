import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { dependenciesOf } from '../metadata/requirement';
import type { RenderedFile, TemplatesOf } from '../templates/render';
import type { CapabilityInput, GreenfieldChoices } from './capability-input';
import { renderCapabilityFiles } from './capability-input';
import type { RouterReference, ServiceReference } from './render';
import { requirementsOf } from './requirements';
import { renderServiceManifest } from './service-manifest';
import type { Setting } from './settings';

export const INTERFACES = ['api', 'cli', 'web', 'mcp'] as const;
export type Interface = (typeof INTERFACES)[number];

export interface GreenfieldInput extends GreenfieldChoices {
  names: CapabilityNames;
  blueprint: Blueprint;
  templatesOf: TemplatesOf;
  /** ISO date of the day, taken once. */
  date: string;
}

/** What the templates of a new capability are rendered with. */
export function greenfieldInput(names: CapabilityNames, choices: GreenfieldChoices): CapabilityInput {
  const { domain, description, interfaces, packageManager } = choices;
  return {
    manifest: {
      settings: [dataFile(names)],
      routers: routers(names, interfaces),
      services: [catalogue(names)],
      provides: [names.project],
      requires: [],
    },
    greenfield: { domain, description, interfaces, packageManager },
    compat: null,
  };
}

/** Every file of a new capability. */
export function renderCapability(input: GreenfieldInput): RenderedFile[] {
  const { names, blueprint } = input;
  const files = renderCapabilityFiles(names, blueprint, greenfieldInput(names, input), input.templatesOf);
  return [...files, serviceManifest(input, files)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function dataFile(names: CapabilityNames): Setting {
  const value = `${names.project}.json`;
  return {
    field: 'data_file',
    env: `${names.environment}_DATA_FILE`,
    type: 'str',
    pythonDefault: JSON.stringify(value),
    yamlDefault: JSON.stringify(value),
    description: 'File that keeps the items.',
  };
}

function catalogue(names: CapabilityNames): ServiceReference {
  return {
    name: `${names.project}.catalogue`,
    factory: 'make_catalogue',
    description: 'the catalogue of items',
    module: `${names.package}.core.services.catalogue`,
    builder: 'open_catalogue',
    argument: 'config.data_file',
    state: `${names.identifier}_catalogue`,
  };
}

function routers(names: CapabilityNames, interfaces: readonly Interface[]): RouterReference[] {
  const all = [
    { of: 'api', module: `${names.package}.interface.api.router`, attribute: 'router' },
    { of: 'web', module: `${names.package}.interface.web.pages`, attribute: 'pages' },
  ];
  return all
    .filter(({ of }) => interfaces.includes(of as Interface))
    .map(({ module, attribute }) => ({ module, attribute }));
}

function serviceManifest(input: GreenfieldInput, files: readonly RenderedFile[]): RenderedFile {
  const { names, blueprint } = input;
  const prefix = `${blueprint.naming.sourceRoot}/`;
  const modules = files
    .filter(
      (file) =>
        file.path.startsWith(prefix) && file.path.endsWith('.py') && !file.path.endsWith('__init__.py'),
    )
    .map((file) => file.path.slice(prefix.length, -3).replaceAll('/', '.'))
    .sort();
  const content = renderServiceManifest({
    names,
    blueprint,
    version: '0.1.0',
    domain: input.domain,
    description: input.description,
    source: {
      repository_url: '',
      commit_sha: '',
      extraction_date: input.date,
      extraction_method: 'greenfield',
    },
    modules,
    dependencies: dependenciesOf(
      requirementsOf(blueprint, input.interfaces).runtime,
      'pyproject.toml',
      'main',
    ),
    provides: [names.project],
    requires: [],
  });
  return { path: 'SERVICE_MANIFEST.yaml', content };
}
