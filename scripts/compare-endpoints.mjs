/**
 * Compare the endpoints that are read off the code with those that the application has when it runs: httpbin (Flask), the
 * server of prefect (FastAPI) and the bundled examples. Routes made by other packages (static files, documentation pages) are not
 * in the code and are counted apart.
 *
 *   npm run test:endpoints
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

const APPS = [
  {
    name: 'orders',
    kind: 'fastapi',
    source: 'examples/orders',
    requirements: ['fastapi<0.116'],
    target: 'orders.api.app:app',
    madeIn: 'orders.api.app.create_app',
    own: 'orders',
  },
  {
    name: 'newsletter',
    kind: 'flask',
    source: 'examples/newsletter',
    target: 'newsletter.web:create_app()',
    own: 'newsletter',
  },
  {
    name: 'httpbin',
    kind: 'flask',
    sdist: 'httpbin==0.10.2',
    target: 'httpbin:app',
    madeIn: 'httpbin.core',
    own: 'httpbin',
  },
  {
    name: 'prefect',
    kind: 'fastapi',
    sdist: 'prefect==3.4.0',
    requirements: ['fastapi<0.116'],
    target: 'prefect.server.api.server:create_app()',
    own: 'prefect',
  },
];

must(process.execPath, ['scripts/build-package.mjs'], repository);
const require = createRequire(import.meta.url);
const load = (path) => require(join(repository, 'dist/packages/nx-ufc', path));
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { detectEndpoints } = load('core/endpoints/index.js');

const rows = APPS.map(compare);
console.table(rows);
process.exit(rows.every((row) => row.missing === 0 && row.extra === 0) ? 0 : 1);

function compare({ name, kind, source, sdist, requirements = [], target, madeIn, own }) {
  const folder = join(repository, 'tmp/endpoints', sdist?.replace('==', '-') ?? name);
  if (sdist) downloadSdist(sdist, folder);
  else cpSync(join(repository, source), folder, { recursive: true });
  const python = environment(name, [...(sdist ? [sdist] : [folder]), ...requirements]);
  const all = detectEndpoints(buildProjectFacts(name, readSourceTree(folder, name)));
  const home = madeIn ?? target.replace('()', '').replace(':', '.');
  const endpoints = all.filter((one) => one.application === home);
  const certain = endpoints.filter((one) => !one.unresolved).map(keyOf);
  const conditional = new Set(endpoints.filter((one) => one.conditional).map(keyOf));
  const marked = endpoints.filter((one) => one.unresolved);
  const lines = must(
    python,
    [join(repository, 'scripts/endpoints/dump.py'), kind, target],
    join(repository, 'tmp'),
  );
  const real = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const expected = real
    .filter(([, , module]) => module === own || module.startsWith(`${own}.`))
    .map(([method, path, , handler]) => `${method} ${path} ${handler}`);
  const found = expected.filter((one) => certain.includes(one));
  const left = expected.filter((one) => !certain.includes(one));
  const foreseen = left.filter((one) => marked.some((mark) => mark.handler.endsWith(one.split(' ')[2])));
  const missing = left.filter((one) => !foreseen.includes(one));
  const unexpected = certain.filter((one) => !expected.includes(one));
  const extra = unexpected.filter((one) => !conditional.has(one));
  for (const one of foreseen) console.log(`${name}: marked as not certain: ${one}`);
  for (const one of missing) console.log(`${name}: missing: ${one}`);
  for (const one of extra) console.log(`${name}: extra: ${one}`);
  return {
    app: name,
    expected: expected.length,
    found: found.length,
    marked: foreseen.length,
    missing: missing.length,
    extra: extra.length,
    'conditional, not there': unexpected.length - extra.length,
    'by other packages': real.length - expected.length,
  };
}

function keyOf({ method, path, handler }) {
  return `${method} ${path} ${handler.slice(handler.lastIndexOf('.') + 1)}`;
}

function environment(name, requirements) {
  const venv = join(repository, 'tmp/endpoints-venv', name);
  const python = join(venv, 'bin/python');
  if (existsSync(python) && spawnSync(python, ['-c', 'import sys']).status === 0) return python;
  must('python3', ['-m', 'venv', venv], repository);
  must(python, ['-m', 'pip', 'install', '-q', ...requirements], repository);
  return python;
}
