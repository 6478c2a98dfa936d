import type { CallFact, FileFacts } from '../python/facts/types';
import { inTests } from './layout';
import { moduleNameOf } from './module-name';
import { fileOfRoot, innerPath, isInRoot, rootOf } from './roots';
import type { PackageLayout } from './types';

const DECLARES = /^(pkgutil\.extend_path|pkg_resources\.declare_namespace|modulefinder\.AddPackagePath)$/;
const PROVIDERS = /^(pkgutil|pkg_resources|modulefinder)(\.|$)/;

/** @returns the layout in which packages are namespaces whose `__init__` does nothing but share them, with these files */
export function withNamespaces(layout: PackageLayout, facts: ReadonlyMap<string, FileFacts>): PackageLayout {
  const inits = [...facts.values()]
    .filter(
      (one) =>
        declaresNamespace(one) &&
        layout.roots.some((root) => isInRoot(root, one.path)) &&
        !inTests(one.path, layout),
    )
    .map(({ path }) => ({ path, name: packageAt(path, layout) }));
  if (inits.length === 0) return layout;
  const roots = layout.roots.map((root) =>
    inits.some(({ path }) => path === fileOfRoot(root)) ? { ...root, kind: 'namespace' as const } : root,
  );
  return { ...layout, roots, namespaceInits: inits };
}

function packageAt(path: string, { roots }: PackageLayout): string {
  const root = rootOf(roots, path)!;
  const inner = moduleNameOf(innerPath(path, root), '');
  return inner === '' ? root.name : `${root.name}.${inner}`;
}

/**
 * Does an `__init__` do nothing but share its package with other distributions, as `pkgutil` and `pkg_resources` have it
 * (https://packaging.python.org/en/latest/guides/packaging-namespace-packages/)? Those of all distributions are one and the same.
 */
export function declaresNamespace(facts: FileFacts): boolean {
  const { path, calls, imports, assignments, functions, classes } = facts;
  if (!/(^|\/)__init__\.py$/.test(path) || calls.length === 0 || functions.length + classes.length > 0)
    return false;
  return (
    calls.some(declares) &&
    calls.every((call) => declares(call) || isProvider(call)) &&
    imports.every(({ module, names }) => PROVIDERS.test(module || names[0].name)) &&
    assignments.every(({ target }) => target === '__path__')
  );
}

/** `extend_path(__path__, __name__)`, and `__import__("pkgutil").extend_path(…)`, which has no dotted name. */
function declares({ callee, resolved, arguments: given }: CallFact): boolean {
  if (resolved !== null) return DECLARES.test(resolved);
  const [first] = given;
  return callee === '' && first?.value.kind === 'name' && /^__(path|name)__$/.test(first.value.name);
}

/** `__import__("pkgutil")` */
function isProvider({ resolved, arguments: given }: CallFact): boolean {
  const value = given[0]?.value;
  return (
    resolved === 'builtins.__import__' && value?.kind === 'literal' && PROVIDERS.test(String(value.value))
  );
}
