import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaErrors } from '../packages/nx-ufc/core/schema/validate';
import { readSchema } from '../packages/nx-ufc/platform/blueprint';
import { pythonWith } from './support/python';
import { run, runOk } from './support/run';
import { createWorkspace, type Workspace } from './support/workspace';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace('feature');
  workspace.nxOk('g', '@au/nx-ufc:capability', 'billing', '--interfaces=api,cli', '--no-interactive');
  workspace.commit('a capability');
});
afterAll(() => workspace.remove());

const at = (path: string) => join(workspace.root, 'capabilities/billing', path);
const text = (path: string) => readFileSync(at(path), 'utf8');

test('a feature is made, registered everywhere, and the capability still verifies, tests and builds', () => {
  const plugin = 'src/au_sys_billing/manifest/plugin.py';
  writeFileSync(at(plugin), text(plugin).replace('["billing"]', '["billing"]  # sold by us'));
  workspace.commit('a person edits the plugin');
  workspace.nxOk('g', '@au/nx-ufc:feature', 'credit-note', '--project=billing', '--no-interactive');
  expect(text(plugin)).toContain('["billing", "billing.credit-note"]  # sold by us');
  expect(text(plugin)).toContain(
    '("au_sys_billing.interface.api.credit_note_routes", "credit_note_router"),',
  );
  expect(text('src/au_sys_billing/manifest/config.py')).toContain(
    '"credit_note_file": "AU_SYS_BILLING_CREDIT_NOTE_FILE"',
  );
  expect(text('src/au_sys_billing/interface/api/app.py')).toContain(
    'application.include_router(credit_note_router)',
  );
  expect(text('src/au_sys_billing/interface/cli/main.py')).toMatch(/COMMANDS = \(.*add_credit_note_commands/);
  expect(text('SERVICE_MANIFEST.yaml')).toContain('billing.credit-note');
  workspace.commit('a feature');
  workspace.nxOk('g', '@au/nx-ufc:feature', 'credit-note', '--project=billing', '--no-interactive');
  expect(workspace.status()).toBe('');
  const { output } = workspace.nxOk(
    'run-many',
    '-t',
    'verify,zero-tolerance,test,build',
    '-p',
    'billing',
    '--output-style=static',
  );
  expect(output).toMatch(/PASS build of capabilities\/billing/);
  workspace.commit('built');
  expect(workspace.nx('sync:check').code).toBe(0);
});

test('a name that is taken is refused, and undo takes a feature back', () => {
  const refused = workspace.nx('g', '@au/nx-ufc:feature', 'item', '--project=billing', '--no-interactive');
  expect([refused.code, workspace.status()]).toEqual([2, '']);
  expect(refused.output).toContain('src/au_sys_billing/core/schemas/item.py');
  workspace.nxOk(
    'g',
    '@au/nx-ufc:feature',
    'rebate',
    '--project=billing',
    '--interfaces=cli',
    '--no-interactive',
  );
  expect(workspace.status()).not.toBe('');
  workspace.nxOk('g', '@au/nx-ufc:undo', '--project=billing', '--no-interactive');
  expect(workspace.status()).toBe('');
});

test('the validation suite runs one process a check, stops at the first failure and leaves a report', () => {
  const environment = join(workspace.root, '.nx', 'validation');
  const python = pythonWith(environment, ['-e', at('')]);
  const validate = () => run(python, ['-m', 'au_sys_billing.validation.runner'], environment);
  const report = () =>
    JSON.parse(readFileSync(join(environment, 'validation-report/validation.json'), 'utf8')) as {
      checks: { check: string; passed: boolean; problems: string[] }[];
      not_run: string[];
    };
  expect(validate().code).toBe(0);
  const names = report().checks.map(({ check }) => check);
  expect(names).toEqual([
    'validate_00_prereqs',
    'validate_10_plugin',
    'validate_20_settings',
    'validate_30_catalogue',
  ]);
  expect(schemaErrors(readSchema('validation-report'), report())).toEqual([]);
  writeFileSync(
    at('src/au_sys_billing/validation/validate_15_disk.py'),
    'raise SystemExit("the disk is full")\n',
  );
  expect(validate().code).toBe(1);
  expect(report().checks.at(-1)).toMatchObject({
    check: 'validate_15_disk',
    passed: false,
    problems: ['the disk is full'],
  });
  expect(report().not_run).toEqual(['validate_20_settings', 'validate_30_catalogue']);
});

test('a host finds the capability, serves its routes, and passes its own gates', () => {
  workspace.nxOk('g', '@au/nx-ufc:host', 'platform', '--no-interactive');
  workspace.commit('a host');
  workspace.nxOk('g', '@au/nx-ufc:host', 'platform', '--no-interactive');
  workspace.nxOk('g', '@au/nx-ufc:sync', '--no-interactive');
  expect(workspace.status()).toBe('');
  workspace.nxOk('run-many', '-t', 'lint,typecheck,test', '-p', 'platform', '--output-style=static');
  const environment = join(workspace.root, '.nx', 'validation');
  const python = pythonWith(environment, ['httpx', '-e', join(workspace.root, 'apps/platform')]);
  const code = [
    'from fastapi.testclient import TestClient',
    'from au_sys_platform import create_app',
    'with TestClient(create_app()) as client:',
    '    print(client.get("/plugins").json()["order"], client.get("/billing/credit-note").json())',
  ];
  expect(runOk(python, ['-c', code.join('\n')], environment).stdout).toBe("['billing'] []\n");
});
