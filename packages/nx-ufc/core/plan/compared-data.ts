import type { ConfigEdit, ConfigReferenceKind } from '../merge/config-references/kind';
import { inTests } from '../project/layout';
import type { ProjectFacts } from '../project/types';

const cache = new WeakMap<ProjectFacts, readonly string[]>();

/**
 * The kind of a configuration file, for one that lies with the tests: where they say a path of it in a longer text, `"file: pkg/a.py"`, they compare what was read, and that
 * text is not rewritten. Then the path is only proposed.
 */
export function asComparedBy(
  project: ProjectFacts,
  path: string,
  kind: ConfigReferenceKind,
): ConfigReferenceKind {
  if (!inTests(path, project.layout)) return kind;
  return {
    ...kind,
    find(text, names, file) {
      const { edits, doubts } = kind.find(text, names, file);
      const isCompared = ({ start, end }: ConfigEdit) => isSaid(project, text.slice(start, end));
      const open = edits.filter(isCompared);
      const evidence = 'tests compare what is read here';
      return {
        edits: edits.filter((edit) => !open.includes(edit)),
        doubts: [...doubts, ...open.map((edit) => ({ ...edit, evidence }))],
      };
    },
  };
}

function isSaid(project: ProjectFacts, path: string): boolean {
  return path.includes('/') && texts(project).some((text) => text !== path && text.includes(path));
}

/** Literals of tests with a path in them, and something before it. */
function texts(project: ProjectFacts): readonly string[] {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const [path, { strings }] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'test') continue;
    for (const { value, role } of strings)
      if (role !== 'docstring' && /[\s"'].*\//s.test(value)) found.add(value);
  }
  const all = [...found];
  cache.set(project, all);
  return all;
}
