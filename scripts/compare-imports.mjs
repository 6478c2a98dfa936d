/**
 * Compare the import graph with grimp's for published packages, under the same policy: modules of the package only, imports of
 * every scope, an attribute counts as an import of the module that it is taken from. A second time without the imports that are only for
 * type checkers: `run-time` in the table. Exit code 1 on a difference, and when no import in a function or for type checkers was seen.
 *
 *   npm run test:imports                                     the packages below
 *   npm run test:imports -- flask==3.1.2 attrs==25.4.0:attr …   others, as published; the import name if it is another
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

const PACKAGES = [
  { sdist: 'sqlparse==0.6.1', path: '', name: 'sqlparse' },
  { sdist: 'jinja2==3.1.6', path: 'src', name: 'jinja2' },
  { sdist: 'marshmallow==4.4.0', path: 'src', name: 'marshmallow' },
  { sdist: 'boltons==26.2.0', path: '', name: 'boltons' },
  { sdist: 'structlog==26.1.0', path: 'src', name: 'structlog' },
];

const load = builtPlugin();
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { importEdges } = load('core/project/import-graph.js');

const venv = join(repository, 'tmp/grimp-venv');
const python = join(venv, 'bin/python');
if (!existsSync(python)) {
  must('python3', ['-m', 'venv', venv], repository);
  must(python, ['-m', 'pip', 'install', '-q', 'grimp==3.14'], repository);
}
const given = process.argv.slice(2);
const rows = (given.length > 0 ? given.map(chosen) : PACKAGES).map(compare);
console.table(rows);
const scopes = ['in functions', 'type checking'];
const seen = scopes.every((scope) => rows.some((row) => row[scope] > 0));
const equal = rows.every((row) => row.missing + row.extra === 0);
process.exit((seen || given.length > 0) && equal ? 0 : 1);

function chosen(text) {
  const [sdist, name = sdist.split('==')[0].replaceAll('-', '_')] = text.split(':');
  const path = existsSync(join(downloaded(sdist), 'src', name)) ? 'src' : '';
  return { sdist, path, name };
}

function downloaded(sdist) {
  const folder = join(repository, 'tmp/corpus', sdist.replace('==', '-'));
  downloadSdist(sdist, folder);
  return folder;
}

function compare({ sdist, path, name }) {
  const folder = downloaded(sdist);
  const project = buildProjectFacts(name, readSourceTree(folder, name));
  const isOwn = (module) =>
    module === name || (module.startsWith(`${name}.`) && project.modules.has(parentOf(module)));
  const edges = importEdges(project).filter((edge) => isOwn(edge.from) && isOwn(edge.to));
  const count = (scope) => edges.filter((edge) => edge.scope === scope).length;
  const source = join(folder, path);
  const all = difference(name, edges, grimpEdges(source, name));
  const runTime = difference(
    name,
    edges.filter((edge) => edge.scope !== 'type_checking'),
    grimpEdges(source, name, '--run-time'),
  );
  return {
    package: sdist,
    ...all,
    'run-time': runTime.edges,
    'run-time equal': runTime.equal,
    missing: all.missing + runTime.missing,
    extra: all.extra + runTime.extra,
    'in functions': count('function'),
    'type checking': count('type_checking'),
  };
}

/** grimp does not look into folders without an `__init__`. */
function parentOf(module) {
  return module.slice(0, module.lastIndexOf('.'));
}

function grimpEdges(source, name, ...options) {
  const dump = join(repository, 'scripts/imports/dump.py');
  const lines = must(python, [dump, source, name, ...options], join(repository, 'tmp')).split('\n');
  return new Set(lines.filter(Boolean));
}

function difference(name, edges, theirs) {
  const ours = new Set(edges.map((edge) => `${edge.from}\t${edge.to}`));
  const missing = [...theirs].filter((edge) => !ours.has(edge));
  const extra = [...ours].filter((edge) => !theirs.has(edge));
  for (const edge of missing) console.log(`${name}: missing ${edge.replace('\t', ' → ')}`);
  for (const edge of extra) console.log(`${name}: extra ${edge.replace('\t', ' → ')}`);
  const equal = theirs.size - missing.length;
  return { edges: theirs.size, equal, missing: missing.length, extra: extra.length };
}
