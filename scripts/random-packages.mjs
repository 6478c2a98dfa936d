/**
 * Packages with random import structures and references by name, moved to random places: every module imports before and after, computes the same,
 * and undo gives back the same tree.
 *
 *   npm run test:random            1000 packages
 *   npm run test:random -- 50 7    50 packages, beginning with seed 7
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { must, repository } from './lib/scratch.mjs';
import { generatePackage, randomFrom } from './random/generate.mjs';

must(process.execPath, ['scripts/build-package.mjs'], repository);
const require = createRequire(join(repository, 'dist/packages/nx-ufc/package.json'));
const load = (path) => require(join(repository, 'dist/packages/nx-ufc', path));
const { FsTree, flushChanges } = require(
  join(dirname(require.resolve('nx/package.json')), 'dist/src/generators/tree.js'),
);
const { capabilityGenerator } = load('generators/capability/generator.js');
const { mapGenerator } = load('generators/map/generator.js');
const { undoGenerator } = load('generators/undo/generator.js');
const { parse, stringify } = require('yaml');

let count = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 1);
const SLOTS = [
  'core/services',
  'core/utils',
  'core/models',
  'interface/api',
  'interface/cli',
  'manifest/settings',
];
const python = spawn('python3', [join(repository, 'scripts/random/evaluate.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

/** Some structures make Python import a module that is still being imported; they are no packages that work. */
const IMPORTS_ITSELF = Symbol('circular');
/** Random places made a cycle, meet proposed ones, or hide one another, and the plan said so. */
const FORETOLD = Symbol('foretold');
let foretoldCycles = 0;
let skipped = 0;
let failed = 0;
let modules = 0;
for (let seed = first; seed < first + count; seed++) {
  const problem = await tryOne(seed);
  if (typeof problem === 'symbol') {
    count++;
    skipped++;
    if (problem === FORETOLD) foretoldCycles++;
  } else if (problem) {
    failed++;
    write(`seed ${seed}: ${problem}\n`);
  }
  if ((seed - first + 1) % 100 === 0)
    write(`${seed - first + 1 - skipped} packages, ${modules} modules, ${failed} failed\n`);
}
write(
  `${count - skipped} packages, ${modules} modules moved: ${failed} failed; ${foretoldCycles} more with places that the plan refused or warned of\n`,
);
python.stdin.end();
process.exit(failed === 0 ? 0 : 1);

async function tryOne(seed) {
  const workspace = mkdtempSync(join(tmpdir(), 'nx-ufc-random-'));
  try {
    const made = generatePackage(seed);
    writeFiles(join(workspace, 'legacy/p'), made.files);
    return await migrate(workspace, made, seed);
  } catch (error) {
    if (/PACKAGE_BESIDE_MODULE|TARGET_TWICE/.test(error.message)) return FORETOLD;
    return error.stack;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function migrate(workspace, made, seed) {
  const src = Object.keys(made.files).some((path) => path.startsWith('src/'));
  const before = await evaluate(join(workspace, 'legacy/p', src ? 'src' : ''), made.modules);
  // A module that is still being imported lacks names, whoever asks for them.
  if (/circular import|^AttributeError/.test(before.error ?? '')) return IMPORTS_ITSELF;
  if (before.error) return `generator: ${before.error}`;
  await generate(workspace, mapGenerator, { name: 'p', source: 'legacy/p' });
  scatter(join(workspace, 'legacy/p/MIGRATION_MAP.yaml'), seed);
  const hash = treeHash(workspace);
  await generate(workspace, capabilityGenerator, { name: 'p', source: 'legacy/p' });
  const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline/p/ledger.json'), 'utf8'));
  modules += Object.keys(ledger.modules).length;
  const renamed = made.modules.map((name) => ledger.modules[name]);
  const after = await evaluate(join(workspace, 'capabilities/p/src'), renamed, made.modules);
  const foretold = ledger.review.some((item) => /^(NEW_IMPORT_CYCLE|IMPORT_ORDER)$/.test(item.rule));
  if (foretold && /circular import/.test(after.error ?? '')) return FORETOLD;
  if (after.error) return after.error;
  for (const [i, name] of made.modules.entries())
    if (JSON.stringify(before[name]) !== JSON.stringify(after[renamed[i]]))
      return `${name} computed ${JSON.stringify(before[name])}, ${renamed[i]} computes ${JSON.stringify(after[renamed[i]])}`;
  await generate(workspace, undoGenerator, { project: 'p' });
  return treeHash(workspace) === hash ? null : 'undo gave another tree';
}

function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function generate(workspace, generator, options) {
  const tree = new FsTree(workspace, false);
  const callback = await generator(tree, options);
  flushChanges(workspace, tree.listChanges());
  callback?.();
}

/** Send every module to a random slot; the hierarchy below the package is kept, so that no two of these meet. */
function scatter(path, seed) {
  const random = randomFrom(seed * 31);
  const map = parse(readFileSync(path, 'utf8'));
  for (const entry of map.modules) {
    const parts = /^(src\/au_sys_\w+)\/(?:(?:core|interface|manifest)\/\w+\/)?(.+)$/.exec(entry.target ?? '');
    if (!parts || !entry.source.endsWith('.py') || /__init__\.py$/.test(entry.source) || random.chance(0.3))
      continue;
    const below = entry.source
      .replace(/^src\//, '')
      .split('/')
      .slice(1)
      .join('/');
    entry.target = `${parts[1]}/${random.pick(SLOTS)}/${below.replaceAll('/', '/in_')}`;
    entry.action = 'move';
  }
  writeFileSync(path, stringify(map));
}

async function evaluate(path, names, leaves = names) {
  const wanted = Object.fromEntries(
    names.map((name, i) => [name, leaves[i].slice(leaves[i].lastIndexOf('.') + 1)]),
  );
  python.stdin.write(`${JSON.stringify({ path, modules: wanted })}\n`);
  return JSON.parse((await answers.next()).value);
}

function treeHash(folder) {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, '.ufc')))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
  return lines.sort().join('\n');
}
