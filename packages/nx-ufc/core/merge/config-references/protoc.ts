import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

/** Where it looks for what it reads, and where it puts what it makes (https://grpc.io/docs/languages/python/basics/#generating-client-and-server-code). */
const FOLDER_OPTION = /^(-I|--(proto_path|\w+_out))$/;

/**
 * Folders that protoc is given. Modules that it makes import one another by the paths of their sources below such a folder, so it goes to where
 * those paths are the same: `proto/` of `proto/chat.proto` to the folder of `chat.proto`, that of the project to `src`.
 * @returns the edit of a word, null where it is none
 */
export function protocFolders(text: string, names: MovedNames): (word: Word) => ConfigEdit | null {
  if (!text.includes('protoc')) return () => null;
  const moved = [...text.matchAll(/[\w./-]+\.proto\b/g)].flatMap(([written]) => {
    const from = written.replace(/^\.\//, '');
    const to = names.mapPath(from);
    return to === null || to === from ? [] : [{ from, to }];
  });
  return (word) => (moved.length === 0 ? null : folderEdit(word, moved));
}

function folderEdit(word: Word, moved: readonly { from: string; to: string }[]): ConfigEdit | null {
  const joined = /^-I(?=[\w.])/.exec(word.text)?.[0].length ?? 0;
  if (joined === 0 && !FOLDER_OPTION.test(word.previous)) return null;
  const written = word.text.slice(joined);
  const path = written.replace(/^\.\//, '').replace(/\/$/, '');
  const text = path === '' || path === '.' ? sourceFolder(moved) : folderOf(path, moved);
  if (text === null || text === path) return null;
  const start = word.start + joined;
  const end = start + written.replace(/(?<=.)\/$/, '').length;
  return { start, end, text, evidence: 'folder of what protoc reads' };
}

/** All went below `src`, where packages are imported from. */
function sourceFolder(moved: readonly { to: string }[]): string | null {
  return moved.every(({ to }) => to.startsWith('src/')) ? 'src' : null;
}

function folderOf(path: string, moved: readonly { from: string; to: string }[]): string | null {
  const inside = moved.filter(({ from }) => from.startsWith(`${path}/`));
  const folders = inside.map(({ from, to }) => {
    const rest = from.slice(path.length);
    return to.endsWith(rest) ? to.slice(0, -rest.length) : null;
  });
  return folders.length > 0 && folders.every((one) => one === folders[0]) ? folders[0] : null;
}
