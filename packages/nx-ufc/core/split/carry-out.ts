import type { Classification, GraphEdge } from '../inventory/types';
import { analyseTree, type Analysis } from '../project/analysis';
import { importCycles } from '../project/import-graph';
import type { ProjectFacts, SourceTree, TreeFile } from '../project/types';
import { encodeSource } from '../python';
import { applyEdits } from '../text/edits';
import { planSplit } from './plan-split';
import { touchedNames } from './touched';
import type { FileSplit, SplitChoice } from './types';

/** The project as it is after its mixed files were taken apart, still in its old places. */
export interface CarriedOut {
  analysis: Analysis;
  splits: FileSplit[];
  /** Splits that were refused: path of the file and why. */
  refused: { source: string; reason: string }[];
}

/**
 * Take files apart as chosen, in memory. What would not work as before is refused, also where modules would import one another
 * that did not, or a new module cannot be in the layer that it is for.
 * @param chosen by path of the file
 */
export function carryOutSplits(
  analysis: Analysis,
  chosen: ReadonlyMap<string, readonly SplitChoice[]>,
): CarriedOut {
  const { project, blueprint } = analysis;
  const refused: CarriedOut['refused'] = [];
  let splits = [...chosen].flatMap(([source, choices]): FileSplit[] => {
    const info = project.modulesByPath.get(source);
    const planned = info && planSplit(project, blueprint, info, choices);
    if (planned?.ok) return [planned.split];
    const reasons = planned ? planned.problems : ['it is no module of the package'];
    refused.push(...reasons.map((reason) => ({ source, reason })));
    return [];
  });
  while (splits.length > 0) {
    const next = analyseSplit(analysis, splits);
    const problems = splits.flatMap((split) => problemsOf(analysis, next, split));
    if (problems.length === 0) return { analysis: next, splits, refused };
    refused.push(...problems);
    const bad = new Set(problems.map((problem) => problem.source));
    splits = splits.filter((split) => !bad.has(split.source));
  }
  return { analysis, splits, refused };
}

function analyseSplit(analysis: Analysis, splits: readonly FileSplit[]): Analysis {
  const { project, blueprint } = analysis;
  const decided = splits.flatMap(({ source, parts }) =>
    parts.map(({ path, layer, role }): [string, Classification] => [
      path,
      { layer, role, confidence: 1, evidence: [`taken out of ${source}`] },
    ]),
  );
  return analyseTree(project.name, splitTree(analysis, splits), blueprint, {
    before: project,
    relocated: relocatedBy(project, splits),
    patched: new Map(
      splits.flatMap(({ module, patched }) =>
        Object.entries(patched).map(([name, reader]): [string, string] => [`${module}:${name}`, reader]),
      ),
    ),
    decided: new Map(decided),
  });
}

function problemsOf(before: Analysis, after: Analysis, split: FileSplit): CarriedOut['refused'] {
  const { source } = split;
  const cycle = newCycle(before.edges, after.edges, split);
  const circles = cycle ? [{ source, reason: `${cycle.join(', ')} would import one another` }] : [];
  return split.parts.reduce((problems, { path, layer }) => {
    const found = after.classifications.get(path)!;
    if (found.layer === layer) return problems;
    const reason = `${path} cannot be in ${layer}: it ${found.evidence[found.evidence.length - 1]}`;
    return [...problems, { source, reason }];
  }, circles);
}

/** Where names are defined that left their module: `shop.app:User` → `shop.app_models`; those that others replace are still had there. */
function relocatedBy(project: ProjectFacts, splits: readonly FileSplit[]): Map<string, string> {
  return new Map(
    splits.flatMap(({ module, parts }) =>
      parts.flatMap((part) =>
        part.definitions
          .filter(({ name }) => !touchedNames(project, module).has(name))
          .map(({ name }): [string, string] => [`${module}:${name}`, part.module]),
      ),
    ),
  );
}

/** The source tree with its files taken apart. Pure: the tree and the splits say everything. */
export function splitTree({ project }: Analysis, splits: readonly FileSplit[]): SourceTree {
  const { tree, sources } = project;
  const bySource = new Map(splits.map((split) => [split.source, split]));
  const files = tree.files.flatMap((file): TreeFile[] => {
    const split = bySource.get(file.path);
    if (!split) return [file];
    const source = sources.get(file.path)!;
    const old = encodeSource({ ...source, text: applyEdits(source.text, split.edits) });
    const parts = split.parts.map(({ path, pieces }) => ({
      path,
      bytes: encodeSource({ ...source, bom: false, text: joinPieces(source.text, pieces) }),
      mode: 0o644,
      symlink: null,
    }));
    return [{ ...file, bytes: old }, ...parts];
  });
  return { ...tree, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function joinPieces(text: string, pieces: FileSplit['parts'][number]['pieces']): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : text.slice(piece.start, piece.end)))
    .join('');
}

/** A group of modules that import one another now, with a part in it, and that was none before. */
function newCycle(
  before: readonly GraphEdge[],
  after: readonly GraphEdge[],
  { module, parts }: FileSplit,
): string[] | null {
  const known = new Set(importCycles(before).map((cycle) => cycle.join(' ')));
  const own = new Set([module, ...parts.map((part) => part.module)]);
  const found = importCycles(after).find(
    (cycle) => !known.has(cycle.join(' ')) && cycle.some((name) => own.has(name)),
  );
  return found ?? null;
}
