import type { Blueprint } from '../blueprint/types';
import type { Classification, GraphEdge } from '../inventory/types';
import { parentOf } from '../project/module-name';
import { ownPackage } from '../project/own-root';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { withInheritedBases } from './inherited-bases';
import { decide, sightingsOf } from './module';
import { placeModules } from './place';
import { importOf, type ClassifierInput, type Sighting } from './sighting';
import { wholeFolderOf, type WholeFolder } from './whole-folders';

/** What is known of a shipped module before its neighbours are looked at. */
export interface Seen {
  info: ModuleInfo;
  sightings: readonly Sighting[];
  /** By its content alone. */
  own: Classification;
  /** Somebody decided on it: it does not follow its package. */
  decided: boolean;
  /** What it cannot leave. */
  whole: WholeFolder | null;
  /** A framework that core may not import. */
  framework: { kind: string; name: string; line: number } | null;
}

/**
 * Classify every module of a project: by content, then together with its package and under the layer rules.
 * @param decided by path, what is not to be decided here; only the layer rules go before it
 * @returns by path
 */
export function classifyProject(
  project: ProjectFacts,
  blueprint: Blueprint,
  edges: readonly GraphEdge[],
  decided: ReadonlyMap<string, Classification> = new Map(),
): Map<string, Classification> {
  const seen = new Map<string, Seen>();
  const apart = new Map<string, Classification>();
  for (const info of project.modulesByPath.values()) {
    const found = info.area === 'shipped' ? withoutLayer(project, info) : areaOf(info);
    if (found) apart.set(info.path, found);
    else seen.set(info.name, look(project, info, blueprint, decided.get(info.path)));
  }
  const root = ownPackage(project)?.name ?? '';
  const placed = placeModules(seen, edges, blueprint, root);
  const all = [...project.modulesByPath.values()];
  return new Map(all.map(({ path, name }) => [path, apart.get(path) ?? placed.get(name)!]));
}

/** What others wrote helps the package, whatever it does. */
const VENDORED: Classification = {
  layer: 'core',
  role: 'util',
  confidence: 1,
  evidence: ['third-party code that the package brings along'],
};

/** What templates hold runs in what is made of them. */
const TEMPLATES: Classification = {
  layer: 'core',
  role: 'util',
  confidence: 1,
  evidence: ['templates of projects'],
};

function look(
  project: ProjectFacts,
  info: ModuleInfo,
  blueprint: Blueprint,
  decided: Classification | undefined,
): Seen {
  const input: ClassifierInput = { info, facts: withInheritedBases(project, blueprint, info), blueprint };
  const whole = decided ? null : wholeFolderOf(project, info.path);
  const given = whole?.kind === 'vendored' ? VENDORED : whole?.kind === 'template' ? TEMPLATES : null;
  const sightings = given ? [] : sightingsOf(input);
  const forbidden = blueprint.layers.find((layer) => layer.id === 'core')!.forbiddenFrameworks;
  const [framework = null] = forbidden.flatMap((kind) => {
    const found = importOf(input, kind);
    return found ? [{ kind, ...found }] : [];
  });
  const own = decided ?? given ?? decide(sightings, blueprint);
  return { info, sightings, own, decided: decided !== undefined, whole, framework };
}

/** The facade of the package and its `__main__` keep their place at the top, whatever they import. */
function withoutLayer(project: ProjectFacts, info: ModuleInfo): Classification | null {
  const root = ownPackage(project);
  if (root?.name === info.name && root.kind === 'package') {
    return { layer: null, role: 'facade', confidence: 1, evidence: ['__init__ of the top-level package'] };
  }
  const isMain = /(^|\/)__main__\.py$/.test(info.path) && root !== null && parentOf(info.name) === root.name;
  return isMain
    ? { layer: null, role: 'main', confidence: 1, evidence: [`run by python -m ${parentOf(info.name)}`] }
    : null;
}

function areaOf(info: ModuleInfo): Classification {
  return { layer: null, role: info.area, confidence: 1, evidence: [`lies in ${info.path.split('/')[0]}`] };
}
