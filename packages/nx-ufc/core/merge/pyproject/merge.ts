import { isPoetryProject } from '../../metadata/poetry';
import type { ProjectMetadata } from '../../metadata/types';
import type { ReviewItem } from '../../plan/types';
import { normaliseName } from '../../project/distributions';
import type { Operation } from '../data/operation';
import { readRequirement } from '../requirements/requirement';
import { renamedRequirements } from '../requirements/rename';
import { editToml } from '../toml/edit';
import { plainData } from '../toml/plain';
import { backendEdits } from './backends';
import { buildRequirementEdits } from './build-requirements';
import { deriveEdits } from './derive';
import { dynamicEdits, findsEntryPoints } from './dynamic';
import { entryPointEdits, type EntryPoint } from './entry-point';
import { planNeeds, type NeedsPlan } from './needs';
import { ownBackendEdits } from './own-backend';
import { packagedEdits } from './packaged';
import type { MergeConflict, MergePlan } from './plan';
import { referenceEdits } from './references';
import { versionEdits } from './version';
import { wrapperEdits } from './wrappers';
import type { PyprojectChange, Table } from './types';
import { tableAt } from './types';

export interface PyprojectMerge {
  /** What `applyMergePlan` makes of the text with the plan. */
  text: string;
  plan: MergePlan;
  review: ReviewItem[];
  /** Requirements that pyproject.toml does not hold, because the dependencies are dynamic. */
  undeclared: string[];
}

