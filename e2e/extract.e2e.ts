import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonWith } from './support/python';
import { runOk } from './support/run';
import { downloadSdist, SDISTS } from './support/sdist';
import { CACHE, createWorkspace, type Workspace } from './support/workspace';

let workspace: Workspace;
beforeAll(() => (workspace = createWorkspace('extract')));
afterAll(() => workspace.remove());

test.each([
  ['cacheutils', 'boltons', 'boltons.cacheutils', ['boltons/cacheutils.py', 'boltons/typeutils.py'], 20],
  ['sqlengine', 'sqlparse', 'sqlparse.engine', ['sqlparse/engine/grouping.py', 'sqlparse/sql.py'], 20],
] as const)(
  '%s out of %s: it installs, imports and its tests pass',
  (name, from, include, expected, atLeast) => {
    const source = downloadSdist(from, SDISTS[from], CACHE);
    const generate = () =>
      workspace.nxOk(
        'g',
        '@au/nx-ufc:extract',
        name,
        `--source=${source}`,
        `--include=${include}`,
        '--no-interactive',
      );
    generate();
    const legacy = join(workspace.root, 'legacy', name);
    const record = JSON.parse(
      readFileSync(join(workspace.root, '.ufc/baseline', name, 'extraction.json'), 'utf8'),
    ) as { files: { path: string; reason: string }[]; leftTests: unknown[]; ports: unknown[] };
    const modules = record.files
      .filter((file) => /^(named|needed)/.test(file.reason))
      .map((file) => file.path);
    expect(modules).toEqual(expect.arrayContaining([...expected]));
    expect(record.leftTests.length).toBeGreaterThan(5);
    expect(record.ports).toEqual([]);
    expect(existsSync(join(legacy, from, 'cli.py'))).toBe(false);

    workspace.commit(name);
    generate();
    expect(workspace.status()).toBe('');

    const environment = join(workspace.root, '.nx', name);
    const python = pythonWith(environment, ['pytest', legacy]);
    runOk(python, ['-c', `import ${include}`], environment);
    const { stdout } = runOk(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '--color=no'], legacy);
    expect(Number(/(\d+) passed/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(atLeast);
  },
);

test('what is extracted goes straight into a capability', () => {
  workspace.nxOk('g', '@au/nx-ufc:capability', 'sqlengine', '--source=legacy/sqlengine', '--no-interactive');
  workspace.nxOk('run', 'sqlengine:verify');
  workspace.nxOk('run', 'sqlengine:prove');
});
