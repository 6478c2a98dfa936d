import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonWith } from './support/python';
import { run, runOk } from './support/run';
import { createWorkspace, type Workspace } from './support/workspace';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace('new');
  workspace.nxOk('g', '@au/nx-ufc:capability', 'storage', '--no-interactive');
  workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'billing',
    '--interfaces=cli',
    '--packageManager=poetry',
    '--no-interactive',
  );
  workspace.nxOk('g', '@au/nx-ufc:capability', 'search', '--interfaces=cli', '--no-interactive');
  const pyproject = join(workspace.root, 'capabilities/billing/pyproject.toml');
  writeFileSync(
    pyproject,
    readFileSync(pyproject, 'utf8').replace('"pydantic>=2.5",', '"pydantic>=2.5",\n    "au_sys_storage",'),
  );
  workspace.commit('three capabilities');
});
afterAll(() => workspace.remove());

test('a new capability verifies, tests and builds at once, strictly', () => {
  const { output } = workspace.nxOk(
    'run-many',
    '-t',
    'verify,zero-tolerance,test,build',
    '-p',
    'storage,search',
    '--output-style=static',
  );
  expect(output).toMatch(/PASS zero tolerance of capabilities\/storage/);
  expect(output).toMatch(/PASS build of capabilities\/storage: au_sys_storage-0\.1\.0-py3-none-any\.whl/);
  workspace.commit('built');
});

test('its interfaces run: the command line, and the API under uvicorn', async () => {
  const environment = join(workspace.root, '.nx', 'run');
  const python = pythonWith(environment, [join(workspace.root, 'capabilities/storage')]);
  expect(
    runOk(python, ['-m', 'au_sys_storage', '--data-file', 'items.json', 'add', 'pen'], environment).stdout,
  ).toBe('1  pen\n');
  const port = '18473';
  const server = spawn(python, ['-m', 'uvicorn', 'au_sys_storage.interface.api.app:app', '--port', port], {
    cwd: environment,
    stdio: 'ignore',
  });
  try {
    expect(await answer(`http://127.0.0.1:${port}/storage/health`)).toEqual({ status: 'ok' });
  } finally {
    server.kill();
  }
});

async function answer(url: string): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await fetch(url)).json();
    } catch (error) {
      if (attempt > 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

test('a second run of every generator changes nothing', () => {
  workspace.nxOk('g', '@au/nx-ufc:init', '--no-interactive');
  workspace.nxOk('g', '@au/nx-ufc:capability', 'storage', '--no-interactive');
  for (const part of ['plugin', 'container', 'config', 'entry-points', 'manifest'])
    workspace.nxOk('g', `@au/nx-ufc:${part}`, '--project', 'storage');
  expect(workspace.status()).toBe('');
});

test('a file changed by hand is never overwritten', () => {
  const plugin = join(workspace.root, 'capabilities/storage/src/au_sys_storage/manifest/plugin.py');
  const mine = `${readFileSync(plugin, 'utf8')}\n# mine\n`;
  writeFileSync(plugin, mine);
  expect(workspace.nxOk('g', '@au/nx-ufc:plugin', '--project', 'storage').output).toContain(
    'was changed by hand and is left alone',
  );
  expect(readFileSync(plugin, 'utf8')).toBe(mine);
  workspace.git('checkout', '-q', '.');
});

test('touching a capability verifies it and what depends on it, nothing else', () => {
  writeFileSync(join(workspace.root, 'capabilities/storage/README.md'), '# storage\n\nTouched.\n');
  const affected = (...files: string[]) =>
    workspace
      .nxOk('show', 'projects', '--affected', `--files=${files.join(',')}`)
      .stdout.split('\n')
      .filter(Boolean)
      .sort();
  expect(affected('capabilities/storage/README.md')).toEqual(['billing', 'storage']);
  expect(affected('capabilities/search/README.md')).toEqual(['search']);
  const first = workspace.nxOk('affected', '-t', 'verify', '--uncommitted').output;
  expect(first).toContain('billing:verify');
  expect(first).not.toContain('search:verify');
  expect(workspace.nxOk('affected', '-t', 'verify', '--uncommitted').output).toMatch(
    /2\/2 hit|2 out of 2 tasks/,
  );
  workspace.git('checkout', '-q', '.');
});

test('without Python, analysis works and the tools say what is missing', () => {
  const bin = join(workspace.root, '.nx', 'bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync('/bin/sh', join(bin, 'sh'));
  const nx = (...args: string[]) =>
    run(
      join(bin, 'node'),
      [join(workspace.root, 'node_modules/nx/dist/bin/nx.js'), ...args],
      workspace.root,
      { PATH: bin },
    );
  expect(nx('g', '@au/nx-ufc:capability', 'offline', '--no-interactive').code).toBe(0);
  expect(nx('run', 'offline:verify').output).toContain('PASS verify');
  expect(nx('run', 'search:verify', '--skip-nx-cache').output).toContain('PASS verify');
  expect(nx('run', 'search:inventory', '--skip-nx-cache').output).toMatch(
    /CODE_INVENTORY.json[^]*openapi.json/,
  );
  const test = nx('run', 'search:test', '--skip-nx-cache');
  expect(test.code).not.toBe(0);
  expect(test.output).toMatch(/No Python 3\.9 or newer was found on PATH.*Install Python/s);
});
