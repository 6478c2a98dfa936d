/**
 * 1,000 capabilities: what `nx sync:check` costs with nothing to do, beside the same command without a sync generator
 * and with one that does nothing (Nx makes its project graph a second time for any, unless its daemon is on), and one template
 * change that reaches all of them in one transaction.
 * usage: node bench/sync.mjs [number of capabilities] [runs]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { commit, makeWorkspace, must, repository, run } from '../scripts/lib/scratch.mjs';

const [, , given = '1000', runs = '5'] = process.argv;
const count = Number(given);
const LIMIT = 1.5;

const workspace = makeWorkspace('sync');
// A plugin of its own, whose templates can be changed.
const link = join(workspace, 'node_modules/@au/nx-ufc');
const built = realpathSync(link);
rmSync(link);
cpSync(built, link, { recursive: true });
const require = createRequire(join(built, 'package.json'));
const nx = (...args) => run('node', ['node_modules/nx/dist/bin/nx.js', ...args], workspace);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

makeCapabilities();
commit(workspace, `${count} capabilities`);
const texts = readdirSync(join(workspace, '.ufc/baseline/_texts'), { recursive: true, withFileTypes: true });
console.log(`${count} capabilities share ${texts.filter((entry) => entry.isFile()).length} texts`);

const nxJson = join(workspace, 'nx.json');
const withSync = readFileSync(nxJson, 'utf8');
const sides = {
  ours: withSync,
  'one that does nothing': withSync.replace('@au/nx-ufc:sync', makeNothing()),
  none: JSON.stringify({ ...JSON.parse(withSync), sync: undefined }),
};
const off = measured('false');
const on = measured('true');
nx('daemon', '--stop');
writeFileSync(nxJson, withSync);
const ratio = (times, side) => (median(times[side]) / median(times.none)).toFixed(2);
for (const [daemon, times] of Object.entries({ 'without the daemon': off, 'with the daemon': on }))
  console.log(
    `nx sync:check with nothing to do, ${daemon}: ${ratio(times, 'ours')} times the same command without a sync generator; a sync generator that does nothing: ${ratio(times, 'one that does nothing')}`,
  );

const template = join(link, 'blueprints/ufc-1/templates/manifest/src/__package__/validation/framework.py');
writeFileSync(template, `${readFileSync(template, 'utf8')}\n\nNEW_IN_TEMPLATE = 1\n`);
if (nx('sync:check').status !== 1) throw new Error('a template change is not noticed');
const start = performance.now();
must('node', ['node_modules/nx/dist/bin/nx.js', 'sync'], workspace);
const seconds = (performance.now() - start) / 1000;
const reached = names().filter((name) =>
  readFileSync(
    join(workspace, `capabilities/${name}/src/au_sys_${name}/validation/framework.py`),
    'utf8',
  ).includes('NEW_IN_TEMPLATE'),
).length;
const records = readdirSync(join(workspace, '.ufc/backups')).filter((file) => file.endsWith('.json'));
console.log(
  `one template change reached ${reached} of ${count} capabilities in ${records.length} transaction (${((1000 * seconds) / median(off.none)).toFixed(1)} times as long as a check)`,
);
if (nx('sync:check').status !== 0) throw new Error('not in sync after nx sync');
if (process.env.KEEP) console.log(workspace);
else rmSync(workspace, { recursive: true });
process.exit(ratio(on, 'ours') <= LIMIT && reached === count && records.length === 1 ? 0 : 1);

/** Times of a check for each side, in turn. @param daemon whether Nx's daemon is on */
function measured(daemon) {
  const times = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (const [side, text] of Object.entries(sides)) {
    writeFileSync(nxJson, text);
    // The first run fills Nx's caches, the daemon's too.
    for (let i = 0; i <= Number(runs); i++) {
      const start = performance.now();
      const result = check(daemon);
      if (result.status !== 0) throw new Error(result.stdout + result.stderr);
      if (i > 0) times[side].push(performance.now() - start);
    }
  }
  return times;
}

function check(daemon) {
  const env = { ...process.env, NX_DAEMON: daemon, NX_TUI: 'false', CI: undefined };
  const args = ['node_modules/nx/dist/bin/nx.js', 'sync:check'];
  return spawnSync('node', args, { cwd: workspace, encoding: 'utf8', env });
}

/** A sync generator that does nothing. */
function makeNothing() {
  const folder = join(workspace, 'node_modules/nothing');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "nothing", "version": "1.0.0", "generators": "./generators.json" }',
  );
  const generators = { generators: { sync: { factory: './sync.js', schema: './schema.json' } } };
  writeFileSync(join(folder, 'generators.json'), JSON.stringify(generators));
  writeFileSync(join(folder, 'schema.json'), '{}');
  writeFileSync(join(folder, 'sync.js'), 'module.exports = () => undefined;');
  return 'nothing:sync';
}

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
