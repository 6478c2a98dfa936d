/**
 * Our side of the comparison, in a fresh process: `rewrite` parses and rewrites every file with the mapping at hand, as the
 * LibCST transformer does; `migrate` does the whole migration, reading and writing included.
 */
const { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

const plugin = join(__dirname, '../dist/packages/nx-ufc');
const load = (path) => require(join(plugin, path));
const [, , what, source] = process.argv;

function plan() {
  const blueprint = load('platform/blueprint.js').loadBlueprint();
  const tree = load('platform/source-tree.js').readSourceTree(source, 'legacy');
  const analysis = load('core/project/analysis.js').analyseTree('boltons', tree, blueprint);
  const names = load('core/blueprint/naming.js').capabilityNames('boltons', blueprint);
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

if (what === 'mapping') {
  const made = plan();
  const mapping = mappingOf(made);
  const { project } = made.analysis;
  const files = {};
  for (const info of project.modulesByPath.values())
    files[info.path] = [info.name, info.isPackage, mapping.modules.get(info.name) ?? info.name];
  const moves = made.map.modules
    .filter((entry) => entry.source.endsWith('.py') && entry.layer && entry.target !== entry.source)
    .map((entry) => [entry.source, dirname(entry.target).replace(/^src\//, '')]);
  process.stdout.write(JSON.stringify({ files, modules: Object.fromEntries(mapping.modules), moves }));
} else if (what === 'rewrite') {
  const made = plan();
  const mapping = mappingOf(made);
  const { project } = made.analysis;
  const { decodeSource, encodeSource } = load('core/python/index.js');
  const { extractFacts } = load('core/python/facts/index.js');
  const { rewriteModule } = load('core/rewrite/rewrite-module.js');
  const { applyEdits } = load('core/text/edits.js');
  const bytes = new Map(project.tree.files.map((file) => [file.path, file.bytes]));
  const start = process.hrtime.bigint();
  for (const info of project.modulesByPath.values()) {
    const decoded = decodeSource(info.path, bytes.get(info.path));
    project.sources.set(info.path, decoded);
    project.facts.set(info.path, extractFacts(decoded));
  }
  for (const info of project.modulesByPath.values()) {
    const decoded = project.sources.get(info.path);
    encodeSource({ ...decoded, text: applyEdits(decoded.text, rewriteModule(project, mapping, info).edits) });
  }
  report(start);
} else {
  migrate();
}

async function migrate() {
  const workspace = mkdtempSync(join(tmpdir(), 'nx-ufc-bench-'));
  cpSync(source, join(workspace, 'legacy/boltons'), { recursive: true });
  writeFileSync(join(workspace, 'nx.json'), '{}');
  mkdirSync(join(workspace, 'capabilities'));
  const nx = join(dirname(require.resolve('nx/package.json')), 'dist/src/generators/tree.js');
  const { FsTree, flushChanges } = require(nx);
  const { capabilityGenerator } = load('generators/capability/generator.js');
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const start = process.hrtime.bigint();
  const tree = new FsTree(workspace, false);
  const callback = await capabilityGenerator(tree, { name: 'boltons', source: 'legacy/boltons' });
  flushChanges(workspace, tree.listChanges());
  callback();
  process.stdout.write = write;
  report(start);
  rmSync(workspace, { recursive: true });
}

function report(start) {
  process.stdout.write(JSON.stringify({ seconds: Number(process.hrtime.bigint() - start) / 1e9 }));
}
