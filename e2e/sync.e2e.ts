import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openTranscript } from './support/transcript';
import { createWorkspace, type Workspace } from './support/workspace';

const EXAMPLE = resolve(__dirname, '../examples/brownfield');
const STORY = resolve(__dirname, 'fixtures/sync-story.md');
const TARIFFS = 'capabilities/tariffs/src/au_sys_tariffs';
const BILLING = 'capabilities/billing/src/au_sys_billing';
const LOYALTY = 'capabilities/loyalty/src/au_sys_loyalty';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace('sync');
  for (const folder of ['legacy', 'capabilities'])
    cpSync(join(EXAMPLE, folder), join(workspace.root, folder), { recursive: true });
  workspace.commit('the shop');
});
afterAll(() => workspace.remove());

const read = (path: string) => readFileSync(join(workspace.root, path), 'utf8');
const edit = (path: string, from: string | RegExp, to: string) => {
  const text = read(path);
  expect(text).toMatch(from);
  writeFileSync(join(workspace.root, path), text.replace(from, to));
};

const BLUEPRINT = 'node_modules/@au/nx-ufc/blueprints/ufc-1';
const MANIFEST = 'manifest/src/__package__';
const template = (id: string) => `${BLUEPRINT}/templates/${id}`;

/** A version of the templates, as the next version of the plugin would bring it. */
function release(version: string, renames: Record<string, string> = {}): void {
  const path = join(workspace.root, BLUEPRINT, 'blueprint.json');
  const blueprint = JSON.parse(readFileSync(path, 'utf8')) as {
    templates: { id: string; version: string; renames: { since: string; from: string; to: string }[] }[];
  };
  const set = blueprint.templates.find(({ id }) => id === 'capability')!;
  set.version = version;
  for (const [from, to] of Object.entries(renames)) {
    set.renames.push({ since: version, from, to });
    cpSync(join(workspace.root, template(from)), join(workspace.root, template(to)));
    rmSync(join(workspace.root, template(from)));
  }
  writeFileSync(path, JSON.stringify(blueprint));
}

const LIST = /^(CREATE|UPDATE|DELETE) .*\n/gm;
/** What depends on how many files the templates have, and not on this story. */
const COUNTS: [RegExp, string][] = [
  [/^\[\d\/\d\] .*\n/gm, ''],
  [/^ *\d+( {2}generated files)$/m, '   …$1'],
  [/\d+( were missing and are made)/, '…$1'],
  [/(^ {2}made {2}.*\n){4,}/m, '  made   …\n'],
  [/\d+( modules, \d+ dependencies)/, '…$1'],
  [/: \d+ files, .* rules, /g, ': … '],
];

/** Long lists of files are left out, and folders of the machine. */
function normalise(output: string): string {
  const files = output.match(LIST)?.filter((line) => !line.includes(' .ufc/')) ?? [];
  const list = files.length > 8 ? '(a list of files)\n' : files.join('');
  const text = output.replace(LIST, '').replaceAll(workspace.root, '<workspace>').trim();
  const counted = COUNTS.reduce((now, [pattern, to]) => now.replace(pattern, to), `${text}\n${list}`);
  return counted.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
}

/** The lines that differ from the last commit. */
function changedLines(path: string): string[] {
  return workspace
    .git('diff', '-U0', 'HEAD', '--', path)
    .stdout.split('\n')
    .filter((line) => /^[-+](?![-+]{2} )/.test(line));
}

