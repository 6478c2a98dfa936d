import { follow, joinPath, relativeSegments } from '../../rewrite/locations/targets';
import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

const UPWARD = /^((?:\.\.\/)+[\w.@-]+(?:\/[\w.@-]+)*)(\/?(?:\*\*?(?:\/\*)?[\w.*]*)?)$/;

/**
 * A path that begins with steps up from the folder of its file: `../web/settings.py` in `docker/compose.yaml`.
 * @param file path of the file before
 * @returns the path as it is now, seen from where the file is; certain where it is that of something that was there
 */
export function upwardPath(
  word: Pick<Word, 'text' | 'start'>,
  names: MovedNames,
  file: string,
): (ConfigEdit & { certain: boolean }) | null {
  const named = UPWARD.exec(word.text)?.[1];
  if (named === undefined) return null;
  const path = follow(folderOf(file), named.split('/'));
  if (path === null) return beside(word.start, named, names, file);
  if (path === '') return null;
  const certain = names.mapPath(path);
  const target = certain ?? names.mapBelow(path);
  if (target === null) return null;
  const folder = folderOf(names.mapPath(file) ?? file);
  // As it is written it may still lead there, though another way is shorter.
  if (follow(folder, named.split('/')) === target) return null;
  const text = relativeSegments(folder, target).join('/') || '.';
  const evidence = certain === null ? `${path} is below a folder that moved` : 'path of what moved';
  return { start: word.start, end: word.start + named.length, text, evidence, certain: certain !== null };
}

/** Where a path begins in a requirement or a setting: at an end of a word, or behind what stands for the folder of the project. */
const BEGIN = String.raw`(?<=^|[\s,;=("'[@|]|(?<![\w.])\.\/|\bfile:(?:\/\/)?|\$\{PROJECT_ROOT\}\/|\{root(?::uri)?\}\/)`;
const UPWARDS = new RegExp(String.raw`${BEGIN}(?:\.\.\/)+[\w.@-]+(?:\/[\w.@-]+)*`, 'gm');
const FOLDERS_ABOVE = /^\.\.(\/\.\.)*$/;

/**
 * Paths that lead up from the folder of a file, anywhere in a text of it: requirements by path, sources of dependencies, folders of tools.
 * A text that is nothing but steps up is one, too.
 */
export function upwardPathsIn(
  text: string,
  names: MovedNames,
  file: string,
): (ConfigEdit & { certain: boolean })[] {
  if (FOLDERS_ABOVE.test(text)) return [beside(0, text, names, file) ?? []].flat();
  return [...text.matchAll(UPWARDS)].flatMap(
    ({ 0: path, index: start }) => upwardPath({ text: path, start }, names, file) ?? [],
  );
}

/** What lies outside of the project stays; the folder of the project may have become another one, deeper or not as deep. */
function beside(
  start: number,
  named: string,
  { places, mapPath }: MovedNames,
  file: string,
): (ConfigEdit & { certain: boolean }) | null {
  if (!places || /^(\.\.|\/)/.test(places.from)) return null;
  const path = follow(joinPath(places.from, folderOf(file)), named.split('/'));
  if (path === null || `${path}/`.startsWith(`${places.from}/`)) return null;
  const text = relativeSegments(joinPath(places.to, folderOf(mapPath(file) ?? file)), path).join('/');
  if (text === named) return null;
  const evidence = 'path of what lies beside the project';
  return { start, end: start + named.length, text, evidence, certain: true };
}

/**
 * Where a path that begins at the folder of a file leads now, seen from where that file is.
 * @param file path of the file before
 * @returns null where it is none of what moved, or leads there as it is written
 */
export function fromFolder(named: string, names: MovedNames, file: string): string | null {
  const [from, to] = [folderOf(file), folderOf(names.mapPath(file) ?? file)];
  const segments = named.split('/').filter((part) => part !== '.');
  const path = follow(from, segments);
  const target = path === null || path === from ? null : names.mapPath(path);
  if (target === null || follow(to, segments) === target) return null;
  return relativeSegments(to, target).join('/') || '.';
}

/** The folder of a file, `""` for the project. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
