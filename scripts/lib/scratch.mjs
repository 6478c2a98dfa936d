/** Scratch workspaces with the built plugin, for scripts that show or measure migrations. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const plugin = join(repository, 'dist/packages/nx-ufc');

let built = false;

/**
 * Build the plugin, once, and make a workspace that has it; the other packages are those of this repository.
 * @param at where to make it; what is there goes. A new temporary folder by default.
 */
export function makeWorkspace(name, at) {
  if (!built) must(process.execPath, ['scripts/build-package.mjs'], repository);
  built = true;
  if (at) {
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
  }
  const workspace = at ?? mkdtempSync(join(tmpdir(), `nx-ufc-${name}-`));
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
  commit(workspace, 'workspace');
  return workspace;
}

/** Download a source distribution (`tinydb`, `tinydb==4.9.0`) and unpack it into a folder that does not exist yet. */
export function downloadSdist(requirement, target) {
  if (existsSync(target)) return;
  const scratch = mkdtempSync(join(tmpdir(), 'nx-ufc-sdist-'));
  const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--no-binary', requirement.split('==')[0]];
  must('python3', [...pip, '-d', scratch, requirement], scratch);
  const [archive] = readdirSync(scratch);
  if (archive.endsWith('.zip')) must('python3', ['-m', 'zipfile', '-e', archive, '.'], scratch);
  else must('tar', ['-xf', archive], scratch);
  const [folder] = readdirSync(scratch).filter((entry) => entry !== archive);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(scratch, folder), `${target}.tmp`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${target}.tmp`, target);
  rmSync(scratch, { recursive: true });
}

export function commit(workspace, message) {
  const person = ['-c', 'user.name=demo', '-c', 'user.email=demo@example.org'];
  must('git', ['add', '-A'], workspace);
  must('git', [...person, 'commit', '-q', '--allow-empty', '-m', message], workspace);
}

export function run(command, args, cwd) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  return spawnSync(command, args, { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 });
}

/** Run a program; anything but success ends the script with its output. */
export function must(command, args, cwd) {
  const result = run(command, args, cwd);
  if (result.status === 0) return result.stdout;
  console.error(
    `${command} ${args.join(' ')} failed:\n${result.stdout ?? ''}${result.stderr ?? result.error?.message ?? ''}`,
  );
  process.exit(result.status ?? 1);
}
