import { configValue } from './config-value';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

/** Folders that are watched (https://www.mkdocs.org/user-guide/configuration/#watch), and pages, which lie in the folder of the documents. */
const WATCH = /^watch:[ \t]*\r?\n((?:[ \t]*-[ \t]+[^\n]*(?:\n|$))+)/m;
const NAV = /^nav:[ \t]*\r?\n((?:[ \t]+[^\n]*(?:\n|$)|[ \t]*-[^\n]*(?:\n|$)|[ \t]*\n)+)/m;
const ITEM = /-[ \t]+(["']?)([\w./-]+)\1[ \t]*\r?$/gm;

/** Settings of MkDocs. */
export const mkdocs: ConfigReferenceKind = {
  id: 'mkdocs',
  files: /(^|\/)mkdocs[\w.-]*\.ya?ml$/,
  find(text, names, path) {
    const { edits, doubts } = configValue.find(text, names, path);
    const nav = NAV.exec(text);
    const isPage = ({ start }: ConfigEdit) =>
      nav !== null && nav.index <= start && start < nav.index + nav[0].length;
    return {
      edits: [...edits.filter((edit) => !isPage(edit)), ...watched(text, names, edits)],
      doubts: doubts.filter((edit) => !isPage(edit)),
    };
  },
};

function watched(text: string, { mapPath }: MovedNames, known: readonly ConfigEdit[]): ConfigEdit[] {
  const match = WATCH.exec(text);
  if (!match) return [];
  const from = match.index + match[0].length - match[1].length;
  return [...match[1].matchAll(ITEM)].flatMap(({ 0: item, 2: folder, index }) => {
    const target = mapPath(folder.replace(/\/$/, ''));
    const start = from + index + item.lastIndexOf(folder);
    if (target === null || known.some((edit) => edit.start === start)) return [];
    return [{ start, end: start + folder.length, text: target, evidence: 'folder that is watched' }];
  });
}
