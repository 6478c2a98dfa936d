import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { templateSet } from '../blueprint/template-set';
import { namedPath } from '../manifest/render';
import type { RenderedFile, Template, TemplatesOf } from '../templates/render';
import { renderTemplates } from '../templates/render';

/** What the templates of a host are rendered with, beside its names: kept in its lock. */
export interface HostInput {
  description: string;
}

const CONTAINER = /\/manifest\/container\.py$/;

/** Every file of a host application. Its container is that of the capabilities: services are registered alike. */
export function renderHost(
  names: CapabilityNames,
  blueprint: Blueprint,
  { description }: HostInput,
  templatesOf: TemplatesOf,
): RenderedFile[] {
  const container = templatesOf('manifest')
    .filter((template) => CONTAINER.test(template.path))
    .map((template): Template => ({ ...template, path: template.path.replace('/manifest/', '/') }));
  const requirements = templateSet(blueprint, 'host-app').requirements?.host ?? { runtime: [], tests: [] };
  return renderTemplates(
    [...templatesOf('host'), ...container].map((template) => ({
      ...template,
      path: namedPath(template.path, names),
    })),
    {
      project: names.project,
      pkg: names.package,
      description,
      requirements: requirements.runtime,
      testRequirements: requirements.tests,
      entryPointGroup: blueprint.naming.entryPointGroup,
      blueprintId: blueprint.id,
      limits: blueprint.limits,
    },
  );
}
