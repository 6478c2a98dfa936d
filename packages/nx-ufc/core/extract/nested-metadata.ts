import { readProjectMetadata } from '../metadata/read';
import type { ProjectMetadata } from '../metadata/types';
import type { SourceTree } from '../project/types';

const DESCRIBES = /(^|\/)(pyproject\.toml|setup\.py|setup\.cfg|requirements\.(txt|in)|Pipfile)$/;

/**
 * Metadata of the projects that some files lie in: in a repository of several services each has its own, below that of the whole. The
 * deepest one that holds all files says name and version; what any of them declares is declared.
 * @param whole metadata of the source @param paths of the files that are named
 */
export function metadataAround(
  tree: SourceTree,
  whole: ProjectMetadata,
  paths: readonly string[],
): ProjectMetadata {
  const folders = foldersAbove(tree, paths);
  const own = folders.map((folder) => ({ folder, metadata: readProjectMetadata(below(tree, folder)) }));
  const shared = own
    .filter(({ folder }) => paths.every((path) => path.startsWith(folder)))
    .map(({ metadata }) => metadata);
  const about = shared.find(({ name }) => name !== null) ?? whole;
  const all = [...own.map(({ metadata }) => metadata), whole];
  return {
    ...about,
    dependencies: all.flatMap(({ dependencies }) => dependencies),
    extras: [...new Set(all.flatMap(({ extras }) => extras))],
    entryPoints: all.flatMap(({ entryPoints }) => entryPoints),
  };
}

/** Folders below the root that hold files of packaging and some of the paths, the deepest first, each with a slash behind. */
function foldersAbove({ files }: SourceTree, paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (folder !== '' && DESCRIBES.test(path) && paths.some((one) => one.startsWith(folder)))
      found.add(folder);
  }
  return [...found].sort((a, b) => b.length - a.length);
}

function below(tree: SourceTree, folder: string): SourceTree {
  const files = tree.files
    .filter(({ path }) => path.startsWith(folder))
    .map((file) => ({ ...file, path: file.path.slice(folder.length) }));
  return { ...tree, files };
}
