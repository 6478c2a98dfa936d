import { plainData } from '../merge/toml/plain';
import { readSetup } from '../metadata/setup-names';
import { table } from '../metadata/toml-values';
import { textAt } from '../metadata/tree-text';
import { inTests } from '../project/layout';
import { parseModule } from '../python';
import type { ProjectFacts, SourceTree } from '../project/types';
import type { ReviewItem } from './types';

/** Where projects are tried out or shown. */
const SHOWN = /(^|\/)(docs?|examples?|samples?|templates?|vendor|third_party|node_modules|\..*)(\/|$)/;

/** Files in deeper folders that describe a project of their own. */
export function nestedProjects(tree: SourceTree): string[] {
  return tree.files
    .map(({ path }) => path)
    .filter(
      (path) => /\/(pyproject\.toml|setup\.py)$/.test(path) && !SHOWN.test(path) && describes(tree, path),
    );
}

function describes(tree: SourceTree, path: string): boolean {
  const text = textAt(tree, path) ?? '';
  if (path.endsWith('.py')) return callsSetup(text);
  try {
    const data = table(plainData(text));
    return data.project !== undefined || table(data.tool).poetry !== undefined;
  } catch {
    return false;
  }
}

/** One that does not parse is of Python 2, and a setup.py by its name. */
function callsSetup(text: string): boolean {
  const parsed = parseModule(text);
  return !parsed.ok || readSetup(parsed.module.body).call !== null;
}

/** A project within the tree whose code would move as a part of this one: by itself it keeps its metadata. */
export function nestedToReview({ tree, layout }: ProjectFacts): ReviewItem[] {
  if (tree.files.some(({ path }) => path === 'setup.py' || path === 'setup.cfg')) return [];
  if (describes(tree, 'pyproject.toml')) return [];
  return nestedProjects(tree).flatMap((path) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const holds = layout.roots.some(
      (root) => `${root.path}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${root.path}/`),
    );
    if (!holds || inTests(path, layout)) return [];
    const message = `describes a project of its own, which loses its metadata when its code moves as a part of this one; give ${folder} with --source`;
    return [{ path, line: 1, column: 1, rule: 'NESTED_PROJECT', message }];
  });
}
