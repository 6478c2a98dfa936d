import { isUtf8 } from 'node:buffer';
import type { Tree } from '@nx/devkit';
import type { MigrationPlan } from '../../core/plan/types';
import type { ProjectFacts } from '../../core/project/types';
import type { ConsumerPlan } from '../../core/consumers/types';
import { encodeSource, type PythonSource } from '../../core/python';
import { applyEdits, type Edit } from '../../core/text/edits';

/** Carry a plan out on a tree: every file with its edits to its new place, every generated file. */
export function applyPlan(tree: Tree, plan: MigrationPlan, project: ProjectFacts, folder: string): void {
  const bytes = new Map(project.tree.files.map((file) => [file.path, file.bytes]));
  for (const file of plan.files) {
    const content = edited(bytes.get(file.source)!, project.sources.get(file.source) ?? null, file.edits);
    tree.write(`${folder}/${file.target}`, content);
  }
  for (const file of plan.creates) tree.write(`${folder}/${file.path}`, file.content);
}

/** Carry out what a plan does to other projects. */
export function applyConsumerPlan(tree: Tree, plan: ConsumerPlan): void {
  for (const { path, source, edits } of plan.files) tree.write(path, edited(tree.read(path)!, source, edits));
}

/** The bytes of a file with its edits; `source` is its decoded text, null for one that is no Python: its edits count letters of UTF-8, or bytes where it is none. */
export function edited(original: Uint8Array, source: PythonSource | null, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return Buffer.from(original);
  if (source) return Buffer.from(encodeSource({ ...source, text: applyEdits(source.text, edits) }));
  const encoding = isUtf8(original) ? 'utf8' : 'latin1';
  return Buffer.from(applyEdits(Buffer.from(original).toString(encoding), edits), encoding);
}
