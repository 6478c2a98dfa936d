/**
 * Migrate published packages at pinned versions, each in a workspace of its own; check every byte and token against the
 * ledger; prove, verify, test and build them.
 *
 *   npm run test:corpus                         all of scripts/corpus.json
 *   npm run test:corpus -- tinydb boltons       some of them
 *   npm run test:corpus -- flask==3.1.2         another one, as published
 *   npm run test:corpus -- shell-gpt=DIR        a folder, for packages whose source distribution has no tests
 *                                               (docs/proof.md says what shell-gpt wants of the machine)
 *   npm run test:corpus -- --targets=prove …    prove alone
 *   npm run test:corpus -- --split …            options of the migration: --split, --compat=shim
 *
 * Downloads, workspaces and environments stay in tmp/corpus; a second run of the same code downloads and installs nothing.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLedger } from './lib/ledger.mjs';
import { commit, downloadSdist, makeWorkspace, repository, run } from './lib/scratch.mjs';

const corpus = JSON.parse(readFileSync(join(repository, 'scripts/corpus.json'), 'utf8'));
const scratch = join(repository, 'tmp/corpus');
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const migration = options.filter((option) => /^--(split|compat=\w+)$/.test(option));
const unknown = options.filter((option) => !option.startsWith('--targets=') && !migration.includes(option));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')} is no option; the head of scripts/corpus.mjs says what there is.`);
  process.exit(2);
}
const targets = options
  .find((option) => option.startsWith('--targets='))
  ?.slice('--targets='.length)
  .split(',') ?? ['prove', 'verify', 'test', 'build'];

const rows = [];
for (const entry of given.length > 0 ? given.map(chosen) : Object.entries(corpus).map(published)) {
  rows.push({ package: entry.name, version: entry.version, ...migrate(entry) });
  console.log(JSON.stringify(rows.at(-1)));
}
console.table(rows.map(({ problems, ...row }) => ({ ...row, problems: problems?.length })));
process.exit(rows.every(isGood) ? 0 : 1);

function published([name, version]) {
  const folder = join(scratch, `${name}-${version}`);
  downloadSdist(`${name}==${version}`, folder);
  return { name, version, folder };
}

/** A package as somebody typed it: a name of the list, `name==version`, or `name=folder`. */
function chosen(text) {
  const [, name, mark, value] = /^([^=]+)(==?)?(.*)$/.exec(text);
  if (mark === '=') return { name, version: 'folder', folder: resolve(value) };
  if (mark === '==') return published([name, value]);
  if (corpus[name]) return published([name, corpus[name]]);
  console.error(`${name} is not in scripts/corpus.json; give ${name}==VERSION or ${name}=FOLDER.`);
  process.exit(2);
}

function migrate({ name, folder }) {
  const project = name.toLowerCase().replace(/[._]/g, '-');
  const workspace = makeWorkspace(`corpus-${project}`, join(scratch, 'work', project));
  mkdirSync(join(scratch, 'envs'), { recursive: true });
  mkdirSync(join(workspace, '.ufc/cache'), { recursive: true });
  symlinkSync(join(scratch, 'envs'), join(workspace, '.ufc/cache/envs'));
  const unversioned = (path) => !/[\\/]\.git([\\/]|$)/.test(path);
  cpSync(folder, join(workspace, 'legacy', project), {
    recursive: true,
    verbatimSymlinks: true,
    filter: unversioned,
  });
  commit(workspace, 'legacy');
  const nx = (...args) => run('npx', ['nx', ...args], workspace);
  const from = `--source=legacy/${project}`;
  const made = nx('g', '@au/nx-ufc:capability', project, from, ...migration, '--no-interactive');
  if (made.status !== 0)
    return { problems: made.stderr.trim().split('\n').slice(-12), prove: 'FAIL', workspace };
  const checked = checkLedger(folder, workspace, project);
  commit(workspace, 'capability');
  const verdict = (target) => {
    const { status, stdout, stderr } = nx('run', `${project}:${target}`);
    if (status !== 0) console.error(`${stdout}${stderr}`.trim().split('\n').slice(-30).join('\n'));
    return status === 0 ? 'PASS' : 'FAIL';
  };
  const result = { ...checked, ...reviewOf(workspace, project) };
  for (const target of targets) {
    result[target] = verdict(target);
    if (target === 'prove') Object.assign(result, proofOf(workspace, project));
  }
  if (isGood(result) && !Object.values(result).includes('FAIL'))
    rmSync(workspace, { recursive: true, force: true });
  else result.workspace = workspace;
  return result;
}

function isGood(row) {
  return row.prove === 'PASS' && row.lost === 0 && row.modulesLost === 0 && row.problems?.length === 0;
}

function reviewOf(workspace, name) {
  const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline', name, 'ledger.json'), 'utf8'));
  return {
    moved: ledger.moves.filter((move) => move.from !== move.to).length,
    review: ledger.review.length,
  };
}

function proofOf(workspace, name) {
  const path = join(workspace, 'dist/ufc/capabilities', name, 'MIGRATION_PROOF.json');
  if (!existsSync(path)) return { lost: null };
  const proof = JSON.parse(readFileSync(path, 'utf8'));
  return {
    before: proof.before.counts.passed,
    after: proof.after.counts.passed,
    lost: proof.differences.length,
    modules: proof.imports.checked - proof.imports.failedBefore.length,
    modulesLost: proof.imports.lost.length,
  };
}
