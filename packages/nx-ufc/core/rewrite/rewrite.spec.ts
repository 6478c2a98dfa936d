import { moveAll, moved } from '../testing/moves';
import { applyEdits } from '../text/edits';
import { rewriteDocument, rewriteTemplate } from './document';
import { rewriteModule } from './rewrite-module';

const PACKAGE = {
  'pkg/__init__.py': '',
  'pkg/a.py': 'X = 1\n',
  'pkg/b.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/c.py': 'src/new/core/sub/c.py',
};
const rewritten = (path: string, text: string, more: Record<string, string> = {}) =>
  moved({ ...PACKAGE, ...more, [path]: text }, MOVES)[path] ?? text;

/** The review items of one file. */
function reviewed(path: string, text: string, off: string[] = []) {
  const { project, mapping } = moveAll({ ...PACKAGE, [path]: text }, MOVES, off);
  return rewriteModule(project, mapping, project.modulesByPath.get(path)!).review;
}

describe('relative imports stay relative', () => {
  test.each([
    ['pkg/b.py', 'from .a import X\n', 'from ..core.a import X\n'],
    ['pkg/b.py', 'from . import a\n', 'from ..core import a\n'],
    ['pkg/b.py', 'from . import a as q, b\n', 'from . import b\nfrom ..core import a as q\n'],
    ['pkg/b.py', 'from .sub.c import y\n', 'from ..core.sub.c import y\n'],
    ['pkg/sub/c.py', 'from ..a import X\n', 'from ..a import X\n'],
    ['pkg/sub/c.py', 'from .. import b\n', 'from ...interface import b\n'],
    ['pkg/__init__.py', 'from .a import *\n', 'from .core.a import *\n'],
    ['pkg/b.py', 'from .import a\n', 'from ..core import a\n'],
    ['pkg/b.py', 'from .__init__ import x\n', 'from ..__init__ import x\n'],
    ['pkg/b.py', 'from.a import X\n', 'from..core.a import X\n'],
    ['pkg/__init__.py', 'from ._version import v\n', 'from ._version import v\n'],
  ])('%s: %j', (path, before, after) => expect(rewritten(path, before)).toBe(after));
});

describe('the one package of a namespace is at the top now', () => {
  const files = { 'acme/store/__init__.py': '', 'acme/store/a.py': '' };
  const moves = { 'acme/store/__init__.py': 'src/new/__init__.py', 'acme/store/a.py': 'src/new/core/a.py' };
  test.each([
    ['from acme import store\nstore.a\n', 'import new as store\nstore.core.a\n'],
    ['from acme import store as s  # ours\n', 'import new as s  # ours\n'],
    ['from acme import store, other\n', 'import new as store\nfrom acme import other\n'],
    ['import acme.store.a\nacme.store.a.X\n', 'import new.core.a\nnew.core.a.X\n'],
    ['import acme.store as s\n', 'import new as s\n'],
    ['from acme.store import a\n', 'from new.core import a\n'],
    ['from acme.other import a\n', 'from acme.other import a\n'],
  ])('%j', (before, after) =>
    expect(moved({ ...files, 'tests/t.py': before }, moves)['tests/t.py'] ?? before).toBe(after),
  );
});

describe('absolute imports and references', () => {
  test.each([
    ['import pkg\npkg.a.X\npkg.y\n', 'import new\nnew.core.a.X\nnew.y\n'],
    ['import pkg.a\nprint(pkg.a.X)\n', 'import new.core.a\nprint(new.core.a.X)\n'],
    ['import pkg.a as q\nq.X\n', 'import new.core.a as q\nq.X\n'],
    ['import os, pkg.sub.c\n', 'import os, new.core.sub.c\n'],
    ['from pkg import sub\nsub.c.y\n', 'from new.core import sub\nsub.c.y\n'],
    ['from pkg.sub import c, z\n', 'from new.core.sub import c, z\n'],
    ['def f(pkg): return pkg.a\nimport pkg\n', 'def f(pkg): return pkg.a\nimport new\n'],
    ['import pkg\nx: "pkg.a.X"\n', 'import new\nx: "new.core.a.X"\n'],
    ['import pkg\nx: t.TypeAlias = "F[pkg.a.X]"\n', 'import new\nx: t.TypeAlias = "F[new.core.a.X]"\n'],
    ['import pkg\nx: t.Final = "F[pkg.z]"\n', 'import new\nx: t.Final = "F[pkg.z]"\n'],
    ['import pkg\nf"{pkg.a.X}"\n', 'import new\nf"{new.core.a.X}"\n'],
    [
      'try:\n    import pkg\nexcept ImportError:\n    pkg = None\npkg.a\n',
      'try:\n    import new as pkg\nexcept ImportError:\n    pkg = None\npkg.core.a\n',
    ],
    ['import pkgs\nfrom other import pkg\npkg.a\n', 'import pkgs\nfrom other import pkg\npkg.a\n'],
    [
      'from pkg import (\n    a,  # first\n    b,\n    x,\n)\n',
      'from new.interface import b\nfrom new import x\nfrom new.core import (\n    a,  # first\n)\n',
    ],
    ['if x: from pkg import a, b\n', 'if x: from new.interface import b; from new.core import a\n'],
  ])('%j', (before, after) => expect(rewritten('tests/test_x.py', before)).toBe(after));

  test('a star import that brings the submodule itself hides nothing', () => {
    const b = 'from pkg import a\n';
    expect(rewritten('pkg/b.py', b, { 'pkg/__init__.py': 'from pkg.b import *\n' })).toBe(
      'from new.core import a\n',
    );
    expect(rewritten('pkg/b.py', `${b}a = 1\n`, { 'pkg/__init__.py': 'from pkg.b import *\n' })).toBe(
      'from new import a\na = 1\n',
    );
  });

  test('an __init__ imports its submodule before it binds the name to something else', () => {
    const init = 'from . import a as first\nfrom .a import X as a\nfrom . import a as second\n';
    expect(rewritten('pkg/__init__.py', init)).toBe(
      'from .core import a as first\nfrom .core.a import X as a\nfrom . import a as second\n',
    );
  });

  test('a star import that goes in a circle hides nothing that the package itself imports', () => {
    const init = 'from pkg.b import *\nfrom pkg import sub\n__all__ = names()\n';
    const files = { 'pkg/b.py': 'from pkg import *\n' };
    expect(rewritten('pkg/__init__.py', init, files)).toBe(
      'from new.interface.b import *\nfrom new.core import sub\n__all__ = names()\n',
    );
  });

  test('a literal in a field of an f-string follows once', () =>
    expect(
      rewritten(
        'tests/test_x.py',
        'from importlib import import_module\nx = f"{import_module(\'pkg.a\').X}!"\n',
      ),
    ).toBe('from importlib import import_module\nx = f"{import_module(\'new.core.a\').X}!"\n'));

  test('a name that comes through a module that does not parse', () =>
    expect(
      rewritten('tests/test_x.py', 'from pkg.sub.c import d\nd.e.f()\nimport pkg.a\n', {
        'pkg/sub/c.py': 'print "2"\n',
      }),
    ).toBe('from new.core.sub.c import d\nd.e.f()\nimport new.core.a\n'));

  test('what globals() may bind anew is a name of the package', () => {
    const init = 'from . import a\nglobals().update(a.__dict__)\n';
    const files = { 'pkg/__init__.py': init };
    expect(rewritten('tests/test_x.py', 'import pkg\npkg.a, pkg.b\n', files)).toBe(
      'import new\nnew.a, new.interface.b\n',
    );
    expect(rewritten('pkg/__init__.py', init)).toBe(init.replace('from .', 'from .core'));
  });

  test.each([
    ['from .a import X\nexec("y = a")\n', 'from .core import a\nfrom .core.a import X\nexec("y = a")\n'],
    [
      'from .a import X\nT = "y = a"\nexec(T)\n',
      'from .core import a\nfrom .core.a import X\nT = "y = a"\nexec(T)\n',
    ],
    [
      'from .a import X\nT = "y = a"\nT = T.x\nexec(T)\n',
      'from .core.a import X\nT = "y = a"\nT = T.x\nexec(T)\n',
    ],
    ['from .a import X\nexec("y = a", {})\n', 'from .core.a import X\nexec("y = a", {})\n'],
    ['from .a import X\nexec("y = a = 1")\n', 'from .core.a import X\nexec("y = a = 1")\n'],
  ])('a text that the package runs reads what importing a submodule bound: %j', (before, after) =>
    expect(rewritten('pkg/__init__.py', before)).toBe(after),
  );

  test.each([
    ['__module__ = "pkg"\n', 'from .core import a\nfrom .core.a import X\n'],
    ['class A:\n    __module__ = "pkg"\n', 'from .core.a import X\n'],
    ['__module__ = "pkg.a"\n', 'from .core.a import X\n'],
  ])('a module that says it lies in the package is found there: %j', (text, after) =>
    expect(rewritten('pkg/__init__.py', 'from .a import X\n', { 'pkg/a.py': text })).toBe(after),
  );

  test.each([
    ['def f(code):\n    import pkg\n    exec(code)\n    pkg.y\n', 'import new as pkg'],
    ['import pkg\ndef f(code): return eval(code, globals())\n', 'import new as pkg'],
    ['import pkg\ndef f(code): return eval(code, {"x": 1})\n', 'import new\n'],
    ['import pkg\nexec("x = 1")\n', 'import new\n'],
    ['import pkg\nexec("x = pkg.y")\n', 'import new as pkg\nexec("x = pkg.y")\n'],
    ['import pkg\nexec("import pkg\\npkg.y")\n', 'import new\nexec("import new\\nnew.y")\n'],
    ['import pkg\nexec("pkg.y", {})\n', 'import new\n'],
    ['def f():\n    import pkg\ndef g(code): exec(code)\n', 'import new\n'],
  ])('a text that is run may read what its scope binds: %j', (before, after) =>
    expect(rewritten('tests/test_x.py', before)).toContain(after),
  );

  test('CRLF and comments stay', () => {
    expect(rewritten('tests/test_x.py', 'import pkg.a  # why\r\nif 1:\r\n    from pkg import a, b\r\n')).toBe(
      'import new.core.a  # why\r\nif 1:\r\n    from new.interface import b\r\n    from new.core import a\r\n',
    );
  });
});

