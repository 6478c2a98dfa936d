import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import { moduleNameOf } from './module-name';
import { detectLayout, isTestFile } from './layout';
import type { ImportRoot, ModuleInfo, PackageLayout, ProjectFacts, SourceTree } from './types';

/**
 * Read every Python file of a tree: decoded, parsed and turned into facts once.
 * @param name for people
 * @param hints import names that the metadata declares, see `detectLayout`
 */
export function buildProjectFacts(
  name: string,
  tree: SourceTree,
  hints: readonly string[] = [],
): ProjectFacts {
  const layout = detectLayout(tree, hints);
  const project: ProjectFacts = {
    name,
    tree,
    layout,
    sources: new Map(),
    facts: new Map(),
    modules: new Map(),
    modulesByPath: new Map(),
  };
  for (const file of tree.files) {
    if (!/\.pyi?$/.test(file.path)) continue;
    const source = decodeSource(file.path, file.bytes);
    project.sources.set(file.path, source);
    project.facts.set(file.path, extractFacts(source));
    const info = moduleInfo(file.path, layout);
    project.modulesByPath.set(file.path, info);
    // Names with other characters cannot be written in an import, but relative imports inside of them work.
    if (info.area !== 'stub' && !project.modules.has(info.name)) project.modules.set(info.name, info);
  }
  return project;
}

function moduleInfo(path: string, layout: PackageLayout): ModuleInfo {
  const root = layout.roots.find((candidate) => contains(candidate, path));
  const isPackage = path.endsWith('/__init__.py') || path.endsWith('/__init__.pyi');
  const name = moduleNameOf(path, root?.searchPath ?? '');
  const isTest = inTests(path, layout);
  if (path.endsWith('.pyi')) return { name, path, isPackage, area: 'stub', importable: root !== undefined };
  if (root && !isTest) return { name, path, isPackage, area: 'shipped', importable: true };
  const importable = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(name);
  if (isTest) return { name, path, isPackage, area: 'test', importable };
  return { name, path, isPackage, area: /^docs?\//.test(path) ? 'doc' : 'script', importable };
}

function contains(root: ImportRoot, path: string): boolean {
  return root.kind === 'module'
    ? path === root.path || path === `${root.path}i`
    : path.startsWith(`${root.path}/`);
}

function inTests(path: string, layout: PackageLayout): boolean {
  return (
    layout.tests.some((place) => path === place || path.startsWith(`${place}/`)) ||
    (!path.includes('/') && isTestFile(path))
  );
}
