import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { downloadSdist, SDISTS } from './support/sdist';
import { passed, readOutcomes, runLegacySuite } from './support/suite';
import { addLegacy, CACHE, createWorkspace, type Workspace } from './support/workspace';

/** Packages with tests in their source distribution, and what their suites need beside the package. */
const PACKAGES: { name: keyof typeof SDISTS; requirements: string[]; atLeast: number }[] = [
  {
    name: 'tinydb',
    requirements: ['pytest-pycodestyle', 'pytest-cov', 'pycodestyle', 'pyyaml', 'pytest-mypy'],
    atLeast: 190,
  },
  { name: 'itsdangerous', requirements: ['freezegun'], atLeast: 250 },
  { name: 'boltons', requirements: [], atLeast: 400 },
];

describe.each(PACKAGES)('$name, as published', ({ name, requirements, atLeast }) => {
  let workspace: Workspace;
  let before: string[];

  beforeAll(() => {
    workspace = createWorkspace(name);
    const legacy = addLegacy(workspace, downloadSdist(name, SDISTS[name], CACHE), name);
    before = passed(runLegacySuite(legacy, join(workspace.root, '.nx', 'before'), requirements));
  });
  afterAll(() => workspace.remove());

  test('its suite passes before', () => expect(before.length).toBeGreaterThanOrEqual(atLeast));

  test('a dry run changes nothing', () => {
    workspace.nxOk(
      'g',
      '@au/nx-ufc:capability',
      name,
      `--source=legacy/${name}`,
      '--no-interactive',
      '--dry-run',
    );
    expect(workspace.status()).toBe('');
  });

  test('it becomes a capability', () => {
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
    expect(existsSync(join(workspace.root, 'capabilities', name, 'src', `au_sys_${name}`, 'core'))).toBe(
      true,
    );
    workspace.commit('migrated');
  });

  test('a second run changes nothing', () => {
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
    expect(workspace.status()).toBe('');
  });

  test('it verifies', () => void workspace.nxOk('run', `${name}:verify`));

  test('the same tests pass after', () => {
    workspace.nxOk('run', `${name}:test`);
    const after = new Set(
      passed(readOutcomes(join(workspace.root, 'dist/ufc/capabilities', name, 'TEST_REPORT.xml'))),
    );
    expect(before.filter((id) => !after.has(id))).toEqual([]);
  });

  test('it builds, installs and imports', () => {
    workspace.nxOk('run', `${name}:build`);
    const build = join(workspace.root, 'dist/ufc/capabilities', name, 'build.json');
    expect(existsSync(build)).toBe(true);
  });

  test('a repeated run is all cache hits', () => {
    const build = join(workspace.root, 'dist/ufc/capabilities', name);
    rmSync(build, { recursive: true });
    const { output } = workspace.nxOk('run-many', '-t', 'verify,test,build', '-p', name);
    expect(output).toMatch(/read the output from the cache/i);
    expect(existsSync(join(build, 'TEST_REPORT.xml'))).toBe(true);
  });
});
