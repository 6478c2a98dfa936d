import { loadBlueprint, readSchema } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { maskSecrets } from './mask';
import { compareRatchet, lowered } from './ratchet';
import { verifyCapability } from './verify';
import { checkZeroTolerance } from './zero-tolerance';

const blueprint = loadBlueprint();

describe('zero tolerance', () => {
  const check = (text: string) =>
    checkZeroTolerance(analysisOf({ 'pkg/__init__.py': '', 'pkg/m.py': text }, blueprint, 'pkg'));
  const rules = (text: string) => check(text).findings.map((finding) => `${finding.rule}:${finding.line}`);
  test.each([
    ['print', 'print("x")\n', ['PRINT:1']],
    ['a print of its own', 'def print(x): return x\nprint("x")\n', []],
    ['silent handler', 'try:\n    f()\nexcept ValueError:\n    pass\n', ['SILENT_HANDLER:3']],
    ['bare except', 'try:\n    f()\nexcept:\n    log()\n', ['SILENT_HANDLER:3']],
    ['handled', 'try:\n    f()\nexcept ValueError as e:\n    log(e)\n', []],
    ['empty function', 'def f(): pass\n', ['EMPTY_IMPLEMENTATION:1']],
    ['not implemented', 'def f():\n    "doc"\n    raise NotImplementedError()\n', ['EMPTY_IMPLEMENTATION:1']],
    [
      'abstract, overload, Protocol',
      'from abc import abstractmethod\nfrom typing import Protocol, overload\nclass A:\n    @abstractmethod\n    def f(self): ...\nclass P(Protocol):\n    def g(self): ...\n@overload\ndef h(): ...\n',
      [],
    ],
    ['markers', '# TODO later\n# the todo list\nx = "TODO"\n', ['MARKER_COMMENT:1']],
    ['deferred work', '# good enough for now\n', ['DEFERRED_WORK:1']],
    ['secret by name', 'API_KEY = "q8Zr2LxT9vBn4Wd1"\n', ['HARD_CODED_SECRET:1']],
    ['secret by shape', 'x = "AKIAIOSFODNN7EXAMPLE"\n', ['HARD_CODED_SECRET:1']],
    [
      'no secret',
      'password = ""\npassword = "changeme"\nTOKEN_URL = "https://example.org/t"\nsecret = os.environ["S"]\nsecret_key = "config.secret.key"\n',
      [],
    ],
    ['unused parameter', 'def f(a, b, _c): return a\n', ['UNUSED_PARAMETER:1']],
    ['prescribed parameter', 'class A(B):\n    def f(self, x): return 1\n@hook\ndef g(x): return 1\n', []],
    [
      'blocking',
      'import time, requests\nasync def f():\n    time.sleep(1)\n    requests.get("u")\n    open("f")\n    await to_thread(time.sleep, 1)\ndef g(): time.sleep(1)\n',
      ['BLOCKING_IN_ASYNC:3', 'BLOCKING_IN_ASYNC:4', 'BLOCKING_IN_ASYNC:5'],
    ],
    ['mocks', 'from unittest import mock\n', ['MOCK_IN_PRODUCTION:1']],
  ])('%s', (_name, text, expected) => expect(rules(text)).toEqual(expected));

  test('a justified finding is accepted, counted and listed', () => {
    const result = check('# ufc: allow PRINT — the protocol speaks on stdout\nprint("x")\n');
    expect(result.findings).toEqual([]);
    expect(result.justified[0]).toMatchObject({
      rule: 'PRINT',
      justification: 'the protocol speaks on stdout',
    });
    expect(result.rules.PRINT).toBe(1);
  });
  test('an allow without reason or finding is a finding', () => {
    expect(rules('print("x")  # ufc: allow PRINT\n')).toEqual(['PRINT:1', 'UNUSED_ALLOW:1']);
    expect(rules('x = 1  # ufc: allow PRINT — no need\n')).toEqual(['UNUSED_ALLOW:1']);
  });
  test('secrets are never shown', () => {
    const [finding] = check('x = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"\n').findings;
    expect(JSON.stringify(finding)).not.toContain('ghp_abcdefghij');
  });
  test('tests are exempt', () => {
    const analysis = analysisOf(
      { 'pkg/__init__.py': '', 'tests/test_a.py': 'print("x")\n' },
      blueprint,
      'pkg',
    );
    expect(checkZeroTolerance(analysis).findings).toEqual([]);
  });
});

