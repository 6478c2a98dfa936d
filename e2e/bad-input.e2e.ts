import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createWorkspace, type Workspace } from './support/workspace';

const EXAMPLES = resolve(__dirname, '../examples');
let workspace: Workspace;
let outside: string;
const legacy = (...parts: string[]) => join(workspace.root, 'legacy', ...parts);

beforeAll(() => {
  workspace = createWorkspace('bad');
  outside = mkdtempSync(join(tmpdir(), 'nx-ufc-outside-'));
  cpSync(join(EXAMPLES, 'orders'), join(outside, 'orders'), { recursive: true });
  mkdirSync(legacy('empty'), { recursive: true });
  writeFileSync(legacy('empty', 'README.md'), 'nothing\n');
  writeFileSync(legacy('file.py'), 'x = 1\n');
  for (const name of ['link', 'toml', 'broken', 'taken'])
    cpSync(join(EXAMPLES, 'orders'), legacy(name), { recursive: true });
  symlinkSync('/etc/hostname', legacy('link', 'orders', 'outside.py'));
  writeFileSync(legacy('toml', 'pyproject.toml'), '[project\n');
  writeFileSync(legacy('broken', 'orders', 'broken.py'), 'def f(:\n');
  mkdirSync(join(workspace.root, 'capabilities/taken'), { recursive: true });
  writeFileSync(join(workspace.root, 'capabilities/taken/mine.py'), 'x = 1\n');
  cpSync(join(EXAMPLES, 'newsletter'), legacy('newsletter'), { recursive: true });
  workspace.commit('bad input');
});
afterAll(() => {
  workspace.remove();
  rmSync(outside, { recursive: true });
});

test.each([
  ['missing', 'nope', 'legacy/nope', /legacy\/nope does not exist/],
  ['a file', 'nope', 'legacy/file.py', /legacy\/file\.py is a file/],
  ['no Python', 'nope', 'legacy/empty', /legacy\/empty holds no Python file/],
  ['a link out of the tree', 'nope', 'legacy/link', /outside\.py: the link leads out of the package/],
  ['invalid TOML', 'nope', 'legacy/toml', /pyproject\.toml:1:\d+ INVALID_TOML/],
  [
    'a target with hand-written files',
    'taken',
    'legacy/taken',
    /capabilities\/taken exists and holds 1 files/,
  ],
  ['a reserved name', 'class', 'legacy/broken', /"class" is reserved/],
  ['no name', 'Not_A-name', 'legacy/broken', /is no name for a capability/],
])('%s: one message, exit code 2, nothing changed', (_case, name, source, message) => {
  const result = workspace.nx('g', '@au/nx-ufc:capability', name, `--source=${source}`, '--no-interactive');
  expect(result.output).toMatch(message);
  expect(result.code).toBe(2);
  expect(workspace.status()).toBe('');
});

test('wrong options are wrong use too', () => {
  for (const option of ['--domain=nonsense', '--interfaces=fax', '--directory=../elsewhere']) {
    expect([
      option,
      workspace.nx('g', '@au/nx-ufc:capability', 'fresh', option, '--no-interactive').code,
    ]).toEqual([option, 2]);
  }
  expect(workspace.status()).toBe('');
});

test('a file that does not parse is kept byte for byte and listed; the rest migrates', () => {
  const { output } = workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'broken',
    '--source=legacy/broken',
    '--no-interactive',
  );
  expect(output).toContain('orders/broken.py:1:6 SYNTAX_ERROR');
  const ledger = JSON.parse(
    readFileSync(join(workspace.root, '.ufc/baseline/broken/ledger.json'), 'utf8'),
  ) as { moves: { from: string; to: string }[] };
  const target = ledger.moves.find((move) => move.from === 'orders/broken.py')!.to;
  expect(readFileSync(join(workspace.root, 'capabilities/broken', target), 'utf8')).toBe('def f(:\n');
  workspace.commit('broken');
});

test('a source outside of the workspace is copied in, and left alone', () => {
  const { output } = workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'outsider',
    `--source=${join(outside, 'orders')}`,
    '--no-interactive',
  );
  expect(output).toContain('copied, the source lies outside of the workspace');
  expect(readFileSync(join(outside, 'orders/orders/core.py'), 'utf8')).toBe(
    readFileSync(join(EXAMPLES, 'orders/orders/core.py'), 'utf8'),
  );
  workspace.nxOk('run', 'outsider:verify');
  workspace.commit('outsider');
});

test('setup.py alone is read statically: the example with Flask becomes a proven capability', () => {
  workspace.nxOk('g', '@au/nx-ufc:map', 'newsletter', '--source=legacy/newsletter');
  workspace.commit('map');
  workspace.nxOk('g', '@au/nx-ufc:map', 'newsletter', '--source=legacy/newsletter');
  expect(workspace.status()).toBe('');
  workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'newsletter',
    '--source=legacy/newsletter',
    '--no-interactive',
  );
  expect(readFileSync(join(workspace.root, 'capabilities/newsletter/pyproject.toml'), 'utf8')).toContain(
    'version = "1.4.0"',
  );
  workspace.nxOk('run-many', '-t', 'verify,test,build', '-p', 'newsletter');
});
