import { readIni } from '../../metadata/ini';
import type { Edit } from '../../text/edits';
import { remapReference } from '../pyproject/references';
import type { PyprojectChange } from '../pyproject/types';
import type { ConfigReferenceKind } from './kind';

/** Packaging sections of setup.cfg: they are read for the metadata, never rewritten. */
const PACKAGING = /^(metadata|options.*|bdist_.*|sdist|aliases|egg_info|upload.*)$/;

/** Options of tools whose bare words are paths: pytest's, mypy's, coverage's. */
const PATH_OPTION = /^(testpaths|pythonpath|norecursedirs|confcutdir|files|mypy_path|omit|include)$/;

/** Moved modules and paths in the options of the INI files of Python's tools. */
export const iniTools: ConfigReferenceKind = {
  id: 'tool-settings',
  files:
    /(^|\/)(setup\.cfg|tox\.ini|pytest\.ini|\.?mypy\.ini|\.coveragerc|\.flake8|\.isort\.cfg|\.?pylintrc|\.bumpversion\.cfg|\.pydocstyle|\.yapf)$/,
  find(text, names) {
    const edits = [...optionEdits(text, names), ...sectionEdits(text, names)];
    return {
      edits: edits.map((edit) => ({ ...edit, evidence: 'names a module or path that moved' })),
      doubts: [],
    };
  },
};

function optionEdits(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
): Edit[] {
  return readIni(text)
    .filter((option) => !PACKAGING.test(option.section))
    .map((option) => ({
      start: option.start,
      end: option.end,
      text: remapReference(option.value, change, PATH_OPTION.test(option.key)),
      before: option.value,
    }))
    .filter((edit) => edit.text !== edit.before)
    .map(({ start, end, text: next }) => ({ start, end, text: next }));
}

/** `[mypy-pkg.module.*]`. */
function sectionEdits(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/^\[mypy-([^\]\n]+)\]/gm)) {
    const start = match.index + '[mypy-'.length;
    const next = remapReference(match[1], change, false);
    if (next !== match[1]) edits.push({ start, end: start + match[1].length, text: next });
  }
  return edits;
}