/** Does a pyproject.toml hold the metadata of its distribution? */
export function holdsMetadata(text: string | null): boolean {
  if (text === null) return false;
  const data = plainData(text);
  return (
    'name' in tableAt(data, 'project') || isPoetryProject(data) || 'metadata' in tableAt(data, 'tool', 'flit')
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
  const unwritten: MergeConflict[] = [];
  let current = text ?? '';
  const apply = (operations: readonly Operation[]) => {
    const whole = editToml(current, operations);
    // One that cannot be written is a conflict of its own, the others are written.
    const groups = whole.ok ? [] : operations;
    if (whole.ok) {
      current = whole.text;
      applied.push(...whole.applied);
    }
    for (const operation of groups) {
      const result = editToml(current, [operation]);
      if (!result.ok) {
        const needed = describe(operation);
        review.push(item('TOML_CONFLICT', `${result.conflict}; wanted: ${needed}`));
        unwritten.push({ path: [...operation.path], yours: null, needed, message: result.conflict });
      } else {
        current = result.text;
        applied.push(...result.applied);
      }
    }
  };
  const derives = !holdsMetadata(text);
  if (derives) {
    if (!change.setupStays) review.push(...ownBackend(plainData(current)), ...commandsLeft(metadata));
    apply(deriveEdits(plainData(current), metadata, change, readme));
    // The distribution gets another name whatever it had.
    for (const unknown of metadata.unknown.filter(({ key }) => key !== 'name'))
      review.push(
        item(
          'METADATA_UNKNOWN',
          `${unknown.file}: ${whatIsUnknown(unknown)} — ${unknown.reason}; check it in pyproject.toml`,
        ),
      );
  } else {
    apply(nameEdits(plainData(current), change));
    apply(packagedEdits(plainData(current), metadata, change));
    const version = versionEdits(plainData(current), metadata.version, change.versionInFacade);
    apply(version.operations);
    review.push(...version.review);
    const wrapper = wrapperEdits(plainData(current), metadata);
    apply(wrapper.operations);
    review.push(...wrapper.review);
    apply(dynamicEdits(plainData(current), metadata));
    const listed = filedRequirements(metadata);
    apply(planNeeds(plainData(current), listed, 'keep', 'listed in a file so far').operations);
    const edits = backendEdits(metadata, plainData(current), change);
    if (edits) apply(edits);
    else
      review.push(
        item(
          'UNKNOWN_BACKEND',
          `build backend "${metadata.backend}" is not known; tell it that the package is now ${change.sourceRoot}/${change.package}`,
        ),
      );
  }
  // Extras may be made of others of the same distribution: `dev = ["old[test]"]`.
  const former = normaliseName(metadata.name ?? '');
  if (former !== normaliseName(change.package))
    apply(renamedRequirements(plainData(current), { from: former, to: change.package }));
  apply(buildRequirementEdits(plainData(current), change.buildRequirements ?? []));
  apply(ownBackendEdits(plainData(current), change));
  apply(referenceEdits(plainData(current), change));
  const needs = planNeeds(plainData(current), change.requirements, change.dependencies ?? 'keep');
  apply(needs.operations);
  review.push(...reviewOf(needs));
  if (change.entryPoint && findsEntryPoints(plainData(current)))
    review.push(entryPointToAdd(change.entryPoint));
  else if (change.entryPoint) apply(entryPointEdits(current, change.entryPoint));
  apply(
    Object.entries(change.ufc).map(([key, value]) => ({
      op: 'set',
      path: ['tool', 'ufc', key],
      value,
      reason: 'what the factory knows of the capability',
    })),
  );
  const plan: MergePlan = {
    schema: 'ufc:merge-plan:1',
    operations: applied,
    requirements: needs.decisions,
    conflicts: [...unwritten, ...needs.conflicts],
  };
  return { text: current, plan, review, undeclared: needs.undeclared };
}

/** What a service needs by its requirements file or Pipfile, where its pyproject.toml only names it. */
function filedRequirements({ dependencies, files }: ProjectMetadata): string[] {
  return dependencies
    .filter(({ group, file }) => group === 'main' && !files.includes(file))
    .map(({ requirement }) => requirement)
    .filter((requirement) => readRequirement(requirement) !== null);
}

function entryPointToAdd({ group, name, value }: EntryPoint): ReviewItem {
  const message = `the entry points are dynamic; add ${name} = "${value}" to the group ${group} where they are listed`;
  return item('DYNAMIC_ENTRY_POINTS', message);
}

/** A build backend in the project itself (PEP 517, `backend-path`) may do more than pack, compile modules above all; the one that is written does not. */
function ownBackend(data: Table): ReviewItem[] {
  const system = tableAt(data, 'build-system');
  if (!('backend-path' in system)) return [];
  const name = String(system['build-backend'] ?? 'a build backend of its own');
  const message = `${name} of the project built the package; hatchling does now: what else it made (compiled modules) nothing makes now`;
  return [item('BACKEND_REPLACED', message)];
}

/** setup.py does not come along, and neither does what it made when the package was built (https://hatch.pypa.io/latest/plugins/build-hook/custom/). */
function commandsLeft({ ownCommands }: ProjectMetadata): ReviewItem[] {
  if (!ownCommands) return [];
  const { names, line } = ownCommands;
  const named = names.length > 0 ? ` (${names.join(', ')})` : '';
  const message = `the package was built with commands of its own${named}; hatchling builds it now and runs none of them: what they did belongs in a build hook, [tool.hatch.build.hooks.custom]`;
  return [{ path: 'setup.py', line, column: 1, rule: 'SETUP_COMMANDS', message }];
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

/** What became of the requirements, for people. */
function reviewOf(needs: NeedsPlan): ReviewItem[] {
  const review = needs.conflicts.map((conflict) =>
    item('REQUIREMENT_CONFLICT', `${conflict.message}; yours stays, decide and change one of them`),
  );
  for (const { needed, present, decision } of needs.decisions) {
    if (decision === 'overlaps')
      review.push(
        item(
          'REQUIREMENT_RANGE',
          `you have ${present}, which admits more than ${needed} does; --deps=intersect narrows it`,
        ),
      );
    else if (decision === 'unknown')
      review.push(item('REQUIREMENT_RANGE', `you have ${present}; see that it admits ${needed}`));
  }
  return review;
}

function item(rule: string, message: string): ReviewItem {
  return { path: 'pyproject.toml', line: 1, column: 1, rule, message };
}

function describe(operation: Operation): string {
  const value = 'value' in operation ? ` ${JSON.stringify(operation.value)}` : '';
  return `${operation.op} ${operation.path.join('.')}${value}`;
}

function whatIsUnknown({ key, reason }: ProjectMetadata['unknown'][number]): string {
  if (key !== '*') return key;
  return reason.startsWith('**') ? 'other arguments' : 'all of it';
}
