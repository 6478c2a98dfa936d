import { plainData } from '../merge/toml/plain';
import type { Operation } from '../merge/data/operation';
import { editToml } from '../merge/toml/edit';
import { renamedRequirements, type Renaming } from '../merge/requirements/rename';
import { requirementName } from '../metadata/requirement';
import type { PlannedEdit } from '../plan/types';
import { readIni } from '../metadata/ini';
import { normaliseName } from '../project/distributions';
import type { WorkspaceFile } from './types';
import { lineNumberAt } from '../text/lines';

/** Edits for a dependency on a distribution that has another name now: pyproject.toml and requirement files. */
export function renameRequirements(file: WorkspaceFile, renaming: Renaming): PlannedEdit[] {
  if (renaming.from === normaliseName(renaming.to)) return [];
  const text = Buffer.from(file.bytes).toString('utf8');
  if (!Buffer.from(text).equals(file.bytes)) return [];
  if (/(^|\/)pyproject\.toml$/.test(file.path)) return inPyproject(text, renaming);
  if (/(^|\/)(requirements[\w.-]*|[\w.-]*requirements|requirements\/[\w.-]+)\.(txt|in)$/.test(file.path))
    return inLines(text, renaming);
  if (/(^|\/)setup\.cfg$/.test(file.path))
    return readIni(text)
      .filter(({ section, key }) => INI_LIST.test(section) || INI_LIST.test(`${section}.${key}`))
      .flatMap(({ start, end }) => inLines(text.slice(0, end), renaming, start));
  // Offsets of Python files are counted without a byte order mark.
  if (/(^|\/)setup\.py$/.test(file.path) && !text.startsWith('\uFEFF')) return inSetupPy(text, renaming);
  return [];
}

const INI_LIST = /^options\.(extras_require|(install|tests|setup)_requires)$/;
/** Lists of requirements of a setup.py, as arguments or under a name. */
const PYTHON_LIST = /\b(\w*(requires?|requirements|dependencies|deps))\s*=\s*[[({]/gi;

/** Literals in lists of requirements, up to the bracket that closes the list. */
function inSetupPy(text: string, renaming: Renaming): PlannedEdit[] {
  return [...text.matchAll(PYTHON_LIST)].flatMap(({ 0: all, index }) => {
    const from = index + all.length;
    const list = /^(?:[^\])}"'#]|"[^"\n]*"|'[^'\n]*'|#[^\n]*|\](?=\s*,\s*["']))*/.exec(text.slice(from))![0];
    return [...list.matchAll(/(["'])([A-Za-z0-9][\w.-]*)/g)].flatMap((match) => {
      const start = from + match.index + 1;
      const isName = normaliseName(match[2]) === renaming.from;
      return isName && requirementName(match[2]) !== null
        ? [edit(text, start, start + match[2].length, renaming.to)]
        : [];
    });
  });
}

function inLines(text: string, renaming: Renaming, from = 0): PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  for (const match of text.slice(from).matchAll(/^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)/gm)) {
    if (normaliseName(match[1]) !== renaming.from) continue;
    const start = from + match.index + match[0].length - match[1].length;
    edits.push(edit(text, start, start + match[1].length, renaming.to));
  }
  return edits;
}

/**
 * Edits for a pyproject.toml. The TOML editor proves each change; what differs between its text and ours is one edit from first to last.
 * @param more what else is to be changed, before names are
 */
export function inPyproject(
  text: string,
  renaming: Renaming,
  more: (data: unknown) => Operation[] = () => [],
): PlannedEdit[] {
  let data: unknown;
  try {
    data = plainData(text.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  const first = editToml(text, more(data));
  const renamed = first.ok ? renamedRequirements(plainData(first.text.replace(/^\uFEFF/, '')), renaming) : [];
  const result = first.ok ? editToml(first.text, renamed) : first;
  if (!result.ok || result.text === text) return [];
  return [changedPart(text, result.text)];
}

function changedPart(before: string, after: string): PlannedEdit {
  let start = 0;
  while (before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  return edit(before, start, before.length - end, after.slice(start, after.length - end));
}

function edit(text: string, start: number, end: number, replacement: string): PlannedEdit {
  return {
    start,
    end,
    text: replacement,
    kind: 'config',
    line: lineNumberAt(text, start),
    before: text.slice(start, end),
    evidence: 'a dependency whose distribution has another name now',
  };
}
