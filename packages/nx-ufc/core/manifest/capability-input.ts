import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { renderShims } from '../compat/shim';
import type { RenderedFile, TemplatesOf } from '../templates/render';
import { renderTemplates } from '../templates/render';
import type { Interface } from './greenfield';
import type { ManifestChoices } from './render';
import { namedPath, renderManifestLayer } from './render';
import { requirementsOf } from './requirements';

/** What a capability that was made new is like. */
export interface GreenfieldChoices {
  domain: string;
  description: string;
  interfaces: readonly Interface[];
  packageManager: 'uv' | 'poetry';
}

/** Everything that the templates of a capability are rendered with, beside its names: kept in its lock. */
export interface CapabilityInput {
  manifest: ManifestChoices;
  /** Null when it was made from a legacy package. */
  greenfield: GreenfieldChoices | null;
  /** Old dotted name → new, when the package answers to its old name too. */
  compat: Readonly<Record<string, string>> | null;
  /** Name of the distribution that it was made from; not known of what older versions made. */
  formerDistribution?: string;
}

/** Every file that templates make for a capability. */
export function renderCapabilityFiles(
  names: CapabilityNames,
  blueprint: Blueprint,
  input: CapabilityInput,
  templatesOf: TemplatesOf,
): RenderedFile[] {
  return [
    ...(input.greenfield ? greenfieldFiles(names, blueprint, input.greenfield, templatesOf) : []),
    ...renderManifestLayer({ names, blueprint, ...input.manifest }, templatesOf('manifest')),
    ...(input.compat
      ? renderShims(
          names,
          { modules: input.compat, distribution: input.formerDistribution },
          templatesOf('compat'),
        )
      : []),
  ];
}

function greenfieldFiles(
  names: CapabilityNames,
  blueprint: Blueprint,
  choices: GreenfieldChoices,
  templatesOf: TemplatesOf,
): RenderedFile[] {
  const { interfaces } = choices;
  const requirements = requirementsOf(blueprint, interfaces);
  const sets = ['greenfield', 'interfaces/common', ...interfaces.map((name) => `interfaces/${name}`)];
  return renderTemplates(
    sets.flatMap(templatesOf).map((template) => ({ ...template, path: namedPath(template.path, names) })),
    {
      project: names.project,
      pkg: names.package,
      pascal: names.pascal,
      identifier: names.identifier,
      environment: names.environment,
      ...choices,
      requirements: requirements.runtime,
      testRequirements: requirements.tests,
      scripts: interfaces.includes('cli')
        ? [{ name: names.project, target: `${names.package}.interface.cli.main:main` }]
        : [],
      entryPointGroup: blueprint.naming.entryPointGroup,
      blueprintId: blueprint.id,
      limits: blueprint.limits,
    },
  );
}
