/**
 * Does pytest find a folder by `testpaths`, which are files, folders and patterns of them
 * (https://docs.pytest.org/en/stable/reference/reference.html#confval-testpaths)? It looks through everything where there are none, or where none of them is there.
 */
export function findsFolder(
  testpaths: readonly string[],
  folder: string,
  isThere: (testpath: string) => boolean = () => true,
): boolean {
  const given = testpaths.map((path) => path.replace(/^\.\/|\/$/g, ''));
  return !given.some(isThere) || given.some((path) => isAmong(path, foldersTo(folder)));
}

/** Is one of these files, or a folder above one, what a pattern says? */
export function matchesAny(pattern: string, paths: readonly string[]): boolean {
  return isAmong(pattern, [...new Set(paths.flatMap(foldersTo))]);
}

function foldersTo(path: string): string[] {
  return path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
}

function isAmong(given: string, folders: readonly string[]): boolean {
  if (given === '' || given === '.') return true;
  const source = given
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('**', '.*')
    .replace(/(?<!\.)\*/g, '[^/]*');
  const pattern = new RegExp(`^${source.replaceAll('?', '[^/]')}$`);
  return folders.some((folder) => pattern.test(folder));
}
