import { requirementName } from '../../metadata/requirement';
import { normaliseName } from '../../project/distributions';
import type { Operation } from '../data/operation';
import type { DataPath } from '../data/value';
import { isTable } from '../pyproject/types';

/** A distribution that has another name now. */
export interface Renaming {
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

/** Edits for every requirement of a pyproject.toml that names the distribution: lists, and tables with names as keys. */
export function renamedRequirements(value: unknown, renaming: Renaming, path: DataPath = []): Operation[] {
  const dotted = path.join('.');
  if (typeof value === 'string' && REQUIREMENT_LIST.test(dotted)) {
    if (requirementName(value) !== renaming.from) return [];
    return [{ op: 'set', path, value: renamedRequirement(value, renaming), reason: REASON }];
  }
  if (Array.isArray(value))
    return value.flatMap((item, i) => renamedRequirements(item, renaming, [...path, i]));
  if (!isTable(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Operation[] =>
    REQUIREMENT_TABLE.test(dotted) && normaliseName(key) === renaming.from
      ? [{ op: 'rename', path: [...path, key], name: renaming.to, reason: REASON }]
      : renamedRequirements(inner, renaming, [...path, key]),
  );
}

const REASON = 'the distribution has another name now';

function renamedRequirement(requirement: string, { to }: Renaming): string {
  return requirement.replace(/^(\s*)[A-Za-z0-9][A-Za-z0-9._-]*/, `$1${to}`);
}
