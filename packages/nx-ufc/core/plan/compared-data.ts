import type { ConfigEdit, ConfigReferenceKind } from '../merge/config-references/kind';
import { isSaidByTests } from '../project/compared-paths';
import { inTests } from '../project/layout';
import type { ProjectFacts } from '../project/types';

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
      const isCompared = ({ start, end }: ConfigEdit) => isSaidByTests(project, text.slice(start, end));
      const open = edits.filter(isCompared);
      const evidence = 'tests compare what is read here';
      return {
        edits: edits.filter((edit) => !open.includes(edit)),
        doubts: [...doubts, ...open.map((edit) => ({ ...edit, evidence }))],
      };
    },
  };
}
