import { plainData } from '../merge/toml/plain';
import { textAt } from '../metadata/tree-text';
import { list, table, text } from '../metadata/toml-values';
import type { ProjectFacts } from './types';

const BACKENDS =
  /^(setuptools\.build_meta|hatchling\.build|flit_core\.buildapi|poetry\.core\.masonry\.api|pdm\.backend|maturin|mesonpy|scikit_build_core\.build|uv_build)\b/;

/**
 * What a build backend of the project itself hands its work on to (https://peps.python.org/pep-0517/#in-tree-build-backends): the one known backend
 * that its module imports; null where there is none of its own, or it tells of none.
 */
export function wrappedBackend(project: ProjectFacts): string | null {
  const source = textAt(project.tree, 'pyproject.toml');
  if (source === null || !source.includes('backend-path')) return null;
  const system = table(plainData(source)['build-system']);
  const module = text(system['build-backend'])?.replace(/:.*$/, '').replaceAll('.', '/');
  const files = list(system['backend-path']).flatMap((folder) => {
    const base = [folder === '.' ? '' : String(folder).replace(/^\.\/|\/$/g, ''), module]
      .filter(Boolean)
      .join('/');
    return [`${base}.py`, `${base}/__init__.py`];
  });
  const imports = files.flatMap((path) => project.facts.get(path)?.imports ?? []);
  const asked = imports.flatMap((fact) =>
    fact.kind === 'import'
      ? fact.names.map(({ name }) => name)
      : [fact.module, ...fact.names.map(({ name }) => `${fact.module}.${name}`)],
  );
  const found = new Set(asked.flatMap((name) => BACKENDS.exec(name)?.[1] ?? []));
  return found.size === 1 ? [...found][0] : null;
}
