import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { upwardPath } from './upward-path';
import { pathEdit } from './words';

/** `[text](path "title")`, `![image](<path>)` (https://spec.commonmark.org/0.31.2/#links). */
const LINK = /\]\(<?([^()\s<>#?]+)/g;
const DEFINITION = /^[ ]{0,3}\[[^\]\n]+\]:[ \t]+<?([^\s<>#?]+)/gm;

/** Links of a Markdown document to files and folders, from its own folder. */
export const documentLinks: ConfigReferenceKind = {
  id: 'document-link',
  files: /\.(md|markdown)$/i,
  find(text, names, path) {
    const found = [LINK, DEFINITION].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const start = match.index + match[0].length - match[1].length;
        return linkEdit(match[1], start, names, path) ?? [];
      }),
    );
    return { edits: found.filter(({ certain }) => certain), doubts: [] };
  },
};

function linkEdit(
  target: string,
  start: number,
  names: MovedNames,
  path: string,
): (ConfigEdit & { certain: boolean }) | null {
  if (/^\/|^[\w+.-]+:/.test(target)) return null;
  const named = target.replace(/\/$/, '');
  const word = { text: named, start, previous: '', line: [] };
  return upwardPath(word, names, path) ?? (named.includes('/') ? pathEdit(word, names) : null);
}