describe('string references', () => {
  test.each([
    ['mock.patch("pkg.a.X")\n', 'mock.patch("new.core.a.X")\n'],
    ['monkeypatch.setattr("pkg.a.open", f)\n', 'monkeypatch.setattr("new.core.a.open", f)\n'],
    [
      'EntryPoint(name="pkg", value="pkg", group="pkg")\n',
      'EntryPoint(name="pkg", value="new", group="pkg")\n',
    ],
    ['EntryPoint("pkg", "pkg", "pkg")\n', 'EntryPoint("pkg", "new", "pkg")\n'],
    ['import_fresh_module("pkg")\n', 'import_fresh_module("new")\n'],
    [
      'def f(salt: bytes | None = b"pkg.a.X", *, key_salt="pkg.a."): ...\n',
      'def f(salt: bytes | None = b"pkg.a.X", *, key_salt="pkg.a."): ...\n',
    ],
    [
      'class X:\n    salt = "pkg.a.X"\n    x = "pkg.a.X"\n',
      'class X:\n    salt = "pkg.a.X"\n    x = "new.core.a.X"\n',
    ],
    ['assert b"pkg.a.X" in out\n', 'assert b"new.core.a.X" in out\n'],
    ['x = b"c\\x05pkg.a.X"\n', 'x = b"c\\x05pkg.a.X"\n'],
    ['x = "pkg.a pkg.sub.c"\n', 'x = "new.core.a new.core.sub.c"\n'],
    ['x = "pkg.a:\\npkg.b:\\n"\n', 'x = "new.core.a:\\nnew.interface.b:\\n"\n'],
    [
      's["includes"] += "\\npkg.b"\nt = "pkg.a.X, pkg.b"\n',
      's["includes"] += "\\nnew.interface.b"\nt = "new.core.a.X, new.interface.b"\n',
    ],
    [
      'x = "pkg.a pkg"\ny = "pkg.a and pkg.b"\nz = "see" " pkg.a"\n',
      'x = "pkg.a pkg"\ny = "pkg.a and pkg.b"\nz = "see" " pkg.a"\n',
    ],
    ['importlib.import_module("pkg.sub.c")\n', 'importlib.import_module("new.core.sub.c")\n'],
    ['logging.getLogger("pkg")\n', 'logging.getLogger("new")\n'],
    ['assert get_logger().name == "pkg"\n', 'assert get_logger().name == "new"\n'],
    ['x = make_logger(1)\nassert x.name == "pkg"\n', 'x = make_logger(1)\nassert x.name == "new"\n'],
    ['x = make(1)\nassert x.name == "pkg"\n', 'x = make(1)\nassert x.name == "pkg"\n'],
    ['run([sys.executable, "-m", "pkg.b"])\n', 'run([sys.executable, "-m", "new.interface.b"])\n'],
    [
      '@pytest.mark.parametrize("m", ["pkg"])\ndef test(m): run([exe, "-m", m, "-h"])\n',
      '@pytest.mark.parametrize("m", ["new"])\ndef test(m): run([exe, "-m", m, "-h"])\n',
    ],
    [
      '@pytest.mark.parametrize("m", ["pkg"])\ndef test(m): run([exe, "-m", m.x])\n',
      '@pytest.mark.parametrize("m", ["pkg"])\ndef test(m): run([exe, "-m", m.x])\n',
    ],
    [
      'def go(m, n): run(f"python -m {m} {n}")\ngo("pkg", "pkg")\n',
      'def go(m, n): run(f"python -m {m} {n}")\ngo("new", "pkg")\n',
    ],
    ['run([sys.executable, "-mpkg.b", x])\n', 'run([sys.executable, "-mnew.interface.b", x])\n'],
    ['run("python -mpkg.b -ppkg.a")\n', 'run("python -mnew.interface.b -pnew.core.a")\n'],
    ['ip.run_line_magic("load_ext", "pkg")\n', 'ip.run_line_magic("load_ext", "new")\n'],
    ['run("python -m pkg.b --help")\n', 'run("python -m new.interface.b --help")\n'],
    ['sys.modules["pkg"]\n', 'sys.modules["new"]\n'],
    [`x = "f(sys.modules['pkg.a'], Y)"\n`, `x = "f(sys.modules['new.core.a'], Y)"\n`],
    [`x = "sys.modules['pkg.a' + y]"\n`, `x = "sys.modules['pkg.a' + y]"\n`],
    ['"pkg" not in sys.modules\n"pkg" in text\n', '"new" not in sys.modules\n"pkg" in text\n'],
    [
      'import sys\ndef f():\n  return [k for k in sys.modules if k.startswith("pkg.")]\n',
      'import sys\ndef f():\n  return [k for k in sys.modules if k.startswith("new.")]\n',
    ],
    [
      'def f(m, *a):\n  if m.startswith("pkg."):\n    return real_import_module(m, *a)\n  return x.startswith("pkg.")\n',
      'def f(m, *a):\n  if m.startswith("new."):\n    return real_import_module(m, *a)\n  return x.startswith("pkg.")\n',
    ],
    [
      'import sys\ndef f(k):\n  k.startswith("pkg")\ndef g():\n  sys.modules\n',
      'import sys\ndef f(k):\n  k.startswith("pkg")\ndef g():\n  sys.modules\n',
    ],
    [
      'T = {"pkg": 1, "pkg.a": 2}\nT = {"pkg": 1, "pkg.y": 2}\n',
      'T = {"new": 1, "new.core.a": 2}\nT = {"pkg": 1, "pkg.y": 2}\n',
    ],
    ['x.pkg_name == "pkg"\nx.name == "pkg"\n', 'x.pkg_name == "new"\nx.name == "pkg"\n'],
    ...['fixtures.MockPatch', 'MonkeyPatch', 'mock.patch.dict', 'self.stub_out', 'Replace', 'replace'].map(
      (call): [string, string] => [`${call}("pkg.Name", x)\n`, `${call}("new.Name", x)\n`],
    ),
    ['x.replace("pkg.Name", "y")\n', 'x.replace("pkg.Name", "y")\n'],
    ['self.useFixture(FakeLogger("pkg"))\n', 'self.useFixture(FakeLogger("new"))\n'],
    ['with LogCapture("pkg") as log: ...\n', 'with LogCapture("new") as log: ...\n'],
    ['h = InstalledHandler("x", "pkg")\n', 'h = InstalledHandler("x", "new")\n'],
    [
      'setUp(t, "pkg.made")\nimport pkg.made\nf("pkg.other")\n',
      'setUp(t, "new.made")\nimport new.made\nf("pkg.other")\n',
    ],
    [
      'm = Fake("pkg.made", 1)\nsys.modules[m.__name__] = m\ndel sys.modules["pkg.made"]\nf("pkg.other")\n',
      'm = Fake("new.made", 1)\nsys.modules[m.__name__] = m\ndel sys.modules["new.made"]\nf("pkg.other")\n',
    ],
    ['x.dict("pkg.Name")\n', 'x.dict("pkg.Name")\n'],
    ['Extension("pkg.sub._c", ["pkg/sub/_c.c"])\n', 'Extension("new.core.sub._c", ["pkg/sub/_c.c"])\n'],
    ['setup(ext_package="pkg.sub", x="pkg")\n', 'setup(ext_package="new.core.sub", x="pkg")\n'],
    ['Extension(name="pkg._c")\nX("pkg._c")\n', 'Extension(name="new._c")\nX("pkg._c")\n'],
    ['ffi.set_source("pkg.sub._c", "x")\n', 'ffi.set_source("new.core.sub._c", "x")\n'],
    ['T["pkg"] = 1\nT["pkg.a"] = 2\nU["pkg"]\n', 'T["new"] = 1\nT["new.core.a"] = 2\nU["pkg"]\n'],
    ['T = {"pkg": {"pkg.a": 2}}\n', 'T = {"pkg": {"new.core.a": 2}}\n'],
    ['PLUGINS = ["pkg.a"]\n', 'PLUGINS = ["new.core.a"]\n'],
    [
      'run("--plugin=pkg.a", "-c=pkg.a.X", "--x=pkg.gone", "see --x=pkg.a")\n',
      'run("--plugin=new.core.a", "-c=new.core.a.X", "--x=pkg.gone", "see --x=pkg.a")\n',
    ],
    ['x = "pkg.b:main"\n', 'x = "new.interface.b:main"\n'],
    ['x = \'<a package="pkg.sub"/>\'\n', 'x = \'<a package="new.core.sub"/>\'\n'],
    ['x = "the \'pkg.sub\' of"\n', 'x = "the \'pkg.sub\' of"\n'],
    ['re.match(r"<pkg\\.a\\.X", y)\n', 're.match(r"<new\\.core\\.a\\.X", y)\n'],
    ['assert r == "<class \'pkg.a.X\'>"\n', 'assert r == "<class \'new.core.a.X\'>"\n'],
    [
      'assert r == b"no pkg.a.X here"\nassert r == b"cpkg.a X\\n\\x00pkg.a.X", b"pkg.z"\n',
      'assert r == b"no new.core.a.X here"\nassert r == b"cpkg.a X\\n\\x00pkg.a.X", b"pkg.z"\n',
    ],
    [
      'from importlib import metadata\nmetadata.version("pkg")\n',
      'from importlib import metadata\nmetadata.version("new")\n',
    ],
    ['assert \'x = "pkg.b:main"\' in text\n', 'assert \'x = "new.interface.b:main"\' in text\n'],
    ['x = "Help on function f in module pkg.a:\\n"\n', 'x = "Help on function f in module new.core.a:\\n"\n'],
    ['x = """\\\nHelp on module pkg.a:\n"""\n', 'x = """\\\nHelp on module new.core.a:\n"""\n'],
    ['x = "No help on pkg.a: none"\n', 'x = "No help on pkg.a: none"\n'],
    ['w(".. automodule:: pkg.a\\n  :members:")\n', 'w(".. automodule:: new.core.a\\n  :members:")\n'],
    ['"""\n.. automodule :: pkg.a\n"""\n', '"""\n.. automodule :: new.core.a\n"""\n'],
    ['"""X.\n\n.. module:: pkg.a\n"""\n', '"""X.\n\n.. module:: new.core.a\n"""\n'],
    [
      'x = relationship("pkg.a.X", primaryjoin="pkg.a.X.id == foreign(pkg.sub.c.Y.x)")\n',
      'x = relationship("new.core.a.X", primaryjoin="new.core.a.X.id == foreign(new.core.sub.c.Y.x)")\n',
    ],
    ['r = LogRecord("pkg.other", 20, "x")\n', 'r = LogRecord("new.other", 20, "x")\n'],
    ['match="No module named \'pkg.gone\'"\n', 'match="No module named \'new.gone\'"\n'],
    ['x = "see pkg.a.X, like pkg.a; pkg.b"\n', 'x = "see new.core.a.X, like new.core.a; pkg.b"\n'],
    [
      "match=\"cannot import name 'x' from 'pkg.a'\"\n",
      "match=\"cannot import name 'x' from 'new.core.a'\"\n",
    ],
    [
      'x = [m for m in sys.modules if m == "pkg" or m.startswith("pkg.")]\ny = n == "pkg"\n',
      'x = [m for m in sys.modules if m == "new" or m.startswith("new.")]\ny = n == "pkg"\n',
    ],
    ['match="module pkg has no attribute \'x\'"\n', 'match="module new has no attribute \'x\'"\n'],
    ['w(f"from pkg.a import {x}")\n', 'w(f"from new.core.a import {x}")\n'],
    ['w("taken from pkg.a imported")\n', 'w("taken from pkg.a imported")\n'],
    ['assert "ERROR pkg.a: no" in log\n', 'assert "ERROR new.core.a: no" in log\n'],
    ['caplog.set_level("INFO", "pkg")\n', 'caplog.set_level("INFO", "new")\n'],
    ['assert "pkg.a ERROR: no" in log\n', 'assert "new.core.a ERROR: no" in log\n'],
    ['assert log == "pkg.a - [INFO] - no"\n', 'assert log == "new.core.a - [INFO] - no"\n'],
    ['assert log == "pkg.a ERRORS"\n', 'assert log == "pkg.a ERRORS"\n'],
    ['metadata.entry_points(group="pkg.a")\n', 'metadata.entry_points(group="pkg.a")\n'],
    ['g = {"__name__": "pkg.a.b"}\n', 'g = {"__name__": "new.core.a.b"}\n'],
    ['m = ("one of "\n  "pkg.a.X")\n', 'm = ("one of "\n  "new.core.a.X")\n'],
    ['session.run("python", "-m", "pkg.b")\n', 'session.run("python", "-m", "new.interface.b")\n'],
    ['pytest.main(["--cov=pkg", "--cov", "pkg"])\n', 'pytest.main(["--cov=new", "--cov", "new"])\n'],
    ['run("--pdb", "--pdbcls=pkg:X")\n', 'run("--pdb", "--pdbcls=new:X")\n'],
    ['X = "pkg.a"\n"""What X is."""\n', 'X = "new.core.a"\n"""What X is."""\n'],
    ['X = ("pkg.a"\n"b")\n', 'X = ("pkg.a"\n"b")\n'],
    [
      'L = {"pkg": {}, "loggers": {"": {"a": [")"]}, "pkg.x": {"qualname": "pkg.x"}}, "pkg.x": 1}\n',
      'L = {"pkg": {}, "loggers": {"": {"a": [")"]}, "new.x": {"qualname": "new.x"}}, "pkg.x": 1}\n',
    ],
    ['C["loggers"]["pkg"]["x"]\nC["x"]["pkg"]\n', 'C["loggers"]["new"]["x"]\nC["x"]["pkg"]\n'],
    [
      'def f(x, logger_name): ...\nf("pkg", "pkg.x")\ndef g(n):\n  return logging.getLogger(n)\ng("pkg")\n',
      'def f(x, logger_name): ...\nf("pkg", "new.x")\ndef g(n):\n  return logging.getLogger(n)\ng("new")\n',
    ],
    [
      'class T:\n  log_name = "pkg"\n  other = "pkg"\n  def f(self):\n    self.kept = "pkg.a"\n    return getLogger(self.log_name), getLogger(self.kept), getLogger(self.other), self.other\n',
      'class T:\n  log_name = "new"\n  other = "pkg"\n  def f(self):\n    self.kept = "new.core.a"\n    return getLogger(self.log_name), getLogger(self.kept), getLogger(self.other), self.other\n',
    ],
    [
      'class T:\n  def f(self):\n    log_name = "pkg"\n    getLogger(self.log_name)\n',
      'class T:\n  def f(self):\n    log_name = "pkg"\n    getLogger(self.log_name)\n',
    ],
    ['c_config.scan("pkg")\nconfig2.include("pkg")\n', 'c_config.scan("new")\nconfig2.include("new")\n'],
    [
      'import click_log\nclick_log.basic_config("pkg")\nother.basic_config("pkg")\n',
      'import click_log\nclick_log.basic_config("new")\nother.basic_config("pkg")\n',
    ],
    [
      'loggers = P[list](default=["pkg"])\nf(loggers=["pkg", "pkg.a"])\nx = P(default=["pkg"])\ny = {"loggers": ["pkg"], "z": ["pkg"]}\n',
      'loggers = P[list](default=["new"])\nf(loggers=["new", "new.core.a"])\nx = P(default=["pkg"])\ny = {"loggers": ["new"], "z": ["pkg"]}\n',
    ],
    [
      'self.config.include("pkg")\nself.include("pkg")\n',
      'self.config.include("new")\nself.include("pkg")\n',
    ],
    ['x = [m for m in y if m.__module__ == "pkg"]\n', 'x = [m for m in y if m.__module__ == "new"]\n'],
    [
      'def f(m):\n  return m.__name__.startswith("pkg.")\n',
      'def f(m):\n  return m.__name__.startswith("new.")\n',
    ],
    [
      'f("pkg:b", "pkg:sub:x", "pkg.a:X:1", "pkg.a:X()")\n',
      'f("pkg:b", "pkg:sub:x", "pkg.a:X:1", "new.core.a:X()")\n',
    ],
    ['assert caplog.records[-1].name == "pkg.x"\n', 'assert caplog.records[-1].name == "new.x"\n'],
    [
      'assert caplog.record_tuples == [("pkg.a", logging.INFO, "x"), ("pkg", 20, "x")]\n',
      'assert caplog.record_tuples == [("new.core.a", logging.INFO, "x"), ("pkg", 20, "x")]\n',
    ],
    ['f(loggers={"pkg": 1})\nf(x={"pkg": 1})\n', 'f(loggers={"new": 1})\nf(x={"pkg": 1})\n'],
    ['run("-p", "pkg.a")\nrun("x -p pkg")\n', 'run("-p", "new.core.a")\nrun("x -p new")\n'],
    ['INSTALLED_APPS = [\n  "pkg",\n]\n', 'INSTALLED_APPS = [\n  "new",\n]\n'],
    ['pytest_plugins = "pkg"\n', 'pytest_plugins = "new"\n'],
    ['Celery("pkg", include=["pkg"])\n', 'Celery("pkg", include=["new"])\n'],
    ['packages = ["pkg"]\n', 'packages = ["pkg"]\n'],
    [
      'patch(f"pkg.a.get_{x}")\nm.setattr("pkg.a.get_%s" % x, 1)\npatch(f"pkg.su{x}")\nf(f"pkg.a.get_{x}")\n',
      'patch(f"new.core.a.get_{x}")\nm.setattr("pkg.a.get_%s" % x, 1)\npatch(f"pkg.su{x}")\nf(f"pkg.a.get_{x}")\n',
    ],
    ['X.__module__ = "pkg"\n', 'X.__module__ = "new"\n'],
    [
      'M = "pkg"\nN = "pkg"\nX.__module__ = M\nX.__name__ = N\n',
      'M = "new"\nN = "pkg"\nX.__module__ = M\nX.__name__ = N\n',
    ],
    [
      'class U:\n  def find_class(self, m, n):\n    assert m == "pkg" and n == "pkg"\n',
      'class U:\n  def find_class(self, m, n):\n    assert m == "new" and n == "pkg"\n',
    ],
    ['setattr(X, "__module__", "pkg")\n', 'setattr(X, "__module__", "new")\n'],
    ['setattr(X, "__name__", "pkg")\n', 'setattr(X, "__name__", "pkg")\n'],
    ['E = Enum("E", "a b", module="pkg.a")\n', 'E = Enum("E", "a b", module="new.core.a")\n'],
    ['f = mark("ignore::pkg.a.Gone")\n', 'f = mark("ignore::new.core.a.Gone")\n'],
    [
      'm = mark.filterwarnings(\n  "ignore"\n  ":see pkg.a"\n  ":pkg.a.Gone"\n  ":pkg.b")\n',
      'm = mark.filterwarnings(\n  "ignore"\n  ":see pkg.a"\n  ":new.core.a.Gone"\n  ":new.interface.b")\n',
    ],
    ['filterwarnings("ignore", module=r"pkg\\.")\n', 'filterwarnings("ignore", module=r"new\\.")\n'],
    [
      'class U:\n  def find_class(self, m, n):\n    m = "pkg" if m == "old" else m\n',
      'class U:\n  def find_class(self, m, n):\n    m = "new" if m == "old" else m\n',
    ],
    ['loads(b"cpkg.a\\nX\\n)R.")\n', 'loads(b"cnew.core.a\\nX\\n)R.")\n'],
    ['x = b"cpkg.a\\n"\n', 'x = b"cpkg.a\\n"\n'],
    ['assert r == "\\n  pkg.a.X"\n', 'assert r == "\\n  new.core.a.X"\n'],
    ['assert r == "a\\npkg.a.X"\n', 'assert r == "a\\nnew.core.a.X"\n'],
    ['open("pkg.json")\n', 'open("pkg.json")\n'],
    ['x = "see pkg"\n', 'x = "see pkg"\n'],
    ['x = "/usr/lib/pkg.a"\n', 'x = "/usr/lib/pkg.a"\n'],
  ])('%j', (before, after) => expect(rewritten('tests/test_x.py', before)).toBe(after));

  test('a parameter that is called like a package takes the name of one', () => {
    const text =
      'def load(x, pkg_name): ...\nclass L:\n  def __init__(self, package): ...\nload("pkg", "pkg")\nL("pkg")\nL(package="pkg")\n' +
      'f(package_name="pkg")\nf(package="pkg")\nfrom pkg import A\nA.g("pkg")\nlater(A.g, "pkg")\nlater(load, "pkg", "pkg")\nlater(f, "pkg")\n';
    const files = {
      'pkg/__init__.py': 'from .a import A\n',
      'pkg/a.py': 'class A:\n  @classmethod\n  def g(cls, import_name): ...\n',
    };
    expect(rewritten('tests/test_x.py', text, files)).toBe(
      'def load(x, pkg_name): ...\nclass L:\n  def __init__(self, package): ...\nload("pkg", "new")\nL("new")\nL(package="new")\n' +
        'f(package_name="new")\nf(package="pkg")\nfrom new import A\nA.g("new")\nlater(A.g, "new")\nlater(load, "pkg", "new")\nlater(f, "pkg")\n',
    );
  });

  test('what pytest gives to a parameter of a test that is the name of a package', () => {
    const text = [
      '@pytest.mark.parametrize("module_name", ["pkg", pytest.param("pkg", id="pkg")])',
      '@pytest.mark.parametrize("x,module", [("pkg", "pkg"), ["pkg", "pkg"]])',
      '@parametrize(argvalues=["pkg"], argnames=["other"])',
      'def test_a(x, module, module_name, other):',
      '    assert import_module(module)',
      '@pytest.mark.parametrize(("a", "log"), [("pkg", "pkg")])',
      'class TestB:',
      '    def test_b(self, a, log): logging.getLogger(log)',
      '@pytest.mark.parametrize("gone", ["pkg"])',
      'def test_c(): ...',
      '',
    ].join('\n');
    const expected = text
      .replace('["pkg", pytest.param("pkg", id', '["new", pytest.param("new", id')
      .replace('("pkg", "pkg"), ["pkg", "pkg"]', '("pkg", "new"), ["pkg", "new"]')
      .replace('[("pkg", "pkg")])\nclass', '[("pkg", "new")])\nclass');
    expect(rewritten('tests/test_x.py', text)).toBe(expected);
  });

  test('names that leave a list, and names of it that are called otherwise now', () => {
    const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'pkg/b.py': '', 'pkg/c.py': '', 'pkg/d.py': '' };
    const moves = {
      'pkg/__init__.py': 'src/new/__init__.py',
      'pkg/a.py': 'src/new/core/aa.py',
      'pkg/b.py': 'src/new/core/bb.py',
      'pkg/c.py': 'src/new/interface/c.py',
      'pkg/d.py': 'src/new/manifest/d.py',
    };
    const after = (list: string) =>
      moved({ ...files, 'tests/test_x.py': `from pkg import ${list}\n` }, moves)['tests/test_x.py'];
    expect(after('a, b, c')).toBe('from new.interface import c\nfrom new.core import aa as a, bb as b\n');
    expect(after('c, a , d,  b')).toBe(
      'from new.interface import c\nfrom new.manifest import d\nfrom new.core import aa as a,  bb as b\n',
    );
    expect(after('(d, c, a, b)')).toBe(
      'from new.manifest import d\nfrom new.interface import c\nfrom new.core import (aa as a, bb as b)\n',
    );
    expect(after('a, \\\n  d as e')).toBe('from new.manifest import d as e\nfrom new.core import aa as a\n');
  });

  test('what functions hand on to one that imports it', () => {
    const files = {
      'pkg/__init__.py': 'class Filter: ...\n',
      'pkg/a.py':
        'def load(path):\n  return import_string(path.strip())\ndef build(kind, name, text):\n  print(text)\n  try:\n    return find(name)\n  except ImportError: ...\ndef find(dotted): return import_object(dotted)\ndef loop(x): return loop(x)\n',
    };
    const text =
      'from pkg.a import build, load, loop\nbuild("pkg.Filter", "pkg.Filter", "pkg.Filter")\nbuild("x", name="pkg.a.find", text="pkg.Filter")\nload("pkg.Filter")\nloop("pkg.Filter")\n@pytest.mark.parametrize("x,y", [("pkg.Filter", "pkg.Filter")])\ndef test_b(x, y): assert build(y, x, None)\n';
    expect(rewritten('tests/test_x.py', text, files)).toBe(
      text
        .replace('pkg.a import', 'new.core.a import')
        .replace('"pkg.Filter", "pkg.Filter", "pkg.Filter"', '"pkg.Filter", "new.Filter", "pkg.Filter"')
        .replace('name="pkg.a', 'name="new.core.a')
        .replace('[("pkg.Filter"', '[("new.Filter"'),
    );
  });

  test('the default of a parameter that is the name of a logger or a package', () => {
    const text =
      'def debug(logger="pkg", other="pkg"):\n  getLogger(logger)\ndef make(name: str = "pkg", *, package="pkg.a"):\n  getLogger(name)\n';
    expect(rewritten('tests/test_x.py', text)).toBe(
      text
        .replace('logger="pkg"', 'logger="new"')
        .replace('str = "pkg"', 'str = "new"')
        .replace('"pkg.a"', '"new.core.a"'),
    );
  });

  test('the name of a logger that a literal gives it, where it names nothing else', () => {
    const files = {
      'pkg/a.py':
        'import logging\nlog = logging.getLogger("pkg.io")\ndef make(name, to):\n    return logging.getLogger(name)\nout = make("pkg.out", "pkg.to")\n',
    };
    expect(rewritten('tests/test_y.py', 'x = [("pkg.out", 1), ("pkg.to", 2)]\n', files)).toBe(
      'x = [("new.out", 1), ("pkg.to", 2)]\n',
    );
    expect(rewritten('tests/test_x.py', 'x = ["pkg.io", "pkg.other"]\nf("pkg.io")\n', files)).toBe(
      'x = ["new.io", "pkg.other"]\nf("pkg.io")\n',
    );
  });

  test('the repr of a class is that of the module that defines it, at the top too', () => {
    const text = `x = "<class 'pkg.Own'>"\nw = "<pkg.Own object at "\ny = "<class 'pkg.Taken'>"\nz = "pkg.Own"\n`;
    const files = { 'pkg/__init__.py': 'from .a import Taken\nclass Own: ...\n' };
    expect(rewritten('tests/test_x.py', text, files)).toBe(
      text.replace("'pkg.Own'", "'new.Own'").replace('<pkg', '<new'),
    );
  });

  test('so is that of a class that sources in C call so', () => {
    const text = (name: string) => `x = "<${name}.Own object at 0x1>"\ny = "<pkg.Other object at 0x1>"\n`;
    const files = { 'pkg/__init__.py': 'from ._c import *\n', 'pkg/_c.c': '    "pkg.Own", /* tp_name */\n' };
    expect(rewritten('tests/test_x.py', text('pkg'), files)).toBe(text('new'));
  });

  test.each([
    ['griffe.load("pkg")', 'griffe.load("new")'],
    ['loader.load("pkg")', 'loader.load("new")'],
    ['other.load("pkg")', 'other.load("pkg")'],
  ])('what griffe loads: %s', (before, after) => {
    const text = (call: string) => `import griffe\nloader = griffe.GriffeLoader()\n${call}\n`;
    expect(rewritten('tests/test_x.py', text(before))).toBe(text(after));
  });

  test('what a test in the package makes has the name of its own module', () => {
    const path = 'pkg/sub/tests/test_c.py';
    const text = 'assert name == "pkg.sub.tests.test_c.made"\nassert name == "pkg.sub.c.made"\n';
    const files = { ...PACKAGE, 'pkg/sub/tests/__init__.py': '', [path]: text };
    const moves = { ...MOVES, [path]: 'src/new/sub/tests/test_c.py' };
    expect(moved(files, moves)[path]).toBe(text.replace('"pkg.sub.tests', '"new.sub.tests'));
  });

  test('doctests and cross-references in docstrings', () => {
    expect(
      rewritten(
        'pkg/a.py',
        'def f():\n    """\n    See :class:`~pkg.a.X`.\n\n    >>> from pkg.a import X\n    >>> import pkg\n    >>> pkg.b\n    """\n',
      ),
    ).toBe(
      'def f():\n    """\n    See :class:`~new.core.a.X`.\n\n    >>> from new.core.a import X\n    >>> import new\n    >>> new.interface.b\n    """\n',
    );
  });
});

