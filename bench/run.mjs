/**
 * All benchmarks in one run: each side in fresh processes, the best of some rounds, all sides in each round.
 *
 *   npm run bench [-- --only extract,cache] [--rounds 3] [--strict]
 *
 * With --strict the exit code is 1 when a goal is missed.
 */
import { must, repository } from '../scripts/lib/scratch.mjs';
import { takeOption } from '../scripts/python-inputs.mjs';
import { JOBS } from './jobs/index.mjs';

const options = process.argv.slice(2);
const only = takeOption(options, '--only')?.split(',');
const rounds = Number(takeOption(options, '--rounds') ?? 3);
must(process.execPath, ['scripts/build-package.mjs'], repository);

const rows = [];
for (const { name, run } of JOBS) {
  if (only && !only.includes(name)) continue;
  console.log(`${name} …`);
  const { lines, notes = [] } = await run({ rounds });
  rows.push(...lines);
  console.table(lines);
  for (const note of notes) console.log(`  ${note}`);
}
const missed = rows.filter((row) => row.met === 'no');
console.log(`${rows.length - missed.length} of ${rows.length} goals met`);
process.exit(options.includes('--strict') && missed.length > 0 ? 1 : 0);
