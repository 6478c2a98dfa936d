/**
 * Edit the pyproject.toml of published packages, with both kinds of line breaks, and check each result by other means than the
 * editor's own: TOML 1.0 (toml-eslint-parser and Python's tomllib), the value, the comments, every other byte, a second run. Then compare
 * which versions specifier sets admit with Python's packaging, and metadata that is read from setup.py and setup.cfg with what
 * building the package made of it.
 *
 *   npm run test:merge [-- name==version name …]     other packages than the pinned ones
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtPlugin } from './lib/plugin.mjs';

import { failuresOf, FAULTS } from './merge/check.mjs';
import { compareDerived } from './merge/derived.mjs';
import { EDITS } from './merge/edits.mjs';
import { pyprojects } from './merge/sdists.mjs';
import { compareSpecifiers } from './merge/specifiers.mjs';

const load = builtPlugin();
const { editToml } = load('core/merge/toml/edit.js');
const { plainData } = load('core/merge/toml/plain.js');

const given = process.argv.slice(2);
const documents = pyprojects(given);
const outcomes = documents.flatMap(outcomesOf);
const done = outcomes.filter((outcome) => outcome.kind === 'edited');
const disagreements = pythonDisagrees(done);
for (const outcome of disagreements) outcome.failures.push('tomllib');
const failed = outcomes.filter((outcome) => outcome.failures.length > 0);
for (const { name, edit, newline, failures } of failed)
  console.log(`${name}, ${edit}, ${newline}: ${failures.join('; ')}`);

const count = (kind) => outcomes.filter((outcome) => outcome.kind === kind).length;
console.table(
  Object.keys(EDITS).map((edit) => {
    const own = outcomes.filter((outcome) => outcome.edit === edit);
    const number = (kind) => own.filter((outcome) => outcome.kind === kind).length;
    return {
      edit,
      edited: number('edited'),
      'no place for it': number('no place'),
      refused: number('refused'),
      failed: own.filter((outcome) => outcome.failures.length > 0).length,
    };
  }),
);
console.log(
  `${documents.length} documents × ${Object.keys(EDITS).length} edits × 2 line breaks: ${count('edited')} edited and checked, ${count('no place')} without a place for the edit, ${count('refused')} refused, ${failed.length} failed; tomllib disagrees with ${disagreements.length}`,
);
const unnoticed = seededFaults();
const specifiers = compareSpecifiers(load);
const derived = compareDerived(load);
const isFine =
  failed.length + count('refused') + unnoticed + specifiers + derived === 0 &&
  documents.length >= (given.length > 0 ? 1 : 40);
process.exit(isFine ? 0 : 1);

function outcomesOf({ name, text }) {
  return Object.entries(EDITS).flatMap(([edit, make]) =>
    ['LF', 'CRLF'].map((newline) => {
      const unix = text.replaceAll('\r\n', '\n');
      const before = newline === 'LF' ? unix : unix.replaceAll('\n', '\r\n');
      const base = { name, edit, newline, before, failures: [] };
      const operation = make(plainData(before.replace(/^\uFEFF/, '')));
      if (!operation) return { ...base, kind: 'no place' };
      const result = editToml(before, [operation]);
      if (!result.ok) return { ...base, kind: 'refused', failures: [result.conflict] };
      const failures = failuresOf(before, result.text, operation);
      const again = editToml(result.text, [operation]);
      if (!again.ok || again.text !== result.text) failures.push('second run');
      const mixed = newline === 'CRLF' && /[^\r]\n/.test(result.text);
      if (mixed || (newline === 'LF' && result.text.includes('\r'))) failures.push('line breaks');
      return { ...base, kind: 'edited', after: result.text, operation, failures };
    }),
  );
}

function pythonDisagrees(cases) {
  const lines = cases.map(({ before, after, operation }) => JSON.stringify({ before, after, operation }));
  const agree = join(import.meta.dirname, 'merge/agree.py');
  const { status, stdout, stderr } = spawnSync('python3', [agree], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => cases[parseInt(line, 10)]);
}

/** How many wrong results does the check let pass? */
function seededFaults() {
  let seeded = 0;
  let missed = 0;
  for (const { name, edit, before, after, operation } of done)
    for (const [fault, corrupt] of Object.entries(FAULTS)) {
      const wrong = corrupt(after);
      if (wrong === after) continue;
      seeded++;
      if (failuresOf(before, wrong, operation).length > 0) continue;
      missed++;
      console.log(`not noticed: ${fault} in ${name}, ${edit}`);
    }
  console.log(`seeded faults: ${seeded}, not noticed: ${missed}`);
  return missed;
}
