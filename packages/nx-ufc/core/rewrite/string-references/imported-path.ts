import type { RewriteContext } from '../context';
import { newSourceFolder } from '../locations/source-folder';
import { joinPath, targetsOf } from '../locations/targets';

/** The new path of a file, or of a folder, from the folder that it is imported from; null when it is none of a package that moved. */
export function importedFrom(
  { project, mapping }: RewriteContext,
  path: string,
  mayBeFolder = false,
): string | null {
  const targets = targetsOf(mapping, project);
  const source = newSourceFolder(project, mapping);
  const found = project.layout.roots
    .map(({ searchPath }) => joinPath(searchPath, path))
    .find((candidate) => targets.isFile(candidate) || (mayBeFolder && targets.isFolder(candidate)));
  const target = found === undefined ? null : targets.of(found);
  return target !== null && source !== null && target.startsWith(`${source}/`)
    ? target.slice(source.length + 1)
    : null;
}
