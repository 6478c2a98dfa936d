import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages, tasksOf } from '../lib/packages.mjs';
import { atLeast, interleaved, ours, peer } from '../lib/measure.mjs';

/** The whole migration of boltons, reading and writing included, against rope moving the same modules. */
export const migrate = {
  name: 'migrate',
  run: ({ rounds }) => {
    const boltons = packages().find((folder) => folder.includes('boltons'));
    const [{ moves }] = tasksOf([boltons]);
    let rope;
    const best = interleaved(
      {
        ours: () => ours('migration.cjs', ['migrate', boltons]),
        rope: () => {
          const root = mkdtempSync(join(tmpdir(), 'nx-ufc-rope-'));
          cpSync(boltons, root, { recursive: true });
          rope = peer('rope_move.py', { root, moves });
          rmSync(root, { recursive: true });
          return rope;
        },
      },
      rounds,
    );
    return {
      lines: [
        atLeast('migration of boltons, main thread, against rope', best.rope.cpu / best.ours.main, 10),
        atLeast('migration of boltons, all threads, against rope', best.rope.cpu / best.ours.cpu, 10),
        atLeast('migration of boltons, wall clock, against rope', best.rope.seconds / best.ours.seconds, 10),
      ],
      notes: [
        `rope moved ${rope.moved} of ${moves.length} modules`,
        ...rope.failed.map((failure) => `rope: ${failure.split('\n')[0]}`),
      ],
    };
  },
};
