import type { CapabilityNames } from '../blueprint/naming';
import { parentOf } from '../project/module-name';
import type { RenderedFile, Template } from '../templates/render';
import { renderTemplates } from '../templates/render';

/** Old dotted name → new one. */
type Modules = Readonly<Record<string, string>>;

/** What a package answers to by its old name. */
export interface OldName {
  modules: Modules;
  /** Name of the distribution that it was, normalised, where that is known. */
  distribution?: string | undefined;
}

/**
 * Old names to answer to: the topmost ones that no longer exist. What lies above them are namespaces that other distributions share,
 * which an `__init__` would hide.
 */
export function oldRoots(modules: Modules): string[] {
  const moved = new Set(Object.keys(modules).filter((name) => modules[name] !== name));
  const isInside = (name: string): boolean => name !== '' && (moved.has(name) || isInside(parentOf(name)));
  return [...moved].filter((name) => !isInside(parentOf(name))).sort();
}

/**
 * The modules of a package with the folders of modules that were its own and had no `__init__`: what lay in one went to more than
 * one place, so it is no module itself.
 * @param former import names that nothing but the package answered to
 * @param paths old paths of its files
 */
export function withFormerNames(
  modules: Modules,
  former: readonly string[],
  paths: readonly string[],
  own: string,
): Modules {
  const holdsModules = (folder: string) =>
    Object.keys(modules).some(
      (name) =>
        parentOf(name) === folder &&
        paths.some((path) => `/${path}`.endsWith(`/${name.replaceAll('.', '/')}.py`)),
    );
  const missing = former.filter((name) => modules[name] === undefined && holdsModules(name));
  return { ...modules, ...Object.fromEntries(missing.map((name) => [name, own])) };
}

/**
 * A package under each old name whose modules are the new ones: the same objects, so that pickles, patch targets and
 * `isinstance` of callers that were not rewritten keep working.
 */
export function renderShims(
  names: CapabilityNames,
  { modules, distribution }: OldName,
  templates: readonly Template[],
): RenderedFile[] {
  return oldRoots(modules).flatMap((root) =>
    renderTemplates(
      templates.map((template) => ({
        ...template,
        path: template.path.replaceAll('__root__', root.replaceAll('.', '/')),
      })),
      {
        root,
        pkg: names.package,
        project: names.project,
        target: modules[root],
        distribution: distribution ?? '',
        modules: Object.entries(modules)
          .filter(
            ([from, to]) => from.startsWith(`${root}.`) && to !== modules[root] + from.slice(root.length),
          )
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      },
    ),
  );
}
