import { NATIVE_SOURCE } from '../merge/config-references/native-source';
import type { ProjectFacts, TreeFile } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { references } from './references';
import type { ReviewItem } from './types';

/** Only so many are listed: generated sources say the same name hundreds of times. */
const LISTED = 3;

/** Sources of compiled modules that name modules of the package in ways which nothing rewrites: literals that are more than a name. Those of Cython say so themselves. */
export function compiledSources(project: ProjectFacts, mapping: MoveMapping): ReviewItem[] {
  const files = project.tree.files.filter(({ path }) => NATIVE_SOURCE.test(path));
  const roots = project.layout.roots.map(({ name }) => name).join('|');
  if (files.length === 0 || roots === '') return [];
  const names = references(mapping, project);
  const inLiteral = new RegExp(`"((?:${roots})(?:\\.\\w+)+)`, 'g');
  const items = files.flatMap((file) => {
    const text = Buffer.from(file.bytes).toString('latin1');
    const open = [...text.matchAll(inLiteral)].find(({ 1: dotted }) => !names.knows(dotted));
    return open ? [item(file, text, open)] : [];
  });
  return items.slice(0, LISTED);
}

function item({ path }: TreeFile, text: string, match: RegExpExecArray): ReviewItem {
  const before = text.slice(0, match.index).split('\n');
  const message = `${match[0].trim()} …: the source of a compiled module names modules of the package, which are elsewhere now; left as it is`;
  return { path, line: before.length, column: before.at(-1)!.length + 1, rule: 'COMPILED_SOURCE', message };
}
