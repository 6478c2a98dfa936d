/**
 * The main job on a legacy package, in a scratch workspace that stays for looking at:
 *
 *   npm run demo             the bundled example
 *   npm run demo -- tinydb   a package from the index, by name
 */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit, downloadSdist, makeWorkspace, must, repository, run } from './lib/scratch.mjs';

const chosen = process.argv[2];
const name = (chosen ?? 'orders')
  .replace(/[=<>~!].*$/, '')
  .toLowerCase()
  .replace(/[._]/g, '-');
const bold = (text) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);
const step = (text) => console.log(`\n${bold(text)}`);

step('1. The plugin is built and a workspace is made');
const workspace = makeWorkspace(`demo-${name}`);
console.log(`   ${workspace}`);

step(`2. The legacy package: ${chosen ? `${chosen}, as published` : 'the bundled example "orders"'}`);
const legacy = join(workspace, 'legacy', name);
if (chosen) downloadSdist(chosen, legacy);
else
  cpSync(join(repository, 'examples', name), legacy, {
    recursive: true,
    filter: (path) => !path.endsWith('__pycache__'),
  });
commit(workspace, 'legacy package');
console.log(`   legacy/${name}`);

step(`3. nx g @au/nx-ufc:capability ${name} --source=legacy/${name}`);
const generate = ['nx', 'g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive'];
indented(must('npx', generate, workspace), /^\s*(CREATE|DELETE|UPDATE|NX)\b|^Next:|^$/);
commit(workspace, 'capability');

const failed = [];
['verify', 'test', 'build', 'prove'].forEach((target, i) => {
  step(`${4 + i}. nx run ${name}:${target}`);
  const result = run('npx', ['nx', 'run', `${name}:${target}`], workspace);
  const dropped = /^\s*(NX|>|Run duration|Cache|Critical path|Recoverable|Nx read)|^$|^- |^Failed|^Hint/;
  indented(result.stdout, dropped);
  if (result.status !== 0) failed.push(target);
});

const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline', name, 'ledger.json'), 'utf8'));
const edits = ledger.moves.reduce((sum, move) => sum + move.edits.length, 0);
const reports = `dist/ufc/capabilities/${name}`;
step(failed.length === 0 ? 'Proven.' : `Not proven: ${failed.join(', ')} failed.`);
console.log(`   workspace  ${workspace}
   code       capabilities/${name}/src/${ledger.capability}
   ledger     .ufc/baseline/${name}/ledger.json: ${ledger.moves.length} files moved, ${edits} edits, ${ledger.created.length} files made
   reports    ${readdirSync(join(workspace, reports))
     .map((file) => `${reports}/${file}`)
     .join('\n              ')}
   undo       npx nx g @au/nx-ufc:undo --project ${name}
`);
process.exit(failed.length === 0 ? 0 : 1);

function indented(text, dropped) {
  for (const line of text.split('\n')) if (!dropped.test(line)) console.log(`   ${line}`);
}
