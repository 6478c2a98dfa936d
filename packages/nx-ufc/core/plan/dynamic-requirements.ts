import { dependencyFiles } from '../metadata/dynamic';
import { requirementsOf } from '../metadata/requirements-file';
import { readRequirement } from '../merge/requirements/requirement';
import { plainData } from '../merge/toml/plain';
import { normaliseName } from '../project/distributions';
import type { SourceTree } from '../project/types';
import { appendedLines } from '../text/appended';
import { lineNumberAt } from '../text/lines';
import type { PlannedFile, ReviewItem } from './types';

/**
 * Requirements of a capability where pyproject.toml leaves its dependencies to the build backend: they go to the end of the requirements
 * file that this reads; without such a file they are listed.
 * @param requirements what pyproject.toml does not declare
 * @param pyproject the merged text
 * @returns the files, the one with its edit
 */
export function withDynamicRequirements(
  files: readonly PlannedFile[],
  requirements: readonly string[],
  pyproject: string,
  { tree, review }: { tree: SourceTree; review: ReviewItem[] },
): PlannedFile[] {
  if (requirements.length === 0) return [...files];
  const paths = dependencyFiles(plainData(pyproject));
  const path = paths.find((one) => files.some(({ source, target }) => source === one && target === one));
  if (path === undefined) {
    const message = `the dependencies are dynamic; add ${requirements.join(', ')} where they are listed`;
    review.push({ path: 'pyproject.toml', line: 1, column: 1, rule: 'DYNAMIC_DEPENDENCIES', message });
    return [...files];
  }
  const declared = new Map(
    paths.flatMap((one) => requirementsOf(tree, one, 'main')).map((one) => [one.name, one]),
  );
  const present = (needed: string) => declared.get(normaliseName(readRequirement(needed)!.name));
  const lacking = requirements.filter((needed) => !present(needed));
  for (const needed of requirements) {
    const own = present(needed);
    const message = `you have ${own?.requirement}; see that it admits ${needed}`;
    if (own) review.push({ path: own.file, line: 1, column: 1, rule: 'REQUIREMENT_RANGE', message });
  }
  if (lacking.length === 0) return [...files];
  const text = Buffer.from(tree.files.find((file) => file.path === path)!.bytes).toString('utf8');
  const edit = appended(text, lacking);
  return files.map((file) => (file.source === path ? { ...file, edits: [...file.edits, edit] } : file));
}

function appended(text: string, lines: readonly string[]): PlannedFile['edits'][number] {
  return {
    ...appendedLines(text, lines),
    line: lineNumberAt(text, text.length),
    before: '',
    kind: 'config',
    evidence: 'used by the manifest layer; pyproject.toml takes the dependencies from here',
  };
}
