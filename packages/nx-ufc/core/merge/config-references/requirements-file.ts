import { lineStart } from '../../text/lines';
import { REQUIREMENTS_FILE } from '../requirements/requirements-file';
import { dataReferences } from './data-file';
import type { ConfigReferenceKind } from './kind';
import { upwardPathsIn } from './upward-path';

/** Requirements by path, other files of requirements and constraints (https://pip.pypa.io/en/stable/reference/requirements-file-format). */
export const requirementsFile: ConfigReferenceKind = {
  id: 'requirements-file',
  files: REQUIREMENTS_FILE,
  find(text, names, path) {
    const found = upwardPathsIn(text, names, path).filter(({ start }) => !isInComment(text, start));
    return {
      edits: [...dataReferences(text, names).edits, ...found.filter(({ certain }) => certain)],
      doubts: found.filter(({ certain }) => !certain),
    };
  },
};

function isInComment(text: string, at: number): boolean {
  return /(^|\s)#/.test(text.slice(lineStart(text, at), at));
}
