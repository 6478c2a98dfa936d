import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLedger } from './support/ledger';
import { addLegacy, createWorkspace, type Workspace } from './support/workspace';

/** Services as they lie in repositories: nothing packages them, a requirements file says what they need. */
const SERVICES = [
  {
    name: 'shop',
    modules: {
      catalog: 'au_sys_shop.interface.api.catalog',
      'orders.models': 'au_sys_shop.interface.api.orders.models',
      'orders.management.commands.count_orders':
        'au_sys_shop.interface.api.orders.management.commands.count_orders',
    },
    dependencies: ['django==5.1.3'],
    // Its modules import with the settings of the project only.
    gates: ['verify', 'build'],
    tests: 5,
  },
  {
    name: 'ledger-api',
    modules: {
      app: 'au_sys_ledger_api',
      'app.main': 'au_sys_ledger_api.interface.api.main',
      'app.routers.entries': 'au_sys_ledger_api.interface.api.routers.entries',
      'app.schemas': 'au_sys_ledger_api.core.schemas.schemas',
    },
    dependencies: ['fastapi==0.115.6', 'pydantic-settings==2.7.0'],
    gates: ['verify'],
    tests: 4,
  },
];

describe.each(SERVICES)('$name', ({ name, modules, dependencies, gates, tests }) => {
  const fixture = resolve(__dirname, 'fixtures', name);
  let workspace: Workspace;
  const read = (...path: string[]) => readFileSync(join(workspace.root, ...path), 'utf8');

  beforeAll(() => {
    workspace = createWorkspace(name);
    addLegacy(workspace, fixture, name);
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
  });
  afterAll(() => workspace.remove());

  test('every test passes before and after, every module imports', () => {
    workspace.nxOk('run', `${name}:prove`);
    const proof = JSON.parse(read('dist/ufc/capabilities', name, 'MIGRATION_PROOF.json')) as {
      before: { passed: string[] };
      differences: object[];
      imports: { checked: number; failedBefore: object[]; lost: object[] };
    };
    expect(proof.before.passed).toHaveLength(tests);
    expect(proof.differences).toEqual([]);
    expect(proof.imports.lost).toEqual([]);
  });

  test('its modules are where they belong, and nothing but the recorded edits changed', () => {
    const ledger = JSON.parse(read('.ufc/baseline', name, 'ledger.json')) as { modules: object };
    expect(ledger.modules).toMatchObject(modules);
    expect(checkLedger(workspace, fixture, name).problems).toEqual([]);
  });

  test.each(gates)('it passes %s', (gate) =>
    expect(workspace.nxOk('run', `${name}:${gate}`).output).toContain(`PASS ${gate}`),
  );

  test('the capability declares what the service required', () => {
    const pyproject = read('capabilities', name, 'pyproject.toml');
    for (const dependency of dependencies) expect(pyproject).toContain(`"${dependency}"`);
  });
});
