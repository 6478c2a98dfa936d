import type { DataPath } from '../merge/data/value';
import type { Operation } from '../merge/data/operation';
import { referenceEdits } from '../merge/pyproject/references';
import { isTable } from '../merge/pyproject/types';
import type { MovedNames } from '../merge/config-references/kind';
import type { PlannedEdit } from '../plan/types';
import { follow, relativeSegments } from '../rewrite/locations/targets';
import type { MoveMapping } from '../rewrite/mapping';
import { inPyproject } from './requirement-names';
import type { WorkspaceFile } from './types';
import { memberOperations } from './workspace-members';

/** Tables of dependencies that may be given by a path; members of a workspace. */
const BY_PATH =
  /^tool\.(poetry\.((dev-)?dependencies|group\.[^.]+\.dependencies)|uv\.sources)\.[^.]+(\.\d+)?\.path$|^tool\.uv\.workspace\.members\.\d+$/;
/** A path from the folder of the project in a requirement, as PDM and hatch write it. */
const IN_REQUIREMENT = /((?:\$\{PROJECT_ROOT\}|\{root:uri\})\/)([\w./-]+)/;

/**
 * Edits for the pyproject.toml of another project: the distribution's name, dependencies by path, and what tools are told of the package.
 * @param names how the package is named there; null where the project does not mean it
 */
export function followInPyproject(
  file: WorkspaceFile,
  distribution: MoveMapping['distribution'],
  places: { from: string; to: string },
  names: MovedNames | null,
): PlannedEdit[] {
  const text = Buffer.from(file.bytes).toString('utf8');
  if (text === '' || !Buffer.from(text).equals(file.bytes)) return [];
  const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
  return inPyproject(text, distribution, (data) => [
    ...pathOperations(data, [], folder, places),
    ...memberOperations(data, folder, places),
    ...(names && isTable(data) ? referenceEdits(data, names) : []),
  ]);
}

function pathOperations(
  value: unknown,
  path: DataPath,
  folder: string,
  places: { from: string; to: string },
): Operation[] {
  if (typeof value === 'string') {
    const dotted = path.join('.');
    const next = BY_PATH.test(dotted)
      ? followed(value, folder, places)
      : value.replace(
          IN_REQUIREMENT,
          (_, lead: string, named: string) => lead + followed(named, folder, places),
        );
    return next === value ? [] : [{ op: 'set', path, value: next }];
  }
  if (Array.isArray(value))
    return value.flatMap((item, i) => pathOperations(item, [...path, i], folder, places));
  if (!isTable(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathOperations(inner, [...path, key], folder, places),
  );
}

function followed(named: string, folder: string, places: { from: string; to: string }): string {
  const segments = named.split('/').filter((part) => part !== '' && part !== '.');
  if (named.startsWith('/') || follow(folder, segments) !== places.from) return named;
  return relativeSegments(folder, places.to).join('/');
}
