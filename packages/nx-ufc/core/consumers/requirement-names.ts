import { plainData } from '../merge/toml/plain';
import type { Operation } from '../merge/data/operation';
import { editToml } from '../merge/toml/edit';
import { isTable } from '../merge/pyproject/types';
import { requirementName } from '../metadata/read';
import type { PlannedEdit } from '../plan/types';
import { normaliseName } from '../project/distributions';
import type { WorkspaceFile } from './types';
import { lineNumberAt } from '../text/lines';

interface Renaming {
  /** PEP 503 normalised. */
  from: string;
  to: string;
}

/** Lists of PEP 508 requirements, by the path of the array. */
const REQUIREMENT_LIST =
  /^(project\.dependencies|project\.optional-dependencies\.[^.]+|dependency-groups\.[^.]+|tool\.uv\.dev-dependencies|tool\.pdm\.dev-dependencies\.[^.]+|tool\.hatch\.envs\.[^.]+\.(extra-)?dependencies)\.\d+$/;
/** Tables whose keys are distributions. */
const REQUIREMENT_TABLE =
  /^(tool\.poetry\.(dev-)?dependencies|tool\.poetry\.group\.[^.]+\.dependencies|tool\.uv\.sources)$/;

/** Edits for a dependency on a distribution that has another name now: pyproject.toml and requirement files. */
export function renameRequirements(file: WorkspaceFile, renaming: Renaming): PlannedEdit[] {
  if (renaming.from === normaliseName(renaming.to)) return [];
  const text = Buffer.from(file.bytes).toString('utf8');
  if (!Buffer.from(text).equals(file.bytes)) return [];
  if (/(^|\/)pyproject\.toml$/.test(file.path)) return inPyproject(text, renaming);
  if (/(^|\/)(requirements[\w.-]*|[\w.-]*requirements|requirements\/[\w.-]+)\.(txt|in)$/.test(file.path))
    return inLines(text, renaming);
  return [];
}

function inLines(text: string, renaming: Renaming): PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  for (const match of text.matchAll(/^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)/gm)) {
    if (normaliseName(match[1]) !== renaming.from) continue;
    const start = match.index + match[0].length - match[1].length;
    edits.push(edit(text, start, start + match[1].length, renaming.to));
  }
  return edits;
}

/** The TOML editor proves each change; what differs between its text and ours is one edit from first to last. */
function inPyproject(text: string, renaming: Renaming): PlannedEdit[] {
  let data: unknown;
  try {
    data = plainData(text.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  const result = editToml(text, operations(data, [], renaming));
  if (!result.ok || result.text === text) return [];
  return [changedPart(text, result.text)];
}

function operations(value: unknown, path: (string | number)[], renaming: Renaming): Operation[] {
  const dotted = path.join('.');
  if (typeof value === 'string' && REQUIREMENT_LIST.test(dotted)) {
    if (requirementName(value) !== renaming.from) return [];
    const renamed = value.replace(/^(\s*)[A-Za-z0-9][A-Za-z0-9._-]*/, `$1${renaming.to}`);
    return [{ op: 'set', path, value: renamed }];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => operations(item, [...path, i], renaming));
  if (!isTable(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Operation[] =>
    REQUIREMENT_TABLE.test(dotted) && normaliseName(key) === renaming.from
      ? [{ op: 'rename', path: [...path, key], name: renaming.to }]
      : operations(inner, [...path, key], renaming),
  );
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
