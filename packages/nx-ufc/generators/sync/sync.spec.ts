import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { lockOf } from '../../core/sync/context';
import { driftOf } from '../../core/sync/drift';
import type { BlueprintMigration } from '../../core/sync/migrations/types';
import type { BlueprintSource } from '../../core/sync/source';
import { shippedBlueprint } from '../../platform/blueprint';
import { treeHash } from '../../platform/testing/tree-hash';
import { sha256 } from '../../platform/transaction/files';
import { capabilityGenerator } from '../capability/generator';
import { treeFiles } from '../lib/baseline';
import { globalSync, syncGenerator } from './generator';
import migrateTemplates from './migrate';
import type { SyncOptions } from './schema';
import { FsTree, flushChanges } from '../testing/nx-tree';

const SRC = 'capabilities/storage/src/au_sys_storage';
const PLUGIN = `${SRC}/manifest/plugin.py`;
const SETTINGS = `${SRC}/config/au_sys/au_sys_storage_settings.yaml`;
let root: string;
let printed: string;

/** What is made durable is not what is tested here. */
const fs = jest.requireActual<typeof FileSystem>('node:fs');

beforeEach(() => {
  jest.spyOn(fs, 'fsyncSync').mockImplementation(() => undefined);
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-sync-'));
  writeFileSync(join(root, 'nx.json'), '{}\n');
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const edit = (path: string, from: string | RegExp, to: string) => {
  const text = read(path);
  expect(text).toMatch(from);
  write(path, text.replace(from, to));
};
const lock = () => lockOf(treeFiles(new FsTree(root, false)), 'storage')!;
const entry = (path: string) => lock().files[path.replace('capabilities/storage/', '')];

/** What `nx g` does: run, flush, call back. @returns the paths that changed, and the error of the callback */
async function run(generator: (tree: Tree) => Promise<GeneratorCallback | void>) {
  printed = '';
  const tree = new FsTree(root, false);
  const callback = await generator(tree);
  const changes = tree.listChanges();
  flushChanges(root, changes);
  let failure = '';
  try {
    await callback?.();
  } catch (error) {
    failure = (error as Error).message;
  }
  return { changed: changes.map(({ path }) => path), failure };
}
const make = (name = 'storage') => run((tree) => capabilityGenerator(tree, { name, interfaces: 'api,cli' }));
const sync = (source: BlueprintSource, options: SyncOptions = {}) =>
  run((tree) => syncGenerator(tree, options, source));

/** The shipped templates with some texts changed, left out or new. */
function templates(
  change: Record<string, ((text: string) => string) | null>,
  more: Partial<BlueprintSource> = {},
): BlueprintSource {
  const shipped = shippedBlueprint();
  return {
    ...shipped,
    ...more,
    templatesOf: (set) =>
      shipped
        .templatesOf(set)
        .filter((template) => change[template.id!] !== null)
        .map((template) => ({ ...template, text: change[template.id!]?.(template.text) ?? template.text })),
  };
}
const M = 'manifest/src/__package__';
const FRAMEWORK = `${M}/validation/framework.py`;
const frameworkOf = (name = 'storage') => `capabilities/${name}/src/au_sys_${name}/validation/framework.py`;
const addedLine = templates({ [FRAMEWORK]: (text) => `${text}\n\nNEW_IN_TEMPLATE = 1\n` });

test('nothing to do: nothing changes, in the first run and the second', async () => {
  await make();
  expect((await sync(shippedBlueprint())).changed).toEqual([]);
  expect((await sync(shippedBlueprint(), { project: 'storage' })).changed).toEqual([]);
  expect(printed).toContain('1 capability looked at, 0 with something to say');
});

test('a template change reaches a file as it was generated, and one that a person changed elsewhere', async () => {
  await make();
  await make('search');
  edit(frameworkOf('search'), /^/, '# mine\n');
  const { changed, failure } = await sync(addedLine);
  expect(failure).toBe('');
  expect(read(frameworkOf())).toContain('NEW_IN_TEMPLATE');
  expect(read(frameworkOf('search'))).toMatch(/^# mine\n[^]*NEW_IN_TEMPLATE/);
  expect(changed.filter((path) => path.startsWith('capabilities/')).sort()).toEqual([
    frameworkOf('search'),
    frameworkOf(),
  ]);
  expect((await sync(addedLine)).changed).toEqual([]);
});

test('a conflict changes nothing, comes back until it is settled, and is settled either way', async () => {
  const changedTemplate = templates({
    [FRAMEWORK]: (text) => text.replace(/^""".*$/m, '"""The template says so."""'),
  });
  for (const accept of ['ours', 'theirs'] as const) {
    rmSync(join(root, 'capabilities'), { recursive: true, force: true });
    await make();
    edit(frameworkOf(), /^""".*$/m, '"""I say so."""');
    const mine = read(frameworkOf());
    const first = await sync(changedTemplate);
    expect(first.failure).toMatch(/^1 file waits for a decision/);
    expect(read(frameworkOf())).toBe(mine);
    expect(printed).toContain('line 1\n      base:  \n        """');
    expect(printed).toMatch(/yours: \n {8}"""I say so\."""\n {6}theirs:\n {8}"""The template says so\."""/);
    expect(printed).toContain(
      'nx g @au/nx-ufc:sync --project storage --file src/au_sys_storage/validation/framework.py --accept ours',
    );
    const second = await sync(changedTemplate);
    expect(second.changed).toEqual([]);
    expect(second.failure).toMatch(/^1 file waits/);
    expect((await sync(changedTemplate, { project: 'storage', accept })).failure).toBe('');
    expect(read(frameworkOf())).toContain(accept === 'ours' ? 'I say so' : 'The template says so');
    expect((await sync(changedTemplate)).changed).toEqual([]);
    rmSync(join(root, '.ufc'), { recursive: true });
  }
});

test('a hand-written plugin is never written: the change is offered beside it, with a diff', async () => {
  await make();
  edit(PLUGIN, 'self._started = False', 'self._started = False\n        self._mine = True');
  const mine = read(PLUGIN);
  const newer = templates({
    [`${M}/manifest/plugin.py`]: (text) =>
      text.replace('What a host application loads.', 'What a host loads.'),
  });
  const { failure } = await sync(newer);
  expect(failure).toMatch(/^1 file waits/);
  expect(read(PLUGIN)).toBe(mine);
  const offered = `dist/ufc/capabilities/storage/proposals/src/au_sys_storage/manifest/plugin.py`;
  expect(read(offered)).toMatch(/^"""What a host loads\."""[^]*_mine = True/);
  expect(printed).toContain('    - """What a host application loads."""\n    + """What a host loads."""');
  expect((await sync(newer, { project: 'storage', accept: 'theirs' })).failure).toBe('');
  expect(read(PLUGIN)).toMatch(/^"""What a host loads\."""[^]*_mine = True/);
  expect(() => read(offered)).toThrow();
});

test('what a person deleted stays deleted, until this one is asked for', async () => {
  await make();
  const gone = `${SRC}/scripts/dev/check.py`;
  rmSync(join(root, gone));
  await sync(templates({ [`${M}/scripts/dev/check.py`]: (text) => `${text}# newer\n` }));
  expect(entry(gone)).toMatchObject({ state: 'deleted' });
  expect(() => read(gone)).toThrow();
  const file = gone.replace('capabilities/storage/', '');
  await sync(shippedBlueprint(), { project: 'storage', file, accept: 'theirs' });
  expect(read(gone)).toContain('Runs the tests');
});

test('a template that is gone takes its file with it, unless a person changed it', async () => {
  await make();
  edit(`${SRC}/scripts/dev/README.md`, /$/, 'mine\n');
  const without = templates({ [`${M}/scripts/dev/README.md`]: null, [`${M}/scripts/ops/README.md`]: null });
  await sync(without);
  expect(read(`${SRC}/scripts/dev/README.md`)).toContain('mine');
  expect(() => read(`${SRC}/scripts/ops/README.md`)).toThrow();
  expect([entry(`${SRC}/scripts/dev/README.md`), entry(`${SRC}/scripts/ops/README.md`)]).toEqual([
    undefined,
    undefined,
  ]);
  expect((await sync(without)).changed).toEqual([]);
});

test('a renamed template takes the file along, with what a person did to it', async () => {
  await make();
  edit(frameworkOf(), /^/, '# mine\n');
  const shipped = shippedBlueprint();
  const renamed: BlueprintSource = {
    ...shipped,
    blueprint: {
      ...shipped.blueprint,
      templates: shipped.blueprint.templates.map((set) => ({
        ...set,
        version: '1.1.0',
        renames: [{ since: '1.1.0', from: FRAMEWORK, to: `${M}/validation/report.py` }],
      })),
    },
    templatesOf: (set) =>
      shipped.templatesOf(set).map((template) =>
        template.id === FRAMEWORK
          ? {
              id: `${M}/validation/report.py`,
              path: template.path.replace('framework', 'report'),
              text: `${template.text}\n\nNEW_IN_TEMPLATE = 1\n`,
            }
          : template,
      ),
  };
  const { failure } = await sync(renamed);
  expect(failure).toBe('');
  expect(() => read(frameworkOf())).toThrow();
  expect(read(frameworkOf().replace('framework', 'report'))).toMatch(/^# mine\n[^]*NEW_IN_TEMPLATE/);
  expect(printed).toContain('framework.py → src/au_sys_storage/validation/report.py');
  expect((await sync(renamed)).changed).toEqual([]);
});

test('a new template does not take the place of a person’s file', async () => {
  await make();
  const path = `${SRC}/scripts/dev/extra.py`;
  write(path, '# mine\n');
  const shipped = shippedBlueprint();
  const more: BlueprintSource = {
    ...shipped,
    templatesOf: (set) =>
      set === 'manifest'
        ? [
            ...shipped.templatesOf(set),
            {
              id: `${M}/scripts/dev/extra.py`,
              path: 'src/__package__/scripts/dev/extra.py',
              text: 'A = 1\n',
            },
            {
              id: `${M}/scripts/dev/other.py`,
              path: 'src/__package__/scripts/dev/other.py',
              text: 'B = 1\n',
            },
          ]
        : shipped.templatesOf(set),
  };
  await sync(more);
  expect(read(path)).toBe('# mine\n');
  expect(read(`${SRC}/scripts/dev/other.py`)).toBe('B = 1\n');
  expect(entry(path)).toMatchObject({ state: 'yours', base: null });
});

test('line ends and byte order marks are a person’s', async () => {
  await make();
  write(frameworkOf(), `\ufeff${read(frameworkOf()).replaceAll('\n', '\r\n')}`);
  await sync(addedLine);
  expect(read(frameworkOf())).toMatch(/^\ufeff[^]*NEW_IN_TEMPLATE = 1\r\n$/);
});

test('a merge that would define a name twice is a conflict', async () => {
  await make();
  edit(frameworkOf(), /\n$/, '\n\n\ndef summary() -> int:\n    return 1\n');
  const same = templates({
    [FRAMEWORK]: (text) => text.replace(/\n\n\n/, '\n\n\ndef summary() -> int:\n    return 2\n\n\n'),
  });
  const { failure } = await sync(same);
  expect(failure).toMatch(/^1 file waits/);
  expect(printed).toContain('the merged text defines or imports summary 2 times');
});

test('a file may be named below the workspace; one that no template makes is wrong use', async () => {
  await make();
  edit(frameworkOf(), /^""".*$/m, '"""I say so."""');
  const taken = await sync(shippedBlueprint(), { project: 'storage', file: frameworkOf(), accept: 'theirs' });
  expect(taken.changed).toContain(frameworkOf());
  await expect(sync(shippedBlueprint(), { project: 'storage', file: 'src/typo.py' })).rejects.toThrow(
    'capabilities/storage/src/typo.py is made from no template',
  );
});

test('markers are written when asked for, and removing them settles the conflict', async () => {
  await make();
  edit(frameworkOf(), /^""".*$/m, '"""I say so."""');
  const other = templates({ [FRAMEWORK]: (text) => text.replace(/^""".*$/m, '"""The template says so."""') });
  await sync(other, { project: 'storage', markers: true });
  expect(read(frameworkOf())).toMatch(/^<<<<<<< yours\n"""I say so\."""\n=======\n"""The template/);
  expect((await sync(other)).failure).toMatch(/^1 file waits/);
  edit(frameworkOf(), /^<<<<<<< yours[^]*>>>>>>> template\n/, '"""Both."""\n');
  expect((await sync(other)).failure).toBe('');
  expect(read(frameworkOf())).toMatch(/^"""Both\."""\n/);
  expect(entry(frameworkOf())).toMatchObject({ state: 'clean' });
});

test('as a sync generator of Nx: says what is out of sync, and its journal comes before the files', async () => {
  await make();
  expect(await globalSync(new FsTree(root, false))).toBeUndefined();
  const tree = new FsTree(root, false);
  const result = await globalSync(tree, addedLine);
  expect(result?.outOfSyncMessage).toBe('1 of 1 capabilities differ from their templates.');
  const paths = tree.listChanges().map(({ path }) => path);
  expect(paths.indexOf('.ufc/journal/transaction.json')).toBeGreaterThan(0);
  expect(paths.indexOf('.ufc/journal/transaction.json')).toBeLessThan(paths.indexOf(frameworkOf()));
  expect(readdirSync(join(root, '.ufc'))).not.toContain('transaction.json');
  flushChanges(root, tree.listChanges());
  await result?.callback?.();
  expect(read(frameworkOf())).toContain('NEW_IN_TEMPLATE');
  expect(readdirSync(join(root, '.ufc/journal'))).toEqual([]);
});

test('capabilities share the texts of their templates', async () => {
  await make();
  const texts = () => readdirSync(join(root, '.ufc/baseline/_texts'), { recursive: true }).length;
  const one = texts();
  for (const name of ['search', 'billing', 'mail']) await make(name);
  expect(texts()).toBe(one);
  edit(SETTINGS, /$/, '# mine\n');
  expect((await sync(shippedBlueprint(), { project: 'storage' })).changed).toEqual([]);
});

describe('drift', () => {
  const drift = (source: BlueprintSource) =>
    driftOf(lock(), source, treeFiles(new FsTree(root, false))).map(({ path, message, diff }) => ({
      path: path.split('/').at(-1),
      message,
      diff,
    }));

  test('a template change that was not brought in, with its difference', async () => {
    await make();
    expect(drift(shippedBlueprint())).toEqual([]);
    expect(drift(addedLine)).toEqual([
      {
        path: 'framework.py',
        message: expect.stringMatching(/^the template changed since .*run nx sync/),
        diff: expect.stringContaining('    + NEW_IN_TEMPLATE = 1\n'),
      },
    ]);
    await sync(addedLine);
    expect(drift(addedLine)).toEqual([]);
  });

  test('a change by hand of a file of the factory, until it is accepted or taken back', async () => {
    await make();
    edit(PLUGIN, /$/, '# mine\n');
    edit(SETTINGS, /$/, '# mine\n');
    expect(drift(shippedBlueprint())).toEqual([]);
    edit(frameworkOf(), /$/, '# mine\n');
    const [found] = drift(shippedBlueprint());
    expect(found).toMatchObject({ path: 'framework.py', diff: '    + # mine\n' });
    const file = 'src/au_sys_storage/validation/framework.py';
    await sync(shippedBlueprint(), { project: 'storage', file, accept: 'ours' });
    expect(drift(shippedBlueprint())).toEqual([]);
    edit(frameworkOf(), /$/, '# more\n');
    expect(drift(shippedBlueprint())).toHaveLength(1);
    await sync(shippedBlueprint(), { project: 'storage', file, accept: 'theirs' });
    expect([drift(shippedBlueprint()), read(frameworkOf())]).toEqual([
      [],
      expect.not.stringContaining('# m'),
    ]);
  });

  test('a decision that waits', async () => {
    await make();
    edit(frameworkOf(), /^""".*$/m, '"""I say so."""');
    const other = templates({
      [FRAMEWORK]: (text) => text.replace(/^""".*$/m, '"""The template says so."""'),
    });
    await sync(other);
    expect(drift(other)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^both you and the templates changed/) }),
    ]);
  });
});

describe('pyproject.toml', () => {
  const path = 'capabilities/storage/pyproject.toml';
  const newer = templates({
    'greenfield/pyproject.toml': (text) =>
      text
        .replace('requires-python = ">=3.11"', 'requires-python = ">=3.12"')
        .replace(/^line-length = .*$/m, 'line-length = 88'),
  });

  test('key by key: comments and what a person added stay, and only the key that both changed waits', async () => {
    await make();
    edit(path, /^line-length = (.*)$/m, 'line-length = 79 # as ever');
    edit(path, /$/, '\n[tool.mine]\nkept = true # by me\n');
    const { failure } = await sync(newer);
    expect(failure).toMatch(/^1 file waits/);
    expect(printed).toContain(
      '    tool.ruff.line-length\n      base:  \n        100\n      yours: \n        79\n      theirs:\n        88\n',
    );
    expect(read(path)).toContain('requires-python = ">=3.12"');
    expect(read(path)).toContain('line-length = 79 # as ever');
    expect(read(path)).toContain('kept = true # by me');
    edit(path, 'requires-python = ">=3.12"', 'requires-python = ">=3.13"');
    await sync(newer);
    expect(printed).not.toContain('requires-python');
    expect((await sync(newer, { project: 'storage', accept: 'theirs' })).failure).toBe('');
    expect(read(path)).toContain('line-length = 88 # as ever');
    expect(read(path)).toContain('requires-python = ">=3.13"');
    expect((await sync(newer)).changed).toEqual([]);
  });

  test('a settings file of YAML, key by key', async () => {
    await make();
    edit(SETTINGS, /^data_file: .*$/m, 'data_file: mine.json # by me');
    const more = templates({
      [`${M}/config/au_sys/__package___settings.yaml`]: (text) => `${text}size: 3\n`,
    });
    expect((await sync(more)).failure).toBe('');
    expect(read(SETTINGS)).toContain('data_file: mine.json # by me\nsize: 3\n');
  });

  test('one that is no TOML any more is left alone, and says so', async () => {
    await make();
    edit(path, /^/, 'broken = = 1\n');
    const mine = read(path);
    expect((await sync(newer)).failure).toMatch(/^1 file waits/);
    expect(printed).toContain('this cannot be merged: ');
    expect(read(path)).toBe(mine);
  });
});

describe('packages that were there before', () => {
  const adopt = () => run((tree) => capabilityGenerator(tree, { name: 'storage', adopt: true }));

  test('adopted: what equals its template is kept in sync, everything else is left alone for ever', async () => {
    await make();
    rmSync(join(root, '.ufc'), { recursive: true });
    edit(PLUGIN, /$/, '# mine\n');
    rmSync(join(root, `${SRC}/scripts/dev/check.py`));
    const before = treeHash(root);
    const { changed } = await adopt();
    expect(changed.filter((path) => !path.startsWith('.ufc/'))).toEqual([`${SRC}/scripts/dev/check.py`]);
    rmSync(join(root, `${SRC}/scripts/dev/check.py`));
    expect(treeHash(root)).toBe(before);
    expect([entry(PLUGIN).state, entry(frameworkOf()).state]).toEqual(['yours', 'clean']);
    expect((await adopt()).changed).toEqual([]);
    const both = templates({
      [FRAMEWORK]: (text) => `${text}\n\nNEW_IN_TEMPLATE = 1\n`,
      [`${M}/manifest/plugin.py`]: (text) => `${text}\n\nNEW_IN_TEMPLATE = 1\n`,
    });
    expect((await sync(both)).failure).toBe('');
    expect([read(frameworkOf()), read(PLUGIN)]).toEqual([
      expect.stringContaining('NEW_IN_TEMPLATE'),
      expect.not.stringContaining('NEW_IN_TEMPLATE'),
    ]);
  });

  test('hashes that older versions kept become a lock with texts', async () => {
    await make();
    const hashes = Object.fromEntries(
      Object.keys(lock().files).map((path) => [
        path,
        sha256(readFileSync(join(root, 'capabilities/storage', path))),
      ]),
    );
    rmSync(join(root, '.ufc'), { recursive: true });
    write('.ufc/baseline/storage/generated.json', JSON.stringify({ files: hashes }));
    edit(frameworkOf(), /^/, '# mine\n');
    const tree = new FsTree(root, false);
    expect(await migrateTemplates(tree)).toEqual([]);
    flushChanges(root, tree.listChanges());
    expect(() => read('.ufc/baseline/storage/generated.json')).toThrow();
    await sync(addedLine);
    expect(read(frameworkOf())).toMatch(/^# mine\n[^]*NEW_IN_TEMPLATE/);
  });
});

test('migrations run in the order of versions, on what the one before left, before the templates are merged', async () => {
  await make();
  edit(frameworkOf(), /^/, '# mine\n');
  const append = (id: string, since: string, line: string): BlueprintMigration => ({
    id,
    since,
    set: 'capability',
    description: id,
    migrate: ({ text }) => {
      const path = 'README.md';
      const present = text(path)!;
      return present.includes(line) ? {} : { files: { [path]: `${present}${line}\n` } };
    },
  });
  const [set] = shippedBlueprint().blueprint.templates;
  const next: BlueprintSource = {
    ...addedLine,
    blueprint: { ...addedLine.blueprint, templates: [{ ...set, version: '1.2.0' }] },
    migrations: [
      append('second', '1.1.10', 'two'),
      append('first', '1.1.9', 'one'),
      append('later', '2.0.0', 'no'),
    ],
  };
  await sync(next);
  expect(read('capabilities/storage/README.md')).toMatch(/\none\ntwo\n$/);
  expect(read(frameworkOf())).toMatch(/^# mine\n[^]*NEW_IN_TEMPLATE/);
  expect(lock().version).toBe('1.2.0');
  expect((await sync(next)).changed).toEqual([]);
});
