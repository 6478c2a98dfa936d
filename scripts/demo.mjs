/**
 * The main job on a legacy package, in a scratch workspace that stays for looking at:
 *
 *   npm run demo             the bundled example
 *   npm run demo -- tinydb   a package from the index, by name
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const plugin = join(repository, 'dist/packages/nx-ufc');
const chosen = process.argv[2];
const name = (chosen ?? 'orders').toLowerCase().replace(/[._]/g, '-');
const bold = (text) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);
const step = (text) => console.log(`\n${bold(text)}`);

step('1. The plugin is built and a workspace is made');
must(process.execPath, ['scripts/build-package.mjs'], repository);
const workspace = mkdtempSync(join(tmpdir(), `nx-ufc-demo-${name}-`));
makeWorkspace();
console.log(`   ${workspace}`);

step(`2. The legacy package: ${chosen ? `${chosen}, as published` : 'the bundled example "orders"'}`);
const legacy = join(workspace, 'legacy', name);
if (chosen) download(chosen, legacy);
else
  cpSync(join(repository, 'examples', name), legacy, {
    recursive: true,
    filter: (path) => !path.endsWith('__pycache__'),
  });
commit('legacy package');
const before = await suite(`legacy/${name}`);
console.log(`   ${before.passed.size} tests pass before`);

step(`3. nx g @au/nx-ufc:capability ${name} --source=legacy/${name}`);
indented(
  must(
    'npx',
    ['nx', 'g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive'],
    workspace,
  ),
  /^\s*(CREATE|DELETE|UPDATE|NX)\b|^Next:|^$/,
);
commit('capability');

const failed = [];
for (const target of ['verify', 'test', 'build']) {
  step(`${4 + ['verify', 'test', 'build'].indexOf(target)}. nx run ${name}:${target}`);
  const result = run('npx', ['nx', 'run', `${name}:${target}`], workspace);
  indented(
    result.stdout,
    /^\s*(NX|>|Run duration|Cache|Critical path|Recoverable|Nx read)|^$|^- |^Failed|^Hint/,
  );
  if (result.status !== 0) failed.push(target);
}

step('7. The same tests before and after');
const ledger = JSON.parse(readFileSync(join(workspace, '.ufc/baseline', name, 'ledger.json'), 'utf8'));
const after = passedIn(
  readFileSync(join(workspace, 'dist/ufc/capabilities', name, 'TEST_REPORT.xml'), 'utf8'),
);
const renamed = renamer(ledger);
const lost = [...before.passed].filter((id) => !after.has(id) && !after.has(renamed(id)));
console.log(
  `   ${before.passed.size} passed before, ${before.passed.size - lost.length} of them after, ${after.size} in all`,
);
lost.forEach((id) => console.log(`   lost: ${id}`));

const reports = `dist/ufc/capabilities/${name}`;
step(
  failed.length === 0 && lost.length === 0
    ? 'Proven.'
    : `Not proven: ${[...failed, ...(lost.length > 0 ? [`${lost.length} tests lost`] : [])].join(', ')}`,
);
console.log(`   workspace  ${workspace}`);
console.log(`   code       capabilities/${name}/src/${ledger.capability}`);
console.log(
  `   ledger     .ufc/baseline/${name}/ledger.json: ${ledger.moves.length} files moved, ${ledger.moves.reduce((sum, move) => sum + move.edits.length, 0)} edits, ${ledger.created.length} files made`,
);
console.log(
  `   reports    ${readdirSync(join(workspace, reports))
    .map((file) => `${reports}/${file}`)
    .join('\n              ')}`,
);
console.log(`   undo       npx nx g @au/nx-ufc:undo --project ${name}\n`);
process.exit(failed.length === 0 && lost.length === 0 ? 0 : 1);

/** A workspace with the built plugin; the other packages are those of this repository, so nothing is downloaded. */
function makeWorkspace() {
  const modules = join(workspace, 'node_modules');
  mkdirSync(join(modules, '@au'), { recursive: true });
  for (const entry of readdirSync(join(repository, 'node_modules'))) {
    if (entry !== '@au' && entry !== '.cache')
      symlinkSync(join(repository, 'node_modules', entry), join(modules, entry));
  }
  symlinkSync(plugin, join(modules, '@au', 'nx-ufc'));
  writeFileSync(join(workspace, 'package.json'), '{ "name": "demo", "version": "0.0.0", "private": true }\n');
  writeFileSync(
    join(workspace, 'nx.json'),
    '{ "analytics": false, "neverConnectToCloud": true, "cacheDirectory": ".nx/cache" }\n',
  );
  writeFileSync(join(workspace, '.gitignore'), 'node_modules/\n.nx/\n');
  must('git', ['init', '-q', '-b', 'main'], workspace);
  must('npx', ['nx', 'g', '@au/nx-ufc:init', '--no-interactive'], workspace);
  commit('workspace');
}

