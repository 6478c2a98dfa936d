import type { Tree } from '@nx/devkit';
import type { Registration } from '../../core/registration/register';
import { register } from '../../core/registration/register';
import { readText, writeText } from '../../core/sync/file-text';
import type { BaselineLock } from '../../core/sync/types';
import { treeFiles } from '../lib/baseline';

export interface RegisteredFiles {
  /** For people. */
  lines: string[];
  /** Files of the baseline that a person changed and that say now what the templates will say. */
  settled: Set<string>;
}

/**
 * Register things in the files that are a person's. Files that are as they were generated are left to their templates.
 * What cannot be placed is shown, and nothing is written for it.
 */
export function registerInFiles(
  tree: Tree,
  lock: BaselineLock,
  wanted: readonly { path: string; registrations: readonly Registration[] }[],
): RegisteredFiles {
  const result: RegisteredFiles = { lines: [], settled: new Set() };
  const { hash, read } = treeFiles(tree);
  for (const { path, registrations } of wanted) {
    const bytes = read(`${lock.folder}/${path}`);
    const file = bytes && readText(bytes);
    const entry = lock.files[path];
    const follows = entry && entry.policy !== 'once' && entry.base !== null;
    if (file && follows && hash(file.text) === entry.base) continue;
    const done = file
      ? register(file.text, registrations)
      : { text: '', added: [], proposals: registrations.map(({ what, snippet }) => ({ what, snippet })) };
    if (file && done.text !== file.text) tree.write(`${lock.folder}/${path}`, writeText(done.text, file));
    if (done.proposals.length === 0) result.settled.add(path);
    result.lines.push(
      ...done.added.map((what) => `  edited    ${path}: ${what}`),
      ...done.proposals.map(
        ({ what, snippet }) =>
          `  yours     ${path} has no place for ${what} that is known; add:\n${snippet.replace(/^/gm, '      ')}`,
      ),
    );
  }
  return result;
}
