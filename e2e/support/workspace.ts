import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run, runOk, type RunResult } from './run';

const REPOSITORY = resolve(__dirname, '../..');

/** Where downloads and the template workspace stay between runs; a new machine simply makes them again. */
export const CACHE = join(REPOSITORY, 'tmp', 'e2e-cache');

export interface Workspace {
  root: string;
  /** `nx <arguments>`; the caller checks the exit code. */
  nx(...args: string[]): RunResult;
  nxOk(...args: string[]): RunResult;
  /** `nx <arguments>` with other environment variables. */
  nxWith(environment: NodeJS.ProcessEnv, ...args: string[]): RunResult;
  git(...args: string[]): RunResult;
  /** Commit everything, then say that the tree is clean. */
  commit(message: string): void;
  /** `git status --porcelain`, "" when clean. */
  status(): string;
  remove(): void;
}

/** Pack the plugin and install it, as users get it, into a template workspace outside of the repository. */
export function prepareTemplate(): string {
  runOk('node', ['scripts/build-package.mjs'], REPOSITORY);
  const built = join(REPOSITORY, 'dist/packages/nx-ufc');
  for (const old of readdirSync(built).filter((entry) => entry.endsWith('.tgz'))) rmSync(join(built, old));
  runOk('npm', ['pack', '--silent'], built);
  const tarball = join(
    built,
    readdirSync(built).find((entry) => entry.endsWith('.tgz'))!,
  );

  const template = mkdtempSync(join(tmpdir(), 'nx-ufc-template-'));
  const packageJson = {
    name: 'fresh',
    version: '0.0.0',
    private: true,
    devDependencies: { nx: '24.0.6', '@nx/devkit': '24.0.0', '@au/nx-ufc': `file:${tarball}` },
  };
  writeFileSync(join(template, 'package.json'), JSON.stringify(packageJson, null, 2));
  writeFileSync(
    join(template, 'nx.json'),
    JSON.stringify({ analytics: false, neverConnectToCloud: true, cacheDirectory: '.nx/cache' }, null, 2),
  );
  writeFileSync(join(template, '.gitignore'), 'node_modules/\n.nx/\n');
  runOk('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent'], template);
  mkdirSync(CACHE, { recursive: true });
  return template;
}

/** A fresh workspace with the plugin installed and `init` run, under version control and committed. */
export function createWorkspace(name: string): Workspace {
  const template = process.env.NX_UFC_E2E_TEMPLATE;
  if (!template || !existsSync(template))
    throw new Error('no template workspace: the global set-up of the e2e project did not run');
  const root = mkdtempSync(join(tmpdir(), `nx-ufc-${name}-`));
  runOk('cp', ['-a', `${template}/.`, root], root);
  const command = join(root, 'node_modules/.bin/nx');
  const nx = (...args: string[]) => run(command, args, root);
  const nxOk = (...args: string[]) => runOk(command, args, root);
  const git = (...args: string[]) =>
    runOk('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', ...args], root);
  const workspace: Workspace = {
    root,
    nx,
    nxOk,
    nxWith: (environment, ...args) => run(command, args, root, environment),
    git,
    commit(message) {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', message);
    },
    status: () => git('status', '--porcelain').stdout,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  git('init', '-q', '-b', 'main');
  nxOk('g', '@au/nx-ufc:init', '--no-interactive');
  workspace.commit('workspace');
  return workspace;
}

/** Copy a legacy package into `legacy/<name>` of a workspace and commit it. */
export function addLegacy(workspace: Workspace, from: string, name: string): string {
  const folder = join(workspace.root, 'legacy', name);
  cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
  workspace.commit(`legacy ${name}`);
  return folder;
}
