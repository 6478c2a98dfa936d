import { takesFolders } from './folder-programs';
import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

/** `build/pkg/handlers/*`: what moved, in a folder that is not there until something copies it to it. Only proposed, since it may be copied to where it was. */
export function inCopy(
  { text, start, line }: Word,
  path: string,
  { oldRoots, mapPath, isThere }: MovedNames,
): (ConfigEdit & { certain: boolean }) | null {
  const parts = path.split('/');
  if (parts.length < 3 || !isThere || isThere(`${parts[0]}/**`) || !takesFolders(line)) return null;
  const from = parts.findIndex((part, at) => at > 0 && oldRoots.includes(part));
  const tail = parts.slice(from).join('/');
  const target = from < 0 || !tail.includes('/') ? null : mapPath(tail)?.replace(/^src\//, '');
  if (!target || target === tail) return null;
  const at = start + text.indexOf(path) + path.length - tail.length;
  const evidence = `${path} ends with a path that moved`;
  return { start: at, end: at + tail.length, text: target, evidence, certain: false };
}
