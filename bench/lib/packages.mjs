import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadSdist, repository } from '../../scripts/lib/scratch.mjs';
import { ours } from './measure.mjs';

/** Folders of the published packages of the corpus, at pinned versions. */
export function packages() {
  const corpus = JSON.parse(readFileSync(join(repository, 'scripts/corpus.json'), 'utf8'));
  return Object.entries(corpus).map(([name, version]) => {
    const folder = join(repository, 'tmp/corpus', `${name}-${version}`);
    downloadSdist(`${name}==${version}`, folder);
    return folder;
  });
}

/** What the peers get: see `taskOf` in `ours/migration.cjs`. */
export function tasksOf(folders) {
  return ours('migration.cjs', ['tasks', ...folders]);
}
