/**
 * Migrate published packages at pinned versions, each in a workspace of its own, and prove, verify, test and build them.
 *
 *   npm run test:corpus                    all of scripts/corpus.json
 *   npm run test:corpus -- tinydb boltons  some of them
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commit, downloadSdist, makeWorkspace, repository, run } from './lib/scratch.mjs';

const corpus = JSON.parse(readFileSync(join(repository, 'scripts/corpus.json'), 'utf8'));
const wanted = process.argv.slice(2);
const rows = [];
for (const [name, version] of Object.entries(corpus)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  rows.push({ package: name, version, ...migrate(name, version) });
  console.log(JSON.stringify(rows.at(-1)));
}
console.table(rows);
process.exit(rows.every((row) => row.prove === 'PASS' && row.lost === 0) ? 0 : 1);

function migrate(name, version) {
  const sdist = join(repository, 'tmp/corpus', `${name}-${version}`);
  downloadSdist(`${name}==${version}`, sdist);
  const workspace = makeWorkspace(`corpus-${name}`);
  cpSync(sdist, join(workspace, 'legacy', name), { recursive: true, verbatimSymlinks: true });
  commit(workspace, 'legacy');
  const nx = (...args) => run('npx', ['nx', ...args], workspace);
  const made = nx('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
  if (made.status !== 0) return { migrated: false, why: made.stderr.trim().split('\n').slice(-3).join(' ') };
  commit(workspace, 'capability');
  const verdict = (target) => (nx('run', `${name}:${target}`).status === 0 ? 'PASS' : 'FAIL');
  const result = { ...movedOf(workspace, name), prove: verdict('prove'), ...proofOf(workspace, name) };
  for (const target of ['verify', 'test', 'build']) result[target] = verdict(target);
  if (Object.values(result).includes('FAIL')) result.workspace = workspace;
  else rmSync(workspace, { recursive: true, force: true });
  return result;
}

function movedOf(workspace, name) {
  const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline', name, 'ledger.json'), 'utf8'));
  return { moved: ledger.moves.filter((move) => move.from !== move.to).length, review: ledger.review.length };
}

function proofOf(workspace, name) {
  const path = join(workspace, 'dist/ufc/capabilities', name, 'MIGRATION_PROOF.json');
  if (!existsSync(path)) return { before: null, after: null, lost: null };
  const proof = JSON.parse(readFileSync(path, 'utf8'));
  return {
    before: proof.before.counts.passed,
    after: proof.after.counts.passed,
    lost: proof.differences.length,
  };
}
