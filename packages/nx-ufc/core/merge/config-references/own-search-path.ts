import { projectFolders } from './image-places';
import type { ConfigEdit, MovedNames } from './kind';
import { searchPathSpans } from './search-paths';

/** Folders of one list; what stands in brackets may hold what separates them elsewhere. */
const ENTRY = /(?:\$\{\{[^}]*\}\}|\$?\{[^}]*\}|\$\([^)]*\)|[^:;"'[\],\s])+/g;
/** The folder of the project, where a file at its top or one of a pipeline or an editor says so. */
const PROJECT =
  /^(\.|\$PWD|\$\{PWD\}|\$\((pwd|PWD|CURDIR|Build\.SourcesDirectory)\)|\$\{CURDIR\}|\$\{?(GITHUB_WORKSPACE|CI_PROJECT_DIR)\}?|\$\{\{ *github\.workspace *\}\}|\{(toxinidir|tox_root)\}|\$\{workspaceFolder\})$/;
/** An image that only parts of the project are copied into finds the package where it was, unless it looks for others of them. */
const PARTS = /^[ \t]*(COPY|ADD)\b/im;
const WHOLE = /^[ \t]*(COPY|ADD)[ \t]+(--\S+[ \t]+)*\.\/?[ \t]/im;
const AT_TOP = /^(\.[^/]*\/.*\/?)?[^/]*$/;

/**
 * The folder of the project is what packages were imported from, and is not any more: where it is told to be, the folder with the packages stands before
 * it. It stays, since tests and scripts may be imported from it.
 */
export function ownSearchPath(text: string, names: MovedNames, path: string): ConfigEdit[] {
  const { newSearchPath } = names;
  if (newSearchPath === null || !AT_TOP.test(path)) return [];
  const isWhole = !PARTS.test(text) || WHOLE.test(text) || names.reachesProject();
  const inImages = isWhole ? projectFolders(text).filter(({ holds }) => holds === '') : [];
  return searchPathSpans(text).flatMap(({ start, end }) => {
    const value = text.slice(start, end);
    const entries = [...value.matchAll(ENTRY)].map(({ 0: entry, index }) => ({
      at: start + index,
      folder: entry.replace(/(?<=.)\/$/, ''),
    }));
    if (entries.some(({ folder }) => folder.split('/').at(-1) === newSearchPath)) return [];
    const own = entries.find(
      ({ folder }) => PROJECT.test(folder) || inImages.some((image) => image.folder === folder),
    );
    if (!own) return [];
    const added = own.folder === '.' ? newSearchPath : `${own.folder}/${newSearchPath}`;
    const evidence = 'the packages are below another folder';
    return [{ start: own.at, end: own.at, text: added + separator(text, value, own.at), evidence }];
  });
}

/** What separates the folders of the list that begins with the value. */
function separator(text: string, value: string, at: number): string {
  if (!/[[\n]/.test(value)) return value.includes(';') ? ';' : ':';
  const quote = /["']/.exec(text[at - 1])?.[0] ?? '';
  const line = /\n[ \t]*-[ \t]*$/.exec(text.slice(0, at - quote.length))?.[0];
  return quote + (line ?? ', ') + quote;
}