test.each([
  ['At :class:`the\n    x <pkg.a.X>`.', 'At :class:`the\n    x <new.core.a.X>`.'],
  [
    'At `~pkg.a.X`, `the x <pkg.a.X>`, `~pkg.a.z`, `~pkg`, ``~pkg.a.X``, `x <pkg.a.X>`_.',
    'At `~new.core.a.X`, `the x <new.core.a.X>`, `~pkg.a.z`, `~pkg`, ``~pkg.a.X``, `x <pkg.a.X>`_.',
  ],
  [
    'See [the X][pkg.a.X], [`x`][`pkg.a.X`], [pkg.a][] and [`pkg.a.X`][], but [z][pkg.z], x["a"][pkg.a.X] and [pkg.a.X].',
    'See [the X][new.core.a.X], [`x`][`new.core.a.X`], [new.core.a][] and [`new.core.a.X`][], but [z][pkg.z], x["a"][pkg.a.X] and [pkg.a.X].',
  ],
  [
    'At L{pkg.a.X}, L{the x <pkg.a>}, L{pkg.a.X()}, L{pkg.a.z}, URL{pkg.a}, C{pkg.a}.',
    'At L{new.core.a.X}, L{the x <new.core.a>}, L{new.core.a.X()}, L{pkg.a.z}, URL{pkg.a}, C{pkg.a}.',
  ],
  [
    ':func:`pkg`, :meth:`~pkg`, :mod:`pkg`, :ref:`pkg.a`, :file:`pkg.cfg`, :command:`pkg`',
    ':func:`pkg`, :meth:`~pkg`, :mod:`new`, :ref:`pkg.a`, :file:`pkg.cfg`, :command:`pkg`',
  ],
  [
    'A.\n\n.. autosummary::\n    :nosignatures:\n\n    ~pkg.a.X\n    pkg.a\n\nSee\n    ~pkg.a.X\n',
    'A.\n\n.. autosummary::\n    :nosignatures:\n\n    ~new.core.a.X\n    new.core.a\n\nSee\n    ~pkg.a.X\n',
  ],
])('what Sphinx reads of a docstring: %j', (before, after) =>
  expect(rewritten('pkg/a.py', `X = 1\n"""${before}"""\n`)).toBe(`X = 1\n"""${after}"""\n`),
);

