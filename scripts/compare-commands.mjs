/**
 * Compare the command line that is read off the code with what click, Typer and argparse make of it: commands, their kinds, arguments and
 * options with names, types, choices, whether they are required, and defaults. Commands of other packages are counted apart.
 *
 *   npm run test:commands [-- NAME …]
 */
import { join } from 'node:path';
import { PROGRAMS } from './commands/programs.mjs';
import { environment } from './lib/environment.mjs';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

const load = builtPlugin();
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { readProjectMetadata } = load('core/metadata/read.js');
const { commandsOf } = load('core/cli-map/index.js');

const only = process.argv.slice(2);
const rows = PROGRAMS.filter(({ name }) => only.length === 0 || only.includes(name)).map(compare);
console.table(rows);
process.exit(rows.every((row) => row.missing === 0 && row.extra === 0 && row.wrong === 0) ? 0 : 1);

function compare({ name, sdist, requirements = [], target, own, program = name, dump = 'dump.py' }) {
  const folder = join(repository, 'tmp/commands', sdist.replace('==', '-'));
  downloadSdist(sdist, folder);
  const python = environment(`commands-venv/${name}`, [sdist, ...requirements]);
  const real = JSON.parse(
    must(python, [join(repository, 'scripts/commands', dump), target], join(repository, 'tmp')),
  );
  const tree = readSourceTree(folder, name);
  const all = commandsOf(buildProjectFacts(name, tree), readProjectMetadata(tree));
  const found = all.filter(({ programs }) => programs.includes(program));
  const row = { program: name, expected: 0, found: 0, marked: 0, missing: 0, extra: 0, foreign: 0 };
  const parameters = { equal: 0, 'marked ': 0, wrong: 0 };
  const byPath = new Map(found.map((one) => [one.path.join(' '), one]));
  const unresolved = found.filter((one) => one.unresolved);
  const orphans = all.filter((one) => one.unresolved?.includes('its group is only known'));
  for (const one of real) {
    const path = one.path.join(' ');
    if (one.module !== '' && one.module !== own && !one.module.startsWith(`${own}.`)) {
      row.foreign++;
      byPath.delete(path);
      continue;
    }
    row.expected++;
    const mine = byPath.get(path);
    byPath.delete(path);
    if (!mine) {
      const marked =
        unresolved.some((group) => path.startsWith(group.path.join(' '))) ||
        orphans.some((orphan) => orphan.handler.endsWith(`.${one.path.at(-1).replaceAll('-', '_')}`));
      row[marked ? 'marked' : 'missing']++;
      console.log(`${name}: ${marked ? 'marked' : 'missing'}: ${path}`);
      continue;
    }
    row.found++;
    if (mine.kind !== one.kind) console.log(`${name}: wrong: ${path} is a ${one.kind}`);
    compareParameters(`${name} ${path}`, mine, one, parameters);
  }
  for (const [path, one] of byPath) {
    if (one.conditional) continue;
    row.extra++;
    console.log(`${name}: extra: ${path}`);
  }
  return { ...row, ...parameters };
}

function compareParameters(where, mine, real, counts) {
  const keyOf = (one) => `${one.kind} ${one.name} ${one.flags[0] ?? ''}`;
  const own = new Map(mine.parameters.map((one) => [keyOf(one), one]));
  const other = new Map(real.parameters.map((one) => [keyOf(one), one]));
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [left, right] = [own.get(key), other.get(key)];
    const [a, b] = [left ? said(left) : 'none', right ? said(right, left) : 'none'];
    const sameName = mine.parameters.filter((one) => one.name === (left ?? right).name);
    const unknown = mine.unresolved || sameName.some((one) => one.unresolved || one.type === null);
    const verdict = a === b ? 'equal' : unknown ? 'marked ' : 'wrong';
    counts[verdict]++;
    if (verdict !== 'equal') console.log(`${verdict.trim()}: ${where} ${key}: ${a} ≠ ${b}`);
  }
}

/** A parameter as a text. Choices of an enum may be given by name or by value; defaults are compared where ours knows one. */
function said(one, known = one) {
  const choices =
    one.values && JSON.stringify(one.values) === JSON.stringify(known?.choices) ? one.values : one.choices;
  const fallback = known?.default === undefined ? '' : ` =${JSON.stringify(one.default)}`;
  return [
    [...one.flags].sort().join('/'),
    one.type,
    choices && known?.choices ? `(${choices.join('|')})` : '',
    one.required ? 'required' : '',
    one.multiple ? 'multiple' : '',
    fallback,
  ]
    .filter(Boolean)
    .join(' ');
}
