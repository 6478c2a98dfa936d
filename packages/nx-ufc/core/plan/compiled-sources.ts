import { NATIVE_SOURCE } from '../merge/config-references/native-source';
import { textAt } from '../metadata/tree-text';
import { generatedC } from '../project/generated-c';
import type { ProjectFacts, TreeFile } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { references } from './references';
import type { ReviewItem } from './types';

/** Only so many are listed: generated sources say the same name hundreds of times. */
const LISTED = 3;

/** Sources of compiled modules that name modules of the package in ways which nothing rewrites: literals that are more than a name. Those of Cython say so themselves. */
export function compiledSources(project: ProjectFacts, mapping: MoveMapping): ReviewItem[] {
  const files = project.tree.files.filter(({ path }) => NATIVE_SOURCE.test(path) && mapping.paths.has(path));
  const roots = project.layout.roots.map(({ name }) => name).join('|');
  if (files.length === 0 || roots === '') return madeAnew(project, mapping);
  const names = references(mapping, project);
  const inLiteral = new RegExp(`"((?:${roots})(?:\\.\\w+)+)`, 'g');
  const items = files.flatMap((file) => {
    const text = Buffer.from(file.bytes).toString('latin1');
    const open = [...text.matchAll(inLiteral)].find(({ 1: dotted }) => !names.knows(dotted));
    return open ? [item(file, text, open)] : [];
  });
  return [...items.slice(0, LISTED), ...madeAnew(project, mapping)];
}

/** What Cython made does not come along; a build that names it by other means than its path has to make it. */
function madeAnew(project: ProjectFacts, mapping: MoveMapping): ReviewItem[] {
  const isNamed = (path: string) =>
    ['setup.py', 'pyproject.toml'].some((file) => textAt(project.tree, file)?.includes(path));
  const left = project.tree.files.filter(
    ({ path }) => !mapping.paths.has(path) && generatedC(project, path) !== null && !isNamed(path),
  );
  return left.slice(0, LISTED).map(({ path }) => {
    const message = `Cython made it, and it does not come along: see that setup.py has it made of ${generatedC(project, path)!.source}`;
    return { path, line: 1, column: 1, rule: 'COMPILED_SOURCE', message };
  });
}

function item({ path }: TreeFile, text: string, match: RegExpExecArray): ReviewItem {
  const before = text.slice(0, match.index).split('\n');
  const message = `${match[0].trim()} …: the source of a compiled module names modules of the package, which are elsewhere now; left as it is`;
  return { path, line: before.length, column: before.at(-1)!.length + 1, rule: 'COMPILED_SOURCE', message };
}
