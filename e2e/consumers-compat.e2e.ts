import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pythonWith } from './support/python';
import { run, runOk } from './support/run';
import { createWorkspace, type Workspace } from './support/workspace';

let workspace: Workspace;
const at = (...parts: string[]) => join(workspace.root, ...parts);
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

beforeAll(() => {
  workspace = createWorkspace('compat');
  write('legacy/ledgerly/pyproject.toml', '[project]\nname = "ledgerly"\nversion = "1.2.0"\n');
  write(
    'legacy/ledgerly/ledgerly/__init__.py',
    [
      'from .book import Book',
      '',
      '',
      'def __getattr__(name):',
      '    if name != "seal":',
      '        raise AttributeError(name)',
      '    from .seal import seal',
      '',
      '    globals()["seal"] = seal',
      '    return seal',
      '',
    ].join('\n'),
  );
  write('legacy/ledgerly/ledgerly/seal.py', 'def seal():\n    return 2\n');
  write('legacy/ledgerly/ledgerly/late.py', 'LATE = 1\n');
  write('legacy/ledgerly/ledgerly/wanting.py', 'import nothing_of_this_name\n');
  write('legacy/ledgerly/ledgerly/manifest.py', 'KIND = "old"\n');
  write('legacy/ledgerly/ledgerly/__main__.py', 'from .core import rate\n\nprint("main", rate())\n');
  write(
    'legacy/ledgerly/ledgerly/book.py',
    'from .clock import now\n\n\nclass Book:\n    def __init__(self):\n        self.at = now()\n\n    def stamp(self):\n        return now()\n',
  );
  write('legacy/ledgerly/ledgerly/core.py', 'RATE = 3\n\n\ndef rate():\n    return RATE\n');
  write('legacy/ledgerly/ledgerly/clock.py', 'def now():\n    return 1\n');
  write(
    'legacy/ledgerly/ledgerly/tool.py',
    'import argparse\n\n\ndef main():\n    argparse.ArgumentParser().parse_args()\n    print("ran")\n\n\nif __name__ == "__main__":\n    main()\n',
  );
  write(
    'legacy/ledgerly/tests/test_book.py',
    'from ledgerly import Book\n\n\ndef test_book():\n    assert Book().at == 1\n',
  );
  write(
    'apps/host/pyproject.toml',
    '[project]\nname = "host"\nversion = "1"\ndependencies = ["ledgerly>=1"] # money\n',
  );
  write(
    'apps/host/host/main.py',
    'import ledgerly.clock\nfrom ledgerly import Book, book\n\nprint(ledgerly.clock.now(), book.Book is Book)\n',
  );
  write('apps/host/host/clock.py', 'from . import ledgerly\n');
  workspace.commit('legacy and a host');
  workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'ledgerly',
    '--source=legacy/ledgerly',
    '--compat=shim',
    '--no-interactive',
  );
});
afterAll(() => workspace.remove());

test('the host follows in the same transaction, and comes back with undo', () => {
  expect(readFileSync(at('apps/host/host/main.py'), 'utf8').replace(/core\.\w+/g, 'core.…')).toBe(
    'import au_sys_ledgerly.core.….clock\nfrom au_sys_ledgerly.core.… import book\nfrom au_sys_ledgerly import Book\n\nprint(au_sys_ledgerly.core.….clock.now(), book.Book is Book)\n',
  );
  expect(readFileSync(at('apps/host/pyproject.toml'), 'utf8')).toContain(
    'dependencies = ["au_sys_ledgerly>=1"] # money\n',
  );
  expect(workspace.git('diff', '--name-only', '--', 'apps').stdout.trim().split('\n').sort()).toEqual([
    'apps/host/host/main.py',
    'apps/host/pyproject.toml',
  ]);
  workspace.nxOk('g', '@au/nx-ufc:undo', '--project', 'ledgerly');
  expect(workspace.status()).toBe('');
});

test('--consumers=leave leaves them', () => {
  workspace.nxOk(
    'g',
    '@au/nx-ufc:capability',
    'ledgerly',
    '--source=legacy/ledgerly',
    '--compat=shim',
    '--consumers=leave',
    '--no-interactive',
  );
  expect(workspace.git('diff', '--name-only', '--', 'apps').stdout).toBe('');
  workspace.commit('migrated');
});

