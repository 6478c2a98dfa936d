/**
 * Compare what is read of the packaging files of published packages, without running anything, with what the wheels say that are built of
 * them: METADATA, entry_points.txt and the files. PKG-INFO is kept from our side, for a repository has none. A field is equal, marked (it is
 * said that only running code or version control could tell), or wrong. Exit code 1 when one is wrong.
 *
 *   npm run test:metadata                     all
 *   npm run test:metadata -- celery flask     some of them
 *   npm run test:metadata -- anyio==4.11.0    others, as published
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './lib/environment.mjs';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, must, repository } from './lib/scratch.mjs';

/** By what they show: build backend and where the metadata stands. */
const PACKAGES = {
  'attrs==25.3.0': 'hatchling, dynamic readme and version',
  'black==25.9.0': 'hatchling, version of version control, extras, two packages',
  'celery==5.5.3': 'setup.py with requirements files and extras made by functions',
  'click==8.3.0': 'flit, PEP 621',
  'cookiecutter==2.6.0': 'setup.py',
  'flask==3.1.2': 'flit, entry points, extras',
  'gunicorn==23.0.0': 'setuptools, version by attr:',
  'httpie==3.2.4': 'setup.cfg',
  'jaraco.text==4.0.0': 'setuptools, version of version control, namespace package',
  'jupyterhub==5.4.0': 'setuptools, requirements file, package data of a build',
  'paramiko==4.0.0': 'setup.py or PEP 621 with a version of code',
  'poetry==2.2.1': 'poetry-core, PEP 621',
  'pytest==8.4.2': 'setuptools-scm, two packages of which one is a module',
  'python-dateutil==2.9.0.post0': 'setup.cfg and setup.py',
  'requests==2.32.5': 'setup.py, version executed from a file',
  'rich==14.1.0': 'poetry without [project]',
  'six==1.17.0': 'a single module',
  'sphinx==8.2.3': 'flit, many files of package data',
  'tqdm==4.67.1': 'setuptools-scm, entry points',
  'types-requests==2.32.4.20250913': 'stubs alone',
  'virtualenv==20.34.0': 'hatch-vcs, many entry points',
  'zope.interface==8.0': 'namespace package, extension module',
};
const FIELDS = [
  'name',
  'version',
  'python',
  'dependencies',
  'extras',
  'entry points',
  'packages',
  'data',
  'index',
];

const load = builtPlugin();
const { readSourceTree } = load('platform/source-tree.js');
const { analyseTree } = load('core/project/analysis.js');
const { loadBlueprint } = load('platform/blueprint.js');
const { pep440Range } = load('core/metadata/poetry.js');
const { holdsMetadata } = load('core/merge/pyproject/merge.js');
const { textAt } = load('core/metadata/tree-text.js');
const { buildInventory } = load('core/inventory/build.js');
const blueprint = loadBlueprint();

const python = environment('metadata-venv', ['packaging==25.0', 'wheel==0.45.1']);

const given = process.argv.slice(2);
const chosen = [
  ...Object.keys(PACKAGES).filter((entry) => given.length === 0 || given.includes(entry.split('==')[0])),
  ...given.filter((entry) => entry.includes('==')),
];
const rows = chosen.map(compare);
console.table(rows);
const verdicts = rows.flatMap((row) => FIELDS.map((field) => row[field]));
const count = (verdict) => verdicts.filter((one) => one === verdict).length;
console.log(`equal ${count('equal')}, marked ${count('marked')}, wrong ${count('WRONG')}`);
process.exit(chosen.length > 0 && count('WRONG') === 0 && count('equal') > 0 ? 0 : 1);

