import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { dependenciesOf } from '../metadata/read';
import type { RenderedFile, Template } from '../templates/render';
import { renderTemplates } from '../templates/render';
import type { RouterReference, ServiceReference } from './render';
import { MANIFEST_REQUIREMENTS, namedPath, renderManifestLayer } from './render';
import { renderServiceManifest } from './service-manifest';
import type { Setting } from './settings';

export const INTERFACES = ['api', 'cli', 'web', 'mcp'] as const;
export type Interface = (typeof INTERFACES)[number];

export interface GreenfieldInput {
  names: CapabilityNames;
  blueprint: Blueprint;
  domain: string;
  description: string;
  interfaces: readonly Interface[];
  packageManager: 'uv' | 'poetry';
  templates: {
    manifest: readonly Template[];
    greenfield: readonly Template[];
    common: readonly Template[];
  } & Record<Interface, readonly Template[]>;
  /** ISO date of the day, taken once. */
  date: string;
}

const REQUIREMENTS: Record<Interface, string[]> = {
  api: ['fastapi>=0.110', 'uvicorn>=0.29'],
  cli: [],
  web: ['fastapi>=0.110'],
  mcp: ['mcp>=1.9,<2'],
};
const TEST_REQUIREMENTS: Record<Interface, string[]> = {
  api: ['httpx>=0.27'],
  cli: [],
  web: ['httpx>=0.27'],
  mcp: [],
};

/** Every file of a new capability. */
export function renderCapability(input: GreenfieldInput): RenderedFile[] {
  const { names, blueprint, interfaces, templates } = input;
  const requirements = [
    ...new Set([...MANIFEST_REQUIREMENTS, ...interfaces.flatMap((name) => REQUIREMENTS[name])]),
  ];
  const variables = {
    project: names.project,
    pkg: names.package,
    pascal: names.pascal,
    identifier: names.identifier,
    environment: names.environment,
    description: input.description,
    domain: input.domain,
    interfaces,
    packageManager: input.packageManager,
    requirements,
    testRequirements: [
      ...new Set(['pytest>=8', 'pytest-cov>=5', ...interfaces.flatMap((name) => TEST_REQUIREMENTS[name])]),
    ],
    scripts: interfaces.includes('cli')
      ? [{ name: names.project, target: `${names.package}.interface.cli.main:main` }]
      : [],
    entryPointGroup: blueprint.naming.entryPointGroup,
    blueprintId: blueprint.id,
    limits: blueprint.limits,
  };
  const own = [
    ...templates.greenfield,
    ...templates.common,
    ...interfaces.flatMap((name) => templates[name]),
  ];
  const files = [
    ...renderTemplates(
      own.map((template) => ({ ...template, path: namedPath(template.path, names) })),
      variables,
    ),
    ...renderManifestLayer(
      {
        names,
        blueprint,
        settings: [dataFile(names)],
        routers: routers(names, interfaces),
        services: [catalogue(names)],
        provides: [names.project],
        requires: [],
      },
      templates.manifest,
    ),
  ];
  return [...files, serviceManifest(input, files, requirements)].sort((a, b) => (a.path < b.path ? -1 : 1));
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

function serviceManifest(
  input: GreenfieldInput,
  files: readonly RenderedFile[],
  requirements: readonly string[],
): RenderedFile {
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
    dependencies: dependenciesOf(requirements, 'pyproject.toml', 'main'),
    provides: [names.project],
    requires: [],
  });
  return { path: 'SERVICE_MANIFEST.yaml', content };
}
