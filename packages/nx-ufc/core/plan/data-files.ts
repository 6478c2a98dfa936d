import { isPackageArgument } from '../project/package-arguments';
import type { ProjectFacts } from '../project/types';

const cache = new WeakMap<ProjectFacts, Map<string, Set<string>>>();

/**
 * The module that opens a data file: the one module of the package whose strings name the file, or its folder, and that
 * lies beside or above it. Null when no module does, or several in different folders do.
 */
export function openedBy(project: ProjectFacts, path: string): string | null {
  const strings = stringsByModule(project);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folders = path.split('/').slice(0, -1);
  const candidates: string[] = [];
  for (const [module, values] of strings) {
    const home = module.slice(0, module.lastIndexOf('/') + 1);
    if (!path.startsWith(home)) continue;
    const inner = path.slice(home.length);
    const firstFolder = inner.includes('/') ? inner.split('/')[0] : null;
    if (
      values.has(inner) ||
      values.has(name) ||
      (firstFolder !== null && folders.includes(firstFolder) && values.has(firstFolder))
    )
      candidates.push(module);
  }
  const homes = new Set(candidates.map((module) => module.slice(0, module.lastIndexOf('/'))));
  return homes.size === 1 && candidates.length === 1 ? candidates[0] : null;
}

/**
 * Does a module reach its data by the name of a package that it gives to a loader, and not by its own place? Then what the loader looks
 * for lies below that package.
 */
export function opensByName(project: ProjectFacts, module: string, name: string): boolean {
  const facts = project.facts.get(module);
  if (!facts || facts.references.some(({ parts }) => parts[0] === '__file__')) return false;
  return facts.strings.some(
    ({ value, role, call }, at) =>
      value === name &&
      role === 'argument' &&
      call >= 0 &&
      isPackageArgument(project, facts, facts.calls[call], at),
  );
}

function stringsByModule(project: ProjectFacts): Map<string, Set<string>> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Map<string, Set<string>>();
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped' || path.endsWith('__init__.py')) continue;
    const values = facts.strings
      .filter((string) => !string.bytes && string.role !== 'docstring' && string.value.length < 200)
      .map((string) => string.value.replace(/^\.?\//, '').replace(/\/$/, ''));
    found.set(path, new Set(values));
  }
  cache.set(project, found);
  return found;
}