test('the old name works: same objects, pickles, patch targets, python -m, one warning', () => {
  const environment = at('.nx', 'run');
  const python = pythonWith(environment, [at('capabilities/ledgerly')]);
  const program = [
    'import warnings',
    'with warnings.catch_warnings(record=True) as seen:',
    '    warnings.simplefilter("always")',
    '    import ledgerly, ledgerly.book',
    '    from ledgerly import clock',
    '    import ledgerly.clock',
    'assert [w.category for w in seen] == [DeprecationWarning], seen',
    'import au_sys_ledgerly, pickle, sys',
    'from unittest import mock',
    'assert ledgerly is au_sys_ledgerly and ledgerly.book is sys.modules[ledgerly.Book.__module__]',
    'assert type(pickle.loads(b"cledgerly.book\\nBook\\n)R.")) is au_sys_ledgerly.Book',
    'with mock.patch("ledgerly.book.now", lambda: 7):',
    '    assert au_sys_ledgerly.Book().stamp() == 7',
    'assert ledgerly.book.__spec__.name == ledgerly.Book.__module__',
    'try:',
    '    import ledgerly.nothing',
    'except ModuleNotFoundError as error:',
    '    assert error.name == "ledgerly.nothing", error.name',
    'names = {}',
    'exec("from ledgerly.book import *", names)',
    'assert names["Book"] is au_sys_ledgerly.Book',
    'import importlib',
    'assert importlib.reload(ledgerly.book) is sys.modules["ledgerly.book"] is sys.modules[ledgerly.book.__name__]',
    'assert pickle.loads(pickle.dumps(ledgerly.book.Book())).at == 1',
    'assert importlib.import_module(".clock", "ledgerly") is ledgerly.clock',
    'from ledgerly import core',
    'import ledgerly.core as named, au_sys_ledgerly.core.utils',
    'assert core is named is ledgerly.core is sys.modules["ledgerly.core"] and core.RATE == 3, core',
    'assert au_sys_ledgerly.core.utils is sys.modules["au_sys_ledgerly.core.utils"]',
    'with mock.patch("ledgerly.core.RATE", 4):',
    '    assert core.rate() == 4',
    'assert ledgerly.seal() == 2',
    'import ledgerly.seal',
    'assert ledgerly.seal() == 2',
    'assert not hasattr(ledgerly, "wanting") and not hasattr(ledgerly, "late")',
    'from ledgerly import late',
    'assert late.LATE == 1 and late is ledgerly.late',
    'try:',
    '    from ledgerly import wanting',
    'except ModuleNotFoundError as error:',
    '    assert error.name == "nothing_of_this_name", error',
    'import ledgerly.manifest',
    'import au_sys_ledgerly.manifest.plugin',
    'import ledgerly.manifest as manifest',
    'assert manifest.KIND == "old" and manifest is ledgerly.manifest',
    'import importlib.metadata, importlib.util, pkgutil, runpy',
    'assert importlib.metadata.version("Ledgerly") == "1.2.0"',
    'spec = importlib.util.find_spec("ledgerly.tool")',
    'assert spec.has_location and spec.loader.get_filename("ledgerly.tool") == spec.origin',
    'assert b"argparse" in spec.loader.get_data(spec.origin)',
    'import ledgerly.tool',
    'assert runpy.run_module("ledgerly.tool")["main"]',
    'print("all good")',
  ].join('\n');
  expect(runOk(python, ['-c', program], environment).stdout).toBe('all good\n');
  expect(runOk(python, ['-m', 'ledgerly.tool'], environment).stdout).toBe('ran\n');
  expect(runOk(python, ['-m', 'ledgerly'], environment).stdout).toBe('main 3\n');
  expect(runOk(python, [at('apps/host/host/main.py')], environment).stdout).toBe('1 True\n');
});

test('a namespace stays open to the other distributions that have a part of it', () => {
  write('legacy/acme-one/pyproject.toml', '[project]\nname = "acme.one"\nversion = "1"\n');
  write('legacy/acme-one/acme/one/__init__.py', 'from acme.one import deep\n\nONE = deep.ONE\n');
  write('legacy/acme-one/acme/one/deep.py', 'ONE = 1\n');
  write('other/acme/two/__init__.py', 'TWO = 2\n');
  workspace.commit('namespace');
  const migrate = ['@au/nx-ufc:capability', 'acme-one', '--source=legacy/acme-one', '--compat=shim'];
  workspace.nxOk('g', ...migrate, '--no-interactive');
  const environment = at('.nx', 'run');
  const python = pythonWith(environment, [at('capabilities/acme-one')]);
  const program = [
    'import sys',
    'sys.path.append(sys.argv[1])',
    'import acme.one, acme.two, acme.one.deep',
    'print(acme.one.ONE, acme.two.TWO, acme.one.deep.__name__)',
  ].join('\n');
  expect(runOk(python, ['-c', program, at('other')], environment).stdout).toMatch(/^1 2 au_sys_acme_one\./);
  workspace.nxOk('g', '@au/nx-ufc:undo', '--project', 'acme-one');
});

test('it verifies and builds with the old name, and without it after one command', () => {
  workspace.nxOk('run-many', '-t', 'verify,build', '-p', 'ledgerly');
  workspace.commit('recorded');
  workspace.nxOk('g', '@au/nx-ufc:compat', '--project', 'ledgerly');
  expect(workspace.status()).toBe('');
  workspace.nxOk('g', '@au/nx-ufc:compat', '--project', 'ledgerly', '--remove');
  expect(workspace.git('status', '--porcelain').stdout).toContain(
    'capabilities/ledgerly/src/ledgerly/__init__.py',
  );
  expect(run('python3', ['-c', 'import ledgerly'], at('capabilities/ledgerly/src')).code).not.toBe(0);
  workspace.nxOk('run-many', '-t', 'verify,test', '-p', 'ledgerly');
});
