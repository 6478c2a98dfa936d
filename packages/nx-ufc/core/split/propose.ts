import type { Blueprint } from '../blueprint/types';
import type { Classification } from '../inventory/types';
import type { Analysis } from '../project/analysis';
import { leafOf, parentOf } from '../project/module-name';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { vendoredFolderOf } from '../project/vendored';
import type { FileFacts } from '../python/facts/types';
import { anatomyOf, definitionsOf, type Anatomy } from './anatomy';
import { carryOutSplits } from './carry-out';
import { dependencies, partition, type Partition } from './partition';
import { patchedNames, readsTorn } from './patched';
import { pinOf } from './pins';
import { possibleRoles, rolesOf } from './roles';
import { touchedNames, type Touched } from './touched';
import type { SplitChoice, SplitPart, SplitProposal } from './types';

const cache = new WeakMap<Analysis, SplitProposal[]>();

/** Files that hold things of several layers, or are large and hold things of several roles, each with how it could be split. */
export function proposeSplits(analysis: Analysis): SplitProposal[] {
  let found = cache.get(analysis);
  if (!found) cache.set(analysis, (found = propose(analysis)));
  return found;
}

/** What the map says of a proposal. */
export function choicesOf({ parts }: SplitProposal): SplitChoice[] {
  return parts.map(({ source, layer, role, definitions }) => ({
    source,
    layer,
    role,
    definitions: definitions.map((definition) => definition.name),
  }));
}

/** A proposal that could not be carried out is none. */
function propose(analysis: Analysis): SplitProposal[] {
  const found = candidates(analysis);
  const { splits } = carryOutSplits(analysis, new Map(found.map((one) => [one.source, choicesOf(one)])));
  const possible = new Set(splits.map((split) => split.source));
  return found.filter((proposal) => possible.has(proposal.source));
}

function candidates({ project, blueprint, classifications }: Analysis): SplitProposal[] {
  return [...project.modulesByPath.values()].flatMap((info) => {
    const classification = classifications.get(info.path);
    if (info.area !== 'shipped' || !info.importable || !classification) return [];
    if (vendoredFolderOf(project, info.path) !== null) return [];
    const proposal = proposeSplit(project, blueprint, info, classification);
    return proposal ? [proposal] : [];
  });
}

function proposeSplit(
  project: ProjectFacts,
  blueprint: Blueprint,
  info: ModuleInfo,
  classification: Classification,
): SplitProposal | null {
  const facts = project.facts.get(info.path)!;
  if (facts.classes.length + facts.functions.length < 2 || facts.moduleGetattr) return null;
  // A module is parsed once more only when something could leave it.
  if (!leavingRoles(facts, possibleRoles(info, facts, blueprint), classification.role, blueprint))
    return null;
  const anatomy = anatomyOf(project, info);
  if (!anatomy) return null;
  const wanted = leavingRoles(facts, rolesOf(anatomy, blueprint), classification.role, blueprint);
  if (!wanted) return null;
  const touched = touchedNames(project, info.name);
  const first = anatomy.statements.map((_, at) => pinOf(anatomy, at, touched, blueprint));
  const { pins, parts } = partitionWhole(anatomy, first, touched, wanted);
  if (parts.every((part) => part === null)) return null;
  return describe(project, blueprint, anatomy, classification, { ...wanted, pins, parts });
}

/** Partition so that the readers of a name that is patched stay together. */
function partitionWhole(
  anatomy: Anatomy,
  first: readonly (string | null)[],
  touched: Touched,
  wanted: Leaving,
): { pins: readonly (string | null)[]; parts: Partition } {
  for (let pins = first; ;) {
    const parts = partition({ anatomy, pins, ...wanted });
    const { torn } = patchedNames(anatomy, parts, touched);
    if (torn.size === 0) return { pins, parts };
    pins = pins.map((pin, at) => pin ?? readsTorn(anatomy, at, torn));
  }
}

/** What a large file of one layer is relieved of: data and contracts. */
const DATA_ROLES = new Set(['schema', 'model', 'port']);

interface Leaving {
  roles: (string | null)[];
  leaving: Set<string>;
  minLines: number;
}

/**
 * Which roles leave: those of core, where a file has things of other layers; data and contracts, where a large file is all core.
 * Helpers are no reason to take a file of core apart; they go along with what needs them.
 * @param own role of the whole file
 */
