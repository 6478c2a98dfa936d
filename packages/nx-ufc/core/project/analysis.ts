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
  const declared = declaredNames(metadata);
  const hints = [...declared, ...(metadata.name === null ? [importName(name)] : [])];
  const project = buildProjectFacts(name, tree, [...new Set(hints)], {
    declared,
    minors: targetMinors(metadata.requiresPython),
    places: metadata,
    required: new Set(metadata.dependencies.map((dependency) => dependency.name)),
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

/** Import names that the metadata declares; the one that is named like the distribution comes first, whatever else ships with it. */
function declaredNames({ packages, name, packagePatterns }: ProjectMetadata): string[] {
  const patterns = packagePatterns?.include.filter((pattern) => /^[A-Za-z_]\w*(\*|\.|$)/.test(pattern)) ?? [];
  const named = [...packages, ...patterns].map((entry) => entry.split(/[.*]/, 1)[0]);
  if (name === null) return named;
  const own = importName(name);
  return named.includes(own) ? [own, ...named] : [...named, own];
}

/** How a distribution or a folder would be imported. */
function importName(name: string): string {
  return name.replace(/[-.]/g, '_').toLowerCase();
}
