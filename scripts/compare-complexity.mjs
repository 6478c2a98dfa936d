/**
 * Compare the cyclomatic complexity of every function of published packages with ruff's C901, both at pinned versions.
 *
 *   npm run test:complexity                         the packages below
 *   npm run test:complexity -- flask==3.1.2 …       others, as published
 *
 * Exit code 1 when one number differs, a function is only on one side, or a seeded fault goes unnoticed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadSdist, must, repository } from './lib/scratch.mjs';
import { ruffComplexities } from './lib/ruff-complexity.mjs';
import { pythonFiles } from './python-inputs.mjs';

const PACKAGES = ['boltons==26.2.0', 'click==8.5.1', 'jinja2==3.1.6', 'pyparsing==3.3.3', 'sqlparse==0.6.1'];
const require = createRequire(import.meta.url);
require('@swc-node/register');
const { decodeSource } = require('../packages/nx-ufc/core/python');
const { extract } = require('../packages/nx-ufc/core/python/facts');
const { complexityKey } = require('./facts/canonical.cjs');

const ruff = pinnedRuff();
const given = process.argv.slice(2);
const rows = (given.length > 0 ? given : PACKAGES).map(compare);
console.table(rows);
const failed = rows.some((row) => row.different > 0 || !row['fault noticed']);
process.exit(failed ? 1 : 0);

/** The ruff that capabilities are checked with. */
function pinnedRuff() {
  const [requirement] = readFileSync(
    join(repository, 'packages/nx-ufc/platform/python/requirements-tools.txt'),
    'utf8',
  ).match(/^ruff==.*$/m);
  const venv = join(repository, 'tmp', `${requirement.replace('==', '-')}-venv`);
  const command = join(venv, 'bin/ruff');
  if (existsSync(command)) return command;
  must('python3', ['-m', 'venv', venv], repository);
  must(join(venv, 'bin/python'), ['-m', 'pip', 'install', '-q', requirement], repository);
  return command;
}

function compare(requirement) {
  const folder = join(repository, 'tmp/corpus', requirement.replace('==', '-'));
  downloadSdist(requirement, folder);
  const files = pythonFiles([folder], null);
  const { ours, unparsed } = ourComplexities(files);
  const theirs = ruffComplexities(ruff, files);
  for (const key of [...theirs.keys()]) if (unparsed.has(pathOf(key))) theirs.delete(key);
  const differences = differencesOf(ours, theirs);
  for (const line of differences) console.log(`${requirement}: ${line}`);
  return {
    package: requirement,
    files: files.length,
    'not parsed': unparsed.size,
    functions: theirs.size,
    equal: [...theirs].filter(([key, value]) => ours.get(key) === value).length,
    different: differences.length,
    'fault noticed': noticesFault(ours, theirs),
  };
}

function ourComplexities(files) {
  const ours = new Map();
  const unparsed = new Set();
  for (const path of files) {
    const x = extract(decodeSource(path, readFileSync(path)));
    if (x.facts.parseErrors.length > 0) unparsed.add(path);
    for (const definition of x.facts.functions)
      ours.set(complexityKey(path, x, definition), definition.complexity);
  }
  return { ours, unparsed };
}

function differencesOf(ours, theirs) {
  const changed = [...theirs]
    .filter(([key, value]) => ours.get(key) !== value)
    .map(([key, value]) => `${key}: ${ours.get(key) ?? 'not found'}, ruff says ${value}`);
  const extra = [...ours.keys()]
    .filter((key) => !theirs.has(key))
    .map((key) => `${key}: ruff does not know it`);
  return [...changed, ...extra];
}

/** One number changed, and one function forgotten: the comparison must see either. */
function noticesFault(ours, theirs) {
  const [key, value] = [...ours][0];
  const changed = new Map(ours).set(key, value + 1);
  const forgotten = new Map(ours);
  forgotten.delete(key);
  return [changed, forgotten].every(
    (faulty) => differencesOf(faulty, theirs).length === differencesOf(ours, theirs).length + 1,
  );
}

function pathOf(key) {
  return key.slice(0, key.indexOf('.py:') + 3);
}
