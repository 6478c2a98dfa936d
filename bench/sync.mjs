/**
 * 1,000 capabilities: what `nx sync:check` costs with nothing to do, beside the same command without the factory's sync
 * generator, and one template change that reaches all of them in one transaction. Nx's daemon is off.
 * usage: node bench/sync.mjs [number of capabilities] [runs]
 */
import { cpSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { commit, makeWorkspace, must, repository, run } from '../scripts/lib/scratch.mjs';

const [, , given = '1000', runs = '5'] = process.argv;
const count = Number(given);
const limit = 1.5;

const workspace = makeWorkspace('sync');
// A plugin of its own, whose templates can be changed.
const link = join(workspace, 'node_modules/@au/nx-ufc');
const built = realpathSync(link);
rmSync(link);
cpSync(built, link, { recursive: true });
const require = createRequire(join(built, 'package.json'));
const nx = (...args) => run('node', ['node_modules/nx/dist/bin/nx.js', ...args], workspace);

makeCapabilities();
commit(workspace, `${count} capabilities`);
const texts = readdirSync(join(workspace, '.ufc/baseline/_texts'), { recursive: true, withFileTypes: true });
console.log(`${count} capabilities share ${texts.filter((entry) => entry.isFile()).length} texts`);

const nxJson = join(workspace, 'nx.json');
const withSync = readFileSync(nxJson, 'utf8');
const { sync, ...without } = JSON.parse(withSync);
const sides = { 'with sync': withSync, 'without it': JSON.stringify(without) };
const times = { 'with sync': [], 'without it': [] };
for (let i = 0; i <= Number(runs); i++) {
  for (const [side, text] of Object.entries(sides)) {
    writeFileSync(nxJson, text);
    const start = performance.now();
    const result = nx('sync:check');
    if (result.status !== 0) throw new Error(result.stdout + result.stderr);
    // The first run fills Nx's caches.
    if (i > 0) times[side].push(performance.now() - start);
  }
}
writeFileSync(nxJson, withSync);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ratio = median(times['with sync']) / median(times['without it']);
console.log(
  `nx sync:check with nothing to do: ${ratio.toFixed(2)} times the same command without the generator`,
);

const template = join(link, 'blueprints/ufc-1/templates/manifest/src/__package__/validation/framework.py');
writeFileSync(template, `${readFileSync(template, 'utf8')}\n\nNEW_IN_TEMPLATE = 1\n`);
if (nx('sync:check').status !== 1) throw new Error('a template change is not noticed');
const start = performance.now();
console.log(
  must('node', ['node_modules/nx/dist/bin/nx.js', 'sync'], workspace)
    .split('\n')
    .find((line) => /capabilities differ/.test(line)),
);
const seconds = (performance.now() - start) / 1000;
const reached = names().filter((name) =>
  readFileSync(
    join(workspace, `capabilities/${name}/src/au_sys_${name}/validation/framework.py`),
    'utf8',
  ).includes('NEW_IN_TEMPLATE'),
).length;
const records = readdirSync(join(workspace, '.ufc/backups')).filter((file) => file.endsWith('.json'));
console.log(
  `one template change reached ${reached} of ${count} capabilities in ${records.length} transaction (${(seconds / (median(times['without it']) / 1000)).toFixed(1)} times as long as a check)`,
);
if (nx('sync:check').status !== 0) throw new Error('not in sync after nx sync');
if (process.env.KEEP) console.log(workspace);
else rmSync(workspace, { recursive: true });
process.exit(ratio <= limit && reached === count && records.length === 1 ? 0 : 1);

function names() {
  return Array.from({ length: count }, (_, i) => `cap${i}`);
}

/** What the generator writes, in one process and without a transaction each. */
function makeCapabilities() {
  const load = (path) => require(join(built, path));
  const { FsTree, flushChanges } = require(join(repository, 'node_modules/nx/dist/src/generators/tree.js'));
  const { greenfieldInput, renderCapability } = load('core/manifest/greenfield.js');
  const { capabilityNames } = load('core/blueprint/naming.js');
  const { recordBaseline } = load('generators/lib/baseline.js');
  const source = load('platform/blueprint.js').shippedBlueprint();
  for (const name of names()) {
    const tree = new FsTree(workspace, false);
    const capability = capabilityNames(name, source.blueprint);
    const choices = {
      domain: 'core',
      description: 'A sample.',
      interfaces: ['api', 'cli'],
      packageManager: 'uv',
    };
    const files = renderCapability({ ...choices, ...source, names: capability, date: '2026-01-01' });
    for (const file of files) tree.write(`${capability.folder}/${file.path}`, file.content);
    recordBaseline(tree, capability, source, greenfieldInput(capability, choices));
    flushChanges(workspace, tree.listChanges());
  }
}
