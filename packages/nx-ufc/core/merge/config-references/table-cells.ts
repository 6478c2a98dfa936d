import type { ConfigEdit, MovedNames } from './kind';

const CELL = /(?<=^|[,;\t]"?|^")[A-Za-z_]\w*(?:\.\w+)+(?="?(?:[,;\t\r\n]|$))/gm;

/** Cells of a table in CSV or TSV that are nothing but the name of a module that moved, or of something in one. */
export function tableCells(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(CELL)].flatMap(({ 0: dotted, index: start }) => {
    const target = names.knows(dotted) ? names.mapModule(dotted) : null;
    if (target === null || target === dotted) return [];
    return [{ start, end: start + dotted.length, text: target, evidence: 'cell of a table' }];
  });
}
