import type { MapEntry } from '../plan/types';
import { buildMoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { applyEdits } from '../text/edits';
import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from './project';

/** Folders of the workspace, the one before and the one after. */
type Folders = { from: string; to: string };

/** A project `pkg` whose files move to `new`, for tests: old path → new one; what is not named stays. */
export function moveAll(
  files: Record<string, string>,
  moves: Record<string, string>,
  off: string[] = [],
  places?: Folders,
) {
  const project = buildProjectFacts('pkg', treeOf(files));
  const entries = project.tree.files.map((file): MapEntry => ({
    source: file.path,
    target: moves[file.path] ?? file.path,
    action: 'move',
    layer: null,
    role: '',
    confidence: 1,
    evidence: [],
    complexity: 0,
    review: false,
  }));
  const mapping = buildMoveMapping(project, entries, 'src', { from: 'pkg', to: 'new' });
  return { project, mapping: { ...mapping, off: new Set(off), ...(places ? { places } : {}) } };
}

/** The texts that change when files of a package `pkg` move. */
export function moved(
  files: Record<string, string>,
  moves: Record<string, string>,
  places?: Folders,
): Record<string, string> {
  const { project, mapping } = moveAll(files, moves, [], places);
  const result: Record<string, string> = {};
  for (const info of project.modulesByPath.values()) {
    const text = project.sources.get(info.path)!.text;
    const after = applyEdits(text, rewriteModule(project, mapping, info).edits);
    if (after !== text) result[info.path] = after;
  }
  return result;
}
