/**
 * Compares the facts of Python files with what CPython (symtable, ast, tokenize) and ruff (C901) say of the same files.
 *
 *   npm run test:facts [-- --python python3.13] [--ruff path/to/ruff] [folder ...]
 *
 * Without folders: the standard library of that Python. Without a ruff that can be run, complexity is not compared.
 * Exit code 1 when anything differs that is not on the list of known differences.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { ruffComplexities } from './lib/ruff-complexity.mjs';
import { pythonFiles, pythonInterpreter, takeOption } from './python-inputs.mjs';

const require = createRequire(import.meta.url);
require('@swc-node/register');
const { decodeSource } = require('../packages/nx-ufc/core/python');
const { extract } = require('../packages/nx-ufc/core/python/facts');
const { canonicalLists, canonicalScopes, complexityKey } = require('./facts/canonical.cjs');

const SHOWN = 12;
/** Differences that stay, by the end of the path. */
const KNOWN = {
  'test/test_named_expressions.py': 'facts show private names as written, symtable shows them mangled',
};
const options = process.argv.slice(2);
const interpreter = pythonInterpreter(takeOption(options, '--python'));
const ruff = takeOption(options, '--ruff') ?? 'ruff';
const files = pythonFiles(options, interpreter.library);
console.log(`${interpreter.command} ${interpreter.version}: ${files.length} files`);

const tallies = new Map();
const complexities = new Map();
const skipped = new Set();
const accepted = new Set();
const total = { lines: 0, milliseconds: 0 };
await compareAll();
compareComplexity();
report();
process.exit([...tallies.values()].some(({ differences }) => differences.length > 0) ? 1 : 0);

async function compareAll() {
  const script = new URL('./facts/dump.py', import.meta.url).pathname;
  const child = spawn(interpreter.command, ['-W', 'ignore', '-X', 'utf8', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(files.map((path) => `${path}\n`).join(''));
  for await (const line of createInterface({ input: child.stdout })) compareFile(JSON.parse(line));
}

function compareFile(theirs) {
  const source = decodeSource(theirs.path, readFileSync(theirs.path));
  const began = performance.now();
  const x = extract(source);
  total.milliseconds += performance.now() - began;
  total.lines += x.facts.lines;
  if (theirs.error || source.codec !== 'utf-8' || x.facts.parseErrors.length > 0) {
    skipped.add(theirs.path);
    return;
  }
  const lists = canonicalLists(x.facts, interpreter.minor >= 12);
  for (const [family, ours] of Object.entries(lists)) compareBags(family, theirs.path, ours, theirs[family]);
  const scopes = canonicalScopes(x, theirs.scopes, interpreter.minor >= 12);
  compareBags('scopes', theirs.path, scopes.ours, scopes.theirs);
  for (const definition of x.facts.functions)
    complexities.set(complexityKey(theirs.path, x, definition), definition.complexity);
}

/** Both lists as bags: the order of visiting is nobody's business. */
function compareBags(family, path, ours, theirs) {
  if (!tallies.has(family)) tallies.set(family, { equal: 0, differences: [] });
  const tally = tallies.get(family);
  const counts = new Map();
  for (const item of theirs.map((one) => JSON.stringify(one))) counts.set(item, (counts.get(item) ?? 0) + 1);
  for (const item of ours.map((one) => JSON.stringify(one))) {
    const left = counts.get(item) ?? 0;
    if (left === 0) different(tally, path, `only ours ${item}`);
    else {
      counts.set(item, left - 1);
      tally.equal++;
    }
  }
  for (const [item, left] of counts) if (left > 0) different(tally, path, `only theirs ${item}`);
}

function different(tally, path, what) {
  const known = Object.keys(KNOWN).find((end) => path.endsWith(end));
  if (known) accepted.add(known);
  else tally.differences.push(`${path}: ${what.slice(0, 400)}`);
}

function compareComplexity() {
  const theirs = ruffComplexities(ruff, files);
  if (!theirs) {
    console.log(`complexity is not compared: ${ruff} cannot be run`);
    return;
  }
  const compared = [...theirs].filter(([key]) => !skipped.has(key.slice(0, key.indexOf('.py:') + 3)));
  compareBags('complexity', 'ruff', [...complexities], compared);
}

function report() {
  for (const [family, { equal, differences }] of tallies) {
    console.log(`${family}: ${equal} equal, ${differences.length} different`);
    for (const line of differences.slice(0, SHOWN)) console.log(`  ${line}`);
  }
  for (const path of accepted) console.log(`known difference: ${path}: ${KNOWN[path]}`);
  console.log(
    `not compared, since CPython or the parser refuses them or they are not UTF-8: ${skipped.size} files`,
  );
  console.log(`${total.lines} lines: parsing and facts took ${Math.round(total.milliseconds)} ms`);
}
