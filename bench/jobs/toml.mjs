import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { must, repository } from '../../scripts/lib/scratch.mjs';
import { failuresOf } from '../../scripts/merge/check.mjs';
import { EDITS } from '../../scripts/merge/edits.mjs';
import { pyprojects } from '../../scripts/merge/sdists.mjs';
import { atLeast, figures, interleaved, ours, peer } from '../lib/measure.mjs';

const FAULTS = {
  error: 'error or refused',
  invalid: 'not TOML',
  value: 'another value',
  comments: 'comments changed',
  bytes: 'bytes changed outside',
};

/** The edits of the merge suite on the pyproject.toml of published packages, by us, toml-patch and tomlkit: by the same check, and how long. */
export const toml = {
  name: 'toml',
  run: ({ rounds }) => {
    const cases = casesOf();
    const input = JSON.stringify(cases);
    const tomlPatch = ['bench/peers/toml_patch_edit.mjs', tomlPatchFolder()];
    const best = interleaved(
      {
        ours: () => ours('toml.cjs', [], input),
        'toml-patch': () => figures(process.execPath, tomlPatch, input),
        tomlkit: () => peer('tomlkit_edit.py', cases),
      },
      rounds,
    );
    const worth = Object.entries(best).map(([tool, { results }]) => [tool, worthOf(cases, results)]);
    return {
      lines: [
        ...worth.map(([tool, { right }]) => rightLine(tool, right, cases.length)),
        atLeast('edits, main thread, against toml-patch', best['toml-patch'].main / best.ours.main, 1),
        atLeast('edits, main thread, against tomlkit', best.tomlkit.cpu / best.ours.main, 1),
        atLeast('edits, all threads, against tomlkit', best.tomlkit.cpu / best.ours.cpu, 1),
      ],
      notes: worth.map(([tool, { faults }]) => `${tool}: ${faults}`),
    };
  },
};

/** Only our own side has a goal. */
function rightLine(tool, right, all) {
  const isOurs = tool === 'ours';
  return {
    what: `right edits, ${tool}`,
    measured: `${right} of ${all}`,
    goal: isOurs ? 'all' : '',
    met: isOurs ? (right === all ? 'yes' : 'no') : '',
  };
}

function casesOf() {
  const { plainData } = createRequire(import.meta.url)(
    join(repository, 'dist/packages/nx-ufc/core/merge/toml/plain.js'),
  );
  return pyprojects().flatMap(({ text }) =>
    ['\n', '\r\n'].flatMap((newline) =>
      Object.values(EDITS).flatMap((make) => {
        const before = text.replaceAll('\r\n', '\n').replaceAll('\n', newline);
        const operation = make(plainData(before.replace(/^\uFEFF/, '')));
        return operation ? [{ before, operation }] : [];
      }),
    ),
  );
}

/** How many results pass the check of the merge suite, and what is wrong with the others; one may be wrong in two ways. */
function worthOf(cases, results) {
  const failures = results.map((result, i) =>
    typeof result === 'string' ? failuresOf(cases[i].before, result, cases[i].operation) : ['error'],
  );
  const count = (what) => failures.filter((found) => found.some((one) => one.startsWith(what))).length;
  const faults = Object.entries(FAULTS).map(([what, words]) => `${words} ${count(what)}`);
  return { right: failures.filter((found) => found.length === 0).length, faults: faults.join(', ') };
}

function tomlPatchFolder() {
  const folder = join(repository, 'tmp/bench-toml');
  if (!existsSync(join(folder, 'node_modules/toml-patch')))
    must('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', 'toml-patch@0.2.3'], repository);
  return folder;
}
