import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { missingPackageInits } from '../plan/package-inits';
import { namedPath } from '../manifest/render';
import type { RenderedFile, TemplatesOf } from '../templates/render';
import { renderTemplates } from '../templates/render';
import type { FeatureInterface, FeatureNames } from './names';

/** The files of a feature: core, one set for each interface, their tests. They are the person's from the start. */
export function featureFiles(
  feature: FeatureNames,
  names: CapabilityNames,
  interfaces: readonly FeatureInterface[],
  templatesOf: TemplatesOf,
): RenderedFile[] {
  const sets = ['feature/core', ...interfaces.map((one) => `feature/${one}`)];
  const templates = sets.flatMap(templatesOf).map(({ path, text }) => ({
    path: namedPath(path, names).replaceAll('__feature__', feature.identifier),
    text,
  }));
  const { project, package: pkg } = names;
  const serviceNames = [`${feature.pascal}Service`, `Unknown${feature.pascal}Error`].sort();
  return renderTemplates(templates, { project, pkg, feature: { ...feature, serviceNames } });
}

/** `__init__`s of folders that the feature is the first to use. @param present Python files of the capability */
export function featureInits(
  files: readonly RenderedFile[],
  present: readonly string[],
  names: CapabilityNames,
  blueprint: Blueprint,
): RenderedFile[] {
  const root = `${blueprint.naming.sourceRoot}/${names.package}`;
  const paths = [...present, ...files.map((file) => file.path)].filter((path) => path.endsWith('.py'));
  const folders = new Set(files.map((file) => file.path.slice(0, file.path.lastIndexOf('/'))));
  return [...missingPackageInits(paths, root, blueprint)]
    .filter(([path]) =>
      [...folders].some((folder) => `${folder}/`.startsWith(path.slice(0, -'__init__.py'.length))),
    )
    .map(([path, content]) => ({ path, content }));
}
