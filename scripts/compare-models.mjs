/**
 * Compare the schemas that are read off the code with those that pydantic, SQLAlchemy and attrs give when the code runs, for every model
 * of published packages. Prints what differs and what is marked as not known, with its reason; ends with 1 when anything is wrong.
 * Every file is also compiled by ajv (Draft 2020-12) together with the others of its package.
 *
 *   npm run test:models [-- NAME ...]      only the packages with these names
 *   npm run test:models -- NAME==VERSION[:MODULE] … [--pydantic=1|2.11.9] [--kinds=models,tables,attributes] [--with=REQUIREMENT,…]
 *                                          others, as published
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, must, repository, run } from './lib/scratch.mjs';
import { compareAttributes } from './models/compare-attributes.mjs';
import { compareSchemas, definitionsOf } from './models/compare.mjs';
import { compareTables } from './models/compare-tables.mjs';
import { seededFaults } from './models/seeded-faults.mjs';

const GROUPS = {
  2: [
    'pydantic==2.12.5',
    'pydantic-settings==2.12.0',
    'email-validator',
    'sqlalchemy==2.0.44',
    'attrs==25.4.0',
  ],
  1: ['pydantic==1.10.24', 'email-validator'],
};
const PACKAGES = [
  { sdist: 'prefect==3.4.0', requirements: ['fastapi<0.116'], kinds: ['models', 'sent', 'tables'] },
  { sdist: 'openai==1.109.1', kinds: ['models', 'sent'] },
  { sdist: 'anthropic==0.72.0', kinds: ['models', 'sent'] },
  { sdist: 'mcp==1.20.0', kinds: ['models', 'sent'] },
  { sdist: 'langchain-core==1.0.4', module: 'langchain_core', kinds: ['models', 'sent'] },
  { sdist: 'openapi-pydantic==0.5.1', module: 'openapi_pydantic', kinds: ['models', 'sent'] },
  { sdist: 'fastapi==0.115.14', kinds: ['models', 'sent'] },
  { sdist: 'fastapi==0.95.2', pydantic: 1 },
  { sdist: 'openapi-schema-pydantic==1.2.4', module: 'openapi_schema_pydantic', pydantic: 1 },
  { sdist: 'langchain-core==0.1.53', module: 'langchain_core', pydantic: 1 },
  { sdist: 'optuna==4.5.0', kinds: ['tables'] },
  { sdist: 'jupyterhub==5.4.0', kinds: ['tables'] },
  { sdist: 'celery==5.5.3', kinds: ['tables'] },
  { sdist: 'referencing==0.37.0', kinds: ['attributes'] },
  { sdist: 'trio==0.31.0', kinds: ['attributes'] },
];
/** `sent`: the schemas of what is sent, `mode="serialization"`. */
const DUMPS = { models: 'dump.py', tables: 'dump_tables.py', attributes: 'dump_attributes.py' };

const require = createRequire(import.meta.url);
const load = builtPlugin();
const Ajv2020 = require('ajv/dist/2020').default;
const { readSourceTree } = load('platform/source-tree.js');
const { buildProjectFacts } = load('core/project/project-facts.js');
const { modulePlace, openSymbols, qualifiedName, resolveParts } = load('core/symbols/symbols.js');
const { openModels } = load('core/data-models/models.js');
const { catalogueOf } = load('core/data-models/catalogue.js');
const { filesOf } = load('core/data-models/files.js');

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { pydantic: { type: 'string' }, kinds: { type: 'string' }, with: { type: 'string' } },
});
const rows = [];
for (const one of [...PACKAGES, ...wanted.filter((text) => text.includes('==')).map(chosen)]) {
  const [name] = one.sdist.split('==');
  if (wanted.length > 0 && !wanted.includes(name) && !wanted.includes(one.text)) continue;
  for (const kind of one.kinds ?? ['models'])
    rows.push(compare({ name, module: name, pydantic: 2, ...one }, kind));
}
console.table(rows);
const faults = seededFaults();
console.log(`seeded faults: ${faults.noticed} of ${faults.total} noticed`);
const fine = (row) => row.wrong === 0 && row.absent === 0 && row['not valid'] === 0;
process.exit(rows.every(fine) && faults.noticed === faults.total ? 0 : 1);

/** A package as somebody typed it. */
function chosen(text) {
  const [sdist, module = sdist.split('==')[0].replaceAll('-', '_')] = text.split(':');
  return {
    text,
    sdist,
    module,
    pydantic: parseInt(options.pydantic ?? '2'),
    pinned: options.pydantic?.includes('.')
      ? [`pydantic==${options.pydantic}`, 'email-validator']
      : undefined,
    kinds: options.kinds?.split(','),
    requirements: options.with?.split(','),
  };
}

