import type { ConfigEdit, MovedNames } from './kind';

const SPEC = /(?<![\w./:-])([A-Za-z_][\w.]*):([\w+.-]+(?:\/[\w+.-]+)*)(?![\w:])/g;

/**
 * What an asset specification says now: `pkg:templates/x.mako`, a file or folder that lies beside the module or in the package
 * (https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/assets.html); null where there is none that moved.
 */
export function movedAsset(module: string, inner: string, names: MovedNames): string | null {
  const folder = module.replaceAll('.', '/');
  const places = [folder, ...(folder.includes('/') ? [folder.slice(0, folder.lastIndexOf('/'))] : [])];
  for (const place of places.flatMap((path) => [path, `src/${path}`])) {
    const target = names.mapPath(`${place}/${inner}`);
    const [, root, rest] = /^src\/([^/]+)\/(.+)$/.exec(target ?? '') ?? [];
    if (root !== undefined) return `${root}:${rest}`;
  }
  return null;
}

/** Is it the name of a module with a colon in it? Keys of caches look like that: `pkg:worker`. */
export function isModuleKey(module: string, inner: string, names: MovedNames): boolean {
  return names.knows(`${module}.${inner.replaceAll('/', '.')}`);
}

/** The asset specifications in a text that name something that moved. */
export function assetSpecs(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(SPEC)].flatMap(({ 0: spec, 1: module, 2: inner, index: start }) => {
    const isAsset = names.oldRoots.includes(module.split('.')[0]) && !isModuleKey(module, inner, names);
    const evidence = 'file or folder in a package';
    const target = isAsset ? movedAsset(module, inner, names) : null;
    if (target !== null) return [{ start, end: start + spec.length, text: target, evidence }];
    // Something makes it, in a folder that is there.
    const folder = isAsset && inner.includes('/') ? inner.slice(0, inner.lastIndexOf('/')) : '';
    const above = folder === '' ? null : movedAsset(module, folder, names);
    const end = start + module.length + 1 + folder.length;
    return above === null ? [] : [{ start, end, text: above, evidence }];
  });
}