describe('verify', () => {
  const verify = (files: Record<string, string>, origins: ReadonlyMap<string, string> = new Map()) => {
    const analysis = analysisOf(files, blueprint, 'a');
    return verifyCapability({
      analysis,
      package: 'au_sys_a',
      project: 'a',
      manifestSchema: readSchema('service-manifest'),
      knownGaps: new Set(),
      origins,
      drift: [],
      text: (path) => files[path] ?? null,
    }).findings.map((finding) => `${finding.rule} ${finding.path}:${finding.line}`);
  };
  const base = {
    'pyproject.toml': '[project]\nname = "au_sys_a"\nversion = "1"\n[tool.ufc]\nmigrated_from = "old"\n',
    'src/au_sys_a/__init__.py': '',
    'src/au_sys_a/core/__init__.py': '',
    'src/au_sys_a/interface/__init__.py': '',
    'src/au_sys_a/interface/x.py': 'Y = 1\n',
  };
  test.each([
    [
      'core imports interface',
      { 'src/au_sys_a/core/m.py': 'def f():\n    from ..interface.x import Y\n' },
      'LAYER_VIOLATION src/au_sys_a/core/m.py:2',
    ],
    [
      'core imports a framework',
      { 'src/au_sys_a/core/m.py': 'import fastapi\n' },
      'FRAMEWORK_IN_CORE src/au_sys_a/core/m.py:1',
    ],
    [
      'an import without target',
      { 'src/au_sys_a/core/m.py': 'from ..interface.y import Y\n' },
      'IMPORT_UNRESOLVED src/au_sys_a/core/m.py:1',
    ],
    [
      'a name without target',
      { 'tests/test_m.py': 'from au_sys_a.interface.x import Z\n' },
      'IMPORT_UNRESOLVED tests/test_m.py:1',
    ],
    [
      'an undeclared distribution',
      { 'src/au_sys_a/core/m.py': 'import requests\n' },
      'UNDECLARED_DEPENDENCY src/au_sys_a/core/m.py:1',
    ],
    [
      'the old name below a shared namespace',
      {
        'pyproject.toml': '[project]\nname = "au_sys_a"\n[tool.ufc]\nmigrated_from = "n.old"\n',
        'tests/test_m.py': 'import n.other\nfrom n import new\nfrom n import old\n',
      },
      'OLD_NAME tests/test_m.py:3',
    ],
    ['the old name', { 'tests/test_m.py': 'import old.x\n' }, 'OLD_NAME tests/test_m.py:1'],
    [
      'no __init__',
      { 'src/au_sys_a/core/deep/m.py': '' },
      'MISSING_INIT src/au_sys_a/core/deep/__init__.py:1',
    ],
    [
      'a file that does not parse',
      { 'src/au_sys_a/core/m.py': 'def (\n' },
      'SYNTAX_ERROR src/au_sys_a/core/m.py:1',
    ],
    [
      'an unrendered tag',
      { 'src/au_sys_a/manifest/m.py': '"""<%= name %>"""\n' },
      'UNRENDERED_TEMPLATE src/au_sys_a/manifest/m.py:1',
    ],
    [
      'a second entry-point table',
      { 'pyproject.toml': `${base['pyproject.toml']}[tool.poetry.plugins.au_sys_plugins]\na = "x:y"\n` },
      'ENTRY_POINT pyproject.toml:1',
    ],
    ['another name', { 'pyproject.toml': '[project]\nname = "b"\n' }, 'NAMES_DISAGREE pyproject.toml:1'],
  ])('%s', (_name, files, expected) => expect(verify({ ...base, ...files })).toContain(expected));

  test('a package that binds the name of its submodule to something else hides what lies below', () => {
    const found = verify({
      ...base,
      'src/au_sys_a/__init__.py': 'from .interface import core\n',
      'src/au_sys_a/interface/core.py': '',
      'src/au_sys_a/core/x.py': 'f = 1\n',
      'tests/test_a.py': 'import au_sys_a.core.x as x\n',
      'tests/test_b.py': 'import au_sys_a.core.x\n\nau_sys_a.core.x.f\n',
      'tests/test_c.py':
        'import au_sys_a.core.x, au_sys_a.core as c\nfrom au_sys_a.core.x import f\nfrom au_sys_a.core import x\nau_sys_a.core\n',
      'tests/test_d.py': 'import au_sys_a.interface.core as c\n',
    });
    expect(found.filter((line) => line.startsWith('IMPORT'))).toEqual([
      'IMPORT_UNRESOLVED tests/test_a.py:1',
      'IMPORT_UNRESOLVED tests/test_b.py:3',
    ]);
  });

  test('what is guarded, starred or made by __getattr__ is no finding', () => {
    const found = verify({
      ...base,
      'src/au_sys_a/core/m.py':
        'try:\n    import ujson\nexcept ImportError:\n    ujson = None\nfrom .n import *\nfrom .lazy import anything\nfrom .m import ujson as u, deep\n',
      'src/au_sys_a/core/n.py': 'deep = 1\n',
      'src/au_sys_a/core/lazy.py': 'def __getattr__(name): return name\n',
      'tests/data/sample.py': 'from . import gone\n',
    });
    expect(found.filter((line) => line.includes('core/m.py'))).toEqual([]);
  });
  test('tests that find their neighbours by bare names lie in a folder that is no package', () => {
    const tests = { 'test_m.py': 'from fixtures import f\n', 'fixtures.py': 'def f(): ...\n' };
    const files = Object.entries(tests).map(([name, text]) => [`src/au_sys_a/tests/${name}`, text]);
    const found = verify({ ...base, ...Object.fromEntries(files) });
    expect(found.filter((line) => line.startsWith('MISSING_INIT'))).toEqual([]);
  });
  test('what a moved file says is no template tag', () => {
    const path = 'src/au_sys_a/core/config/m.py';
    const files = { ...base, 'src/au_sys_a/core/config/__init__.py': '', [path]: 'x = "<%s>"\n' };
    expect(verify(files)).toContain(`UNRENDERED_TEMPLATE ${path}:1`);
    expect(verify(files, new Map([[path, 'a/config/m.py']]))).not.toContain(`UNRENDERED_TEMPLATE ${path}:1`);
  });

  test('a folder of many modules is a heap, unless it was one folder before', () => {
    const paths = Array.from({ length: 41 }, (_, i) => `src/au_sys_a/core/m${i}.py`);
    const files = { ...base, ...Object.fromEntries(paths.map((path) => [path, 'X = 1\n'])) };
    const heap = 'DUMP_FOLDER src/au_sys_a/core:1';
    const from = (folderOf: (i: number) => string) =>
      new Map(paths.map((path, i) => [path, `${folderOf(i)}/m${i}.py`]));
    expect(verify(files)).toContain(heap);
    expect(
      verify(
        files,
        from((i) => (i === 0 ? 'a/b' : 'a')),
      ),
    ).toContain(heap);
    expect(
      verify(
        files,
        from(() => 'a'),
      ),
    ).not.toContain(heap);
  });
  test('what setup.py compiles is there, and what is missing is said once', () => {
    const unresolved = (setup: string) =>
      verify({
        ...base,
        'setup.py': `from setuptools import Extension, setup\nsetup(ext_modules=[Extension(${setup})])\n`,
        'src/au_sys_a/core/m.py': 'from .._fast import a, b\nimport au_sys_a._fast\n',
      }).filter((found) => found.startsWith('IMPORT_UNRESOLVED'));
    expect(unresolved('"au_sys_a._fast", ["fast.c"]')).toEqual([]);
    expect(unresolved('sources=["fast.c"], name="au_sys_a._fast"')).toEqual([]);
    expect(unresolved('"_fast", ["fast.c"])], ext_package="au_sys_a", x=[f(')).toEqual([]);
    expect(unresolved('f"au_sys_a.{name}", [f"{name}.c"]')).toEqual([]);
    expect(unresolved('f"au_sys_a.core.{name}", [f"{name}.c"]')).not.toEqual([]);
    expect(unresolved('"au_sys_a._other", ["fast.c"]')).toEqual(
      [1, 2].map((line) => `IMPORT_UNRESOLVED src/au_sys_a/core/m.py:${line}`),
    );
  });
  test('what cffi compiles by a script that setup.py names is there, and what it says elsewhere', () => {
    const unresolved = (setup: string, name: string, more: Record<string, string> = {}) =>
      verify({
        ...base,
        ...more,
        'setup.py': `from setuptools import setup\nsetup(${setup})\n`,
        'make/build.py': `import cffi\nffi = cffi.FFI()\nffi.set_source("${name}", "")\n`,
        'src/au_sys_a/core/m.py': 'from .. import _ffi\n',
      }).filter((found) => found.startsWith('IMPORT_UNRESOLVED src'));
    const missing = ['IMPORT_UNRESOLVED src/au_sys_a/core/m.py:1'];
    expect(unresolved('cffi_modules=["make/build.py:ffi"]', 'au_sys_a._ffi')).toEqual([]);
    expect(unresolved('cffi_modules=["make/build.py:ffi"], ext_package="au_sys_a"', '_ffi')).toEqual([]);
    expect(unresolved('cffi_modules=["make/build.py:ffi"]', 'au_sys_a._other')).toEqual(missing);
    expect(unresolved('', 'au_sys_a._ffi')).toEqual(missing);
    expect(unresolved('', 'x', { 'make_cffi.py': 'ffi.set_source("au_sys_a._ffi", "")\n' })).toEqual([]);
    expect(unresolved('ext_modules=made(["au_sys_a._ffi"])', '_')).toEqual([]);
    expect(unresolved('x=made(["au_sys_a._ffi"])', '_')).toEqual(missing);
  });
  test('what the build compiles by its settings is there, and what has nothing but a stub', () => {
    const pyproject =
      '[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmodule-name = "au_sys_a._fast"\n';
    const unresolved = (more: Record<string, string>) =>
      verify({ ...base, 'src/au_sys_a/core/m.py': 'from .. import _fast\n', ...more }).filter((found) =>
        found.startsWith('IMPORT_UNRESOLVED'),
      );
    expect(unresolved({})).toEqual(['IMPORT_UNRESOLVED src/au_sys_a/core/m.py:1']);
    expect(unresolved({ 'pyproject.toml': pyproject })).toEqual([]);
    expect(unresolved({ 'src/au_sys_a/_fast.pyi': '' })).toEqual([]);
    expect(unresolved({ 'src/au_sys_a/_fast.py.in': '' })).toEqual([]);
    const script = (name: string) => ({
      'make_it.py': `def make(name="${name}"):\n    return Extension(name, [])\n`,
    });
    expect(unresolved(script('au_sys_a._fast'))).toEqual([]);
    expect(unresolved(script('au_sys_a.core._fast')).length).toBe(1);
    expect(unresolved({ 'build.py': 'E = [Extension("au_sys_a._fast", [])]\n' })).toEqual([]);
    const cmake = (place: string) => ({
      'CMakeLists.txt': `python_add_library(_fast MODULE x.c)\ninstall(TARGETS _fast DESTINATION ${place})\n`,
    });
    expect(unresolved(cmake('au_sys_a'))).toEqual([]);
    expect(unresolved(cmake('${WHERE}'))).toEqual([]);
    expect(
      unresolved({ 'meson.build': "py.extension_module('_fast', 'x.c', subdir: 'au_sys_a')\n" }),
    ).toEqual([]);
    expect(unresolved(cmake('au_sys_a/core'))).toEqual(['IMPORT_UNRESOLVED src/au_sys_a/core/m.py:1']);
  });
  test.each([
    ['sys._getframe(1).f_globals', []],
    ['{}', ['IMPORT_UNRESOLVED tests/test_m.py:1']],
  ])('what a decorator adds to the module that it decorates, by %s', (names, expected) => {
    const files = {
      ...base,
      'src/au_sys_a/core/deco.py': `import sys\n\n\ndef deco(f):\n    ${names}[f.__name__ + "Py"] = f\n    return f\n`,
      'src/au_sys_a/core/m.py': 'from .deco import deco\n\n\n@deco\ndef f():\n    return 1\n',
      'tests/test_m.py': 'from au_sys_a.core.m import fPy\n',
    };
    expect(verify(files).filter((found) => found.startsWith('IMPORT_UNRESOLVED'))).toEqual(expected);
  });
  test.each([
    ['zope.deferredimport.deprecated("moved", Poll="au_sys_a.core.n:Poll")\n', []],
    ['zope.deferredimport.defineFrom("au_sys_a.core.n", "Poll", "Vote")\n', []],
    [
      'zope.deferredimport.deprecated("au_sys_a.core.n", Vote="au_sys_a.core.n:Poll")\n',
      ['IMPORT_UNRESOLVED tests/test_m.py:1'],
    ],
    ['def later():\n    define(Poll="au_sys_a.core.n:Poll")\n', ['IMPORT_UNRESOLVED tests/test_m.py:1']],
  ])('what a call of a module binds: %j', (call, expected) => {
    const files = {
      ...base,
      'src/au_sys_a/core/n.py': 'class Poll:\n    pass\n',
      'src/au_sys_a/core/m.py': `import zope.deferredimport\n\n${call}`,
      'tests/test_m.py': 'from au_sys_a.core.m import Poll\n',
    };
    expect(verify(files).filter((found) => found.startsWith('IMPORT_UNRESOLVED tests'))).toEqual(expected);
  });
  test.each([
    ['    home = import_module(cls.__module__)\n    setattr(home, "Old" + cls.__name__, cls)\n', 1],
    ['    setattr(import_module(cls.__module__), "Old" + cls.__name__, cls)\n', 1],
    ['    setattr(sys.modules[cls.__module__], "Old" + cls.__name__, cls)\n', 1],
    ['    home = make(cls)\n    setattr(home, "Old" + cls.__name__, cls)\n', 2],
  ])('what the package puts into modules beside their classes, by %j', (body, missing) => {
    const files = {
      ...base,
      'src/au_sys_a/core/old.py': `import sys\nfrom importlib import import_module\n\n\ndef keep(cls):\n${body}`,
      'src/au_sys_a/core/m.py': 'class Poll:\n    pass\n',
      'tests/test_m.py': 'from au_sys_a.core.m import OldPoll\nfrom au_sys_a.core.m import OldVote\n',
    };
    const found = verify(files).filter((one) => one.startsWith('IMPORT_UNRESOLVED'));
    expect(found).toHaveLength(missing);
  });
  test.each([
    ['tests/fast.pyx', []],
    ['tests/fast.cpython-311-x86_64-linux-gnu.so', []],
    ['tests/fast.txt', ['IMPORT_UNRESOLVED tests/test_m.py:1']],
  ])('%s: what Cython reads and what is compiled is there', (path, expected) => {
    const files = { ...base, 'tests/__init__.py': '', 'tests/test_m.py': 'from . import fast\n', [path]: '' };
    expect(verify(files).filter((found) => found.startsWith('IMPORT_UNRESOLVED'))).toEqual(expected);
  });
  test('a near name is suggested', () => {
    const files = { ...base, 'src/au_sys_a/core/m.py': 'import au_sys_a.interface.xx\n' };
    const analysis = analysisOf(files, blueprint, 'a');
    const { findings } = verifyCapability({
      analysis,
      package: 'au_sys_a',
      project: 'a',
      manifestSchema: readSchema('service-manifest'),
      knownGaps: new Set(),
      origins: new Map(),
      drift: [],
      text: () => null,
    });
    expect(findings.find((finding) => finding.rule === 'IMPORT_UNRESOLVED')?.message).toContain(
      'did you mean "au_sys_a.interface.x"?',
    );
  });
});

test('the ratchet only turns one way', () => {
  expect(compareRatchet({ 'a E1': 2, 'b E2': 1 }, { 'a E1': 3, 'c E3': 1 })).toEqual({
    worse: [
      { key: 'a E1', recorded: 2, found: 3 },
      { key: 'c E3', recorded: 0, found: 1 },
    ],
    better: 1,
    total: 4,
  });
  expect(lowered({ 'a E1': 2, 'b E2': 1 }, { 'a E1': 1, 'c E3': 5 })).toEqual({ 'a E1': 1 });
});

test('credentials in URLs are masked', () =>
  expect(maskSecrets('https://me:hunter22@host/x')).toBe('https://me:***@host/x'));
