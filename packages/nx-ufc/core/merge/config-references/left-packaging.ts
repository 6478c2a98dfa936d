import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';
import { wordsOf, type Word } from './line-words';

const NEW = 'pyproject.toml';

/**
 * What an image copies to install the project by, and that gave way to pyproject.toml, which its readme must lie beside. A copy that gets a name
 * of its own is something to decide.
 * @param paths words of one COPY or ADD: what is copied, and where to
 */
export function copiedPackaging(text: string, paths: readonly Word[], names: MovedNames): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  const sources = paths.slice(0, -1);
  const has = (path: string) => sources.some((word) => pathOf(word) === path);
  const needed = [NEW, ...(names.packagingFiles ?? [])].filter((path) => !has(path));
  for (const word of sources.filter((one) => names.isPackaging?.(pathOf(one)))) {
    const path = pathOf(word);
    const end = word.start + word.text.length;
    const start = end - path.length;
    const evidence = `${path} is not there any more, pyproject.toml says what it said`;
    if (!isFolder(paths.at(-1)!, sources)) found.doubts.push({ start, end, text: NEW, evidence });
    else if (needed.length > 0) found.edits.push({ start, end, text: needed.splice(0).join(' '), evidence });
    else found.edits.push(without(text, { start: word.start, end }, evidence));
  }
  return found;
}

/** The first command with packaging that gave way to pyproject.toml: `python setup.py sdist`, `flake8 setup.py`. */
export function leftPackaging(
  text: string,
  names: MovedNames,
  known: readonly ConfigEdit[] = [],
): ConfigEdit[] {
  const isLeft = (word: Word) => names.isPackaging?.(pathOf(word)) && !known.some(isWithin(word));
  for (const word of wordsOf(text)) {
    if (!isLeft(word)) continue;
    const evidence = `${pathOf(word)} is not there any more, pyproject.toml says what it said: \`python -m build\` builds the project, \`pip install .\` installs it`;
    return [{ start: word.start, end: word.start, text: '', evidence }];
  }
  return [];
}

function pathOf({ text }: Word): string {
  return text.replace(/^\.\//, '');
}

/** Several files, or one file into a folder (https://docs.docker.com/reference/dockerfile/#destination). */
function isFolder({ text }: Word, sources: readonly Word[]): boolean {
  return sources.length > 1 || /(^|\/)\.{0,2}$/.test(text);
}

function isWithin(word: Word): (edit: ConfigEdit) => boolean {
  return ({ start, end }) => start <= word.start + word.text.length && word.start <= end;
}

/** A word, with the space behind it. */
function without(text: string, { start, end }: { start: number; end: number }, evidence: string): ConfigEdit {
  return { start, end: end + /^[ \t]*/.exec(text.slice(end))![0].length, text: '', evidence };
}
