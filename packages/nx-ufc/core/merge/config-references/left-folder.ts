import type { ConfigEdit, MovedNames } from './kind';
import { wordsOf, type Word } from './line-words';
import { isPath } from './words';

/**
 * The first use of a whole folder that the packages were imported from and that holds none of them any more, as something to decide: the
 * context of an image, a mounted folder, `cd backend`. What an image copies from the folder of its file is one, too.
 * @param path of the file
 * @param known what is said of the text already
 */
export function leftFolder(
  text: string,
  names: MovedNames,
  path: string,
  known: readonly ConfigEdit[],
): ConfigEdit[] {
  const left = names.leftFolders ?? [];
  if (left.length === 0) return [];
  const own = left.find(
    (folder) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'),
  );
  for (const word of wordsOf(text)) {
    const folder = copiesAll(word) ? own : left.find((one) => isWhole(word, one));
    if (folder === undefined || known.some(({ start }) => start === word.start)) continue;
    const evidence = `${folder} does not hold the code any more, which lies below src: what is done with this folder here needs src, too`;
    return [{ start: word.start, end: word.start, text: '', evidence }];
  }
  return [];
}

function copiesAll({ text, line }: Word): boolean {
  return (
    /^(COPY|ADD)$/i.test(line[0] ?? '') &&
    /^\.\/?$/.test(text) &&
    line.slice(1).every((word) => word.startsWith('--'))
  );
}

/** `./backend:/app` mounts a folder, `backend` alone is one only where a folder is expected. */
function isWhole(word: Word, folder: string): boolean {
  const named = word.text.split(':', 1)[0];
  const path = named.replace(/^\.\//, '').replace(/\/\.?$/, '');
  return path === folder && (named !== path || isPath(word, path));
}
