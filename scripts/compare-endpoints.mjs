/**
 * Compare the endpoints that are read off the code with those that the application has when it runs: httpbin (Flask), the
 * server of prefect (FastAPI) and the bundled examples. Routes made by other packages (static files, documentation pages) are not
 * in the code and are counted apart.
 *
 * For FastAPI the OpenAPI document is compared too, with `app.openapi()`: parameters, bodies, responses, descriptions.
 *
 *   npm run test:endpoints [-- NAME …]
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@readme/openapi-parser';
import { APPS } from './endpoints/apps.mjs';
import { compareOperations } from './endpoints/compare-operations.mjs';
import { environment } from './lib/environment.mjs';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

const load = builtPlugin();
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { detectRoutes, endpointsOf } = load('core/endpoints/index.js');
const { buildOpenApi } = load('core/openapi/document.js');

const only = process.argv.slice(2);
const rows = [];
const operations = [];
for (const app of APPS.filter(({ name }) => only.length === 0 || only.includes(name)))
  rows.push(await compare(app));
console.table(rows);
console.table(operations);
const failed =
  rows.some((row) => row.missing > 0 || row.extra > 0 || row.valid !== 'yes') ||
  operations.some((row) => row.wrong > 0);
process.exit(failed ? 1 : 0);

async function compare({
  name,
  kind,
  source,
  dump = kind === 'fastapi' ? 'openapi.py' : null,
  sdist,
  requirements = [],
  target,
  madeIn,
  own,
}) {
  const folder = join(repository, 'tmp/endpoints', sdist?.replace('==', '-') ?? name);
  if (sdist) downloadSdist(sdist, folder);
  else cpSync(join(repository, source), folder, { recursive: true });
  const python = environment(`endpoints-venv/${name}`, [...(sdist ? [sdist] : [folder]), ...requirements]);
  const detected = detectRoutes(buildProjectFacts(name, readSourceTree(folder, name)));
  const document = buildOpenApi(detected, {
    title: name,
    version: null,
    options: { pydantic: 2, python: [3, 12] },
  });
  const all = endpointsOf(detected);
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
  if (dump) compareDocuments(name, document, python, { dump, target });
  const { valid, errors } = await validate(JSON.parse(JSON.stringify(document)));
  for (const error of errors ?? []) console.log(`${name}: not valid: ${error.message}`);
  return {
    app: name,
    valid: valid ? 'yes' : 'no',
    expected: expected.length,
    found: found.length,
    marked: foreseen.length,
    missing: missing.length,
    extra: extra.length,
    'conditional, not there': unexpected.length - extra.length,
    'by other packages': real.length - expected.length,
  };
}

/** Parameters, bodies and responses against `app.openapi()`. */
function compareDocuments(name, document, python, { dump, target }) {
  const documents = JSON.parse(
    must(python, [join(repository, 'scripts/endpoints', dump), target], join(repository, 'tmp')),
  );
  const counts = compareOperations(document, documents, (text) => console.log(`${name}: ${text}`));
  for (const [compared, count] of Object.entries(counts)) operations.push({ app: name, compared, ...count });
}

function keyOf({ method, path, handler }) {
  return `${method} ${path} ${handler.slice(handler.lastIndexOf('.') + 1)}`;
}
