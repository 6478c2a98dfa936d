import { ours } from '../lib/measure.mjs';

/** Time for ten times the input: one module against the same module ten times as long, and a project ten times as large. */
export const growth = {
  name: 'growth',
  run: ({ rounds }) => {
    const { file, files } = ours('growth.cjs', [String(rounds)]);
    return {
      lines: [line('one file of 5 MB against one of 0.5 MB', file), line('1,000 files against 100', files)],
    };
  },
};

function line(what, factor) {
  const percent = Math.round((factor / 10 - 1) * 100);
  return {
    what,
    measured: `${factor.toFixed(1)} × the time`,
    goal: '≤ 11.5 ×',
    met: percent <= 15 ? 'yes' : 'no',
  };
}
