import { packages, tasksOf } from '../lib/packages.mjs';
import { atLeast, interleaved, ours, peer } from '../lib/measure.mjs';

/** The same renames in every file of published packages, by us and by a LibCST transformer; files read before. */
export const rewrite = {
  name: 'rewrite',
  run: ({ rounds }) => {
    const sources = packages();
    const tasks = tasksOf(sources);
    const best = interleaved(
      {
        ours: () => ours('migration.cjs', ['rewrite', ...sources]),
        libcst: () => peer('libcst_rename.py', tasks),
      },
      rounds,
    );
    const files = tasks.reduce((sum, task) => sum + Object.keys(task.files).length, 0);
    return {
      lines: [
        atLeast(
          'rewriting, main thread, against the LibCST transformer',
          best.libcst.cpu / best.ours.main,
          25,
          60,
        ),
        atLeast(
          'rewriting, all threads, against the LibCST transformer',
          best.libcst.cpu / best.ours.cpu,
          25,
          60,
        ),
      ],
      notes: [`${files} files of ${sources.length} packages`],
    };
  },
};
