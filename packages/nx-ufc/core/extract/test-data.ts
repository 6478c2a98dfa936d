import type { ProjectFacts } from '../project/types';

/**
 * Data of the tests that come along: files that they name, and files in folders that they name unless only a test names them that stays.
 * @param taken paths of tests and helpers that come along @param left paths of those that stay
 */
export function testData(
  project: ProjectFacts,
  taken: ReadonlySet<string>,
  left: ReadonlySet<string>,
): string[] {
  const named = namesIn(project, taken);
  const foreign = namesIn(project, left);
  return project.tree.files
    .map(({ path }) => path)
    .filter((path) => {
      const place = project.layout.tests.find((folder) => path.startsWith(`${folder}/`));
      if (place === undefined || taken.has(path)) return false;
      if (path.endsWith('.py') && !isPlainSource(project, path)) return false;
      const parts = path.slice(place.length + 1).split('/');
      const base = parts[parts.length - 1];
      const stem = base.replace(/\.[^.]+$/, '');
      if (named.has(base) || (!path.endsWith('.py') && named.has(stem))) return true;
      return parts.slice(0, -1).some((folder) => named.has(folder)) && !foreign.has(base);
    });
}

/** A Python file that is read by tests and not run: its folder is no package, and it is no test. */
function isPlainSource({ modulesByPath }: ProjectFacts, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    !modulesByPath.has(`${folder}__init__.py`) && !/(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path)
  );
}

/** The last part of every path that a literal of some files holds, before what is put in at run time. */
function namesIn(project: ProjectFacts, paths: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const path of paths)
    for (const { value, role } of project.facts.get(path)?.strings ?? []) {
      if (value.length >= 200 || role === 'docstring' || value.includes('\n')) continue;
      const parts = value.split('/').filter((part) => part !== '');
      while (parts.length > 1 && /[{*%]/.test(parts[parts.length - 1])) parts.pop();
      if (parts.length > 0) names.add(parts[parts.length - 1]);
    }
  return names;
}
