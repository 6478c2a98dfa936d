import type { Tree } from '@nx/devkit';
import type { RenderedFile } from '../../core/templates/render';
import { sha256 } from '../../platform/transaction/files';
import { writeIfChanged } from './write-if-changed';

/** `.ufc/baseline/<project>/generated.json`: what the factory wrote, so that a changed file is known to be a person's. */
export interface GeneratedFiles {
  schema: 'ufc:generated-files:1';
  /** Path below the capability → SHA-256 of the text that was generated. */
  files: Record<string, string>;
}

export function baselinePath(project: string, name: string): string {
  return `.ufc/baseline/${project}/${name}`;
}

export function readGenerated(tree: Tree, project: string): GeneratedFiles {
  const path = baselinePath(project, 'generated.json');
  return tree.exists(path)
    ? (JSON.parse(tree.read(path, 'utf8')!) as GeneratedFiles)
    : { schema: 'ufc:generated-files:1', files: {} };
}

/** Remember the texts that were generated; older entries stay. */
export function recordGenerated(tree: Tree, project: string, files: readonly RenderedFile[]): void {
  const known = readGenerated(tree, project);
  for (const file of files) known.files[file.path] = sha256(Buffer.from(file.content));
  const sorted = Object.fromEntries(Object.entries(known.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeIfChanged(
    tree,
    baselinePath(project, 'generated.json'),
    `${JSON.stringify({ ...known, files: sorted }, null, 2)}\n`,
  );
}
