import { lineStart } from '../../text/lines';
import { REQUIREMENTS_FILE } from '../requirements/requirements-file';
import { dataReferences } from './data-file';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { fromFolder, upwardPathsIn } from './upward-path';

/** Requirements by path, other files of requirements and constraints (https://pip.pypa.io/en/stable/reference/requirements-file-format). */
export const requirementsFile: ConfigReferenceKind = {
  id: 'requirements-file',
  files: REQUIREMENTS_FILE,
  find(text, names, path) {
    const found = upwardPathsIn(text, names, path).filter(({ start }) => !isInComment(text, start));
    return {
      edits: [
        ...dataReferences(text, names, path).edits,
        ...included(text, names, path),
        ...found.filter(({ certain }) => certain),
      ],
      doubts: found.filter(({ certain }) => !certain),
    };
  },
};

const INCLUDE =
  /^[ \t]*(?:-r|--requirement|-c|--constraint|-e|--editable)[ \t]*=?[ \t]*((?:\.\/)?\w[\w.@-]*(?:\/\w[\w.@-]*)*)/dgm;

/** Files and folders below the folder of the file: `-r pkg/docs/requirements.txt`. */
function included(text: string, names: MovedNames, file: string): ConfigEdit[] {
  return [...text.matchAll(INCLUDE)].flatMap(({ 1: given, indices }) => {
    const next = fromFolder(given, names, file);
    const [start, end] = indices![1]!;
    return next === null ? [] : [{ start, end, text: next, evidence: 'path of what moved' }];
  });
}

function isInComment(text: string, at: number): boolean {
  return /(^|\s)#/.test(text.slice(lineStart(text, at), at));
}
