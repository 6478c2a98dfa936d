import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLedger } from './support/ledger';
import { passed, runLegacySuite } from './support/suite';
import { hideUv } from './support/run';
import { addLegacy, createWorkspace, type Workspace } from './support/workspace';

const FIXTURE = resolve(__dirname, 'fixtures/parcels');
let workspace: Workspace;
let before: string[];
const capability = (...parts: string[]) => join(workspace.root, 'capabilities/parcels', ...parts);
const report = (name: string) =>
  JSON.parse(readFileSync(join(workspace.root, 'dist/ufc/capabilities/parcels', name), 'utf8')) as unknown;

beforeAll(() => {
  workspace = createWorkspace('parcels');
  hideUv(join(workspace.root, '.nx', 'without-uv'));
  const legacy = addLegacy(workspace, FIXTURE, 'parcels');
  before = passed(runLegacySuite(legacy, join(workspace.root, '.nx', 'before'), []));
  workspace.git('clean', '-fdxq', 'legacy');
  workspace.nxOk('g', '@au/nx-ufc:capability', 'parcels', '--source=legacy/parcels', '--no-interactive');
});
afterAll(() => workspace.remove());

test('a package with its own core.py, models.py, api/, config.py, cli.py, manifest.py and interface/ migrates', () => {
  const { modules } = JSON.parse(
    readFileSync(join(workspace.root, '.ufc/baseline/parcels/ledger.json'), 'utf8'),
  ) as { modules: Record<string, string> };
  expect(Object.keys(modules)).toEqual(
    [
      'parcels',
      ...['api', 'api.pages', 'cli', 'config', 'core', 'interface', 'interface.plain', 'json', 'manifest'],
      ...['models', 'schemas', 'services', 'services.tracking', 'types', 'utils'],
    ].map((name) => (name === 'parcels' ? name : `parcels.${name}`)),
  );
  expect(modules).toMatchObject({
    'parcels.models': 'au_sys_parcels.core.models.models',
    'parcels.schemas': 'au_sys_parcels.core.schemas.schemas',
    'parcels.cli': 'au_sys_parcels.interface.cli.cli',
  });
});

test('its tests pass before and after, by the factory too; every module imports', () => {
  expect(before.length).toBe(15);
  workspace.nxOk('run', 'parcels:prove');
  const proof = report('MIGRATION_PROOF.json') as { before: { passed: string[] }; imports: object };
  expect(proof.before.passed).toEqual(before);
  expect(proof.imports).toEqual({ checked: 16, failedBefore: [], lost: [] });
});

test('it verifies', () => expect(workspace.nxOk('run', 'parcels:verify').output).toContain('PASS verify'));

test('the ledger holds every edit: a byte more is noticed, in code and in a comment', () => {
  expect(checkLedger(workspace, FIXTURE, 'parcels')).toMatchObject({ excluded: 0, problems: [] });
  const path = capability('src/au_sys_parcels/core/models/models.py');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('weight: int = 1', 'weight: int = 2'));
  expect(checkLedger(workspace, FIXTURE, 'parcels').problems).toEqual([
    expect.stringContaining('bytes differ from parcels/models.py outside of the recorded edits'),
    expect.stringContaining("line 11: token '1' became '2' outside of any edit"),
  ]);
  writeFileSync(path, text);
  appendFileSync(path, '# a comment\n');
  expect(checkLedger(workspace, FIXTURE, 'parcels').problems).toHaveLength(2);
  writeFileSync(path, text);
});

test('prove works offline, from what is cached; a lost test or module fails it', () => {
  const offline = {
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    UV_DEFAULT_INDEX: 'http://127.0.0.1:9/simple',
    UV_OFFLINE: '1',
  };
  const prove = (...args: string[]) =>
    workspace.nxWith(offline, 'run', 'parcels:prove', '--skip-nx-cache', ...args);
  expect(prove().code).toBe(0);
  const path = capability('src/au_sys_parcels/core/models/models.py');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('weight: int = 1', 'weight: int = 2'));
  const lost = prove();
  expect([lost.code, lost.output]).toEqual([
    1,
    expect.stringMatching(/tests that passed before do not pass now/),
  ]);
  expect(lost.output).toContain('failed  tests.test_parcels::test_label');
  writeFileSync(path, `import nothing_of_that_name\n${text}`);
  expect(prove().output).toMatch(/import {2}au_sys_parcels\.core\.models\.models: ModuleNotFoundError/);
  writeFileSync(path, text);
});
