import type { CapabilityNames } from '../blueprint/naming';
import type { RenderedFile, Template } from '../templates/render';
import { renderTemplates } from '../templates/render';

/** Old top-level names of a migration: those that no longer exist. */
export function oldRoots(modules: Readonly<Record<string, string>>): string[] {
  const roots = Object.entries(modules)
    .filter(([from, to]) => from !== to)
    .map(([from]) => from.split('.')[0]);
  return [...new Set(roots)].sort();
}

/**
 * A package under each old name whose modules are the new ones: the same objects, so that pickles, patch targets and
 * `isinstance` of callers that were not rewritten keep working.
 * @param modules old dotted name → new one
 */
export function renderShims(
  names: CapabilityNames,
  modules: Readonly<Record<string, string>>,
  templates: readonly Template[],
): RenderedFile[] {
  return oldRoots(modules).flatMap((root) =>
    renderTemplates(
      templates.map((template) => ({ ...template, path: template.path.replaceAll('__root__', root) })),
      {
        root,
        pkg: names.package,
        project: names.project,
        target: modules[root] ?? names.package,
        modules: Object.entries(modules)
          .filter(
            ([from, to]) =>
              from.startsWith(`${root}.`) &&
              to !== `${modules[root] ?? names.package}${from.slice(root.length)}`,
          )
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      },
    ),
  );
}