test('what settings of Sphinx say of objects', () => {
  const text = (root: string, a: string) =>
    `nitpick_ignore = [("py:class", "${a}.Gone"), ("std:ref", "pkg.a.Gone")]\nr = [("py:.*", r"${root}\\..*\\._x"), ("py:class", r"${a.replace(/\./g, '\\.')}\\.Gone"), r"pkg\\..*"]\n`;
  expect(rewritten('docs/conf.py', text('pkg', 'pkg.a'))).toBe(text('new', 'new.core.a'));
});

test('many lines of white space below autosummary take no time', () => {
  const text = `"""\n.. autosummary::\n${'    \n'.repeat(60)}See pkg.a.X\n"""\n`;
  expect(rewritten('pkg/a.py', text)).toBe(text);
});

test('texts that document what stands before them, and roles in any text', () => {
  const text =
    'X = 1\n"""See pkg.a.X.\n\n>>> import pkg.a\n"""\nDOC = "At :attr:`the x <pkg.a.X>`, or pkg.a.X."\n';
  const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/c.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/c.py')!);
  expect(applyEdits(text, edits)).toBe(
    text.replace('import pkg.a', 'import new.core.a').replace('<pkg.a.X>', '<new.core.a.X>'),
  );
  expect(review.map(({ line }) => line)).toEqual([6]);
});

describe('what is not certain', () => {
  const text = 'say("look at pkg.a.X there")\nlogging.getLogger("pkg.b")\n';

  test('goes on the review list with the edit that would follow', () =>
    expect(reviewed('scripts/x.py', text)).toEqual([
      {
        path: 'scripts/x.py',
        line: 1,
        column: 14,
        rule: 'STRING_REFERENCE',
        message: '"pkg.a.X" may name a module that is now new.core.a; left as it is',
        proposal: { before: 'pkg.a', after: 'new.core.a' },
      },
    ]));

  test.each([
    ['assert "is no pkg." in message\n', ['STRING_REFERENCE']],
    ['x = "from pkg.{} import y".format(n)\n', ['STRING_REFERENCE']],
    ['assert "is no pkg. Or is it?" in message\n', []],
    ['f("is no pkg.")\n', []],
    ['same("pkg.gone")\nsame("pkg.a.X", 1)\n', ['STRING_REFERENCE']],
    ['same("pkg.gone")\nsame("pkg.other", 1)\nother("pkg.a.X")\nsame(1, "pkg.a.X")\n', []],
  ])(
    'a text that tests look for and that ends with the package, or that names what is not there: %j',
    (code, rules) => expect(reviewed('tests/test_x.py', code).map(({ rule }) => rule)).toEqual(rules),
  );

  test('so does a kind that the map switches off', () => {
    const [, item] = reviewed('scripts/x.py', text, ['logger-name']);
    expect(item).toMatchObject({
      line: 2,
      column: 20,
      rule: 'REFERENCE_OFF',
      proposal: { before: 'pkg.b', after: 'new.interface.b' },
    });
  });
});

