import type { ProjectMetadata } from '../../metadata/types';
import { requirementName } from '../../metadata/read';
import type { ReviewItem } from '../../plan/types';
import type { Operation } from '../data/operation';
import { editToml } from '../toml/edit';
import { plainData } from '../toml/plain';
import { backendEdits } from './backends';
import { deriveEdits } from './derive';
import { entryPointEdits } from './entry-point';
import { referenceEdits } from './references';
import { versionEdits } from './version';
import type { PyprojectChange, Table } from './types';
import { isTable, listAt, tableAt } from './types';

export interface PyprojectMerge {
  text: string;
  /** Every change, in order, with why. */
  applied: Operation[];
  review: ReviewItem[];
}

/** Does a pyproject.toml hold the metadata of its distribution? */
export function holdsMetadata(text: string | null): boolean {
  if (text === null) return false;
  const data = plainData(text);
  return (
    'name' in tableAt(data, 'project') ||
    'name' in tableAt(data, 'tool', 'poetry') ||
    'metadata' in tableAt(data, 'tool', 'flit')
  );
}

/**
 * Merge what a capability needs into a pyproject.toml. Nothing that is there is replaced but names and places that moved.
 * @param text null when there is no such file: then it is derived from the metadata
 */
export function mergePyproject(
  text: string | null,
  metadata: ProjectMetadata,
  change: PyprojectChange,
  readme: string | null,
): PyprojectMerge {
  const review: ReviewItem[] = [];
  const applied: Operation[] = [];
  let current = text ?? '';
  const apply = (operations: readonly Operation[]) => {
    for (const operation of operations) {
      const result = editToml(current, [operation]);
      if (!result.ok)
        review.push(item('TOML_CONFLICT', `${result.conflict}; wanted: ${describe(operation)}`));
      else {
        current = result.text;
        applied.push(...result.applied);
      }
    }
  };
  const derives = !holdsMetadata(text);
  if (derives) {
    apply(deriveEdits(metadata, change, readme));
    for (const unknown of metadata.unknown)
      review.push(
        item(
          'METADATA_UNKNOWN',
          `${unknown.file}: ${unknown.key} — ${unknown.reason}; check it in pyproject.toml`,
        ),
      );
  } else {
    apply(nameEdits(plainData(current), change));
    const version = versionEdits(plainData(current), metadata.version, change.versionInFacade);
    apply(version.operations);
    review.push(...version.review);
    const edits = backendEdits(metadata.backend, plainData(current), change);
    if (edits) apply(edits);
    else
      review.push(
        item(
          'UNKNOWN_BACKEND',
          `build backend "${metadata.backend}" is not known; tell it that the package is now ${change.sourceRoot}/${change.package}`,
        ),
      );
  }
  apply(referenceEdits(plainData(current), change));
  const needs = dependencyEdits(plainData(current), change);
  apply(needs.operations);
  review.push(...needs.review);
  apply(entryPointEdits(current, change.entryPoint));
  apply(
    Object.entries(change.ufc).map(([key, value]) => ({
      op: 'set',
      path: ['tool', 'ufc', key],
      value,
      reason: 'what the factory knows of the capability',
    })),
  );
  return { text: current, applied, review };
}

function nameEdits(data: Table, change: PyprojectChange): Operation[] {
  const reason = 'distribution and import package have one name';
  const places = [
    ['project', 'name'],
    ['tool', 'poetry', 'name'],
    ['tool', 'flit', 'metadata', 'dist-name'],
  ];
  return places
    .filter((path) => path[path.length - 1] in tableAt(data, ...path.slice(0, -1)))
    .map((path) => ({ op: 'set', path, value: change.package, reason }));
}

/** Requirements that are not declared yet go to the list that the backend reads. */
export function dependencyEdits(
  data: Table,
  change: Pick<PyprojectChange, 'requirements'>,
): { operations: Operation[]; review: ReviewItem[] } {
  const usesPoetry = isTable(tableAt(data, 'tool').poetry) && !isTable(data.project);
  const dynamic = listAt(data, 'project', 'dynamic').includes('dependencies');
  const declared = new Set(
    usesPoetry
      ? Object.keys(tableAt(data, 'tool', 'poetry', 'dependencies')).map(requirementName)
      : listAt(data, 'project', 'dependencies').map((requirement) => requirementName(String(requirement))),
  );
  const missing = change.requirements.filter((requirement) => !declared.has(requirementName(requirement)));
  if (dynamic && missing.length > 0) {
    return {
      operations: [],
      review: [
        item(
          'DYNAMIC_DEPENDENCIES',
          `the dependencies are dynamic; add ${missing.join(', ')} where they are listed`,
        ),
      ],
    };
  }
  const reason = 'used by the manifest layer';
  const operations = missing.map((requirement): Operation => {
    if (!usesPoetry) return { op: 'append', path: ['project', 'dependencies'], value: requirement, reason };
    const name = requirementName(requirement)!;
    return {
      op: 'set',
      path: ['tool', 'poetry', 'dependencies', name],
      value: requirement.slice(requirement.search(/[<>=!~]/)),
      reason,
    };
  });
  return { operations, review: [] };
}

function item(rule: string, message: string): ReviewItem {
  return { path: 'pyproject.toml', line: 1, column: 1, rule, message };
}

function describe(operation: Operation): string {
  const value = 'value' in operation ? ` ${JSON.stringify(operation.value)}` : '';
  return `${operation.op} ${operation.path.join('.')}${value}`;
}
