import type { ProjectFolder } from './image-places';
import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

/**
 * A path of an image or container, below the folder that holds the project there. Where that folder is a package, it is imported by the
 * name of the folder, which follows.
 */
export function insideOf(
  { folder, holds }: ProjectFolder,
  word: Word,
  names: MovedNames,
): (ConfigEdit & { certain: boolean }) | null {
  const rest = word.text.slice(folder.length).replace(/^\/|\/$/g, '');
  const path = `${holds}${rest}`.replace(/\/$/, '');
  const home = holds === '' ? '' : `${names.mapPath(holds.slice(0, -1)) ?? holds.slice(0, -1)}/`;
  const target = path === '' ? null : `${names.mapPath(path) ?? path}/`;
  if (target === null || !target.startsWith(home)) return null;
  const root = packageOf(folder, holds, home, names);
  if (rest === '' && root === null) return nowWithin(folder, word, names);
  const start = word.start + folder.length - (root?.before.length ?? -1);
  const before = [root?.before ?? [], rest === '' ? [] : rest].flat().join('/');
  const inner = target.slice(home.length, -1);
  const text = [root?.after ?? [], inner === '' ? [] : inner].flat().join('/');
  if (text === before) return null;
  const evidence = `${word.text} is ${path} of the project, which moved`;
  return { start, end: start + before.length, text, evidence, certain: false };
}

/** A package that is mounted or copied by itself is imported from below another one now. */
function nowWithin(
  folder: string,
  { start }: Word,
  { oldRoots, mapModule }: MovedNames,
): (ConfigEdit & { certain: boolean }) | null {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const after = oldRoots.includes(name) ? mapModule(name) : null;
  if (after === null || after === name) return null;
  const evidence = `${folder} was imported as ${name}, which is ${after} now: src is what has to be importable there`;
  return { start, end: start, text: '', evidence, certain: false };
}

function packageOf(
  folder: string,
  holds: string,
  home: string,
  { oldRoots, mapModule, newSearchPath, isInImage }: MovedNames,
): { before: string; after: string } | null {
  const before = folder.slice(folder.lastIndexOf('/') + 1);
  const after = oldRoots.includes(before) && `/${holds}`.endsWith(`/${before}/`) ? mapModule(before) : null;
  if (after === null || !`/${home}`.endsWith(`/${after}/`)) return null;
  return { before, after: newSearchPath !== null && isInImage ? `${newSearchPath}/${after}` : after };
}
