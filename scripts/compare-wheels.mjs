/**
 * Build the wheel of a published package and that of the capability that it becomes: what the first one holds the second one
 * must hold, in its new place. The packages of the list below each lost something once.
 *
 *   npm run test:wheels                      the list
 *   npm run test:wheels -- flask==3.1.2 …    others, as published
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commit, downloadSdist, makeWorkspace, must, repository, run } from './lib/scratch.mjs';

const PACKAGES = [
  'debtcollector==3.1.0',
  'django-allauth==65.22.1',
  'emcee==3.1.6',
  'flask-compress==1.25',
  'hvac==2.4.0',
  'pony==0.7.20',
  'pydispatcher==2.0.7',
  'treq==26.7.0',
  'wand==0.7.2',
];
const scratch = join(repository, 'tmp/wheels');
const given = process.argv.slice(2);

const rows = (given.length > 0 ? given : PACKAGES).map(compare);
console.table(rows.map(({ lacking, ...row }) => ({ ...row, lacking: lacking?.length })));
process.exit(rows.every(({ lacking }) => lacking?.length === 0) ? 0 : 1);

function compare(requirement) {
  const [name] = requirement.split('==');
  const row = { package: requirement };
  const source = join(scratch, requirement);
  downloadSdist(requirement, source);
  const workspace = makeWorkspace(`wheels-${name}`, join(scratch, 'work', name));
  const legacy = join(workspace, 'legacy', name);
  cpSync(source, legacy, { recursive: true, verbatimSymlinks: true });
  const before = wheelOf(source, join(scratch, 'built', name, 'before'));
  if (before === null) return { ...row, says: 'does not build as published' };
  commit(workspace, 'legacy');
  must(
    'npx',
    ['nx', 'g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive'],
    workspace,
  );
  const after = wheelOf(join(workspace, 'capabilities', name), join(scratch, 'built', name, 'after'));
  if (after === null) return { ...row, says: 'the capability does not build' };
  const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline', name, 'ledger.json'), 'utf8'));
  const lacking = lackingIn(ledger, before, new Set(after));
  for (const path of lacking) console.log(`${requirement}: ${path} is in the wheel no more`);
  rmSync(workspace, { recursive: true });
  return { ...row, before: before.length, after: after.length, lacking };
}

/** Files of the wheel before, by their places in the source, that went to the package and are not in the wheel after. */
function lackingIn({ moves }, before, after) {
  return moves
    .filter(({ from }) => before.some((path) => from === path || from.endsWith(`/${path}`)))
    .filter(({ to }) => !after.has(to.replace(/^src\//, '')))
    .map(({ from }) => from);
}

/** Names of the files in the wheel of a project, its metadata left out; null when it cannot be built. */
function wheelOf(folder, output) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const copy = join(output, 'source');
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  const built = run('python3', ['-m', 'pip', 'wheel', '-q', '--no-deps', '-w', output, copy], output);
  const wheel = existsSync(output) && readdirSync(output).find((file) => file.endsWith('.whl'));
  if (built.status !== 0 || !wheel) {
    console.error(built.stderr.trim().split('\n').slice(-8).join('\n'));
    return null;
  }
  const code = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
  return must('python3', ['-c', code, join(output, wheel)], output)
    .trim()
    .split('\n')
    .filter((path) => !path.includes('.dist-info/') && !path.endsWith('/'));
}
