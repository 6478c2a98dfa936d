import { readIni } from '../metadata/ini';
import type { Edit } from '../text/edits';
import { remapReference } from './pyproject/references';
import type { PyprojectChange } from './pyproject/types';

/** Packaging sections of setup.cfg: they are read for the metadata, never rewritten. */
const PACKAGING = /^(metadata|options.*|bdist_.*|sdist|aliases|egg_info|upload.*)$/;

/** Options of tools whose bare words are paths: pytest's, mypy's, coverage's. */
const PATH_OPTION = /^(testpaths|pythonpath|norecursedirs|confcutdir|files|mypy_path|omit|include)$/;

/** Edits for the moved modules and paths in the options of an INI file: tox.ini, mypy.ini, setup.cfg, .coveragerc. */
export function iniReferenceEdits(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
): Edit[] {
  return [...optionEdits(text, change), ...sectionEdits(text, change)];
}

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