function leavingRoles(
  facts: FileFacts,
  roles: (string | null)[],
  own: string,
  { roles: known, classification: { split } }: Blueprint,
): Leaving | null {
  const core = new Set(known.filter((role) => role.layer === 'core').map((role) => role.id));
  const present = new Set(roles.filter((role) => role !== null));
  const inner = [...present].filter((role) => core.has(role));
  if (inner.length < present.size) {
    const minLines = inner.every((role) => role === 'util') ? split.minLinesOfLarge : split.minLines;
    return { roles, leaving: new Set(inner), minLines };
  }
  const data = inner.filter((role) => DATA_ROLES.has(role));
  if (facts.lines < split.largeFile || data.length === 0 || DATA_ROLES.has(own)) return null;
  const minLines = split.minLinesOfLarge;
  return { roles: roles.map((role) => (role === 'util' ? null : role)), leaving: new Set(data), minLines };
}

interface Outcome {
  roles: readonly (string | null)[];
  pins: readonly (string | null)[];
  parts: Partition;
  leaving: ReadonlySet<string>;
}

function describe(
  project: ProjectFacts,
  blueprint: Blueprint,
  anatomy: Anatomy,
  classification: Classification,
  { roles, pins, parts, leaving }: Outcome,
): SplitProposal {
  const { info, statements } = anatomy;
  const definitions = (wanted: (at: number) => boolean) =>
    statements.flatMap((_, at) => (wanted(at) ? definitionsOf(anatomy, at) : []));
  const names = [...new Set(parts)].filter((part) => part !== null);
  return {
    source: info.path,
    module: info.name,
    stays: {
      layer: classification.layer,
      role: classification.role,
      definitions: definitions((at) => parts[at] === null),
    },
    parts: names.map((role): SplitPart => {
      const { layer, slot } = blueprint.roles.find((one) => one.id === role)!;
      const source = freePath(project, info, slot);
      return { source, layer, role, definitions: definitions((at) => parts[at] === role) };
    }),
    cuts: cutsOf(anatomy, parts),
    pinned: statements.flatMap(({ names: [name], line }, at) => {
      const role = roles[at];
      if (parts[at] !== null || role === null || !leaving.has(role) || name === undefined) return [];
      return [{ name, line, reason: pins[at] ?? reasonOf(anatomy, at, parts) }];
    }),
  };
}

function reasonOf(anatomy: Anatomy, at: number, parts: Partition): string {
  const other = dependencies(anatomy)[at].find((needed) => parts[needed] === null);
  const name = other === undefined ? undefined : anatomy.statements[other].names[0];
  if (name !== undefined) return `needs ${name}, which stays`;
  return other === undefined
    ? 'too little for a module of its own'
    : `needs line ${anatomy.statements[other].line}, which stays`;
}

function cutsOf(anatomy: Anatomy, parts: Partition): SplitProposal['cuts'] {
  const cuts: SplitProposal['cuts'] = [];
  anatomy.reads.forEach((reads, at) => {
    const from = anatomy.statements[at].names[0] ?? `line ${anatomy.statements[at].line}`;
    for (const [name, line] of reads) {
      const homes = (anatomy.binders.get(name) ?? []).map((binder) => parts[binder]);
      if (homes.some((home) => home !== null && home !== parts[at])) cuts.push({ from, to: name, line });
    }
  });
  return cuts;
}

/** `shop/app.py` → `shop/app_schemas.py`; a number follows when there is such a module. */
function freePath(project: ProjectFacts, info: ModuleInfo, slot: string): string {
  const folder = info.path.slice(0, info.path.lastIndexOf('/') + 1);
  const stem =
    leafOf(info.name)
      .replace(/^_+/, '')
      .replace(new RegExp(`_?${slot.replace(/s$/, '')}s?$`), '') || leafOf(info.name);
  const parent = info.isPackage ? info.name : parentOf(info.name);
  for (let i = 1; ; i++) {
    const leaf = `${stem}_${slot}${i > 1 ? i : ''}`;
    const name = parent ? `${parent}.${leaf}` : leaf;
    if (!project.modules.has(name) && !project.tree.files.some(({ path }) => path === `${folder}${leaf}.py`))
      return `${folder}${leaf}.py`;
  }
}
