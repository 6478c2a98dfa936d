import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { packages, tasksOf } from '../lib/packages.mjs';
import { atLeast, interleaved, ours, peer } from '../lib/measure.mjs';

/** Files of both sides lie in memory: ext4 is slow to create files while it remembers those that the rounds before deleted. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** Migrations in one process. */
const COUNT = 4;

/**
 * The whole migration of boltons, reading and writing included, against rope moving the same modules: the first one of a process, and
 * the best of those that follow in it, as in a batch of packages.
 */
export const migrate = {
  name: 'migrate',
  run: ({ rounds }) => {
    const boltons = packages().find((folder) => folder.includes('boltons'));
    const [{ moves }] = tasksOf([boltons]);
    let said;
    const best = interleaved(
      {
        ours: () => flat(ours('migration.cjs', ['migrate', boltons, SCRATCH, String(COUNT)])),
        rope: () => {
          const all = peer('rope_move.py', { source: boltons, scratch: SCRATCH, count: COUNT, moves });
          said = all[0];
          return flat(all);
        },
      },
      rounds,
    );
    return {
      lines: ['first', 'next'].flatMap((which) => lines(which, best.ours, best.rope)),
      notes: [
        `rope moved ${said.moved} of ${moves.length} modules`,
        ...said.failed.map((failure) => `rope: ${failure.split('\n')[0]}`),
      ],
    };
  },
};

/** Figures of the first migration as `first.cpu`, the least of the later ones as `next.cpu`. */
function flat([first, ...later]) {
  const named = (which, figures) => Object.entries(figures).map(([key, value]) => [`${which}.${key}`, value]);
  const { later: least } = interleaved({ later: () => later.shift() }, later.length);
  return Object.fromEntries([...named('first', first), ...named('next', least)]);
}

function lines(which, our, rope) {
  const what = `${which === 'first' ? 'first migration of a process' : 'migrations after it'} (boltons)`;
  return [
    atLeast(`${what}, main thread, against rope`, rope[`${which}.cpu`] / our[`${which}.main`], 10),
    atLeast(`${what}, all threads, against rope`, rope[`${which}.cpu`] / our[`${which}.cpu`], 10),
    atLeast(`${what}, wall clock, against rope`, rope[`${which}.seconds`] / our[`${which}.seconds`], 10),
  ];
}
