import type { CapabilityNames } from '../blueprint/naming';
import type { Operation } from '../merge/data/operation';
import { requirementName } from '../metadata/requirement';

/** What SERVICE_MANIFEST.yaml should know of a feature: its modules, what it provides, what it newly needs. */
export function serviceManifestOperations(
  { package: root }: CapabilityNames,
  modules: readonly string[],
  provided: string,
  requirements: readonly string[],
): Operation[] {
  const append = (path: string[], value: string | Record<string, string>): Operation => ({
    op: 'append',
    path,
    value,
  });
  const layer = (name: string) => modules.filter((module) => module.startsWith(`${root}.${name}.`));
  return [
    ...layer('core').map((module) => append(['structure', 'core_modules'], module)),
    ...layer('interface').map((module) => append(['structure', 'interface_modules'], module)),
    append(['provides'], provided),
    ...requirements.map((requirement) =>
      append(['dependencies', 'external'], {
        name: requirementName(requirement)!,
        version: requirement.slice(requirement.search(/[<>=!~]/)),
        purpose: 'runtime',
      }),
    ),
  ];
}
