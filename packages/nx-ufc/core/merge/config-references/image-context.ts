import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

/**
 * What an image copies from a folder above its file that is not the project's, and that left that folder: `COPY ./app` of
 * `users/docker/Dockerfile`, built in `users`. A build has no way to what lies beside its context.
 * @param sources words of COPY and ADD that name what is copied
 * @param path of the file
 */
export function leftContext(sources: readonly Word[], names: MovedNames, path: string): ConfigEdit[] {
  const folders = foldersAbove(path);
  return folders.length === 0 ? [] : sources.flatMap((word) => fromFolder(word, names, folders) ?? []);
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/'));
}

function fromFolder(word: Word, names: MovedNames, folders: readonly string[]): ConfigEdit | null {
  const source = /^(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)\/?$/.exec(word.text)?.[1];
  if (source === undefined || source.startsWith('.') || names.mapPath(source) !== null) return null;
  for (const folder of folders) {
    const from = `${folder}/${source}`;
    const target = names.mapPath(from);
    if (target === null || target === from) continue;
    const evidence = `${from} is ${target} now: an image that is built in ${folder} cannot copy it from there`;
    return { start: word.start, end: word.start, text: '', evidence };
  }
  return null;
}
