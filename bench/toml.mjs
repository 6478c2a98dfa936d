/**
 * The edits of the merge suite by this editor, toml-patch (npm) and tomlkit (PyPI), in one run on the same documents: what each
 * result is worth by the same check, and how long it takes relative to ours.
 *
 *   node bench/toml.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { must, repository } from '../scripts/lib/scratch.mjs';
import { failuresOf } from '../scripts/merge/check.mjs';
import { EDITS, expectedData } from '../scripts/merge/edits.mjs';
import { pyprojects } from '../scripts/merge/sdists.mjs';

const ROUNDS = 3;
must(process.execPath, ['scripts/build-package.mjs'], repository);
const require = createRequire(import.meta.url);
const load = (path) => require(join(repository, 'dist/packages/nx-ufc', path));
const { editToml } = load('core/merge/toml/edit.js');
const { plainData } = load('core/merge/toml/plain.js');

const folder = join(repository, 'tmp/bench-toml');
const python = join(folder, 'venv/bin/python');
if (!existsSync(python)) {
  must('python3', ['-m', 'venv', join(folder, 'venv')], repository);
  must(python, ['-m', 'pip', 'install', '-q', 'tomlkit==0.15.2'], repository);
}
if (!existsSync(join(folder, 'node_modules/toml-patch')))
  must('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', 'toml-patch@0.2.3'], repository);
const tomlPatch = require(join(folder, 'node_modules/toml-patch'));

const cases = pyprojects().flatMap(({ text }) =>
  ['\n', '\r\n'].flatMap((newline) =>
    Object.values(EDITS).flatMap((make) => {
      const before = text.replaceAll('\r\n', '\n').replaceAll('\n', newline);
      const operation = make(plainData(before.replace(/^\uFEFF/, '')));
      return operation ? [{ before, operation }] : [];
    }),
  ),
);

/** toml-patch takes a text and the data that it is to mean. */
function patched({ before, operation }) {
  try {
    return tomlPatch.patch(before, expectedData(tomlPatch.parse(before), operation));
  } catch (error) {
    return { error: String(error) };
  }
}

function edited({ before, operation }) {
  const result = editToml(before, [operation]);
  return result.ok ? result.text : { error: result.conflict };
}

function timed(edit) {
  const start = process.hrtime.bigint();
  const results = cases.map(edit);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, results };
}

function tomlkit() {
  const { stdout, stderr, status } = spawnSync(python, [join(repository, 'bench/peers/tomlkit_edit.py')], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The best of some rounds: what else runs on the machine only ever adds. */
function best(measure) {
  const runs = Array.from({ length: ROUNDS }, measure);
  return { seconds: Math.min(...runs.map((run) => run.seconds)), results: runs[0].results };
}

const tools = {
  ours: best(() => timed(edited)),
  'toml-patch': best(() => timed(patched)),
  tomlkit: best(tomlkit),
};
console.table(
  Object.entries(tools).map(([tool, { seconds, results }]) => {
    const failures = results.map((result, i) =>
      typeof result === 'string' ? failuresOf(cases[i].before, result, cases[i].operation) : ['error'],
    );
    const count = (what) => failures.filter((found) => found.some((one) => one.startsWith(what))).length;
    return {
      tool,
      edits: cases.length,
      right: failures.filter((found) => found.length === 0).length,
      error: count('error'),
      'invalid TOML': count('invalid'),
      'another value': count('value'),
      'comments changed': count('comments'),
      'bytes changed outside': count('bytes'),
      'time, ours = 1': (seconds / tools.ours.seconds).toFixed(2),
    };
  }),
);
