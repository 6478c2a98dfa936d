import type { Layer } from '../../blueprint/types';
import type { Analysis } from '../../project/analysis';
import type { ModuleInfo } from '../../project/types';
import type { AuditInput } from './types';

/** Look at a project as the audit does: through its first import package, or where that would lie. */
export function auditInput(analysis: Analysis): AuditInput {
  const { project, blueprint } = analysis;
  const root = project.layout.roots[0];
  const name = root?.name ?? project.name;
  const folder = root?.path ?? `${blueprint.naming.sourceRoot}/${name}`;
  const paths = project.tree.files.map((file) => file.path);
  const known = new Set(paths.flatMap(withParents));
  return {
    analysis,
    name,
    folder,
    paths,
    has: (path) => known.has(path),
    fill: (path) => path.replaceAll('{package}', folder).replaceAll('{name}', name),
  };
}

function withParents(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Folders of a layer that are there, under any of the names that an audit accepts. */
export function layerFolders({ folder, has }: AuditInput, layer: Layer): string[] {
  return layer.accepts.map((name) => `${folder}/${name}`).filter(has);
}

/** Shipped modules below the import package, by whether a layer holds them. */
export function modulesByPlace(input: AuditInput): { layered: ModuleInfo[]; outside: ModuleInfo[] } {
  const { analysis, folder } = input;
  const layers = analysis.blueprint.layers.flatMap((layer) => layerFolders(input, layer));
  const own = [...analysis.project.modulesByPath.values()].filter(
    (info) => info.area === 'shipped' && info.path.startsWith(`${folder}/`),
  );
  const isLayered = (info: ModuleInfo) => layers.some((layer) => info.path.startsWith(`${layer}/`));
  return {
    layered: own.filter(isLayered),
    outside: own.filter((info) => !isLayered(info) && !hasPlaceOfItsOwn(input, info)),
  };
}

/** The facade, `__main__`, and the folders that components and required files of the standard name. */
function hasPlaceOfItsOwn({ analysis, folder, fill }: AuditInput, info: ModuleInfo): boolean {
  const inner = info.path.slice(folder.length + 1);
  if (inner === '__init__.py' || inner === '__main__.py') return true;
  const { components, required } = analysis.blueprint;
  const named = [
    ...components.flatMap((component) => component.requires),
    ...required.map(({ path }) => path),
  ]
    .map(fill)
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1))
    .filter((path) => path.includes('/'));
  return named.some((path) => inner.startsWith(path.slice(0, path.indexOf('/') + 1)));
}
