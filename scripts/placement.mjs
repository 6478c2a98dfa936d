/**
 * Where the classifier puts the modules of published packages, as a table: layers by content alone and as placed, modules that rise or sink
 * against their content, imports that break the layer rules all the same (of them those that run in functions or for type checkers only) and
 * frameworks in core, modules apart from most of their package, decisions for review, and the largest folder of files that were apart before.
 * Exit code 1 when such a folder holds more files than the blueprint allows.
 *
 *   npm run test:placement                      the packages below
 *   npm run test:placement -- flask==3.1.2 …    others, as published; or NAME=FOLDER
 */
import { posix, join, resolve } from 'node:path';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, repository } from './lib/scratch.mjs';

const PACKAGES = [
  'prefect==3.4.0',
  'mlflow==3.4.0',
  'dagster==1.11.10',
  'celery==5.5.3',
  'poetry==2.2.1',
  'pip==25.2',
  'sphinx==8.2.3',
  'apprise==1.9.4',
  'scrapy==2.13.3',
  'datasette==0.65.1',
  'jupyter-server==2.17.0',
  'jupyterhub==5.4.0',
  'rich==14.1.0',
  'httpie==3.2.4',
  'locust==2.40.5',
  'black==25.9.0',
  'gunicorn==23.0.0',
  'flask==3.1.2',
  'twine==6.2.0',
];

const load = builtPlugin();
const { readSourceTree } = load('platform/source-tree.js');
const { analyseTree } = load('core/project/analysis.js');
const { loadBlueprint } = load('platform/blueprint.js');
const { classifyModule } = load('core/classify/module.js');
const { importOf } = load('core/classify/sighting.js');
const { proposeMap } = load('core/plan/propose.js');
const blueprint = loadBlueprint();
const HEIGHT = { core: 0, interface: 1, manifest: 2 };
const core = blueprint.layers.find((layer) => layer.id === 'core');

const given = process.argv.slice(2);
const rows = (given.length > 0 ? given : PACKAGES).map((text) => measure(...chosen(text)));
console.table(rows);
process.exit(rows.every((row) => row.heap <= blueprint.classification.maxFolderFiles) ? 0 : 1);

function chosen(text) {
  const [, name, mark, value] = /^([^=]+)(==?)(.+)$/.exec(text);
  if (mark === '=') return [name, resolve(value)];
  const folder = join(repository, 'tmp/corpus', text.replace('==', '-'));
  downloadSdist(text, folder);
  return [name, folder];
}

function measure(name, folder) {
  const analysis = analyseTree(name, readSourceTree(folder, name), blueprint);
  const { project, classifications } = analysis;
  const modules = [...project.modulesByPath.values()].flatMap((info) => {
    const placed = classifications.get(info.path);
    if (info.area !== 'shipped' || placed.layer === null) return [];
    const facts = project.facts.get(info.path);
    const shown = classifyModule({ info, facts, blueprint }).layer;
    const framework = core.forbiddenFrameworks.some((kind) => importOf({ info, facts, blueprint }, kind));
    return [{ info, placed, shown, framework, rise: HEIGHT[placed.layer] - HEIGHT[shown] }];
  });
  const layers = new Map(modules.map(({ info, placed }) => [info.name, placed.layer]));
  const broken = analysis.edges.filter(({ from, to }) => HEIGHT[layers.get(from)] < HEIGHT[layers.get(to)]);
  const shares = (layerOf) =>
    Object.keys(HEIGHT)
      .map((layer) => modules.filter((one) => layerOf(one) === layer).length)
      .join('/');
  return {
    package: name,
    modules: modules.length,
    'by content': shares(({ shown }) => shown),
    placed: shares(({ placed }) => placed.layer),
    rise: modules.filter(({ rise }) => rise > 0).length,
    sink: modules.filter(({ rise }) => rise < 0).length,
    broken: broken.length,
    lazy: broken.filter(({ scope }) => scope !== 'module').length,
    frameworks: modules.filter(({ framework, placed }) => framework && placed.layer === 'core').length,
    apart: apart(modules, project.layout.roots[0]?.path),
    review: modules.filter(({ placed }) => placed.confidence < blueprint.classification.reviewThreshold)
      .length,
    heap: largestHeap(analysis),
  };
}

/** Modules that are in another layer than most of their folder; the folder of the first package has no layer. */
function apart(modules, root) {
  const folders = new Map();
  for (const { info, placed } of modules) {
    const folder = posix.dirname(info.path);
    if (folder === root) continue;
    const counts = folders.get(folder) ?? {};
    folders.set(folder, counts);
    counts[placed.layer] = (counts[placed.layer] ?? 0) + 1;
  }
  const counts = [...folders.values()].map(Object.values);
  return counts.reduce((sum, of) => sum + of.reduce((a, b) => a + b, 0) - Math.max(...of), 0);
}

function largestHeap(analysis) {
  const folders = new Map();
  for (const { source, target, layer } of proposeMap(analysis, { package: 'au_sys_x', derivesMetadata: true })
    .modules) {
    if (layer === null || target === null) continue;
    const folder = folders.get(posix.dirname(target)) ?? { files: 0, sources: new Set() };
    folders.set(posix.dirname(target), folder);
    folder.files++;
    folder.sources.add(posix.dirname(source));
  }
  const mixed = [...folders.values()].filter(({ sources }) => sources.size > 1);
  return Math.max(0, ...mixed.map(({ files }) => files));
}