function compare({ name, module, pydantic, pinned = GROUPS[pydantic], sdist, requirements = [] }, kind) {
  const folder = join(repository, 'tmp/models', sdist.replace('==', '-'));
  downloadSdist(sdist, folder);
  const python = environment(sdist, [sdist, ...requirements, ...pinned]);
  const version = must(python, ['-c', 'import sys; print(*sys.version_info[:2])'], repository)
    .trim()
    .split(' ');
  const project = buildProjectFacts(name, readSourceTree(folder, name));
  const mode = kind === 'sent' ? 'serialization' : 'validation';
  const models = openModels(openSymbols(project), { pydantic, python: version.map(Number), mode });
  const catalogue = new Map(catalogueOf(models).map((one) => [one.definition.id, one]));
  const byName = new Map(
    [...catalogue.values()].map((one) => [`${one.definition.module}.${one.definition.name}`, one]),
  );
  const ours = {
    all: [...catalogue.values()],
    get: (id) => catalogue.get(id) ?? catalogue.get(definedAs(models, id)) ?? byName.get(id),
  };
  const script = pydantic === 1 ? 'dump_v1.py' : (DUMPS[kind] ?? DUMPS.models);
  const entries = dump(python, script, kind === 'sent' ? [module, mode] : [module]);
  const tally = { equal: 0, marked: 0, wrong: 0, absent: 0 };
  const results =
    kind === 'tables'
      ? tableResults(entries, ours)
      : kind === 'attributes'
        ? attributeResults(entries, ours)
        : modelResults(entries, ours);
  for (const { id, differences, marks, absent } of results) {
    const verdict = absent
      ? 'absent'
      : differences.length > 0
        ? 'wrong'
        : marks.length > 0
          ? 'marked'
          : 'equal';
    tally[verdict]++;
    for (const text of differences) console.log(`${sdist}: wrong: ${id} ${text}`);
    for (const text of new Set(marks)) console.log(`${sdist}: marked: ${id} ${text}`);
    if (absent) console.log(`${sdist}: absent: ${id}`);
  }
  const failed = entries.filter((entry) => entry.error).length;
  const dynamic = entries.filter((entry) => entry.dynamic && !ours.get(entry.id)).length;
  return {
    package: sdist,
    kind,
    models: results.length,
    ...tally,
    'without schema': failed,
    'made at run time': dynamic,
    'not valid': invalidFiles(sdist, models),
  };
}

function dump(python, script, args) {
  const result = run(python, [join(repository, 'scripts/models', script), ...args], join(repository, 'tmp'));
  if (result.status !== 0) must(python, [join(repository, 'scripts/models', script), ...args], repository);
  return result.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** Where a class is defined that calls itself by the name of the package that exports it. */
function definedAs(models, id) {
  const at = id.lastIndexOf('.');
  const place = modulePlace(models.symbols, id.slice(0, at));
  const symbol = place && resolveParts(models.symbols, place, [id.slice(at + 1)]);
  return symbol?.kind === 'class' ? qualifiedName(symbol) : undefined;
}

/** Every class that pydantic gives a schema of, and every definition that such a schema refers to. */
function modelResults(entries, ours) {
  const theirs = new Map();
  for (const entry of entries.filter((one) => one.schema))
    for (const [id, schema] of definitionsOf(entry.id, entry.schema))
      if (id === entry.id || !theirs.has(id)) theirs.set(id, schema);
  const failed = new Set(entries.filter((entry) => entry.error).map((entry) => entry.id));
  return [...theirs]
    .filter(([id]) => !id.startsWith('pydantic.') && (isKnown(id, entries) || ours.get(id)))
    .map(([id, schema]) => {
      const own = ours.get(id);
      if (!own) return { id, differences: [], marks: [], absent: true };
      return {
        id,
        ...compareSchemas(
          own.schema,
          schema,
          (ref) => theirs.get(ref),
          (ref) => failed.has(ref),
        ),
      };
    });
}

/** Classes of other packages, and those that nothing at the top of a module makes under that name, are not looked for. */
function isKnown(id, entries) {
  const entry = entries.find((one) => one.id === id);
  return entry ? !entry.dynamic : entries.some((one) => one.id && id.split('.')[0] === one.id.split('.')[0]);
}

function tableResults(entries, ours) {
  const tables = ours.all.map((one) => one.schema['x-ufc-table']).filter(Boolean);
  return entries
    .filter((entry) => entry.table)
    .map((entry) => {
      const own = ours.get(entry.id);
      if (!own) return { id: entry.id, differences: [], marks: [], absent: true };
      const name = own.schema['x-ufc-table']?.name;
      const shared = tables.filter((table) => table.inherits?.$ref === entry.id && table.name === name);
      return {
        id: entry.id,
        ...compareTables(
          own.schema,
          entry,
          shared.flatMap((table) => table.columns),
        ),
      };
    });
}

function attributeResults(entries, ours) {
  return entries
    .filter((entry) => entry.attributes)
    .map((entry) => {
      const own = ours.get(entry.id);
      if (!own) return { id: entry.id, differences: [], marks: [], absent: true };
      return { id: entry.id, ...compareAttributes(own.schema, entry.attributes) };
    });
}

/** How many of a package's files ajv does not compile with all of them loaded. */
function invalidFiles(sdist, models) {
  const files = filesOf(models);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  for (const { schema } of files) ajv.addSchema(schema, undefined, undefined, false);
  return files.filter(({ file, schema }) => {
    try {
      ajv.validateSchema(schema, true);
      return !ajv.getSchema(file);
    } catch (error) {
      console.log(`${sdist}: not valid: ${file}: ${error.message}`);
      return true;
    }
  }).length;
}

function environment(sdist, requirements) {
  const venv = join(repository, 'tmp/models-venv', sdist.replace('==', '-'));
  const python = join(venv, 'bin/python');
  if (existsSync(join(venv, '.done'))) return python;
  must('python3', ['-m', 'venv', '--clear', venv], repository);
  must(python, ['-m', 'pip', 'install', '-q', ...requirements], repository);
  must(python, ['-c', `open(${JSON.stringify(join(venv, '.done'))}, 'w').close()`], repository);
  return python;
}
