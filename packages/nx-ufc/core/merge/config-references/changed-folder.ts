import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';
import { upwardPath } from './upward-path';

/** `cd there`; of what a command is given before it ends. */
const CHANGE = /(?:^|[\s;&|(])(?:cd|pushd)[ \t]+([^\n;&|]+)(?=[\n;&|])/g;
/** The folder of the script itself: `cd "$(dirname "$0")"`. */
const OWN = /^["']?\$[({].*(?:dirname|BASH_SOURCE|CURDIR)(?!.*\.\.)/;

/**
 * Do commands before an offset go to another folder, so that a path which leads up from there begins elsewhere? What is above in the same block of lines
 * counts, as in a script, in a step of CI and in a recipe that goes on over several lines.
 * @param own folder of the project, which such paths are taken to begin at
 */
export function isFolderChanged(text: string, at: number, own?: string): boolean {
  const lines = text.slice(0, at).split('\n');
  const last = lines.length - 1;
  const indent = indentOf(lines[last]);
  let first = last;
  while (first > 0 && (lines[first - 1].trim() === '' || indentOf(lines[first - 1]) >= indent)) first--;
  const before = lines.slice(first).join('\n');
  return [...before.matchAll(CHANGE)].some(([, folder]) => !OWN.test(folder) && plain(folder) !== own);
}

/** Without quotes, and slashes and dots around it. */
function plain(folder: string): string {
  return folder
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^\.\/|\/$/g, '');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A path that leads up, from the folder of the file as long as no command goes to another one. */
export function upwardIn(
  all: string,
  part: Word,
  names: MovedNames,
  file: string,
): (ConfigEdit & { certain: boolean }) | null {
  const edit = upwardPath(part, names, file);
  return edit?.certain && isFolderChanged(all, part.start, names.places?.from)
    ? { ...edit, certain: false }
    : edit;
}
