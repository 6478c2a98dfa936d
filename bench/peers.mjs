/**
 * Side by side with LibCST and rope on published packages: ratios of times from one run, each in a fresh process.
 *
 *   npm run bench:peers
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadSdist, must, repository } from '../scripts/lib/scratch.mjs';

const ROUNDS = 3;
must(process.execPath, ['scripts/build-package.mjs'], repository);
const corpus = JSON.parse(readFileSync(join(repository, 'scripts/corpus.json'), 'utf8'));
const sources = Object.entries(corpus).map(([name, version]) => {
  const folder = join(repository, 'tmp/corpus', `${name}-${version}`);
  downloadSdist(`${name}==${version}`, folder);
  return folder;
});
const boltons = sources.find((folder) => folder.includes('boltons'));
const venv = join(repository, 'tmp/bench-peers');
const python = join(venv, 'bin/python');
if (!existsSync(python)) {
  must('python3', ['-m', 'venv', venv], repository);
  must(
    python,
    ['-m', 'pip', 'install', '-q', '-r', join(repository, 'bench/peers/requirements.txt')],
    repository,
  );
}

const ours = (what, folders) =>
  JSON.parse(must(process.execPath, ['bench/ours.cjs', what, ...folders], repository));
const peer = (script, input) =>
  JSON.parse(
    spawnSync(python, [join(repository, 'bench/peers', script)], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }).stdout,
  );
/** The best of some rounds: what else runs on the machine only ever adds. */
const best = (measure) => Math.min(...Array.from({ length: ROUNDS }, () => measure().seconds));

const tasks = ours('tasks', sources);
const [{ moves }] = ours('tasks', [boltons]);
const rewriting = {
  ours: best(() => ours('rewrite', sources)),
  peer: best(() => peer('libcst_rename.py', tasks)),
};
let rope;
const migrating = {
  ours: best(() => ours('migrate', [boltons])),
  peer: best(() => {
    const copy = mkdtempSync(join(tmpdir(), 'nx-ufc-rope-'));
    cpSync(boltons, copy, { recursive: true });
    rope = peer('rope_move.py', { root: copy, moves });
    rmSync(copy, { recursive: true });
    return rope;
  }),
};
console.table([
  row(`rewrite every file of ${sources.length} packages`, 'LibCST transformer', rewriting, 25),
  row('the whole migration of boltons', 'rope MoveModule', migrating, 10),
]);
console.log(
  `${tasks.reduce((sum, task) => sum + Object.keys(task.files).length, 0)} files; rope moved ${rope.moved} of ${moves.length} modules`,
);
for (const failure of rope.failed) console.log(`  rope: ${failure.split('\n')[0]}`);

function row(job, against, times, goal) {
  const ratio = times.peer / times.ours;
  return {
    job,
    against,
    'times as fast': ratio.toFixed(1),
    goal: `≥ ${goal}`,
    met: ratio >= goal ? 'yes' : 'no',
  };
}
