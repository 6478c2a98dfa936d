import { inTests } from './layout';
import type { ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, readonly string[]>();
/** What tests read and compare; programs are rewritten by what they do. */
const DATA = /\.(ya?ml|jsonc?|json5|toml|cfg|ini)$/;

/** Do tests say a path in a longer text, `"file: pkg/a.py"`? They compare what was read, and that text is not rewritten. */
export function isSaidByTests(project: ProjectFacts, path: string): boolean {
  return path.includes('/') && texts(project).some((text) => text !== path && text.includes(path));
}

/** Is a path that tests say so in data of theirs, too? That data stays, and so does what it is compared with. */
export function isComparedPath(project: ProjectFacts, path: string): boolean {
  return isSaidByTests(project, path) && dataOfTests(project).some((text) => text.includes(path));
}

const data = new WeakMap<ProjectFacts, readonly string[]>();

function dataOfTests(project: ProjectFacts): readonly string[] {
  const known = data.get(project);
  if (known) return known;
  const files = project.tree.files.filter(({ path }) => DATA.test(path) && inTests(path, project.layout));
  const found = files.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  data.set(project, found);
  return found;
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
