/**
 * Does pytest find a folder by `testpaths`, which are files, folders and patterns of them
 * (https://docs.pytest.org/en/stable/reference/reference.html#confval-testpaths)? It looks through everything where there are none.
 */
export function findsFolder(testpaths: readonly string[], folder: string): boolean {
  const above = folder.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return testpaths.length === 0 || testpaths.some((given) => isAmong(given.replace(/^\.\/|\/$/g, ''), above));
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
