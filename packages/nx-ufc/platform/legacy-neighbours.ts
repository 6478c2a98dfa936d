import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { neighboursIn } from '../core/merge/config-references/upward-path';
import { REQUIREMENTS_FILE } from '../core/merge/requirements/requirements-file';
import type { SourceTree } from '../core/project/types';

const PACKAGING = /^(pyproject\.toml|uv\.toml|Pipfile|setup\.(py|cfg)|tox\.ini)$/;

/**
 * Link what the packaging files of a restored package name beside it, `../core`, to where the workspace has it: an installation looks there.
 * @param own folder of the cache that stands for the workspace @param source folder of the package in the workspace
 */
export function linkNeighbours(
  workspaceRoot: string,
  own: string,
  source: string,
  { files }: SourceTree,
): void {
  const texts = files.filter(({ path }) => PACKAGING.test(path) || REQUIREMENTS_FILE.test(path));
  const named = texts.flatMap(({ path, bytes }) =>
    neighboursIn(Buffer.from(bytes).toString('utf8'), `${source}/${path}`),
  );
  for (const path of new Set(named)) {
    const [there, link] = [join(workspaceRoot, path), join(workspaceRoot, own, path)];
    if (path === '' || existsSync(link) || !existsSync(there)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(there, link);
  }
}
