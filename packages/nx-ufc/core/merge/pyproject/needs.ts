import { normaliseName } from '../../project/distributions';
import type { Operation } from '../data/operation';
import { decideRange } from '../requirements/decide';
import { poetryRange } from '../requirements/poetry';
import type { Range } from '../requirements/range';
import { readRequirement, requirementKey, type Requirement } from '../requirements/requirement';
import { intersectSpecifiers, specifierRange } from '../requirements/specifier';
import { metadataStyle } from './metadata-style';
import type { DependencyPolicy, MergeConflict, RequirementDecision } from './plan';
import type { Table } from './types';
import { isTable, listAt, tableAt } from './types';

export interface NeedsPlan {
  operations: Operation[];
  decisions: RequirementDecision[];
  conflicts: MergeConflict[];
  /** Needs that go nowhere, because the dependencies are dynamic. */
  undeclared: string[];
}

/** A requirement that the user declares, whatever the syntax. */
interface Declared {
  key: string;
  extras: readonly string[];
  text: string;
  range: Range | null;
  /** Path of the text that holds the range. */
  path: (string | number)[];
  /** The text at the path with the range narrowed; null when that cannot be written. */
  narrowed(specifier: string): string | null;
}

const REASON = 'used by the manifest layer';

/**
 * Decide about every requirement that the capability has: it is added once to the list that the build backend reads, unless
 * the user declares it. Names are compared normalised and per marker; a declared requirement with more extras will do.
 */
export function planNeeds(
  data: Table,
  needs: readonly string[],
  policy: DependencyPolicy,
  reason = REASON,
): NeedsPlan {
  const plan: NeedsPlan = { operations: [], decisions: [], conflicts: [], undeclared: [] };
  const usesPoetry = isTable(tableAt(data, 'tool').poetry) && !hasDependencies(data);
  const isDynamic = listAt(data, 'project', 'dynamic').includes('dependencies');
  const declared = [...listed(data), ...poetryTable(data)];
  for (const needed of needs) {
    const need = readRequirement(needed);
    if (!need) throw new Error(`"${needed}" is no requirement`);
    const present = declared.filter(
      (one) => one.key === requirementKey(need) && need.extras.every((extra) => one.extras.includes(extra)),
    );
    if (present.length > 0) for (const one of present) settle(plan, one, need, needed, policy);
    else if (isDynamic && !usesPoetry) plan.undeclared.push(needed);
    else add(plan, need, needed, usesPoetry ? null : listPath(data), reason);
  }
  return plan;
}

/** Poetry 2 reads `[project]`; with `dynamic = ["dependencies"]` there it reads its own table still. */
function hasDependencies(data: Table): boolean {
  if (!isTable(data.project)) return false;
  const isDynamic = listAt(data, 'project', 'dynamic').includes('dependencies');
  return !(isDynamic && isTable(tableAt(data, 'tool', 'poetry').dependencies));
}

/** The list of requirements that the build backend reads, where it is no table of Poetry's. */
function listPath(data: Table): readonly string[] {
  return metadataStyle(data) === 'flit'
    ? ['tool', 'flit', 'metadata', 'requires']
    : ['project', 'dependencies'];
}

/** @param list path of the list that it goes to; null for Poetry's table */
function add(
  plan: NeedsPlan,
  need: Requirement,
  needed: string,
  list: readonly string[] | null,
  reason: string,
): void {
  const operation: Operation =
    list === null
      ? {
          op: 'set',
          path: ['tool', 'poetry', 'dependencies', need.name],
          value: poetryValue(need),
          reason,
        }
      : { op: 'append', path: [...list], value: needed, reason };
  plan.operations.push(operation);
  plan.decisions.push({ needed, present: null, decision: 'added' });
}

function poetryValue({ specifier, extras, marker }: Requirement): string | Record<string, string | string[]> {
  const version = specifier === '' ? '*' : specifier;
  if (extras.length === 0 && marker === '') return version;
  return {
    version,
    ...(extras.length > 0 ? { extras } : {}),
    ...(marker === '' ? {} : { markers: marker }),
  };
}

function settle(
  plan: NeedsPlan,
  present: Declared,
  need: Requirement,
  needed: string,
  policy: DependencyPolicy,
): void {
  const range = decideRange(present.range, specifierRange(need.specifier));
  const decide = (decision: RequirementDecision['decision']) =>
    plan.decisions.push({ needed, present: present.text, decision });
  if (range === 'keep') return void decide('kept');
  if (range === 'unknown') return void decide('unknown');
  if (range === 'disjoint') {
    const message = `you have ${present.text}, but the capability needs ${needed}: no version is both`;
    plan.conflicts.push({ path: present.path, yours: present.text, needed, message });
    return void decide('disjoint');
  }
  const narrowed = policy === 'intersect' ? present.narrowed(need.specifier) : null;
  if (narrowed === null) return void decide('overlaps');
  const reason = `${present.text} narrowed to what ${needed} admits too`;
  plan.operations.push({ op: 'set', path: present.path, value: narrowed, reason });
  decide('narrowed');
}

function listed(data: Table): Declared[] {
  const list = listPath(data);
  return listAt(data, ...list).flatMap((text, i): Declared[] => {
    const requirement = typeof text === 'string' ? readRequirement(text) : null;
    if (typeof text !== 'string' || !requirement) return [];
    const [start, end] = requirement.span;
    return [
      {
        key: requirementKey(requirement),
        extras: requirement.extras,
        text,
        range: requirement.url === null ? specifierRange(requirement.specifier) : null,
        path: [...list, i],
        narrowed(specifier) {
          const both = intersectSpecifiers(requirement.specifier, specifier);
          return both === null ? null : text.slice(0, start) + both + text.slice(end);
        },
      },
    ];
  });
}

/** Poetry's table: a constraint, a table with one, or several tables with a marker each. */
function poetryTable(data: Table): Declared[] {
  const path = ['tool', 'poetry', 'dependencies'];
  return Object.entries(tableAt(data, ...path)).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.flatMap((one, i) => poetryEntry(name, one, [...path, name, i]))
      : poetryEntry(name, value, [...path, name]),
  );
}

function poetryEntry(name: string, value: unknown, path: (string | number)[]): Declared[] {
  const version = typeof value === 'string' ? value : isTable(value) ? value.version : undefined;
  const requirement = readRequirement(
    isTable(value) && typeof value.markers === 'string' ? `${name};${value.markers}` : name,
  );
  if (!requirement) return [];
  const constraint = typeof version === 'string' ? version : null;
  return [
    {
      key: requirementKey(requirement),
      extras: isTable(value) ? listAt(value, 'extras').map((extra) => normaliseName(String(extra))) : [],
      text: `${name} ${constraint ?? 'from elsewhere'}`,
      range: constraint === null ? null : poetryRange(constraint),
      path: typeof value === 'string' ? path : [...path, 'version'],
      narrowed: (specifier) => (constraint === null ? null : narrowedPoetry(constraint, specifier)),
    },
  ];
}

/** Poetry reads commas as "and", but `||` binds weaker: then nothing is written. */
function narrowedPoetry(constraint: string, specifier: string): string | null {
  if (constraint.includes('|')) return null;
  return constraint.trim() === '*' ? specifier : `${constraint.trim()},${specifier}`;
}
