import { tableAt } from '../merge/pyproject/types';
import { plainData } from '../merge/toml/plain';
import { isSharedNamespace } from '../project/namespaces';
import type { ProjectFacts } from '../project/types';

/**
 * Import names that nothing but the package answered to. Of a namespace that it shares with other distributions
 * (https://packaging.python.org/en/latest/guides/packaging-namespace-packages/) what lies below is named: `zope.event`.
 * @param roots top-level names whose modules move
 */
export function formerNames(project: ProjectFacts, roots: Iterable<string>): string[] {
  const below = (name: string): string[] => {
    if (!isSharedNamespace(project, name)) return [name];
    const prefix = `${name}.`;
    const inside = [...project.modules.keys()].filter((module) => module.startsWith(prefix));
    const children = new Set(inside.map((module) => prefix + module.slice(prefix.length).split('.', 1)[0]));
    return [...children].sort().flatMap(below);
  };
  // The packages above one that was cut out of its host are the host's.
  const isNamespace = (name: string) =>
    project.layout.roots.some((root) => root.name === name && root.kind === 'namespace');
  return [...roots].sort().flatMap((name) => (isNamespace(name) ? below(name) : [name]));
}

/** Does a dotted name mean a module that had one of these names, or one below it? */
export function isBelow(module: string, names: readonly string[]): boolean {
  return names.some((name) => module === name || module.startsWith(`${name}.`));
}

/** The former names that the pyproject.toml of a capability records. */
export function recordedNames(pyproject: string): string[] {
  const recorded = tableAt(plainData(pyproject.replace(/^\uFEFF/, '')), 'tool', 'ufc').migrated_from;
  return typeof recorded === 'string' && recorded !== '' ? recorded.split(' ') : [];
}
