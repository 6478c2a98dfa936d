import type { CallFact, FileFacts } from '../python/facts/types';
import { fileOfRoot } from './roots';
import type { PackageLayout } from './types';

/** https://packaging.python.org/en/latest/guides/packaging-namespace-packages/: what made a namespace before PEP 420. */
const DECLARES = /^(pkg_resources\.declare_namespace|pkgutil\.extend_path)$/;
const NEEDED = /^(pkg_resources|pkgutil|modulefinder)(\.|$)/;

/**
 * Files that do nothing but share the name of their package with other distributions, by `declare_namespace` or `extend_path`.
 * Such a package is none of the distribution's own.
 */
export function namespaceInits(layout: PackageLayout, facts: ReadonlyMap<string, FileFacts>): string[] {
  return layout.roots
    .filter(({ kind }) => kind === 'package')
    .map(fileOfRoot)
    .filter((path) => facts.has(path) && sharesName(facts.get(path)!));
}

/** @returns the layout in which the packages of these files are namespaces */
export function withNamespaces(layout: PackageLayout, inits: readonly string[]): PackageLayout {
  if (inits.length === 0) return layout;
  const roots = layout.roots.map((root) =>
    inits.includes(fileOfRoot(root)) ? { ...root, kind: 'namespace' as const } : root,
  );
  return { ...layout, roots, namespaceInits: [...inits] };
}

function sharesName({ calls, imports, functions, classes, assignments }: FileFacts): boolean {
  return (
    calls.some(declares) &&
    imports.every(({ kind, module, names }) =>
      kind === 'from' ? NEEDED.test(module) : names.every(({ name }) => NEEDED.test(name)),
    ) &&
    functions.length === 0 &&
    classes.length === 0 &&
    assignments.every(({ target }) => target === '__path__')
  );
}

/** `__import__("pkg_resources").declare_namespace(__name__)` is written, too. */
function declares({ callee, resolved, arguments: [first] }: CallFact): boolean {
  if (callee === '__import__')
    return first?.value.kind === 'literal' && NEEDED.test(String(first.value.value));
  return resolved !== null && DECLARES.test(resolved);
}