describe('names that start from a package', () => {
  test.each([
    ['pkg/b.py', 'm = import_module(".a", __package__)\n', 'm = import_module("..core.a", __package__)\n'],
    [
      'pkg/__init__.py',
      'm = import_module(".sub.c", __name__)\n',
      'm = import_module(".core.sub.c", __name__)\n',
    ],
    ['pkg/b.py', 'm = import_module(".a", __name__)\n', 'm = import_module(".a", __name__)\n'],
    [
      'tests/test_x.py',
      'm = import_module(".a", package="pkg")\n',
      'm = import_module(".core.a", package="new")\n',
    ],
    ['tests/test_x.py', 'm = import_module(".c", "pkg.sub")\n', 'm = import_module(".c", "new.core.sub")\n'],
    ['pkg/b.py', 'm = lazy_import(".a", "pkg")\n', 'm = lazy_import(".core.a", "new")\n'],
    ['pkg/b.py', 'm = x.add_type(".a", "pkg")\n', 'm = x.add_type(".a", "pkg")\n'],
    [
      'pkg/__init__.py',
      '__all__ = ["a"]\nT = {"X": ".a", "y": (".sub.c", "y"), "a": "z"}\ndef __getattr__(n):\n  return import_module(T[n], __name__)\n',
      '__all__ = ["a"]\nT = {"X": ".core.a", "y": (".core.sub.c", "y"), "a": "z"}\ndef __getattr__(n):\n  return import_module(T[n], __name__)\n',
    ],
    [
      'pkg/__init__.py',
      'T = {"X": "a", "a": "sub.c"}\ndef __getattr__(n):\n  return getattr(import_module(f".{T[n]}", __name__), n)\n',
      'T = {"X": "core.a", "a": "core.sub.c"}\ndef __getattr__(n):\n  return getattr(import_module(f".{T[n]}", __name__), n)\n',
    ],
    [
      'pkg/__init__.py',
      'g, d, a = lazy.attach(__name__, submod_attrs={"a": ["X"], "sub.c": ["a"]})\n',
      'g, d, a = lazy.attach(__name__, submod_attrs={"core.a": ["X"], "core.sub.c": ["a"]})\n',
    ],
    [
      'pkg/__init__.py',
      'S = {"a": ["X"]}\nS["b"] = ["y"]\nsys.modules[__name__] = _LazyModule(__name__, S)\n',
      'S = {"core.a": ["X"]}\nS["interface.b"] = ["y"]\nsys.modules[__name__] = _LazyModule(__name__, S)\n',
    ],
    [
      'pkg/sub/__init__.py',
      'T = {"X": "c"}\ndef __getattr__(n):\n  return import_module("." + T[n], __name__)\n',
      'T = {"X": ".b"}\ndef __getattr__(n):\n  return import_module("." + T[n], __name__)\n',
      { 'pkg/sub/c.py': 'src/new/core/b.py' },
    ],
    ['pkg/__init__.py', 'T = {"X": ".a"}\n', 'T = {"X": ".a"}\n'],
  ])('%s: %j', (path, before, after, more: object = {}) =>
    expect(moved({ ...PACKAGE, [path]: before }, { ...MOVES, ...more })[path] ?? before).toBe(after),
  );

  test('that a table cannot reach any more are listed', () => {
    const text = 'g = attach(__name__, submod_attrs={"c": ["X"]})\n';
    const moves = { ...MOVES, 'pkg/sub/c.py': 'src/new/core/b.py' };
    const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/sub/__init__.py': text }, moves);
    const { review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/sub/__init__.py')!);
    expect(review).toEqual([
      expect.objectContaining({ rule: 'LAZY_TABLE', proposal: { before: 'c', after: 'new.core.b' } }),
    ]);
  });
});

describe('paths in strings', () => {
  test.each([
    [
      'tests/test_x.py',
      'open("pkg/a.py")\nPath("./pkg/sub/")\n',
      'open("src/new/core/a.py")\nPath("./src/new/core/sub/")\n',
    ],
    [
      'noxfile.py',
      'session.run("mypy", "pkg/a.py", "x/a.py")\n',
      'session.run("mypy", "src/new/core/a.py", "x/a.py")\n',
    ],
    ['tests/test_x.py', 'P = ["pkg/sub/*.py"]\n', 'P = ["src/new/core/sub/*.py"]\n'],
    ['tests/test_x.py', 'assert x == "pkg/a.py"\n', 'assert x == "pkg/a.py"\n'],
    ['hatch_build.py', 'cmd.directory = "pkg/sub/"\n', 'cmd.directory = "src/new/core/sub/"\n'],
    ['scripts/x.py', 'cmd.directory = "pkg/sub/"\n', 'cmd.directory = "pkg/sub/"\n'],
  ])('%s: %j', (path, before, after) => expect(rewritten(path, before)).toBe(after));

  test('that may be relative to something else are proposed', () =>
    expect(reviewed('tests/test_x.py', 'assert x == "pkg/a.py"\n')).toEqual([
      expect.objectContaining({
        column: 14,
        rule: 'PATH_REFERENCE',
        proposal: { before: 'pkg/a.py', after: 'src/new/core/a.py' },
      }),
    ]));

  test('of files that do not come along are listed', () => {
    const files = { ...PACKAGE, 'setup.py': '', 'tests/test_x.py': 'x = open("setup.py")\ny = "setup.py"\n' };
    const { project, mapping } = moveAll(files, MOVES);
    const paths = new Map([...mapping.paths].filter(([path]) => path !== 'setup.py'));
    const info = project.modulesByPath.get('tests/test_x.py')!;
    expect(rewriteModule(project, { ...mapping, paths }, info).review).toEqual([
      {
        ...{ path: 'tests/test_x.py', line: 1, column: 10, rule: 'PATH_REFERENCE' },
        message: 'setup.py is read here, and does not come along',
      },
    ]);
  });

  test('so is the folder of the package by its name', () =>
    expect(reviewed('tests/test_x.py', 'directory = "pkg"\nname = "pkg"\nlistdir("pkg")\n')).toEqual([
      expect.objectContaining({ line: 1, proposal: { before: 'pkg', after: 'src/new' } }),
      expect.objectContaining({ line: 3, proposal: { before: 'pkg', after: 'src/new' } }),
    ]));
});

test.each([
  [
    'import pkg.a\nx = []  # type: List[pkg.a.X]\n',
    'import new.core.a\nx = []  # type: List[new.core.a.X]\n',
  ],
  ['reveal_type(x)  # R: List[pkg.a.X]\n', 'reveal_type(x)  # R: List[new.core.a.X]\n'],
  ['reveal_type(x)  # R:pkg.a.X\n', 'reveal_type(x)  # R:new.core.a.X\n'],
  ['reveal_type(x)  # R: pkg.a\n', 'reveal_type(x)  # R: pkg.a\n'],
  ['import pkg\nx = 1  # type: ignore[pkg.a]\n', 'import new\nx = 1  # type: ignore[pkg.a]\n'],
])('type comments: %j', (before, after) => expect(rewritten('tests/test_x.py', before)).toBe(after));

test('imports by names that are made at run time are listed', () => {
  const rules = (path: string, text: string) => reviewed(path, text).map(({ line, rule }) => [line, rule]);
  expect(rules('pkg/b.py', 'import sys\nsys.meta_path.insert(0, X())\n')).toEqual([[2, 'IMPORT_HOOK']]);
  expect(rules('pkg/b.py', 'import_module(f"pkg.{x()}")\nimport_module(x)\n')).toEqual([
    [1, 'DYNAMIC_IMPORT'],
  ]);
  expect(rules('tests/test_x.py', 'import_module("pkg." + f(x))\nimport_module(x, y)\n')).toEqual([
    [1, 'DYNAMIC_IMPORT'],
  ]);
  const named =
    'def f(x):\n  n = f"pkg._{x()}"\n  import_module(n)\ndef g():\n  n = "pkg.a"\n  import_module(n)\n';
  expect(rules('tests/test_x.py', named)).toContainEqual([3, 'DYNAMIC_IMPORT']);
  const run = 'import runpy\nmod = "pkg." + f(argv)\nrunpy.run_module(mod, run_name="__main__")\n';
  expect(rules('tests/test_x.py', run)).toEqual([[3, 'DYNAMIC_IMPORT']]);
  expect(rules('tests/test_x.py', named)).not.toContainEqual([6, 'DYNAMIC_IMPORT']);
  const given =
    'def f(name, by="pkg"):\n  import_module("%s.%s" % (by, name))\ndef g(name, by="x"):\n  import_module(f"{by}.{name}")\n';
  expect(rules('tests/test_x.py', given).filter(([, rule]) => rule === 'DYNAMIC_IMPORT')).toEqual([
    [2, 'DYNAMIC_IMPORT'],
  ]);
  const lazy = 'def __getattr__(name):\n  return import_module(made(name), __name__)\n';
  expect(rules('pkg/__init__.py', lazy)).toEqual([[2, 'DYNAMIC_IMPORT']]);
  expect(rules('pkg/sub/__init__.py', lazy)).toEqual([]);
  expect(
    rules('pkg/b.py', '__import__(x(), globals(), {}, ["*"])\n__import__(x(), globals(), level=1)\n'),
  ).toEqual([[2, 'DYNAMIC_IMPORT']]);
  // All modules of the package moved with it, under the names that they had.
  expect(rules('pkg/b.py', 'import_module(f"pkg.sub.{x}_y")\nimport_module("pkg.sub." + x)\n')).toEqual([]);
});

test('fields of formatted texts are code', () => {
  const text = 'import pkg\nx = f"{pkg.sub.y} {pkg.sub.c.y}"\ny = f"the pkg.sub.c.y {pkg}"\n';
  expect(reviewed('tests/test_x.py', text).map(({ line }) => line)).toEqual([3]);
});

test('the name of a file is no module', () => {
  const files = {
    ...PACKAGE,
    'pkg/pkg.sub.json': '{}',
    'pkg/sub/__init__.py': 'def __getattr__(name): ...\n',
    'tests/test_x.py': 'x = "pkg.sub.json"\ny = "pkg.sub.js"\n',
  };
  const { project, mapping } = moveAll(files, MOVES);
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
  expect(review.map(({ line, rule }) => [line, rule])).toEqual([[2, 'STRING_REFERENCE']]);
});

test('code that goes through all names of the package is listed', () => {
  const found = (text: string) => reviewed('tests/test_x.py', text).map(({ line, rule }) => [line, rule]);
  expect(found('import pkg\nvars(pkg)\ndir( pkg)\npkg.__dict__["x"]\n')).toEqual([
    [2, 'PACKAGE_NAMES'],
    [3, 'PACKAGE_NAMES'],
    [4, 'PACKAGE_NAMES'],
  ]);
  expect(found('import pkg.sub, x\nvars(pkg.sub.c)\nvars(x)\nf(pkg)\npkg.a.__dict__\n')).toEqual([]);
});

test.each([
  ['from importlib import metadata\nmetadata.version("Pkg")\n', true],
  ['from pkg.a import importlib_metadata\nimportlib_metadata.distribution("pkg")\n', true],
  ['from pkg.a import metadata\nmetadata.version("pkg")\n', false],
  ['import pbr.version\nv = pbr.version.VersionInfo("pkg")\n', true],
  ['from pbr.version import VersionInfo\nv = VersionInfo("pkg")\n', true],
  ['from x import VersionInfo\nv = VersionInfo("pkg")\n', false],
  ['import click\n@click.version_option(prog_name="a", package_name="Pkg")\ndef f(): ...\n', true],
  ['import click\n@click.version_option(prog_name="Pkg")\ndef f(): ...\n', false],
  [
    'from importlib import metadata\ndef v(name): return metadata.version(name)\ndef f(x): return x\nv("pkg"), f("x")\n',
    true,
  ],
  ['from importlib import metadata\ndef v(name): return metadata.version("x" + name)\nv("pkg")\n', false],
])('the distribution that is asked for: %j', (text, isFollowed) =>
  expect(/"new"/.test(rewritten('tests/test_x.py', text))).toBe(isFollowed),
);

test('what other distributions have in the same namespace keeps its name', () => {
  const files = {
    'ns/mine/__init__.py': '',
    'ns/mine/a.py': '',
    'tests/test_x.py':
      'from ns.mine import a\nfrom ns.other import b\nimport ns.mine.a, ns.other\nfrom ns import mine, other\nns.mine.a, ns.other.b\n',
  };
  const moves = {
    'ns/mine/__init__.py': 'src/new/core/mine/__init__.py',
    'ns/mine/a.py': 'src/new/core/mine/a.py',
  };
  expect(moved(files, moves)['tests/test_x.py']).toBe(
    'from new.core.mine import a\nfrom ns.other import b\nimport new.core.mine.a, ns.other\nfrom ns import other\nfrom new.core import mine\nnew.core.mine.a, ns.other.b\n',
  );
});

test('a pickle in a literal that counts the letters of a module is listed', () => {
  const text =
    'x = (\n  b"\\x80\\x05\\x8c\\x05pkg.a\\x94\\x8c\\x01X\\x94\\x93"\n  b"\\x8c\\x05other\\x94")\n';
  expect(reviewed('tests/test_x.py', text)).toEqual([
    expect.objectContaining({ rule: 'PICKLED_NAMES', message: expect.stringContaining('pkg.a:') }),
  ]);
});

describe('modules that are imported by a name that is put together', () => {
  const table = (name = '_MOVED_MODULES') =>
    `# Modules are asked for by the names that they had.\n${name} = {\n    "a": "core.a",\n    "b": "interface.b",\n    "sub": "core.sub",\n}\n`;
  const asked = (made: string, comment = '') =>
    `import x\n\n\n${comment}@x.y\ndef __getattr__(name):\n    return import_module(${made})\n`;
  test.each([
    ['"." + name, __name__', '"." + _MOVED_MODULES.get(name, name), __name__'],
    ['f".{name}", __package__', 'f".{_MOVED_MODULES.get(name, name)}", __package__'],
    ['f"{__name__}.{name}"', 'f"{__name__}.{_MOVED_MODULES.get(name, name)}"'],
    ['"{}.{}".format(__name__, name)', '"{}.{}".format(__name__, _MOVED_MODULES.get(name, name))'],
    ['"%s.%s" % (__name__, name)', '"%s.%s" % (__name__, _MOVED_MODULES.get(name, name))'],
    ['"pkg.%s" % name', '"new.%s" % _MOVED_MODULES.get(name, name)'],
    ['"pkg.%s.%s" % (name, x.y)', '"new.%s.%s" % (_MOVED_MODULES.get(name, name), x.y)'],
    ['f"pkg.{name}.c"', 'f"new.{_MOVED_MODULES.get(name, name)}.c"'],
    ['"pkg." + self.name', '"new." + _MOVED_MODULES.get(self.name, self.name)'],
  ])('are looked up where they went: import_module(%s)', (before, after) => {
    const files = (made: string, more = '') => asked(made, '# Why.\n').replace('# Why', `${more}# Why`);
    expect(rewritten('pkg/__init__.py', files(before))).toBe(files(after, `${table()}\n\n`));
    expect(reviewed('pkg/__init__.py', files(before))).toEqual([]);
  });

  test.each([
    ['f".sub.{name}", __name__', 'f".core.sub.{name}", __name__'],
    ['".sub." + name, package=__name__', '".core.sub." + name, package=__name__'],
    ['f"{__name__}.sub.{name}"', 'f"{__name__}.core.sub.{name}"'],
    ['__package__ + ".sub." + name', '__package__ + ".core.sub." + name'],
    ['"%s.sub.%s" % (__name__, name)', '"%s.core.sub.%s" % (__name__, name)'],
    ['f".sub.{name}", "pkg"', 'f".core.sub.{name}", "new"'],
  ])('start from the package, the way to which is another: import_module(%s)', (before, after) => {
    expect(rewritten('pkg/__init__.py', asked(before))).toBe(asked(after));
    expect(reviewed('pkg/__init__.py', asked(before))).toEqual([]);
  });

  test('the way to the package stands in two pieces', () =>
    expect(reviewed('pkg/__init__.py', 'import_module(__name__ + "." + "sub." + x, __name__)\n')).toEqual([
      expect.objectContaining({ rule: 'DYNAMIC_IMPORT' }),
    ]));

  test('a submodule that nothing imports is still asked of the package', () => {
    const init = `import x\n__all__ = ["a"]\n${asked('f"{__name__}.{name}"').slice('import x\n'.length)}`;
    const uses = 'import pkg\nimport pkg.b\npkg.a.X\npkg.b\ndef f():\n  import pkg.a\n  pkg.a\n';
    const files = { ...PACKAGE, 'pkg/__init__.py': init, 'tests/test_x.py': uses };
    expect(moved(files, MOVES)).toMatchObject({
      'pkg/__init__.py': expect.not.stringContaining('from .core'),
      'tests/test_x.py':
        'import new\nimport new.interface.b\nnew.a.X\nnew.interface.b\ndef f():\n  import new.core.a\n  new.core.a\n',
    });
  });

  test('objects of modules that are imported', () => {
    const text = (module: string) =>
      `app.config.from_object("${module}:%s" % name)\nimport_string(f"${module}:{name}")\nfrom_object("${module}:" + name)\nsave("${module}:%s" % name)\n`;
    expect(rewritten('pkg/b.py', text('pkg.a'))).toBe(
      text('new.core.a').replace('save("new.core.a', 'save("pkg.a'),
    );
  });

  test('a name that is taken is not used for the table, and a loop gets one too', () => {
    const loop = 'import x\n_MOVED_MODULES = 1\nfor n in x.y:\n    import_module(f"pkg.{n}")\n';
    expect(rewritten('tests/test_x.py', loop)).toBe(
      `import x\n_MOVED_MODULES = 1\n${table('_MOVED_MODULES_2')}\nfor n in x.y:\n    import_module(f"new.{_MOVED_MODULES_2.get(n, n)}")\n`,
    );
  });

  test('what a name holds is looked up, too', () =>
    expect(
      rewritten(
        'tests/test_x.py',
        'import runpy, sys\nmod = "pkg." + sys.argv[1]\nrunpy.run_module(mod, run_name="__main__")\n',
      ),
    ).toContain('\nmod = "new." + _MOVED_MODULES.get(sys.argv[1], sys.argv[1])\nrunpy.run_module(mod, '));

  test('modules further below that the file names are in the table', () =>
    expect(
      rewritten('tests/test_x.py', 'for n in ("a", "sub.c", "sub.none"):\n    import_module(f"pkg.{n}")\n'),
    ).toBe(
      `${table().replace('}\n', '    "sub.c": "core.sub.c",\n}\n')}\nfor n in ("a", "sub.c", "sub.none"):\n    import_module(f"new.{_MOVED_MODULES.get(n, n)}")\n`,
    ));

  test.each([
    ['sys.modules["pkg." + m]', 'sys.modules["new." + _MOVED_MODULES.get(m, m)]'],
    ['sys.modules[f"pkg.{m}"].X', 'sys.modules[f"new.{_MOVED_MODULES.get(m, m)}"].X'],
    ['sys.modules.get("pkg.%s" % m)', 'sys.modules.get("new.%s" % _MOVED_MODULES.get(m, m))'],
  ])('so are keys of sys.modules: %s', (before, after) => {
    const text = (key: string) => `[${key} for m in NAMES]\n`;
    const read = (key: string) => `import sys\n${text(key)}`;
    expect(rewritten('pkg/__init__.py', read(before))).toBe(`import sys\n${table()}\n${text(after)}`);
    expect(reviewed('pkg/__init__.py', read(before))).toEqual([]);
  });

  test.each([
    'sys.modules["pkg." + f(x)]',
    'sys.modules[__name__ + "." + f(x)]',
    'sys.modules.get("pkg." + f(x))',
    'sys.modules[f(x)[0] + "pkg."]',
  ])('a key of sys.modules that cannot be told is listed: %s', (key) =>
    expect(
      reviewed(
        'pkg/__init__.py',
        `import sys\n${key}\nsys.modules[x.__name__]\nsys.modules.get(f["__name__"])\n`,
      ),
    ).toEqual([expect.objectContaining({ rule: 'DYNAMIC_IMPORT', line: 2 })]),
  );

  test('a variable that holds the name is looked up where it is put together', () => {
    const text = (root: string, name: string) =>
      `def f(x):\n    name = "${root}." + ${name}\n    import_module(name)\n    return import_module(name)\n`;
    expect(rewritten('tests/test_x.py', `x\n${text('pkg', 'x')}`)).toBe(
      `x\n${table()}\n\n${text('new', '_MOVED_MODULES.get(x, x)')}`,
    );
  });

  test.each([
    ['import_module(f"pkg.sub.{f(x)}")\n', 'import_module(f"new.core.sub.{f(x)}")\n'],
    ['import_module("pkg." + f(x))\n', 'import_module("new." + f(x))\n'],
    [
      'def f(x):\n  if 1:\n    x = "pkg." + x()\n  return resolve_name(x)\n',
      'def f(x):\n  if 1:\n    x = "new." + x()\n  return resolve_name(x)\n',
    ],
    ['name = f"pkg.sub.{x}"\n', 'name = f"new.core.sub.{x}"\n'],
    ['name = "pkg.sub.%s" % x\n', 'name = "new.core.sub.%s" % x\n'],
    ['name = "pkg.sub." + x\n', 'name = "new.core.sub." + x\n'],
    ['name = f"pkg.{x}"\n', 'name = f"pkg.{x}"\n'],
    ['name = f"in pkg.sub.{x}"\n', 'name = f"in pkg.sub.{x}"\n'],
  ])('the package that the name begins with follows: %j', (before, after) =>
    expect(rewritten('tests/test_x.py', before)).toBe(after),
  );

  test('the beginning of names of modules that went to one place', () => {
    const files = { ...PACKAGE, 'pkg/v1.py': '', 'pkg/v2.py': '', 'pkg/validator.py': '' };
    const moves = {
      ...MOVES,
      'pkg/v1.py': 'src/new/core/x/v1.py',
      'pkg/v2.py': 'src/new/core/x/v2.py',
      'pkg/validator.py': 'src/new/core/validator.py',
    };
    const text =
      'import_item("pkg.v%s" % n)\nimport_module(f"pkg.v{n}")\nx = f"pkg.v{n}"\nsave("pkg.v")\n__import__("pkg.v%03x" % n)\n';
    const path = 'tests/test_x.py';
    expect(moved({ ...files, [path]: text }, moves)[path]).toBe(
      'import_item("new.core.x.v%s" % n)\nimport_module(f"new.core.x.v{n}")\nx = f"pkg.v{n}"\nsave("pkg.v")\n__import__("new.core.x.v%03x" % n)\n',
    );
    const apart = { ...moves, 'pkg/v2.py': 'src/new/core/v2.py' };
    expect(moved({ ...files, [path]: text }, apart)[path]).toBeUndefined();
    expect(moved({ ...files, [path]: 'import_item("pkg.v")\n' }, moves)[path]).toBe('import_item("new.v")\n');
  });

  test('a package that was torn apart is listed', () => {
    const text = 'import_module(f"pkg.sub.{x}")\nname = f"pkg.sub.{x}"\n';
    const moves = { ...MOVES, 'pkg/sub/c.py': 'src/new/interface/c.py' };
    const { project, mapping } = moveAll({ ...PACKAGE, 'tests/test_x.py': text }, moves);
    const { review, edits } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
    expect(review.map(({ line, rule }) => [line, rule])).toEqual([
      [1, 'DYNAMIC_IMPORT'],
      [2, 'STRING_REFERENCE'],
    ]);
    expect(edits.map(({ line }) => line)).toEqual([1]);
  });

  test('a table of the names that `__getattr__` reads is edited itself', () => {
    const text = (a: string) =>
      `T = {"X": "${a}"}\ndef __getattr__(n):\n  mod = T[n]\n  return import_module(f".{mod}", __name__)\n`;
    expect(rewritten('pkg/__init__.py', text('a'))).toBe(text('core.a'));
  });
});

describe('code in strings', () => {
  test.each([
    [
      'run([python, "-c", "import pkg.a; print(pkg.a.X)"])\n',
      'run([python, "-c", "import new.core.a; print(new.core.a.X)"])\n',
    ],
    [
      'write("import pkg\\nfrom pkg import a, b\\npkg.a.X\\n")\n',
      'write("import new\\nfrom new.interface import b\\nfrom new.core import a\\nnew.core.a.X\\n")\n',
    ],
    [
      'write("""\n    import pkg\n    if 1:\n        from pkg import a\n""")\n',
      'write("""\n    import new\n    if 1:\n        from new.core import a\n""")\n',
    ],
    [
      'write("""\nfrom pkg import a\nx = %s(\n""" % f)\n',
      'write("""\nfrom new.core import a\nx = %s(\n""" % f)\n',
    ],
    ['write("import of pkg goods")\n', 'write("import of pkg goods")\n'],
    ['write(b"import pkg.a\\n")\n', 'write(b"import new.core.a\\n")\n'],
    [
      'program = (\n    "import pkg.a\\n"  # one\n    "print(pkg.a.X)\\n"\n)\n',
      'program = (\n    "import new.core.a\\n"  # one\n    "print(new.core.a.X)\\n"\n)\n',
    ],
  ])('%j', (before, after) => expect(rewritten('tests/test_x.py', before)).toBe(after));
});

test('the path of a module that keys of settings begin with is listed', () => {
  const text = 'scope = "pkg.a"\n';
  const at = (key: string) => ({ 'tests/test_k.py': `data["${key}"] = 1\n` });
  expect(rewritten('pkg/b.py', text, at('pkg.a.option'))).toBe(text);
  expect(rewritten('pkg/b.py', text, at('pkg.a.X'))).toBe('scope = "new.core.a"\n');
  expect(rewritten('pkg/b.py', text, { 'tests/test_k.py': 'f("pkg.a.option")\n' })).toBe(
    'scope = "new.core.a"\n',
  );
});

test('a module among keys of settings is listed, among modules it follows', () => {
  const table = (other: string) => `T = {\n    "pkg.a": 1,\n    "${other}": 2,\n}\n`;
  expect(rewritten('pkg/b.py', table('pkg.option'))).toBe(table('pkg.option'));
  expect(rewritten('pkg/b.py', table('other.option'))).toContain('"new.core.a": 1');
  expect(rewritten('pkg/b.py', table('pkg.b'))).toContain('"new.core.a": 1');
});

test('the package in a list of its modules, and an import statement that a text begins', () => {
  expect(rewritten('tests/test_x.py', 'P = ["pkg", "pkg.sub"]\nQ = ["x", "pkg"]\n')).toBe(
    'P = ["new", "new.core.sub"]\nQ = ["x", "pkg"]\n',
  );
  for (const pair of ['f("pkg", "pkg.a")', 'x = ("pkg", "pkg.a")'])
    expect(rewritten('tests/test_x.py', `${pair}\n`)).toContain('("pkg", ');
  expect(rewritten('tests/test_x.py', 'assert "from pkg.a import" in x\n')).toBe(
    'assert "from new.core.a import" in x\n',
  );
});

test('a text for people that the code still says is left alone in the tests that expect it', () => {
  const more = { 'pkg/b.py': 'raise ValueError("must be a pkg.a.X now")\n' };
  const expected = 'm = "must be a pkg.a.X now"\nn = "must be a " "pkg.a.X"\n';
  expect(rewritten('tests/test_x.py', expected, more)).toBe(expected);
});

test('relative imports in a folder of tests that is no identifier', () => {
  const more = {
    'tests/my-data/app/main.py': 'x = 1\n',
    'tests/my-data/app/__init__.py': 'from .main import x\n',
  };
  expect(moved({ ...PACKAGE, ...more }, MOVES)).toEqual({});
});

test('a name in __init__ that hides a layer: what lies below is imported from its package', () => {
  const files = {
    ...PACKAGE,
    'pkg/__init__.py': 'from . import core\n',
    'pkg/core.py': 'import pkg.a\nprint(pkg.a.X)\nimport pkg.a as q\n',
  };
  const result = moved(files, { ...MOVES, 'pkg/core.py': 'src/new/interface/core.py' });
  expect(result).toEqual({
    'pkg/__init__.py': 'from .interface import core\n',
    'pkg/core.py':
      'from new.core import a as new_core_a\nimport new.core.a\nprint(new_core_a.X)\nfrom new.core import a as q\n',
  });
});

test.each([
  ['__all__ = ["core"]\nimport os\n', 'X = 1\n'],
  ['from pkg.a import *\n', 'import pkg.core as core\n'],
  ['from .b import *\n', 'X = 1\n', 'from pkg.a import *\n', 'core = 1\n'],
])('so do submodules that __all__ names, and star imports: %j', (init, a, b = '', more = '') => {
  const files = {
    'pkg/__init__.py': init,
    'pkg/a.py': a + more,
    'pkg/b.py': b,
    'pkg/core.py': 'import pkg.a as q\nimport pkg.b\npkg.b.y\n',
  };
  const result = moved(files, { ...MOVES, 'pkg/core.py': 'src/new/core/services/core.py' });
  expect(result['pkg/core.py']).toBe(
    'from new.core import a as q\nimport new.interface.b\nnew.interface.b.y\n',
  );
});

test('not so a star import of a module that offers other names', () => {
  const files = {
    'pkg/__init__.py': 'from .a import *\n',
    'pkg/a.py': '__all__ = ["X"]\nimport pkg.core as core\nX = 1\n',
    'pkg/core.py': 'import pkg.a as q\n',
  };
  const result = moved(files, { ...MOVES, 'pkg/core.py': 'src/new/core/services/core.py' });
  expect(result['pkg/core.py']).toBe('import new.core.a as q\n');
});

test('what an `__init__` tells type checkers of a submodule does not hide it', () => {
  const text = (module: string, to: string) =>
    `from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ${module}a import X\n    a = X()\nelse:\n    from ${to} import a\n`;
  expect(rewritten('pkg/__init__.py', text('.', '.'))).toBe(text('.core.', '.core'));
  const hidden = text('.', '.').replace('TYPE_CHECKING:', 'sys:');
  expect(rewritten('pkg/__init__.py', hidden)).toContain('    from . import a\n');
});

test('a table of what modules offer has a key for the package', () => {
  const text = (name: string, offered = 'X') =>
    `class X: ...\nT = {"abc": ["ABC"], "${name}": ["${offered}"], "os": ["PathLike"]}\n`;
  expect(rewritten('pkg/__init__.py', text('pkg'))).toBe(text('new'));
  expect(rewritten('pkg/__init__.py', text('pkg', 'y'))).toBe(text('pkg', 'y'));
});

test('reStructuredText has no links of Markdown', () =>
  expect(documented('see [the X][pkg.a.X]\n', 'README.rst')).toBe('see [the X][pkg.a.X]\n'));

test('what a function that goes through frames gives is the name of a module', () => {
  const text = (name: string) =>
    `import sys\ndef caller():\n    return sys._getframe(2).f_globals.get("__name__")\ndef other():\n    return x\ndef f():\n    by = caller()\n    z = other()\n    if by != "${name}" or z == "pkg":\n        return 1\n`;
  expect(rewritten('pkg/b.py', text('pkg'))).toBe(text('new'));
  const called = text('pkg').replace('by != "pkg"', 'caller().startswith("pkg")');
  expect(rewritten('pkg/b.py', called)).toBe(called.replace('startswith("pkg")', 'startswith("new")'));
});

test.each([
  ['find(("other", "pkg"))', 'find(("other", "new"))'],
  ['find(skip=["pkg."])', 'find(skip=["new."])'],
  ['later(("other", "pkg"))', 'later(("other", "pkg"))'],
])('a function that looks for its caller is told what it passes over: %s', (before, after) => {
  const text = (call: string) =>
    `import inspect\nclass Finder:\n    def caller(self, skip=()):\n        for t in inspect.stack():\n            if t[0].f_globals.get("__name__") not in skip:\n                return t\n    def after(self, x):\n        return x\nfind = Finder().caller\nlater = Finder().after\ndef f():\n    return ${call}\n`;
  expect(rewritten('pkg/a.py', text(before))).toBe(text(after));
});

test('a name in place of that of a module', () => {
  const text = (name: string) =>
    `def f(cls):\n    return "<%s>" % ("${name}" if cls is X else cls.__module__), "pkg" if cls else 1\n`;
  expect(rewritten('pkg/b.py', text('pkg'))).toBe(text('new'));
});

test('the name of the package in a function that looks at frames', () =>
  expect(
    rewritten('pkg/b.py', 'def f(frame):\n    return frame["__name__"].startswith("pkg")\nNAME = "pkg"\n'),
  ).toBe('def f(frame):\n    return frame["__name__"].startswith("new")\nNAME = "pkg"\n'));

function documented(text: string, path = 'README.md'): string {
  const { project, mapping } = moveAll(PACKAGE, MOVES);
  return applyEdits(text, rewriteDocument(project, mapping, path, text).edits);
}

test('an indented block of reStructuredText is code where it parses as a program', () => {
  const { project, mapping } = moveAll(PACKAGE, MOVES);
  const text =
    'Example::\n\n    from pkg.a import X\n\n    X(pkg)\n\n  In a list::\n\n      import pkg.a\n\nText::\n\n    $ import pkg.a\n\nEnd import pkg.a.\n';
  expect(applyEdits(text, rewriteDocument(project, mapping, 'docs/x.rst', text).edits)).toBe(
    'Example::\n\n    from new.core.a import X\n\n    X(pkg)\n\n  In a list::\n\n      import new.core.a\n\nText::\n\n    $ import pkg.a\n\nEnd import pkg.a.\n',
  );
});

test('import statements in a template', () => {
  const { project, mapping } = moveAll(PACKAGE, MOVES);
  const text = '"${message}"\nfrom pkg import a, x\nimport pkg.b as q\n${imports}\nuse pkg.a\n';
  expect(applyEdits(text, rewriteTemplate(project, mapping, 'x.py.mako', text).edits)).toBe(
    '"${message}"\nfrom new import x\nfrom new.core import a\nimport new.interface.b as q\n${imports}\nuse pkg.a\n',
  );
});

test.each([
  ['.. automodule:: pkg.a\n   :members:\n', '.. automodule:: new.core.a\n   :members:\n'],
  ['.. currentmodule:: pkg\n', '.. currentmodule:: new\n'],
  ['.. automodule :: pkg.a\n', '.. automodule :: new.core.a\n'],
  [
    'At `~pkg.a.X`, `the x <pkg.a.X>`, `~pkg.a.z`, ``~pkg.a.X``, `x <pkg.a.X>`_.\n',
    'At `~new.core.a.X`, `the x <new.core.a.X>`, `~pkg.a.z`, ``~pkg.a.X``, `x <pkg.a.X>`_.\n',
  ],
  ['.. autosummary ::\n\n   pkg.a\n   pkg.a.X\n', '.. autosummary ::\n\n   new.core.a\n   new.core.a.X\n'],
  [
    '.. code-block :: python\n\n   from pkg.a import X\n',
    '.. code-block :: python\n\n   from new.core.a import X\n',
  ],
  [
    '.. autosummary::\n   :toctree: x\n\n   pkg.a.X\n   ~pkg.b\n\nText pkg.a\n',
    '.. autosummary::\n   :toctree: x\n\n   new.core.a.X\n   ~new.interface.b\n\nText pkg.a\n',
  ],
  ['.. click:: pkg.b:main\n', '.. click:: new.interface.b:main\n'],
  ['.. inheritance-diagram:: pkg.a\n', '.. inheritance-diagram:: new.core.a\n'],
  [
    'see :mod:`pkg.a` and :class:`the X <pkg.a.X>`\n',
    'see :mod:`new.core.a` and :class:`the X <new.core.a.X>`\n',
  ],
  [
    'see {mod}`pkg.a`, {py:class}`~pkg.a.Gone`, {func}`pkg`, {term}`pkg.a is`\n',
    'see {mod}`new.core.a`, {py:class}`~new.core.a.Gone`, {func}`pkg`, {term}`pkg.a is`\n',
  ],
  ['::: pkg.a\n', '::: new.core.a\n'],
  ['see [X][pkg.a.X] and [y][pkg.z]\n', 'see [X][new.core.a.X] and [y][pkg.z]\n'],
  ['as t["a"][pkg.a.X]\n\n    >>> [1][pkg.a.X]\n', 'as t["a"][pkg.a.X]\n\n    >>> [1][pkg.a.X]\n'],
  ['see [pkg.a.X][], [pkg.z][], [pkg.a.X]\n', 'see [new.core.a.X][], [pkg.z][], [pkg.a.X]\n'],
  ['use `pkg.a.X` of `pkg.json` by `pkg`\n', 'use `new.core.a.X` of `pkg.json` by `pkg`\n'],
  [
    'use `from pkg.a import X` in `pkg/a.py` or `pkg/z.py`\n',
    'use `from new.core.a import X` in `src/new/core/a.py` or `pkg/z.py`\n',
  ],
  [
    'see `pkg/sub/`, `./pkg/sub` and `pkg/`, `a/b`\n',
    'see `src/new/core/sub/`, `./src/new/core/sub` and `pkg/`, `a/b`\n',
  ],
  ['    $ python3 -m pkg.b --help\n', '    $ python3 -m new.interface.b --help\n'],
  [
    'see ``/pkg/a.py``, `x = pkg.a.X(1)`, `pkg.b.y(pkg.z, z.pkg.a)`, `pkg.gone(1)`, `pkg.a X`, ``[pkg.a]``\n',
    'see ``/src/new/core/a.py``, `x = new.core.a.X(1)`, `new.interface.b.y(new.z, z.pkg.a)`, `pkg.gone(1)`, `pkg.a X`, ``[pkg.a]``\n',
  ],
  ['uvicorn --reload pkg.b:app\n', 'uvicorn --reload new.interface.b:app\n'],
  [
    'export FLASK_APP=pkg/b.py\nFLASK_APP=pkg.b flask run\n',
    'export FLASK_APP=src/new/interface/b.py\nFLASK_APP=new.interface.b flask run\n',
  ],
  [
    'django-admin.py migrate --settings=pkg.b\nmanage.py check --settings pkg.b\n',
    'django-admin.py migrate --settings=new.interface.b\nmanage.py check --settings new.interface.b\n',
  ],
  [
    '.. code-block:: python\n   :linenos:\n\n   from pkg.a import X\n\nDone from pkg.a import X\n',
    '.. code-block:: python\n   :linenos:\n\n   from new.core.a import X\n\nDone from pkg.a import X\n',
  ],
  [
    '```{code-cell} ipython3\n:tags: [x]\n%matplotlib inline\nimport pkg.a\npkg.a.X\n```\n\n```{python}\nimport pkg.a\n```\n',
    '```{code-cell} ipython3\n:tags: [x]\n%matplotlib inline\nimport new.core.a\nnew.core.a.X\n```\n\n```{python}\nimport new.core.a\n```\n',
  ],
  [
    '- a\n\n  ```python\n  from pkg.a import X\n  X(…)\n  ```\n',
    '- a\n\n  ```python\n  from new.core.a import X\n  X(…)\n  ```\n',
  ],
  [
    '[source,python]\n.Title\n----\nfrom pkg.a import X\n----\n',
    '[source,python]\n.Title\n----\nfrom new.core.a import X\n----\n',
  ],
  [
    '.. testsetup:: *\n\n   import pkg.a\n\n.. invisible-code-block: python\n\n  from pkg.a import X\n\n<!--- invisible-code-block: python\nfrom pkg import a\n-->\n',
    '.. testsetup:: *\n\n   import new.core.a\n\n.. invisible-code-block: python\n\n  from new.core.a import X\n\n<!--- invisible-code-block: python\nfrom new.core import a\n-->\n',
  ],
])('in a document: %j', (before, after) => expect(documented(before)).toBe(after));

test('code that is indented in Markdown, where it parses as a program', () =>
  expect(
    documented(
      'For example:\n\n    from pkg.a import X\n\n    X(pkg)\n\nText\n    import pkg.b\n\n    import pkg.b and more\n',
    ),
  ).toBe(
    'For example:\n\n    from new.core.a import X\n\n    X(pkg)\n\nText\n    import pkg.b\n\n    import pkg.b and more\n',
  ));

test('roles that mean no package', () =>
  expect(documented(':func:`pkg`, :meth:`x <pkg>`, :class:`~pkg.a`, :mod:`pkg`, :func:`pkg()`\n')).toBe(
    ':func:`pkg`, :meth:`x <pkg>`, :class:`~new.core.a`, :mod:`new`, :func:`pkg()`\n',
  ));

test('sessions of IPython', () =>
  expect(
    documented(
      '   In [1]: import pkg.a as a\n   In [2]: %timeit pkg.x\n\n   10 loops\n\n   In [13]: with a:\n      ...:     import pkg.b\n   ... import pkg\n',
    ),
  ).toBe(
    '   In [1]: import new.core.a as a\n   In [2]: %timeit pkg.x\n\n   10 loops\n\n   In [13]: with a:\n      ...:     import new.interface.b\n   ... import pkg\n',
  ));

test.each([
  ['CHANGES.rst', true],
  ['docs/release-notes.md', true],
  ['CHANGELOG-1.2.rst', true],
  ['docs/changelog/1.2.rst', true],
  ['docs/2013-news.md', true],
  ['docs/changing.md', false],
])('what says how former releases were keeps its words, not its code and links: %s', (path, isHistory) => {
  const { project, mapping } = moveAll(PACKAGE, MOVES);
  const text = 'Added `pkg.a.X` and `python -m pkg.b`, see :mod:`pkg.a`.\n\n>>> import pkg.a\n';
  const linked = text.replace(':mod:`pkg.a', ':mod:`new.core.a').replace('import pkg.a', 'import new.core.a');
  const rewrittenText = applyEdits(text, rewriteDocument(project, mapping, path, text).edits);
  expect(rewrittenText === linked).toBe(isHistory);
});

test('a document among the tests: its examples follow, the rest is proposed', () => {
  const { project, mapping } = moveAll({ ...PACKAGE, 'tests/test_x.py': '' }, MOVES);
  const text = '```python\nfrom pkg import a\n```\n\n    >>> import pkg.a\n\nuse `pkg.a`\n';
  const { edits, review } = rewriteDocument(project, mapping, 'tests/data/x.md', text);
  expect(applyEdits(text, edits)).toBe(text.replace('import pkg.a', 'import new.core.a'));
  expect(review).toEqual([
    expect.objectContaining({
      line: 2,
      rule: 'TEST_DOCUMENT',
      proposal: { before: 'pkg', after: 'new.core' },
    }),
  ]);
});

test('code blocks and examples in documents', () => {
  const text =
    'About pkg.\n\n```python\nfrom pkg import a\na.X\n```\n\n    >>> import pkg.b\n    >>> pkg.b.y\n    1\n\n```sh\nimport pkg\n```\n';
  expect(documented(text)).toBe(
    'About pkg.\n\n```python\nfrom new.core import a\na.X\n```\n\n    >>> import new.interface.b\n    >>> new.interface.b.y\n    1\n\n```sh\nimport pkg\n```\n',
  );
});

test('a star import hides the submodule that has the name of what it brings', () => {
  const files = { ...PACKAGE, 'pkg/__init__.py': 'from .a import *\n', 'pkg/a.py': 'def a(): ...\n' };
  expect(moved({ ...files, 'tests/test_x.py': 'from pkg import a\n' }, MOVES)['tests/test_x.py']).toBe(
    'from new import a\n',
  );
});

test('a name that importing a submodule bound is imported explicitly', () => {
  expect(rewritten('pkg/__init__.py', 'from .a import X\n\nY = a.X\n')).toBe(
    'from .core import a\nfrom .core.a import X\n\nY = a.X\n',
  );
});

test('a name that importing a submodule bound may be deleted', () => {
  const text = (line: string, module: string) =>
    `try:\n    ${line}from ${module} import *\nexcept ImportError:\n    pass\ndel a\nb = 1\ndel b\n`;
  expect(rewritten('pkg/__init__.py', text('', '.a'))).toBe(text('from .core import a\n    ', '.core.a'));
});

test('a name bound in __init__ hides the submodule of that name', () => {
  const files = { ...PACKAGE, 'pkg/__init__.py': 'from .a import a\n', 'pkg/a.py': 'def a(): ...\n' };
  expect(
    moved({ ...files, 'tests/test_x.py': 'from pkg import a\nimport pkg\npkg.a()\n' }, MOVES)[
      'tests/test_x.py'
    ],
  ).toBe('from new import a\nimport new\nnew.a()\n');
});

test('a file that does not parse is left alone', () => {
  expect(rewritten('tests/test_x.py', 'import pkg\ndef (:\n')).toBe('import pkg\ndef (:\n');
});
