import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import type { RenderedFile, Template } from '../templates/render';
import { renderTemplates } from '../templates/render';
import type { Setting } from './settings';

/** A router of the capability that the plugin includes into a host. */
export interface RouterReference {
  module: string;
  attribute: string;
}

/** A service that the plugin makes from the settings. */
export interface ServiceReference {
  /** Name in the container: `storage.items`. */
  name: string;
  /** Function of plugin.py that makes it. */
  factory: string;
  description: string;
  module: string;
  builder: string;
  argument: string;
  /** Attribute of the host's `app.state` that routes find it by. */
  state?: string;
}

/** What the manifest layer of one capability says. */
export interface ManifestChoices {
  settings: readonly Setting[];
  routers: readonly RouterReference[];
  services: readonly ServiceReference[];
  provides: readonly string[];
  requires: readonly string[];
}

export interface ManifestInput extends ManifestChoices {
  names: CapabilityNames;
  blueprint: Blueprint;
}

/** Render the manifest layer with its company: scaffold, scripts, validation, settings, tests. */
export function renderManifestLayer(input: ManifestInput, templates: readonly Template[]): RenderedFile[] {
  const { names, blueprint } = input;
  return renderTemplates(
    templates.map((template) => ({ ...template, path: namedPath(template.path, names) })),
    {
      project: names.project,
      pkg: names.package,
      pascal: names.pascal,
      identifier: names.identifier,
      entryPointGroup: blueprint.naming.entryPointGroup,
      settings: input.settings,
      hasSecret: input.settings.some((setting) => setting.type === 'SecretStr'),
      routers: input.routers,
      services: input.services,
      provides: input.provides,
      requires: input.requires,
    },
  );
}

/** `__package__`, `__project_id__` and `__dot__` (npm drops files that begin with a dot) in the path of a template. */
export function namedPath(path: string, names: CapabilityNames): string {
  return path
    .replaceAll('__dot__', '.')
    .replaceAll('__package__', names.package)
    .replaceAll('__project_id__', names.identifier);
}

/** The entry point of the plugin: `storage = "au_sys_storage.manifest.plugin:StoragePlugin"`. */
export function pluginEntryPoint(
  names: CapabilityNames,
  blueprint: Blueprint,
): { group: string; name: string; value: string } {
  const { entryPointGroup: group, pluginSuffix } = blueprint.naming;
  return {
    group,
    name: names.project,
    value: `${names.package}.manifest.plugin:${names.pascal}${pluginSuffix}`,
  };
}
