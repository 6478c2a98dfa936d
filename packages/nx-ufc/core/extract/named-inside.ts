import type { ProjectFacts } from '../project/types';

/** Larger files are no texts that name others. */
const MAX_BYTES = 1 << 20;
/** What paths are made of; a run of it may be long, so nothing else is asked of it here. */
const RUN = /[\w./+-]+/g;

/**
 * Files that data names which is taken, by their path from where it lies: schemas import others, templates include others.
 * @param taken paths of data, where to start @param candidates paths that may come along
 * @returns each file with the one that names it
 */
export function namedInside(
  { tree }: Pick<ProjectFacts, 'tree'>,
  taken: readonly string[],
  candidates: readonly string[],
): Map<string, string> {
  const bytes = new Map(tree.files.map((file) => [file.path, file.bytes]));
  const open = new Set(candidates.filter((path) => /[^/]\.\w+$/.test(path) && !taken.includes(path)));
  const found = new Map<string, string>();
  const queue = [...taken];
  for (let from = queue.pop(); from !== undefined && open.size > 0; from = queue.pop()) {
    const named = pathsIn(bytes.get(from));
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    for (const path of open) {
      if (!path.startsWith(folder) || !named.has(path.slice(folder.length))) continue;
      open.delete(path);
      found.set(path, from);
      queue.push(path);
    }
  }
  return found;
}

/** Words of a text that may be paths of files. */
function pathsIn(bytes: Uint8Array | undefined): ReadonlySet<string> {
  if (bytes === undefined || bytes.length > MAX_BYTES || bytes.includes(0)) return new Set();
  const words = Buffer.from(bytes).toString('utf8').match(RUN) ?? [];
  return new Set(
    words.map((word) => word.slice(word.startsWith('./') ? 2 : 0, word.endsWith('.') ? -1 : undefined)),
  );
}