function compare(sdist) {
  const folder = join(repository, 'tmp/corpus', sdist.replace('==', '-'));
  downloadSdist(sdist, folder);
  const { unknown, ...read } = readSources(sdist.split('==')[0], folder);
  const dump = join(repository, 'scripts/metadata/dump.py');
  const result = spawnSync(python, [dump, wheelOf(sdist, folder)], {
    input: JSON.stringify(read),
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${sdist}: ${result.stderr}`);
  const both = JSON.parse(result.stdout);
  const pairs = { ...both.read, ...files(both.wheel, both.read) };
  const row = { package: sdist };
  for (const field of FIELDS) {
    if (field === 'index' && read.index === null) continue;
    const [theirs, ours] = field in both.wheel ? [both.wheel[field], both.read[field]] : pairs[field];
    row[field] = verdict(field, theirs, ours, unknown);
    if (row[field] === 'WRONG') console.log(`${sdist} ${field}:\n${difference(theirs, ours)}`);
  }
  return row;
}

function readSources(name, folder) {
  const tree = readSourceTree(folder, name);
  const bare = {
    ...tree,
    files: tree.files.filter(({ path }) => !/(^|\/)PKG-INFO$|\.egg-info\//.test(path)),
  };
  const analysis = analyseTree(name, bare, blueprint);
  const { metadata, project } = analysis;
  const inventory = buildInventory(analysis);
  // What pyproject.toml says of it stays there.
  const isDerived = metadata.forIndex !== undefined && !holdsMetadata(textAt(bare, 'pyproject.toml'));
  const extras = Object.fromEntries(metadata.extras.map((extra) => [extra, []]));
  for (const { group, requirement } of metadata.dependencies) extras[group]?.push(requirement);
  return {
    name: metadata.name,
    version: metadata.version,
    python: pep440Range(metadata.requiresPython ?? ''),
    dependencies: metadata.dependencies
      .filter(({ group }) => group === 'main')
      .map(({ requirement }) => requirement),
    extras,
    'entry points': metadata.entryPoints.map(
      ({ group, name: key, value }) => `${group} ${key} = ${value.replace(/\s/g, '')}`,
    ),
    index: isDerived ? { ...metadata.forIndex, license: metadata.license } : null,
    roots: project.layout.roots,
    modules: inventory.modules.map(({ path }) => path),
    data: inventory.packageData.map(({ path }) => path),
    unknown: new Set(metadata.unknown.map(({ key }) => key)),
  };
}

/** Built in an environment of its own; kept beside the downloads. */
function wheelOf(sdist, folder) {
  const target = `${folder}.wheel`;
  const built = () => existsSync(target) && readdirSync(target).find((file) => file.endsWith('.whl'));
  if (!built()) must(python, ['-m', 'pip', 'wheel', '-q', '--no-deps', '-w', target, folder], repository);
  return join(target, built());
}

/** Import packages, and files beside the code: each of the wheel's has to be in the inventory, at its place below a root. */
function files(wheel, { roots, modules, data }) {
  const below = (path) => {
    const root = roots.find(
      (one) => path.replace(/i$/, '') === one.path || path === one.path || path.startsWith(`${one.path}/`),
    );
    return root && path.slice(root.searchPath ? root.searchPath.length + 1 : 0);
  };
  const isCode = (path) => /\.pyi?$/.test(path);
  const known = new Set([...modules, ...data].map(below));
  const tops = (paths) => [...new Set(paths.map((path) => path.split('/')[0].replace(/\.py$/, '')))].sort();
  const built = wheel.files.filter((path) => !/\.(so|pyd)$|\.data\//.test(path));
  const missing = (wanted) => built.filter((path) => wanted(path) && !known.has(path));
  return {
    packages: [
      { top: tops(built.filter(isCode)), missing: [] },
      {
        top: tops([...known].filter((path) => path && isCode(path) && built.includes(path))),
        missing: missing(isCode),
      },
    ],
    data: [[], missing((path) => !isCode(path))],
  };
}

function verdict(field, theirs, ours, unknown) {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return 'equal';
  const keys = {
    version: ['version'],
    dependencies: ['install_requires', 'dependencies'],
    extras: ['extras_require', 'optional-dependencies'],
    'entry points': ['entry_points', 'scripts', 'entry-points'],
    python: ['python_requires', 'requires-python'],
    name: ['name'],
    data: ['build'],
    index: [
      'author',
      'author_email',
      'maintainer',
      'maintainer_email',
      'keywords',
      'classifiers',
      'url',
      'download_url',
      'project_urls',
      'license',
    ],
    packages: [],
  };
  return unknown.has('*') || keys[field].some((key) => unknown.has(key)) ? 'marked' : 'WRONG';
}

function difference(theirs, ours) {
  const lines = (value) =>
    Array.isArray(value)
      ? value
      : value && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, items]) => [
            key,
            ...[items].flat().map((item) => `${key}: ${item}`),
          ])
        : [String(value)];
  const [a, b] = [lines(theirs), lines(ours)];
  const shown = [
    ...a.filter((one) => !b.includes(one)).map((one) => `  wheel ${one}`),
    ...b.filter((one) => !a.includes(one)).map((one) => `  read  ${one}`),
  ];
  return shown.slice(0, 12).join('\n') + (shown.length > 12 ? `\n  and ${shown.length - 12} more` : '');
}
