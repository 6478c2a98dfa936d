import { onlyCallsPbr } from '../metadata/pbr';
import type { Analysis } from '../project/analysis';
import { compilingArgument } from '../project/compiled-modules';
import { inTests } from '../project/layout';
import type { ProjectFacts } from '../project/types';
import type { MapEntry } from './types';

export interface ProposeOptions {
  /** Import package of the capability: `au_sys_tinydb`. */
  package: string;
  /** Metadata is derived into a new pyproject.toml: setup.py and its company are not carried along. */
  derivesMetadata: boolean;
}

/** The entry of a file that does not come along. */
export function excluded(path: string, role: string, reason: string): MapEntry {
  return {
    source: path,
    target: null,
    action: 'exclude',
    layer: null,
    role,
    confidence: 1,
    evidence: [],
    complexity: 0,
    review: false,
    reason,
  };
}

const DERIVED = new Set(['setup.py', 'MANIFEST.in']);
/** Metadata that lies where builds put it: at the top, or in the folder that packages are imported from. */
const BUILT = /^PKG-INFO$|^([^/]+\/)?[^/]+\.(egg|dist)-info\//;
/** Tests, documents and configuration keep their place, which is the place that their paths to one another rely on. */
export function outsideEntry(
  { project, metadata }: Analysis,
  path: string,
  { derivesMetadata }: ProposeOptions,
): MapEntry {
  const info = project.modulesByPath.get(path);
  const base = { source: path, layer: null, confidence: 1, complexity: 0, review: false };
  if (derivesMetadata && DERIVED.has(path) && !compilingArgument(project))
    return excluded(path, 'packaging', 'its metadata is in pyproject.toml');
  const isReplaced = metadata.version !== null && /^pbr\./.test(metadata.backend);
  if (path === 'setup.py' && isReplaced && onlyCallsPbr(project.facts.get(path)!))
    return excluded(path, 'packaging', 'it only hands over to pbr, which no longer builds the package');
  // Deeper, or among the tests, it describes packages that something is tried on.
  if (BUILT.test(path) && !inTests(path, project.layout))
    return excluded(path, 'packaging', 'metadata that a build makes');
  const role = info ? info.area : /^docs?\//.test(path) ? 'doc' : 'config';
  const beside = besideSource(project, path);
  if (beside !== null)
    return {
      ...base,
      target: beside,
      action: 'move',
      role,
      evidence: [`${role === 'test' ? 'tests' : 'scripts'} lie beside the source folder`],
    };
  const inSource = path === 'src' || path.startsWith('src/');
  const evidence = [info ? `${info.area} code` : 'no part of the package'];
  return { ...base, target: path, action: 'keep', role, evidence, ...(inSource ? { review: true } : {}) };
}

/** The place of tests and scripts that lie in the source folder, which is for the one package; null when they lie elsewhere. */
function besideSource({ layout, tree, facts }: ProjectFacts, path: string): string | null {
  const tests = layout.tests.find((folder) => /^src\/[^/]+$/.test(folder) && path.startsWith(`${folder}/`));
  const script = /^src\/[^/]+(?=\/|$)/.exec(facts.has(path) ? path : '')?.[0];
  const place = tests ?? script;
  if (place === undefined) return null;
  const target = place.slice('src/'.length);
  const isTaken = tree.files.some((file) => file.path === target || file.path.startsWith(`${target}/`));
  return (isTaken ? 'src_' : '') + path.slice('src/'.length);
}
