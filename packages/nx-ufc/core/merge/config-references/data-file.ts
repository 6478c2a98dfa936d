import { assetSpecs } from './asset-spec';
import { importExpressions } from './import-expression';
import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';
import { tableCells } from './table-cells';
import { yamlTags } from './yaml-tag';
import { zconfigNames } from './zconfig';

const DOTTED = /(?<![\w./:-])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?![\w/])/g;
const FILE = /(?<![\w./:@-])(?:\.\/)?((?:[\w-]+\/)+[\w.-]*\w\.\w+)(?![\w/])/g;
/** Data that is full of names is one thing to look at. */
const MAX_DOUBTS = 3;

const TABLE = /\.(csv|tsv)$/;

/** Data of any suffix: cells of tables, tags of PyYAML, asset specifications, imports of page templates and names of ZConfig follow; other known names are the first few doubts: tests may run or compare what they read, and programs of other languages run it. */
export function dataReferences(text: string, names: MovedNames, path: string): ConfigFinding {
  const edits = [
    ...(TABLE.test(path) ? tableCells(text, names) : []),
    ...yamlTags(text, names),
    ...assetSpecs(text, names),
    ...importExpressions(text, names),
    ...zconfigNames(text, names),
  ];
  const doubts = [...text.matchAll(DOTTED)].flatMap(({ 0: dotted, index: start }) => {
    const target = names.knows(dotted) ? names.mapModule(dotted) : null;
    const end = start + dotted.length;
    const isDoubt =
      target !== null && target !== dotted && !edits.some((edit) => edit.start < end && start < edit.end);
    return isDoubt ? [{ start, end, text: target, evidence: 'names a module that moved' }] : [];
  });
  return { edits, doubts: doubts.slice(0, MAX_DOUBTS) };
}

/** The first path of a file that moved, in data of any suffix: a program may look for it from the folder that it runs in. */
export function dataPaths(text: string, { mapPath }: Pick<MovedNames, 'mapPath'>): ConfigEdit[] {
  for (const { 0: whole, 1: path, index } of text.matchAll(FILE)) {
    const target = mapPath(path);
    const end = index + whole.length;
    if (target !== null && target !== path)
      return [{ start: end - path.length, end, text: target, evidence: 'names a file that moved' }];
  }
  return [];
}
