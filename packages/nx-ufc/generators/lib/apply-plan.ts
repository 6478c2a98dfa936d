import type { Tree } from '@nx/devkit';
import type { MigrationPlan } from '../../core/plan/types';
import type { ProjectFacts } from '../../core/project/types';
import { encodeSource } from '../../core/python';
import { applyEdits } from '../../core/text/edits';

/** Carry a plan out on a tree: every file with its edits to its new place, every generated file. */
export function applyPlan(tree: Tree, plan: MigrationPlan, project: ProjectFacts, folder: string): void {
  const bytes = new Map(project.tree.files.map((file) => [file.path, file.bytes]));
  for (const file of plan.files) {
    const original = bytes.get(file.source)!;
    const source = project.sources.get(file.source);
    let content: Uint8Array = original;
    if (file.edits.length > 0) {
      content = source
        ? encodeSource({ ...source, text: applyEdits(source.text, file.edits) })
        : Buffer.from(applyEdits(Buffer.from(original).toString('utf8'), file.edits));
    }
    tree.write(`${folder}/${file.target}`, Buffer.from(content));
  }
  for (const file of plan.creates) tree.write(`${folder}/${file.path}`, file.content);
}
