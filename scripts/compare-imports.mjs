/**
 * Compare the import graph with grimp's for published packages, under the same policy: modules of the package only, imports of
 * every scope, an attribute counts as an import of the module that it is taken from.
 *
 *   npm run test:imports
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

const PACKAGES = [
  { sdist: 'sqlparse==0.6.1', path: '', name: 'sqlparse' },
  { sdist: 'jinja2==3.1.6', path: 'src', name: 'jinja2' },
  { sdist: 'marshmallow==4.4.0', path: 'src', name: 'marshmallow' },
  { sdist: 'boltons==26.2.0', path: '', name: 'boltons' },
  { sdist: 'structlog==26.1.0', path: 'src', name: 'structlog' },
];

must(process.execPath, ['scripts/build-package.mjs'], repository);
const require = createRequire(import.meta.url);
const load = (path) => require(join(repository, 'dist/packages/nx-ufc', path));
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { importEdges } = load('core/project/import-graph.js');

const venv = join(repository, 'tmp/grimp-venv');
const python = join(venv, 'bin/python');
if (!existsSync(python)) {
  must('python3', ['-m', 'venv', venv], repository);
  must(python, ['-m', 'pip', 'install', '-q', 'grimp==3.14'], repository);
}
const rows = PACKAGES.map(compare);
console.table(rows);
process.exit(rows.every((row) => row.missing + row.extra === 0) ? 0 : 1);

function compare({ sdist, path, name }) {
  const folder = join(repository, 'tmp/corpus', sdist.replace('==', '-'));
  downloadSdist(sdist, folder);
  const project = buildProjectFacts(name, readSourceTree(folder, name));
  const isShipped = (module) => project.modules.get(module)?.area === 'shipped';
  const ours = new Set(
    importEdges(project)
      .filter((edge) => isShipped(edge.from) && isShipped(edge.to))
      .map((edge) => `${edge.from}\t${edge.to}`),
  );
  const dump = join(repository, 'scripts/imports/dump.py');
  const theirs = new Set(
    must(python, [dump, join(folder, path), name], join(repository, 'tmp'))
      .split('\n')
      .filter(Boolean),
  );
  const missing = [...theirs].filter((edge) => !ours.has(edge));
  const extra = [...ours].filter((edge) => !theirs.has(edge));
  for (const edge of missing) console.log(`${name}: missing ${edge.replace('\t', ' → ')}`);
  for (const edge of extra) console.log(`${name}: extra ${edge.replace('\t', ' → ')}`);
  return {
    package: sdist,
    edges: theirs.size,
    equal: theirs.size - missing.length,
    missing: missing.length,
    extra: extra.length,
  };
}
