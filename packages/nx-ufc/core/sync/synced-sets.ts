import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import type { HostInput } from '../host/render-host';
import { renderHost } from '../host/render-host';
import type { CapabilityInput } from '../manifest/capability-input';
import { renderCapabilityFiles } from '../manifest/capability-input';
import { greenfieldInput, INTERFACES } from '../manifest/greenfield';
import type { RenderedFile, TemplatesOf } from '../templates/render';

/** How the files of a template set are made again from what the lock keeps. */
export interface SyncedSet {
  /** Id of the set in the blueprint. */
  id: string;
  render(
    names: CapabilityNames,
    blueprint: Blueprint,
    input: unknown,
    templatesOf: TemplatesOf,
  ): RenderedFile[];
  /** An input that uses every template and option: what it renders to tells whether the renderer changed. */
  sample(names: CapabilityNames): unknown;
}

const capability: SyncedSet = {
  id: 'capability',
  render: (names, blueprint, input, templatesOf) =>
    renderCapabilityFiles(names, blueprint, input as CapabilityInput, templatesOf),
  sample: (names): CapabilityInput => ({
    ...greenfieldInput(names, {
      domain: 'core',
      description: 'A sample.',
      interfaces: INTERFACES,
      packageManager: 'poetry',
    }),
    compat: { sample: 'au_sys_sample', 'sample.old': 'au_sys_sample.core.new' },
  }),
};

const hostApp: SyncedSet = {
  id: 'host-app',
  render: (names, blueprint, input, templatesOf) =>
    renderHost(names, blueprint, input as HostInput, templatesOf),
  sample: (): HostInput => ({ description: 'A sample.' }),
};

/** Every template set that sync knows; a new one is a value here and a set in templates.yaml. */
const SYNCED_SETS: readonly SyncedSet[] = [capability, hostApp];

/** @throws when nobody can make the files of this set */
export function syncedSet(id: string): SyncedSet {
  const found = SYNCED_SETS.find((set) => set.id === id);
  if (!found) throw new Error(`no renderer for the template set ${id}`);
  return found;
}
