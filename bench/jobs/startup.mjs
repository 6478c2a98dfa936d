import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../../scripts/lib/scratch.mjs';
import { atMost, interleaved } from '../lib/measure.mjs';

const FACTS = join(repository, 'dist/packages/nx-ufc/core/python/facts/index.js');

/** What loading the analysis costs, over a node that does nothing. */
export const startup = {
  name: 'startup',
  run: ({ rounds }) => {
    const { bare, loaded } = interleaved(
      { bare: () => node(''), loaded: () => node(`require(${JSON.stringify(FACTS)});`) },
      rounds * 5,
    );
    return { lines: [atMost('start-up over bare node', loaded.ms - bare.ms, 40, 'ms')] };
  },
};

/** Milliseconds of processor time, as the process itself says at its end. */
function node(code) {
  const last = 'const u = process.cpuUsage(); console.log((u.user + u.system) / 1e3);';
  const { stdout } = spawnSync(process.execPath, ['-e', code + last], { encoding: 'utf8' });
  return { ms: Number(stdout) };
}