test('a brownfield repository: taken over, its templates change, a conflict, a decision, in sync again', () => {
  const transcript = openTranscript(STORY, normalise);
  const step = (...args: string[]) => {
    const result = workspace.nx(...args);
    transcript.step(`nx ${args.join(' ')}`, result);
    return result.code;
  };
  const settle = (...args: string[]) => step('g', '@au/nx-ufc:sync', ...args, '--no-interactive');

  step('g', '@au/nx-ufc:capability', 'loyalty', '--source=legacy/loyalty', '--no-interactive');
  step('g', '@au/nx-ufc:capability', 'tariffs', '--adopt', '--no-interactive');
  expect(workspace.git('diff', '--name-only', '--', 'capabilities').stdout).toBe('');
  step('g', '@au/nx-ufc:manifest', '--project=tariffs', '--no-interactive');
  step('g', '@au/nx-ufc:capability', 'billing', '--interfaces=cli', '--no-interactive');
  workspace.commit('three capabilities');

  edit(
    `${TARIFFS}/scripts/dev/check.py`,
    'TIMEOUT_SECONDS = 1800',
    'TIMEOUT_SECONDS = 900  # or the night is over',
  );
  edit(
    'capabilities/billing/pyproject.toml',
    /^line-length = \d+$/m,
    '# The printer in the cellar takes 79 columns.\nline-length  =  79',
  );
  edit(
    `${BILLING}/manifest/plugin.py`,
    'self._started = False\n',
    'self._started = False\n        self._printer = "cellar"\n',
  );
  edit(
    `${LOYALTY}/config/au_sys/au_sys_loyalty_settings.yaml`,
    /$/,
    '# Vera: ask me before this changes.\nledger: points.db\n',
  );
  edit(`${LOYALTY}/validation/validate_20_settings.py`, /$/, '\n# The till looks for this file.\n');
  rmSync(join(workspace.root, BILLING, 'scripts/bootstrap/settings.py'));
  workspace.commit('people work');
  expect(step('sync:check')).toBe(0);

  edit(template(`${MANIFEST}/scripts/dev/check.py`), 'TIMEOUT_SECONDS = 1800', 'TIMEOUT_SECONDS = 3600');
  edit(template('greenfield/pyproject.toml'), /^line-length = .*$/m, 'line-length = 88');
  edit(template('greenfield/pyproject.toml'), /^strict = true$/m, 'strict = true\nwarn_unreachable = true');
  edit(template(`${MANIFEST}/config/au_sys/__package___settings.yaml`), /$/, 'log_level: INFO\n');
  edit(template(`${MANIFEST}/manifest/plugin.py`), 'What a host application loads.', 'What a host loads.');
  edit(template(`${MANIFEST}/scripts/bootstrap/settings.py`), /^"""/, '"""Once: ');
  rmSync(join(workspace.root, template(`${MANIFEST}/validation/validate_20_settings.py`)));
  release('1.1.0', {
    [`${MANIFEST}/scripts/ops/validate.py`]: `${MANIFEST}/scripts/ops/check_installation.py`,
  });
  expect(step('sync:check')).toBe(1);
  expect(workspace.status()).toBe('');
  expect(step('sync')).toBe(1);
  expect(changedLines('capabilities/billing/pyproject.toml')).toEqual(['+warn_unreachable = true']);
  expect(changedLines(`${LOYALTY}/config`)).toEqual(['+log_level: INFO']);
  expect(changedLines(`${BILLING}/manifest`)).toEqual([]);
  for (const path of ['pyproject.toml', 'README.md', 'src/au_sys_tariffs/manifest/plugin.py'])
    expect(read(`capabilities/tariffs/${path}`)).toBe(
      readFileSync(join(EXAMPLE, 'capabilities/tariffs', path), 'utf8'),
    );
  workspace.commit('templates 1.1.0');
  expect(step('sync:check')).toBe(1);
  expect(workspace.status()).toBe('');

  settle('--project=tariffs', '--accept=ours');
  settle('--project=billing', '--file=pyproject.toml', '--accept=theirs');
  expect(changedLines('capabilities/billing/pyproject.toml')).toEqual([
    '-line-length  =  79',
    '+line-length  =  88',
  ]);
  settle('--project=billing', '--accept=theirs');
  expect(changedLines(BILLING)).toEqual([
    '-"""What a host application loads."""',
    '+"""What a host loads."""',
  ]);
  workspace.commit('decided');
  expect(step('sync')).toBe(0);
  expect(workspace.status()).toBe('');
  expect(step('sync:check')).toBe(0);
  expect(step('run-many', '-t', 'verify', '-p', 'loyalty,tariffs,billing', '--output-style=static')).toBe(0);
  transcript.end();
});

test('requirements with nothing in common: yours stays, and the exit code is 1', () => {
  const legacy = join(workspace.root, 'legacy/tokens');
  mkdirSync(join(legacy, 'tokens'), { recursive: true });
  const dependency = '"pydantic<2",   # the till cannot do 2';
  writeFileSync(join(legacy, 'tokens/__init__.py'), '"""Tokens."""\n');
  writeFileSync(
    join(legacy, 'pyproject.toml'),
    `[project]\nname = "tokens"\nversion = "1.0"\ndependencies = [\n  ${dependency}\n]\n`,
  );
  workspace.commit('tokens');
  const { code, output } = workspace.nx(
    'g',
    '@au/nx-ufc:capability',
    'tokens',
    '--source=legacy/tokens',
    '--no-interactive',
  );
  expect(code).toBe(1);
  expect(output).toMatch(/pydantic<2.*pydantic>=2\.5/);
  expect(read('capabilities/tokens/pyproject.toml')).toContain(`  ${dependency}\n`);
  workspace.commit('tokens taken over');
});

test('nx migrate brings templates, and hashes that older versions kept become a lock', () => {
  const baseline = '.ufc/baseline/billing';
  const { files } = JSON.parse(read(`${baseline}/lock.json`)) as { files: Record<string, { base: string }> };
  const hashes = Object.fromEntries(Object.entries(files).map(([path, { base }]) => [path, base]));
  writeFileSync(join(workspace.root, baseline, 'generated.json'), JSON.stringify({ files: hashes }));
  rmSync(join(workspace.root, baseline, 'lock.json'));
  edit(template(`${MANIFEST}/validation/framework.py`), /$/, '\n\nSINCE_1_2 = True\n');
  release('1.2.0');
  workspace.commit('a workspace of before');
  const { generators } = JSON.parse(read('node_modules/@au/nx-ufc/migrations.json')) as {
    generators: Record<string, object>;
  };
  const migrations = Object.entries(generators).map(([name, entry]) => ({
    ...entry,
    name,
    package: '@au/nx-ufc',
    cli: 'nx',
  }));
  writeFileSync(join(workspace.root, 'migrations.json'), JSON.stringify({ migrations }));
  const { code, output } = workspace.nxWith(
    { NX_MIGRATE_USE_LOCAL: 'true' },
    'migrate',
    '--run-migrations=migrations.json',
  );
  expect([code, output]).toEqual([0, expect.stringContaining('sync-templates-0-2')]);
  for (const folder of [TARIFFS, BILLING, LOYALTY])
    expect(read(`${folder}/validation/framework.py`)).toMatch(/SINCE_1_2 = True\n$/);
  expect(read(`${baseline}/lock.json`)).toContain('"version": "1.2.0"');
  expect(() => read(`${baseline}/generated.json`)).toThrow();
  rmSync(join(workspace.root, 'migrations.json'));
  workspace.commit('migrated');
  expect(workspace.nx('sync:check').code).toBe(0);
});
