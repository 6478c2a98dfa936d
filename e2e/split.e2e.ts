import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLedger } from './support/ledger';
import { addLegacy, createWorkspace, type Workspace } from './support/workspace';

const FIXTURE = resolve(__dirname, 'fixtures/tickets');
let workspace: Workspace;
const read = (...parts: string[]) => readFileSync(join(workspace.root, ...parts), 'utf8');

beforeAll(() => {
  workspace = createWorkspace('tickets');
  addLegacy(workspace, FIXTURE, 'tickets');
  workspace.nxOk(
    ...['g', '@au/nx-ufc:capability', 'tickets', '--source=legacy/tickets', '--split', '--no-interactive'],
  );
});
afterAll(() => workspace.remove());

test('a mixed module is taken apart into its layers, and the ledger holds every piece', () => {
  const source = 'capabilities/tickets/src/au_sys_tickets';
  expect(read(source, 'core/models/app_models.py')).toContain('\n\n@dataclass\nclass Ticket:\n');
  expect(read(source, 'core/services/app_services.py')).toContain('class Office:');
  const program = read(source, 'interface/cli/app.py');
  expect(program).toContain('def main(');
  expect(program).not.toMatch(/class (Office|Ticket)/);
  expect(checkLedger(workspace, FIXTURE, 'tickets')).toMatchObject({ excluded: 0, problems: [] });
});

test('the targets of patches follow the code that reads them', () => {
  const tests = read('capabilities/tickets/tests.py');
  expect(tests).toContain('patch("au_sys_tickets.core.services.app_services.FEE", 0)');
  expect(tests).toContain('patch("au_sys_tickets.core.services.app_services.total", return_value=7)');
  expect(tests).toContain('patch("au_sys_tickets.interface.cli.app.OFFICE")');
});

test('all tests pass before and after, though they are in tests.py, every module imports, and it verifies', () => {
  workspace.nxOk('run', 'tickets:prove');
  const proof = JSON.parse(read('dist/ufc/capabilities/tickets/MIGRATION_PROOF.json')) as {
    before: { counts: { passed: number } };
    differences: unknown[];
    imports: object;
  };
  expect(proof.before.counts.passed).toBe(7);
  expect(proof.differences).toEqual([]);
  expect(proof.imports).toEqual({ checked: 4, failedBefore: [], lost: [] });
  workspace.nxOk('run', 'tickets:verify');
});

test('undo gives the module back', () => {
  workspace.nxOk('g', '@au/nx-ufc:undo', '--project=tickets', '--no-interactive');
  expect(existsSync(join(workspace.root, 'capabilities/tickets/pyproject.toml'))).toBe(false);
  expect(read('legacy/tickets/tickets/app.py')).toBe(readFileSync(join(FIXTURE, 'tickets/app.py'), 'utf8'));
});
