/**
 * Our side of the comparison, in a fresh process: `rewrite` parses and rewrites every file with the mapping at hand, as the
 * LibCST transformer does; `migrate` does the whole migration, reading and writing included, some times in one process.
 */
const { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { startClock } = require('./clock.cjs');

const plugin = join(__dirname, '../../dist/packages/nx-ufc');
const load = (path) => require(join(plugin, path));
const [, , what, ...sources] = process.argv;

function plan(source) {
  const blueprint = load('platform/blueprint.js').loadBlueprint();
  const tree = load('platform/source-tree.js').readSourceTree(source, 'legacy');
  const analysis = load('core/project/analysis.js').analyseTree('sample', tree, blueprint);
  const names = load('core/blueprint/naming.js').capabilityNames('sample', blueprint);
  const map = load('core/plan/propose.js').proposeMap(analysis, {
    package: names.package,
    derivesMetadata: false,
  });
  return { analysis, map, names, blueprint };
}

function mappingOf({ analysis, map, names }) {
  const { moveMappingOf } = load('core/plan/assemble.js');
  return moveMappingOf({ analysis, map, names });
}

/** What the peers get: every file with its old and new module name, the mapping, and the moves as rope takes them. */
function taskOf(source) {
  const made = plan(source);
  const mapping = mappingOf(made);
  const files = {};
  for (const info of made.analysis.project.modulesByPath.values())
    files[info.path] = [info.name, info.isPackage, mapping.modules.get(info.name) ?? info.name];
  const moves = made.map.modules
    .filter((entry) => entry.source.endsWith('.py') && entry.layer && entry.target !== entry.source)
    .map((entry) => [entry.source, dirname(entry.target).replace(/^src\//, '')]);
  return { root: source, files, modules: Object.fromEntries(mapping.modules), moves };
}

/** Parse and rewrite every file of the packages, with the mappings at hand. */
function rewrite() {
  const parseAndRewrite = rewriter();
  const jobs = sources.map((folder) => {
    const made = plan(folder);
    const { project } = made.analysis;
    return {
      project,
      mapping: mappingOf(made),
      bytes: new Map(project.tree.files.map((file) => [file.path, file.bytes])),
    };
  });
  const stop = startClock();
  jobs.forEach(parseAndRewrite);
  process.stdout.write(JSON.stringify(stop()));
}

function rewriter() {
  const { decodeSource, encodeSource } = load('core/python/index.js');
  const { extractFacts } = load('core/python/facts/index.js');
  const { rewriteModule } = load('core/rewrite/rewrite-module.js');
  const { applyEdits } = load('core/text/edits.js');
  return function parseAndRewrite({ project, mapping, bytes }) {
    for (const info of project.modulesByPath.values()) {
      const decoded = decodeSource(info.path, bytes.get(info.path));
      project.sources.set(info.path, decoded);
      project.facts.set(info.path, extractFacts(decoded));
    }
    for (const info of project.modulesByPath.values()) {
      const decoded = project.sources.get(info.path);
      const { edits } = rewriteModule(project, mapping, info);
      encodeSource({ ...decoded, text: applyEdits(decoded.text, edits) });
    }
  };
}

if (what === 'tasks') process.stdout.write(JSON.stringify(sources.map(taskOf)));
else if (what === 'rewrite') rewrite();
else migrateAll(...sources).then((figures) => process.stdout.write(JSON.stringify(figures)));

async function migrateAll(source, scratch, count) {
  const all = [];
  for (let i = 0; i < Number(count); i++) all.push(await migrate(source, scratch));
  return all;
}

async function migrate(source, scratch) {
  const workspace = mkdtempSync(join(scratch, 'nx-ufc-bench-'));
  cpSync(source, join(workspace, 'legacy/boltons'), { recursive: true });
  writeFileSync(join(workspace, 'nx.json'), '{}');
  mkdirSync(join(workspace, 'capabilities'));
  const nx = join(dirname(require.resolve('nx/package.json')), 'dist/src/generators/tree.js');
  const { FsTree, flushChanges } = require(nx);
  const { capabilityGenerator } = load('generators/capability/generator.js');
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const stop = startClock();
  const tree = new FsTree(workspace, false);
  const callback = await capabilityGenerator(tree, { name: 'boltons', source: 'legacy/boltons' });
  flushChanges(workspace, tree.listChanges());
  callback();
  const figures = stop();
  process.stdout.write = write;
  rmSync(workspace, { recursive: true });
  return figures;
}
