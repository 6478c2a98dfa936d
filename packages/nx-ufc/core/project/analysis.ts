import type { Blueprint } from '../blueprint/types';
import { classifyProject } from '../classify/project';
import type { Classification, GraphEdge } from '../inventory/types';
import { readProjectMetadata } from '../metadata/read';
import type { ProjectMetadata } from '../metadata/types';
import { importEdges } from './import-graph';
import { buildProjectFacts, type FactsOptions } from './project-facts';
import { targetMinors } from './stdlib-versions';
import type { ProjectFacts, SourceTree } from './types';

/** Everything known about a project after reading it once. */
export interface Analysis {
  project: ProjectFacts;
  metadata: ProjectMetadata;
  blueprint: Blueprint;
  edges: readonly GraphEdge[];
  /** By path. */
  classifications: ReadonlyMap<string, Classification>;
}

export interface AnalysisOptions extends FactsOptions {
  /** By path: where files belong that somebody decided on. */
  decided?: ReadonlyMap<string, Classification>;
}

/** Analyse a source tree: metadata, facts, import graph, classification. */
export function analyseTree(
  name: string,
  tree: SourceTree,
  blueprint: Blueprint,
  options: AnalysisOptions = {},
): Analysis {
  const metadata = readProjectMetadata(tree);
  const hints = [
    ...metadata.packages.map((entry) => entry.split('.')[0]),
    (metadata.name ?? name).replace(/[-.]/g, '_').toLowerCase(),
  ];
  const project = buildProjectFacts(name, tree, [...new Set(hints)], {
    minors: targetMinors(metadata.requiresPython),
    places: metadata,
    ...options,
  });
  const edges = importEdges(project);
  return {
    project,
    metadata,
    blueprint,
    edges,
    classifications: classifyProject(project, blueprint, edges, options.decided),
  };
}
