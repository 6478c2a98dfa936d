import ignore from 'ignore';
import { applyEdits } from '../text/edits';
import { appendedLines } from '../text/appended';
import { lineNumberAt } from '../text/lines';
import type { SourceTree } from '../project/types';
import type { PlannedFile } from './types';

const PATH = '.gitignore';

/**
 * The .gitignore at the top so that no file is hidden from git by its new place, as all of `core/` is by a pattern for the core dumps of
 * programs: such files, and folders of them, are named after the patterns (https://git-scm.com/docs/gitignore). Build backends leave out what git ignores.
 * @param created paths of files that are made
 * @param isMade whether a file that git ignored at the old place is made anew by the build; another build backend makes nothing
 */
export function withVisibleFiles(
  files: readonly PlannedFile[],
  created: readonly string[],
  tree: SourceTree,
  isMade: (target: string) => boolean,
): PlannedFile[] {
  const own = files.find(({ source, target }) => source === PATH && target === PATH);
  if (!own) return [...files];
  const before = Buffer.from(tree.files.find(({ path }) => path === PATH)!.bytes).toString('utf8');
  const was = ignoredBy(before);
  const visible = files.filter(({ source, target }) => !was(source) || !isMade(target));
  const lines = shownAgain(applyEdits(before, own.edits), [
    ...visible.map(({ target }) => target),
    ...created,
  ]);
  if (lines.length === 0) return [...files];
  const edit: PlannedFile['edits'][number] = {
    ...appendedLines(before, lines),
    line: lineNumberAt(before, before.length),
    before: '',
    kind: 'config',
    evidence: 'the patterns above hide files in their new places from git',
  };
  return files.map((file) => (file === own ? { ...own, edits: [...own.edits, edit] } : file));
}

/** Lines of a .gitignore that make paths visible again which its patterns hide: each names the outermost folder that is hidden, or the file. */
export function shownAgain(patterns: string, paths: readonly string[]): string[] {
  const lines: string[] = [];
  let hides = ignoredBy(patterns);
  for (const path of paths) {
    const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
    // A folder that is shown may hold others that are hidden.
    for (const at of [...folders, path]) {
      if (!hides(at)) continue;
      lines.push(`!/${at}`);
      hides = ignoredBy([patterns, ...lines].join('\n'));
    }
  }
  return lines;
}

function ignoredBy(patterns: string): (path: string) => boolean {
  const rules = ignore({ ignorecase: false }).add(patterns);
  return (path) => rules.ignores(path);
}
