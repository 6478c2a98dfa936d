import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { schemaErrors } from '../../packages/nx-ufc/core/schema/validate';
import { checkLedger } from './ledger';
import { downloadSdist, SDISTS } from './sdist';
import { passed, readOutcomes, renamer, runLegacySuite } from './suite';
import { addLegacy, CACHE, createWorkspace, type Workspace } from './workspace';

/** A package with tests in its source distribution. */
export interface Published {
  name: keyof typeof SDISTS;
  /** What its suite needs beside the package. */
  requirements: string[];
  /** Tests that pass before, at least. */
  atLeast: number;
  /** Whether repeated runs are tried too, of the parts and of the gates, which take as long as the runs before them. */
  isRepeated?: boolean;
}

/** The main job, end to end, as tests of one package: migrated, undone, proven, verified, built, and all of it again. */
export function itDoesTheMainJob({ name, requirements, atLeast, isRepeated }: Published): void {
  let workspace: Workspace;
  let before: string[];
  const output = () => join(workspace.root, 'dist/ufc/capabilities', name);

  beforeAll(() => {
    workspace = createWorkspace(name);
    const legacy = addLegacy(workspace, downloadSdist(name, SDISTS[name], CACHE), name);
    before = passed(runLegacySuite(legacy, join(workspace.root, '.nx', 'before'), requirements));
    workspace.git('clean', '-fdxq', 'legacy');
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
    expect(existsSync(join(workspace.root, '.ufc'))).toBe(false);
  });

  test('undo brings the package back, byte for byte', () => {
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
    expect(workspace.status()).not.toBe('');
    workspace.nxOk('g', '@au/nx-ufc:undo', '--project', name);
    expect(workspace.status()).toBe('');
  });

  test('it becomes a capability', () => {
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
    expect(existsSync(join(workspace.root, 'capabilities', name, 'src', `au_sys_${name}`, 'core'))).toBe(
      true,
    );
    expect(existsSync(join(workspace.root, 'legacy', name))).toBe(false);
    workspace.commit('migrated');
  });

  test('every file is accounted for, every byte and token outside of the recorded edits is as it was', () => {
    const checked = checkLedger(workspace, downloadSdist(name, SDISTS[name], CACHE), name);
    expect(checked.problems).toEqual([]);
    expect(checked.edits).toBeGreaterThan(20);
  });

  test('a second run changes nothing', () => {
    workspace.nxOk('g', '@au/nx-ufc:capability', name, `--source=legacy/${name}`, '--no-interactive');
    const parts = isRepeated ? ['plugin', 'container', 'config', 'entry-points', 'manifest'] : [];
    for (const part of parts) workspace.nxOk('g', `@au/nx-ufc:${part}`, '--project', name);
    expect(workspace.status()).toBe('');
  });

  test('it verifies', () =>
    expect(workspace.nxOk('run', `${name}:verify`).output).toContain(`PASS verify of capabilities/${name}`));

  test('the same tests pass after', () => {
    workspace.nxOk('run', `${name}:test`);
    const after = new Set(passed(readOutcomes(readFileSync(join(output(), 'TEST_REPORT.xml'), 'utf8'))));
    const renamed = renamer(join(workspace.root, '.ufc/baseline', name, 'ledger.json'));
    expect(before.filter((id) => !after.has(id) && !after.has(renamed(id)))).toEqual([]);
  });

  test('the factory proves the same by itself, from its backup', () => {
    workspace.nxOk('run', `${name}:prove`);
    const proof = JSON.parse(readFileSync(join(output(), 'MIGRATION_PROOF.json'), 'utf8')) as {
      differences: unknown[];
      imports: { checked: number; lost: unknown[] };
      before: { passed: string[] };
    };
    expect(proof.differences).toEqual([]);
    expect(proof.imports.checked).toBeGreaterThan(5);
    expect(proof.imports.lost).toEqual([]);
    expect(proof.before.passed.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('it builds, installs and imports', () => {
    workspace.nxOk('run', `${name}:build`);
    expect(JSON.parse(readFileSync(join(output(), 'build.json'), 'utf8'))).toMatchObject({
      verdict: 'PASS',
      problems: [],
    });
    workspace.commit('recorded baseline');
  });

  test('every report and every record is valid by the schema that ships with the plugin', () => {
    workspace.nxOk('run-many', '-t', 'inventory,audit', '-p', name);
    workspace.nx('run', `${name}:zero-tolerance`);
    const shipped = join(workspace.root, 'node_modules/@au/nx-ufc/schemas');
    const checked = [output(), join(workspace.root, '.ufc/baseline', name)].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => {
          const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
            schema: string;
            openapi?: string;
          };
          if (file === 'openapi.json') {
            expect(report.openapi).toBe('3.1.0');
            return file;
          }
          const [, id] = report.schema.split(':');
          const schema = JSON.parse(readFileSync(join(shipped, `${id}.schema.json`), 'utf8')) as object;
          expect([file, schemaErrors(schema, report)]).toEqual([file, []]);
          return file;
        }),
    );
    expect(checked.length).toBeGreaterThanOrEqual(13);
  });

  if (!isRepeated) return;

  test('a repeated run is all cache hits', () => {
    workspace.nxOk('run-many', '-t', 'verify,test,build', '-p', name);
    rmSync(output(), { recursive: true });
    expect(workspace.nxOk('run-many', '-t', 'verify,test,build', '-p', name).output).toMatch(
      /3\/3 hit|3 out of 3 tasks/,
    );
    expect(existsSync(join(output(), 'TEST_REPORT.xml'))).toBe(true);
  });
}
