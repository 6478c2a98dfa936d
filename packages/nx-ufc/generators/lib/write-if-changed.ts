import type { Tree } from '@nx/devkit';

/** Write a file unless it has these bytes already: an unchanged file must not show up as a change. */
export function writeIfChanged(tree: Tree, path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  const present = tree.exists(path) ? tree.read(path) : null;
  if (!present || !present.equals(bytes)) tree.write(path, bytes);
}
