import { LOCK_FILES } from '../metadata/locked-versions';
import type { SourceTree } from '../project/types';
import type { ReviewItem } from './types';

/**
 * Lock files at the top. They know the distribution by its former name and by what it needed then; their tools refuse to install from one that does not
 * fit pyproject.toml (https://python-poetry.org/docs/cli/#lock, https://docs.astral.sh/uv/concepts/projects/sync/#checking-the-lockfile).
 * @param folder of the capability, for the message
 */
export function staleLocks({ files }: SourceTree, folder: string): ReviewItem[] {
  return files
    .filter(({ path }) => Object.hasOwn(LOCK_FILES, path))
    .map(({ path }) => {
      const message = `it locks the distribution by its former name and dependencies; run ${LOCK_FILES[path]} lock in ${folder}`;
      return { path, line: 1, column: 1, rule: 'LOCK_FILE_STALE', message };
    });
}