function download(wanted, target) {
  const cache = mkdtempSync(join(tmpdir(), 'nx-ufc-sdist-'));
  console.log('   downloading its source distribution …');
  must(
    'python3',
    ['-m', 'pip', 'download', '-q', '--no-deps', '--no-binary', ':all:', '-d', cache, wanted],
    cache,
  );
  const [archive] = readdirSync(cache);
  must('tar', ['-xf', archive], cache);
  const [folder] = readdirSync(cache).filter((entry) => entry !== archive);
  cpSync(join(cache, folder), target, { recursive: true });
  rmSync(cache, { recursive: true });
}

/** Run the suite of a project as it is, in an environment of its own. */
async function suite(root) {
  const load = (path) => require(join(plugin, path));
  const { readSourceTree } = load('platform/source-tree.js');
  const analysis = load('core/project/analysis.js').analyseTree(
    name,
    readSourceTree(join(workspace, root), root),
    load('platform/blueprint.js').loadBlueprint(),
  );
  try {
    const environment = await load('platform/python/toolchain.js').projectEnvironment(
      workspace,
      root,
      analysis,
    );
    const { report } = await load('platform/python/pytest.js').runPytest(
      workspace,
      root,
      environment,
      analysis.project.tree.files.length,
    );
    must('git', ['checkout', '-q', '--', '.'], workspace);
    must('git', ['clean', '-fdxq', 'legacy'], workspace);
    return { passed: passedIn(report) };
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exit(error.exitCode ?? 1);
  }
}

function passedIn(xml) {
  const passed = new Set();
  for (const [, attributes, body] of xml.matchAll(/<testcase\s([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const attribute = (key) => new RegExp(`(?:^|\\s)${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (!/<(failure|error|skipped)\b/.test(body ?? ''))
      passed.add(`${attribute('classname')}::${attribute('name')}`);
  }
  return passed;
}

/** Ids of parametrised tests may hold names of modules; the ledger says what they are called now. */
function renamer({ moves }) {
  const dotted = (path) =>
    path
      .replace(/^src\//, '')
      .replace(/(\/__init__)?\.py$/, '')
      .replaceAll('/', '.');
  const pairs = moves
    .filter((move) => move.from !== move.to && move.from.endsWith('.py'))
    .map((move) => [dotted(move.from), dotted(move.to)]);
  pairs.sort(([a], [b]) => b.length - a.length);
  return (id) => pairs.reduce((text, [from, to]) => text.replaceAll(`[${from}`, `[${to}`), id);
}

function commit(message) {
  must('git', ['add', '-A'], workspace);
  must(
    'git',
    [
      '-c',
      'user.name=demo',
      '-c',
      'user.email=demo@example.org',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      message,
    ],
    workspace,
  );
}

function run(command, args, cwd) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', NO_COLOR: '1' };
  return spawnSync(command, args, { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 });
}

function must(command, args, cwd) {
  const result = run(command, args, cwd);
  if (result.status === 0) return result.stdout;
  console.error(
    `${command} ${args.join(' ')} failed:\n${result.stdout ?? ''}${result.stderr ?? result.error?.message ?? ''}`,
  );
  process.exit(result.status ?? 1);
}

function indented(text, dropped) {
  for (const line of text.split('\n')) if (!dropped.test(line)) console.log(`   ${line}`);
}
