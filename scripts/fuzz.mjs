/**
 * Mutated and truncated inputs through the whole analysis.
 *
 *   npm run test:fuzz [-- --count 10000] [--seed 1] [folder ...]
 *
 * Without folders the inputs come from the standard library of the newest Python. Every input must become facts or one syntax
 * error: no exception, no time out of proportion to its size, no growing memory. Exit code 1 otherwise.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pythonFiles, pythonInterpreter, takeOption } from './python-inputs.mjs';

const require = createRequire(import.meta.url);
require('@swc-node/register');
const { decodeSource } = require('../packages/nx-ufc/core/python');
const { extractFacts } = require('../packages/nx-ufc/core/python/facts');
const { mutate, randomFrom } = require('../packages/nx-ufc/core/testing/mutate');
const { analyseEverything } = require('../packages/nx-ufc/core/testing/analyse-everything');
const { loadBlueprint } = require('../packages/nx-ufc/platform/blueprint');

const BATCH = 25;
const LARGEST = 60_000;
/** Processor time that an input may take: a fixed part, for pauses of the garbage collector, and a part by its size. */
const allowed = (size) => 500 + size * 0.02;
const MEMORY = 1024;

const options = process.argv.slice(2);
const count = Number(takeOption(options, '--count') ?? 10_000);
const seed = Number(takeOption(options, '--seed') ?? 1);
const files = pythonFiles(options, options.length > 0 ? '' : pythonInterpreter().library);
const random = randomFrom(seed);
const blueprint = loadBlueprint();
const outcome = { inputs: 0, errors: 0, slowest: 0, problems: [] };

while (outcome.inputs < count) {
  const batch = Array.from({ length: Math.min(BATCH, count - outcome.inputs) }, makeInput);
  for (const input of batch) extractOne(input);
  analyseAll(batch);
}
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
if (megabytes > MEMORY) outcome.problems.push(`${megabytes} MB of memory`);
console.log(
  `${outcome.inputs} inputs, seed ${seed}: ${outcome.errors} with a syntax error, ${outcome.problems.length} problems, slowest ${Math.round(outcome.slowest)} ms, peak ${megabytes} MB`,
);
for (const problem of outcome.problems.slice(0, 20)) console.log(`  ${problem}`);
process.exit(outcome.problems.length > 0 ? 1 : 0);

/** A file of the corpus, mutated as text; one in eight has bytes of its own too, so that decoding is hit. */
function makeInput() {
  const at = outcome.inputs++;
  const text = () =>
    readFileSync(files[Math.floor(random() * files.length)], 'latin1').slice(
      0,
      Math.floor(random() * LARGEST),
    );
  const bytes = Buffer.from(mutate(text(), text(), random), random() < 0.125 ? 'utf8' : 'latin1');
  return { path: `sample/m${at}.py`, bytes, mode: 0o644, symlink: null };
}

function extractOne({ path, bytes }) {
  const before = process.cpuUsage();
  try {
    const { parseErrors } = extractFacts(decodeSource(path, bytes));
    if (parseErrors.length > 1) outcome.problems.push(`${path}: ${parseErrors.length} errors`);
    outcome.errors += parseErrors.length;
  } catch (error) {
    outcome.problems.push(`${path}: ${error.stack.split('\n').slice(0, 3).join(' ')}`);
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  outcome.slowest = Math.max(outcome.slowest, milliseconds);
  if (milliseconds > allowed(bytes.length))
    outcome.problems.push(`${path}: ${Math.round(milliseconds)} ms for ${bytes.length} bytes`);
}

/** All commands of analysis on the batch as one package; an exception is looked for in its single files. */
function analyseAll(batch) {
  try {
    analyseEverything({ root: 'sample', files: batch, emptyFolders: [], ignored: [] }, blueprint);
  } catch (error) {
    const where = error.stack.split('\n').slice(0, 3).join(' ');
    if (batch.length === 1) outcome.problems.push(`${batch[0].path}: ${where}`);
    else {
      const found = outcome.problems.length;
      for (const input of batch) analyseAll([input]);
      if (outcome.problems.length === found) outcome.problems.push(`${batch[0].path} and others: ${where}`);
    }
  }
}
