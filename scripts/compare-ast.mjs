/**
 * Compares the parser with CPython's `ast`, positions included, then parses truncated files to show that none hangs.
 *
 *   npm run test:ast [-- --python python3.13] [folder ...]
 *
 * Without folders: the standard library of that Python. Exit code 1 when less than 99.9 % of the files are equal.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonFiles, pythonInterpreter, takeOption } from './python-inputs.mjs';

const require = createRequire(import.meta.url);
require('@swc-node/register');
const python = require('../packages/nx-ufc/core/python');
const { canonical } = require('./ast/canonical.cjs');
const { FAULTS, SAMPLE } = require('./ast/faults.cjs');

const THRESHOLD = 0.999;
const DUMP = new URL('./ast/dump.py', import.meta.url).pathname;
const options = process.argv.slice(2);
const { command, version, minor, library } = pythonInterpreter(takeOption(options, '--python'));
const files = pythonFiles(options, library);
console.log(`${command} ${version}: ${files.length} files`);
await proveComparison();
const result = await compare(files);
report(result);
const hangs = truncations(files, 1000);
console.log(
  `truncated: ${hangs.files} files, ${hangs.errors} with a syntax error, ${hangs.crashes.length} crashes, slowest ${hangs.slowest} ms`,
);
hangs.crashes.forEach((crash) => console.log(`  ${crash}`));
const share = result.equal / (result.equal + result.different.length + result.onlyOurs.length);
process.exit(share >= THRESHOLD && hangs.crashes.length === 0 ? 0 : 1);

/** The comparison itself: equal as it is, different with each of the seeded faults. */
async function proveComparison() {
  const folder = mkdtempSync(join(tmpdir(), 'nx-ufc-ast-'));
  const sample = join(folder, 'sample.py');
  writeFileSync(sample, SAMPLE);
  const { equal } = await compare([sample]);
  const missed = [];
  for (const [name, fault] of Object.entries(FAULTS))
    if ((await compare([sample], fault)).different.length !== 1) missed.push(name);
  rmSync(folder, { recursive: true });
  console.log(
    `seeded faults: ${Object.keys(FAULTS).length - missed.length} of ${Object.keys(FAULTS).length} noticed`,
  );
  if (equal === 1 && missed.length === 0) return;
  console.error(`the comparison does not notice: ${missed.join(', ') || 'that the sample is equal'}`);
  process.exit(1);
}

function ours(path, fault) {
  const source = python.decodeSource(path, readFileSync(path));
  if (source.codec === 'latin-1') return null;
  const parsed = python.parseModule(source.text);
  if (!parsed.ok) return `error ${parsed.error.line}:${parsed.error.column} ${parsed.error.message}`;
  fault?.(parsed.module);
  return canonical(python, source.text, parsed.module, minor >= 13);
}

async function compare(paths, fault) {
  const child = spawn(command, ['-X', 'utf8', DUMP], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(paths.map((path) => `${path}\n`).join(''));
  const outcome = { equal: 0, different: [], onlyPython: [], onlyOurs: [], rejected: 0, otherEncoding: [] };
  for await (const line of createInterface({ input: child.stdout })) {
    const [path, theirs] = line.split('\t');
    const form = ours(path, fault);
    const theirError = theirs.startsWith('error');
    const ourError = form !== null && form.startsWith('error');
    if (form === null) outcome.otherEncoding.push(path);
    else if (theirError && ourError) outcome.rejected++;
    else if (theirError) outcome.onlyOurs.push(`${path}: CPython says ${theirs}`);
    else if (ourError) outcome.different.push(`${path}: we say ${form}`);
    else if (createHash('sha256').update(form).digest('hex') === theirs) outcome.equal++;
    else outcome.different.push(`${path}: ${firstDifference(path, form)}`);
  }
  return outcome;
}

function firstDifference(path, form) {
  const theirs = spawnSync(command, ['-X', 'utf8', DUMP, '--full'], {
    input: `${path}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  }).stdout.split('\n');
  const mine = form.split('\n');
  const at = mine.findIndex((line, i) => line !== theirs[i]);
  return `node ${at}: ast ${theirs
    .slice(at, at + 2)
    .join(' ')
    .slice(0, 160)} | ours ${mine
    .slice(at, at + 2)
    .join(' ')
    .slice(0, 160)}`;
}

function report({ equal, different, onlyOurs, rejected, otherEncoding }) {
  const total = equal + different.length;
  console.log(`equal: ${equal} of ${total} (${((100 * equal) / total).toFixed(3)} %)`);
  console.log(
    `rejected by both: ${rejected}; accepted by us alone: ${onlyOurs.length}; in another encoding, positions not compared: ${otherEncoding.length}`,
  );
  different.slice(0, 40).forEach((line) => console.log(`  differs ${line}`));
  onlyOurs.forEach((line) => console.log(`  accepted by us alone ${line}`));
}

/** Cut files at seeded places; every result must be a value, never an exception or a hang. */
function truncations(paths, count) {
  let seed = 20_261;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const outcome = { files: 0, errors: 0, crashes: [], slowest: 0 };
  for (let i = 0; i < count; i++) {
    const path = paths[Math.floor(random() * paths.length)];
    const text = readFileSync(path, 'utf8');
    const cut = Math.floor(random() * text.length);
    const began = performance.now();
    try {
      if (!python.parseModule(text.slice(0, cut)).ok) outcome.errors++;
    } catch (error) {
      outcome.crashes.push(`${path} cut at ${cut}: ${error}`);
    }
    outcome.slowest = Math.max(outcome.slowest, Math.round(performance.now() - began));
    outcome.files++;
  }
  return outcome;
}
