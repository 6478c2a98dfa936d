import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCorpus } from '../lib/corpus.mjs';
import { atLeast, ours } from '../lib/measure.mjs';

/** A second run over unchanged files against the first one, reading them included; the first one writes the cache too. */
export const cache = {
  name: 'cache',
  run: ({ rounds }) => {
    const corpus = makeCorpus();
    const best = { first: Infinity, firstMain: Infinity, second: Infinity, secondMain: Infinity };
    let served = 0;
    for (let round = 0; round < rounds; round++) {
      const root = mkdtempSync(join(tmpdir(), 'nx-ufc-bench-'));
      const first = ours('corpus.cjs', ['cached', corpus.list, root]);
      const second = ours('corpus.cjs', ['cached', corpus.list, root]);
      rmSync(root, { recursive: true });
      served = second.served;
      best.first = Math.min(best.first, first.cpu);
      best.firstMain = Math.min(best.firstMain, first.main);
      best.second = Math.min(best.second, second.cpu);
      best.secondMain = Math.min(best.secondMain, second.main);
    }
    return {
      lines: [
        atLeast('second run, main thread, against the first', best.firstMain / best.secondMain, 5),
        atLeast('second run, all threads, against the first', best.first / best.second, 5),
      ],
      notes: [`${served} of ${corpus.files.length} files served`],
    };
  },
};
