import { moveAll, moved } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const PACKAGE = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/b.py': '',
  'pkg/data/x.json': '{}',
  'pkg/locale/de/x.po': '',
  'tests/test_x.py': '',
  'tests/data/y.json': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/services/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
  'pkg/data/x.json': 'src/new/core/services/data/x.json',
  'pkg/locale/de/x.po': 'src/new/interface/locale/de/x.po',
};
const rewritten = (path: string, text: string) => moved({ ...PACKAGE, [path]: text }, MOVES)[path] ?? text;

test.each([
  [
    'tests/conftest.py',
    'import os, sys\nsys.path.insert(0, os.path.abspath(os.path.join(os.path.dirname(__file__), "..")))\n',
    'sys.path.insert(0, os.path.abspath(os.path.join(os.path.dirname(__file__), "..")) + "/src")',
    'after',
  ],
  [
    'scripts/run.py',
    'import sys\nfrom pathlib import Path\nROOT = Path(__file__).parents[1]\nif str(ROOT) not in sys.path:\n    sys.path.append(str(ROOT))  # run from anywhere\n',
    'sys.path.append(str(ROOT) + "/src")',
    'before',
  ],
  [
    'scripts/run.py',
    'import sys\nfrom os.path import dirname\nROOT = dirname(dirname(__file__))\nsys.path.insert(0, ROOT)\n',
    'sys.path.insert(0, str(ROOT) + "/src")',
    'after',
  ],
  [
    'docs/source/conf.py',
    "import os\nimport sys\nsys.path.insert(0, os.path.abspath('../..'))\n",
    `sys.path.insert(0, os.path.abspath('../..') + "/src")`,
    'after',
  ],
  ['tests/test_x.py', "import sys\nsys.path.insert(0, '.')\n", "sys.path.insert(0, 'src')", 'after'],
  [
    'scripts/x.py',
    'import os, sys\nsys.path.append(os.getcwd())\n',
    'sys.path.append(str(os.getcwd()) + "/src")',
    'before',
  ],
])('src is found where the folder of the project was put on sys.path: %s', (path, text, added, where) => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /sys\.path\.(insert|append)/.test(line));
  const indentation = /^ */.exec(lines[at])![0];
  lines.splice(where === 'after' ? at + 1 : at, 0, indentation + added);
  expect(rewritten(path, text)).toBe(lines.join('\n'));
});

test.each([
  [
    'tests/conftest.py',
    'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "helpers"))\n',
  ],
  ['docs/source/conf.py', "import os, sys\nsys.path.insert(0, os.path.abspath('..'))\n"],
  ['docs/source/conf.py', "import sys\nsys.path.insert(0, '.')\n"],
  ['docs/source/conf.py', "import os, sys\nsys.path.insert(0, os.path.abspath('/..'))\n"],
  ['tests/test_x.py', "import os, sys\nsys.path.insert(0, os.path.abspath('..'))\n"],
])('other folders on sys.path stay alone: %s', (path, text) => expect(rewritten(path, text)).toBe(text));

test.each([
  // what moved along stays as it is
  ['pkg/a.py', 'p = Path(__file__).parent / "data" / "x.json"\n', null],
  ['pkg/a.py', 'HERE = dirname(__file__)\np = join(HERE, "data")\n', null],
  ['tests/test_x.py', 'p = Path(__file__).parent / "data" / "y.json"\n', null],
  ['tests/test_x.py', 'p = Path(__file__).parent.parent / "pyproject.toml"\n', null],
  // the module went deeper
  [
    'pkg/a.py',
    'p = Path(__file__).parent.parent / "pyproject.toml"\n',
    'p = Path(__file__).parent.parent.parent.parent.parent / "pyproject.toml"\n',
  ],
  [
    'pkg/a.py',
    'p = Path(__file__).resolve().parents[1] / "pyproject.toml"\n',
    'p = Path(__file__).resolve().parents[4] / "pyproject.toml"\n',
  ],
  [
    'pkg/a.py',
    'ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\n',
    'ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))\n',
  ],
  // by another name of the function
  [
    'pkg/a.py',
    'import inspect\np = join(dirname(dirname(inspect.getfile(inspect.currentframe()))), "pyproject.toml")\n',
    'import inspect\np = join(dirname(dirname(dirname(dirname(dirname(inspect.getfile(inspect.currentframe())))))), "pyproject.toml")\n',
  ],
  [
    'tests/test_x.py',
    'import inspect\nimport pkg\np = Path(inspect.getsourcefile(pkg)).parent / "data" / "x.json"\n',
    'import inspect\nimport new\np = Path(inspect.getsourcefile(new)).parent / "core" / "services" / "data" / "x.json"\n',
  ],
  [
    'pkg/a.py',
    'import os\n_d = os.path.dirname\nf = open(_d(_d(__file__)) + "/pyproject.toml")\n',
    'import os\n_d = os.path.dirname\nf = open(_d(_d(_d(_d(_d(__file__))))) + "/pyproject.toml")\n',
  ],
  [
    'pkg/a.py',
    'from os.path import dirname as up\ndef f():\n    return g(up(up(__file__)), "pyproject.toml")\n',
    'from os.path import dirname as up\ndef f():\n    return g(up(up(up(up(up(__file__))))), "pyproject.toml")\n',
  ],
  ['pkg/a.py', 'd = os.path.dirname\nd = make()\nf = open(d(d(__file__)) + "/pyproject.toml")\n', null],
  // wherever an expression may stand
  ...[
    ['@mark(PATH)\ndef test(): ...\n'],
    ['class A:\n    def f(self, x=lambda: 0, p=PATH): return x\n'],
    ['with open(PATH) as f:\n    async def g(): return [x async for x in h(PATH)]\n'],
    ['match x:\n    case [y] if y == PATH:\n        print(f"{PATH}")\n'],
    ['try:\n    1\nexcept E:\n    f(**{"k": PATH}, *g(k=PATH))\n'],
    ['x: T[PATH] = 1\ndel y[PATH]\nfor a in PATH: ...\n'],
  ].map(([code]): [string, string, string] => [
    'pkg/a.py',
    code.replaceAll('PATH', 'Path(__file__).parents[1] / "pyproject.toml"'),
    code.replaceAll('PATH', 'Path(__file__).parents[4] / "pyproject.toml"'),
  ]),
  [
    'pkg/b.py',
    `m = f"see {join(__file__, os.pardir, 'data', 'x.json')}"\n`,
    `m = f"see {join(__file__, '..', '..', 'core', 'services', 'data', 'x.json')}"\n`,
  ],
  // what a function gives is a text, and what a class gives an object
  [
    'pkg/a.py',
    'p = Path(os.path.dirname(__file__)) / ".." / "pyproject.toml"\n',
    'p = Path(os.path.dirname(__file__)) / ".." / ".." / ".." / ".." / "pyproject.toml"\n',
  ],
  [
    'pkg/b.py',
    'p = Path(dirname(__file__)).resolve() / "data"\nq = str(Path(dirname(__file__))) + "/data"\n',
    'p = Path(dirname(__file__)).resolve().parent / "core" / "services" / "data"\nq = dirname(str(Path(dirname(__file__)))) + "/core/services/data"\n',
  ],
  // paths of django-environ
  [
    'pkg/a.py',
    'ROOT = environ.Path(__file__) - 2\np = [ROOT.path("pkg/data"), ROOT("pyproject.toml"), ROOT(x)]\n',
    'ROOT = environ.Path(__file__) - 5\np = [ROOT.path("src/new/core/services/data"), ROOT("pyproject.toml"), ROOT(x)]\n',
  ],
  ['pkg/b.py', 'x = Path(__file__) - y\n', null],
  // a function that gives one
  [
    'pkg/a.py',
    'def root():\n  """Where."""\n  return dirname(__file__)\np = join(root(), "..", "pyproject.toml")\n',
    'def root():\n  """Where."""\n  return dirname(dirname(dirname(__file__)))\np = join(root(), "..", "..", "pyproject.toml")\n',
  ],
  [
    'pkg/b.py',
    'def f(): return root() / "x.json"\ndef root(): return Path(__file__).parent / "data"\n',
    'def f(): return root() / "x.json"\ndef root(): return Path(__file__).parent.parent / "core" / "services" / "data"\n',
  ],
  ['pkg/a.py', 'def root(x): return dirname(__file__)\np = join(root(), "..", "pyproject.toml")\n', null],
  [
    'pkg/a.py',
    'def root(): return dirname(__file__)\ndef f(root): return join(root(), "..", "pyproject.toml")\n',
    null,
  ],
  [
    'pkg/a.py',
    'def root(): return dirname(__file__)\ndef root(): return "x"\np = join(root(), "..", "pyproject.toml")\n',
    null,
  ],
  // the folder of a package by its __path__
  [
    'tests/test_x.py',
    'import pkg\np = join(pkg.__path__[0], "data", "x.json")\n',
    'import new\np = join(new.__path__[0], "core", "services", "data", "x.json")\n',
  ],
  [
    'tests/test_x.py',
    'import sys\nBASE = join(sys.modules["pkg"].__path__[0], "locale")\nopen(join(BASE, f"{x}.po"))\n',
    'import sys\nBASE = join(sys.modules["new"].__path__[0], "interface", "locale")\nopen(join(BASE, f"{x}.po"))\n',
  ],
  ['pkg/__init__.py', 'p = join(__path__[0], "locale")\n', 'p = join(__path__[0], "interface", "locale")\n'],
  ['tests/test_x.py', 'import x\np = join(x.__path__[0], "locale")\n', null],
  // documents that doctest runs
  ['tests/test_x.py', 'doctest.DocFileSuite("../pkg/guide.txt", "data/y.json", x, package=None)\n', null],
  [
    'tests/test_x.py',
    'DocFileSuite("../pkg/data/x.json", "data/y.json", tearDown=x)\n',
    'DocFileSuite("../src/new/core/services/data/x.json", "data/y.json", tearDown=x)\n',
  ],
  [
    'tests/test_x.py',
    'testfile("data/x.json", package="pkg")\n',
    'testfile("core/services/data/x.json", package="new")\n',
  ],
  ['tests/test_x.py', 'testfile("../pkg/data/x.json", module_relative=False)\n', null],
  // a list of files below a folder
  [
    'pkg/b.py',
    'HERE = dirname(__file__)\nFILES = ["a.py", "data/x.json"]\nfor f in FILES: open(join(HERE, f))\n',
    'HERE = dirname(__file__)\nFILES = ["../core/services/a.py", "../core/services/data/x.json"]\nfor f in FILES: open(join(HERE, f))\n',
  ],
  ['pkg/b.py', 'HERE = dirname(__file__)\nFILES = ["a.py", "gone.py"]\nopen(join(HERE, f))\n', null],
  ['pkg/b.py', 'FILES = ["a.py", "data/x.json"]\nprint(__file__)\n', null],
  [
    'pkg/a.py',
    'ROOT = os.path.split(os.path.split(__file__)[0])[0]\n',
    'ROOT = os.path.split(os.path.split(os.path.split(os.path.split(os.path.split(__file__)[0])[0])[0])[0])[0]\n',
  ],
  [
    'tests/test_x.py',
    'ROOT = os.path.split(os.path.dirname(__file__))[0]\np = os.path.join(ROOT, "pkg", "a.py")\n',
    'ROOT = os.path.split(os.path.dirname(__file__))[0]\np = os.path.join(ROOT, "src", "new", "core", "services", "a.py")\n',
  ],
  [
    'pkg/a.py',
    'x = os.path.split(__file__)[1]\ny = "a".split(__file__, 1)[0]\nz = "a".split(sep=__file__)[0]\n',
    null,
  ],
  // parts of a path
  [
    'pkg/a.py',
    'import os\nROOT = os.sep.join(__file__.split(os.sep)[:-2])\nx = open(ROOT + "/README.md")\n',
    'import os\nROOT = os.sep.join(__file__.split(os.sep)[:-5])\nx = open(ROOT + "/README.md")\n',
  ],
  [
    'tests/test_x.py',
    'import os\nimport pkg\nname = pkg.__file__.split(os.sep)[-3]\n',
    'import os\nimport new\nname = new.__file__.split(os.sep)[-4]\n',
  ],
  ['tests/test_x.py', 'a = __file__.split("/")[-1]\nb = __file__.split(".")[-3]\n', null],
  // what is named went elsewhere
  [
    'pkg/b.py',
    'p = Path(__file__).parent / "data" / "x.json"\n',
    'p = Path(__file__).parent.parent / "core" / "services" / "data" / "x.json"\n',
  ],
  [
    'pkg/b.py',
    'p = join(dirname(__file__), "data/x.json")\n',
    'p = join(dirname(dirname(__file__)), "core/services/data/x.json")\n',
  ],
  [
    'pkg/b.py',
    'p = join(dirname(__file__), "..", "pyproject.toml")\n',
    'p = join(dirname(__file__), "..", "..", "..", "pyproject.toml")\n',
  ],
  [
    'pkg/__init__.py',
    'here = abspath(dirname(__file__))\ndef f(): return join(here, "data")\n',
    'here = abspath(dirname(__file__))\ndef f(): return join(here, "core", "services", "data")\n',
  ],
  [
    'pkg/__init__.py',
    'p = dirname(__file__) + "/data/x.json"\n',
    'p = dirname(__file__) + "/core/services/data/x.json"\n',
  ],
  [
    'pkg/__init__.py',
    'D = dirname(__file__)\np = f"{D}/data/{name}.json"\n',
    'D = dirname(__file__)\np = f"{D}/core/services/data/{name}.json"\n',
  ],
  // a name may be put behind the slash at the end
  [
    'pkg/__init__.py',
    'p = dirname(__file__) + "/data/"\nq = join(dirname(__file__), "data/") + x\n',
    'p = dirname(__file__) + "/core/services/data/"\nq = join(dirname(__file__), "core", "services", "data/") + x\n',
  ],
  [
    'tests/test_x.py',
    'p = join(dirname(__file__), "../pkg/data/") + x\nq = join(dirname(__file__), "..", "pkg", "data/")\nr = f"{dirname(__file__)}/../pkg/data/{x}"\n',
    'p = join(dirname(__file__), "../src/new/core/services/data/") + x\nq = join(dirname(__file__), "..", "src", "new", "core", "services", "data/")\nr = f"{dirname(__file__)}/../src/new/core/services/data/{x}"\n',
  ],
  [
    'tests/test_x.py',
    'p = join(dirname(__file__), "../pkg//data//x.json")\n',
    'p = join(dirname(__file__), "../src/new/core/services/data/x.json")\n',
  ],
  // from tests and scripts
  [
    'tests/test_x.py',
    'root = Path(__file__).parent.parent\ns = root / "pkg" / "data"\n',
    'root = Path(__file__).parent.parent\ns = root / "src" / "new" / "core" / "services" / "data"\n',
  ],
  [
    'tests/test_x.py',
    'f = join(\n    dirname(__file__),\n    "..",\n    "pkg",\n    "a.py",\n)\n',
    'f = join(\n    dirname(__file__),\n    "..",\n    "src",\n    "new",\n    "core",\n    "services",\n    "a.py",\n)\n',
  ],
  [
    'tests/test_x.py',
    'import pkg\np = Path(pkg.__file__).parent / "data/x.json"\n',
    'import new\np = Path(new.__file__).parent / "core/services/data/x.json"\n',
  ],
  [
    'tests/test_x.py',
    'from pkg import a\np = Path(a.__file__).parent / "data"\n',
    'from new.core.services import a\np = Path(a.__file__).parent / "data"\n',
  ],
  [
    'tests/test_x.py',
    'p = (Path(__file__).parent / "../pkg/a.py").read_text()\n',
    'p = (Path(__file__).parent / "../src/new/core/services/a.py").read_text()\n',
  ],
  // what is made at run time
  ['pkg/b.py', 'p = join(dirname(__file__), "locale", lang, "x.po")\n', null],
  [
    'pkg/a.py',
    'p = join(dirname(__file__), "locale", lang, "x.po")\n',
    'p = join(dirname(dirname(dirname(__file__))), "interface", "locale", lang, "x.po")\n',
  ],
  ['tests/test_x.py', 'out = Path(__file__).parent.parent / "build" / "x"\n', null],
  // resources
  [
    'tests/test_x.py',
    'p = files("pkg") / "data" / "x.json"\n',
    'p = files("new") / "core" / "services" / "data" / "x.json"\n',
  ],
  [
    'tests/test_x.py',
    'p = files("pkg").joinpath("data/x.json")\n',
    'p = files("new").joinpath("core/services/data/x.json")\n',
  ],
  [
    'pkg/b.py',
    'p = files(__package__) / "data" / "x.json"\n',
    'p = files("new") / "core" / "services" / "data" / "x.json"\n',
  ],
  ['pkg/a.py', 'p = files(__package__) / "data" / "x.json"\n', null],
  [
    'tests/test_x.py',
    'd = pkgutil.get_data("pkg", "data/x.json")\n',
    'd = pkgutil.get_data("new", "core/services/data/x.json")\n',
  ],
  [
    'tests/test_x.py',
    'd = resource_filename("pkg", "data/")\n',
    'd = resource_filename("new", "core/services/data/")\n',
  ],
  ['pkg/a.py', 'd = get_data(__name__, "data/x.json")\n', null],
  [
    'pkg/b.py',
    'd = get_data(__name__, "data/x.json")\n',
    'd = get_data("new", "core/services/data/x.json")\n',
  ],
  [
    'pkg/b.py',
    'd = read_text("pkg.data", "x.json")\n',
    'd = read_text("new.core.services.data", "x.json")\n',
  ],
  [
    'tests/test_x.py',
    'd = open_text("pkg", "data/x.json")\n',
    'd = open_text("new.core.services.data", "x.json")\n',
  ],
  ['pkg/b.py', 'e = PackageLoader("pkg", "locale")\n', 'e = PackageLoader("new", "interface/locale")\n'],
  // folders of web frameworks
  [
    'pkg/a.py',
    'app = Flask(__name__, static_folder="locale")\n',
    'app = Flask(__name__, static_folder="../../interface/locale")\n',
  ],
  ['pkg/b.py', 'app = Flask(__name__)\n', null],
  [
    'pkg/a.py',
    'app = Flask(__name__, static_folder="../public/", template_folder="./locale")\n',
    'app = Flask(__name__, static_folder="../../../../public", template_folder="../../interface/locale")\n',
  ],
  ['pkg/a.py', 'app = Flask(__name__, static_folder="../../public", template_folder="made")\n', null],
  [
    'pkg/a.py',
    'from flask import Flask\napp = Flask("pkg", static_folder="locale")\n',
    'from flask import Flask\napp = Flask("new", static_folder="interface/locale")\n',
  ],
  [
    'pkg/a.py',
    'from flask import Blueprint\nbp = Blueprint("pkg", "other", template_folder="locale")\n',
    null,
  ],
  [
    'pkg/templates.py',
    'bp = Blueprint("x", __name__, template_folder="data")\n',
    'bp = Blueprint("x", __name__, template_folder="../src/new/core/services/data")\n',
  ],
  // names that are something else
  ['pkg/a.py', 'HERE = dirname(__file__)\nHERE = "x"\np = join(HERE, "..", "pyproject.toml")\n', null],
  ['pkg/b.py', 'D = dirname(__file__)\ndef f(D): return join(D, "data")\n', null],
])('%s: %j', (path, before, after) => expect(rewritten(path, before)).toBe(after ?? before));

test.each([
  ['sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))\n', null],
  [
    'sys.path.append(str(Path(__file__).parents[1]))\nx = Path(__file__).parents[1] / "pyproject.toml"\n',
    'sys.path.append(str(Path(__file__).parents[1]))\nx = Path(__file__).parents[2] / "pyproject.toml"\n',
  ],
])('a module that moved puts the folder of the packages on the path: %j', (text, expected) => {
  const files = { 'pkg/__init__.py': '', 'pkg/tests.py': `import os, sys\n${text}`, 'pyproject.toml': '' };
  const moves = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/tests.py': 'src/new/tests.py' };
  expect(moved(files, moves)['pkg/tests.py'] ?? files['pkg/tests.py']).toBe(
    `import os, sys\n${expected ?? text}`,
  );
});

test.each([
  ['HERE = Path(__file__).parent\nx = path.is_relative_to(HERE)\n', true],
  ['HERE = dirname(__file__)\nx = path.startswith(HERE + os.sep)\n', true],
  ['HERE = Path(__file__).resolve().parent\nx = HERE in path.parents or HERE not in other.parents\n', true],
  ['warn("x", skip_file_prefixes=(os.path.dirname(__file__),))\n', true],
  ['HERE = Path(__file__).parent\nx = path.is_relative_to(HERE)\nload(HERE)\n', false],
  ['HERE = Path(__file__).parent\nx = HERE in folders\n', false],
])('the package of which it is asked what lies in it is the new one: %j', (text, follows) => {
  const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/a.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!);
  expect([edits.length > 0, review.length > 0]).toEqual([follows, !follows]);
});

test('a folder that another module takes from here may be used for more', () => {
  const files = {
    ...PACKAGE,
    'pkg/a.py': 'HERE = Path(__file__).parent\nx = path.is_relative_to(HERE)\n',
    'pkg/b.py': 'from .a import HERE\nload(HERE)\n',
  };
  const { project, mapping } = moveAll(files, MOVES);
  expect(rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!).review).toHaveLength(1);
});

test('a folder whose use is not known is proposed', () => {
  const text = 'HERE = Path(__file__).parent\nload(HERE)\n';
  const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/a.py': text }, MOVES);
  expect(rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!).review).toEqual([
    expect.objectContaining({
      line: 1,
      column: 8,
      rule: 'FILE_LOCATION',
      proposal: { before: 'Path(__file__).parent', after: 'Path(__file__).parent.parent.parent' },
    }),
  ]);
});

describe('a folder whose data went to its new place', () => {
  const files = { 'pkg/__init__.py': '', 'pkg/py.typed': '', 'pkg/data/x.json': '{}' };
  const moves = {
    'pkg/__init__.py': 'src/new/__init__.py',
    'pkg/py.typed': 'src/new/py.typed',
    'pkg/data/x.json': 'src/new/data/x.json',
    'pkg/a.py': 'src/new/core/utils/a.py',
  };
  const after = (text: string, more = {}) =>
    moved({ ...files, ...more, 'pkg/a.py': text }, moves)['pkg/a.py'];

  test('is followed by a function that gives it away', () =>
    expect(after('def root():\n    return os.path.dirname(__file__)\n')).toBe(
      'def root():\n    return os.path.dirname(os.path.dirname(os.path.dirname(__file__)))\n',
    ));

  test('is followed by a constant that is used as it is', () =>
    expect(after('HERE = Path(__file__).parent\nload(HERE)\n')).toBe(
      'HERE = Path(__file__).parent.parent.parent\nload(HERE)\n',
    ));

  test.each([['modules are looked for in it', 'for p in Path(__file__).parent.glob("*.py"): ...\n', {}]])(
    'is not, where %s',
    (_, text, more) => expect(after(text, more)).toBeUndefined(),
  );

  test('is followed where other data went elsewhere, but not along with the module', () => {
    const text = 'def root(): return dirname(__file__)\n';
    const place = (target: string) =>
      moved({ ...files, 'pkg/a.py': text, 'pkg/y.json': '' }, { ...moves, 'pkg/y.json': target })['pkg/a.py'];
    expect(place('src/new/interface/y.json')).toBe(
      'def root(): return dirname(dirname(dirname(__file__)))\n',
    );
    expect(place('src/new/core/utils/y.json')).toBeUndefined();
  });

  test('is not, where all of it went along with the module', () => {
    const along = { ...moves, 'pkg/data/x.json': 'src/new/core/utils/data/x.json' };
    for (const text of ['f(files(__package__).joinpath(n))\n', 'HERE = dirname(__file__)\nload(HERE)\n']) {
      const code = `from importlib.resources import files\n${text}`;
      const { project, mapping } = moveAll({ ...files, 'pkg/a.py': code }, along);
      expect(rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!)).toEqual({
        edits: [],
        review: [],
      });
    }
  });

  test('is not, where it has no data', () => {
    const bare = { 'pkg/__init__.py': '', 'pkg/py.typed': '' };
    const text = 'def f(): return dirname(__file__)\n';
    expect(moved({ ...bare, 'pkg/a.py': text }, moves)['pkg/a.py']).toBeUndefined();
  });
});

test('the folder of another module at the top is proposed', () => {
  const text = 'import one\nroot = dirname(one.__file__)\nload(root)\n';
  const files = { 'one.py': '', 'pyproject.toml': '', 'tests/test_x.py': text };
  const { project, mapping } = moveAll(files, { 'one.py': 'src/new/core/one.py' });
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
  const message = expect.stringContaining('as a folder, the project is now the capability; left');
  const after = 'dirname(dirname(dirname(dirname(one.__file__))))';
  const proposal = { before: 'dirname(one.__file__)', after };
  expect(review).toMatchObject([{ line: 2, rule: 'FILE_LOCATION', message, proposal }]);
});

test.each([
  ['ROOT = dirname(dirname(__file__))\npath = join(ROOT, "setup.py")\nload(path)\nopen(path)\n', [2]],
  ['load(Path(__file__).parent.parent / "setup.py")\n', [1]],
  ['ROOT = Path(__file__).parent.parent\nload(ROOT / "setup.py")\nload(ROOT / "gone.py")\n', [2]],
])('a file that does not come along is listed where it is read: %j', (text, lines) => {
  const files = { ...PACKAGE, 'setup.py': '', 'tests/test_x.py': text };
  const { project, mapping } = moveAll(files, MOVES);
  const paths = new Map([...mapping.paths].filter(([path]) => path !== 'setup.py'));
  const info = project.modulesByPath.get('tests/test_x.py')!;
  const { edits, review } = rewriteModule(project, { ...mapping, paths }, info);
  expect(edits).toEqual([]);
  const message = 'setup.py is read here, and does not come along';
  expect(review.map((one) => [one.line, one.rule, one.message])).toEqual(
    lines.map((line) => [line, 'PATH_REFERENCE', message]),
  );
});

test('nothing happens to a file that is nested without end', () => {
  const text = `x = __file__\ny = a${'.b()'.repeat(20_000)}\n`;
  expect(rewritten('pkg/a.py', text)).toBe(text);
});

test.each([
  'for p in root.glob("*.py"): ...',
  'os.listdir(root)',
  '(Path(__file__).parents[1] / "pkg").iterdir()',
])('a folder whose files went apart is listed by %s', (use) => {
  const text = `root = Path(__file__).parent.parent / "pkg"\n${use}\nopen(root)\n`;
  const { project, mapping } = moveAll({ ...PACKAGE, 'tests/test_x.py': text }, MOVES);
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
  expect(review.map(({ line, rule, message }) => [line, rule, message])).toEqual([
    [2, 'FOLDER_LISTED', 'lists the folder pkg, from which 2 of 3 files went elsewhere'],
  ]);
});

describe('what lies in the workspace beside the project', () => {
  const places = { from: 'libs/pkg', to: 'capabilities/pkg' };
  const beside = (path: string, text: string) =>
    moved({ ...PACKAGE, [path]: text }, MOVES, places)[path] ?? text;

  test.each([
    // the workspace itself
    [
      'pkg/a.py',
      'ROOT = Path(__file__).resolve().parents[3]\np = ROOT / "data" / "x"\n',
      'ROOT = Path(__file__).resolve().parents[6]\np = ROOT / "data" / "x"\n',
    ],
    ['tests/test_x.py', 'ROOT = Path(__file__).parents[3]\n', null],
    // a folder next to the old place
    [
      'pkg/a.py',
      'p = Path(__file__).parents[2] / "shared" / "x"\n',
      'p = Path(__file__).parents[6] / "libs" / "shared" / "x"\n',
    ],
    [
      'tests/test_x.py',
      'sys.path.insert(0, join(dirname(__file__), "../../shared"))\n',
      'sys.path.insert(0, join(dirname(__file__), "../../../libs/shared"))\n',
    ],
    // outside of the workspace
    ['pkg/a.py', 'p = Path(__file__).parents[9] / "x"\n', null],
  ])('%s: %j', (path, before, after) => expect(beside(path, before)).toBe(after ?? before));

  test('is listed where the form of the path cannot lead there', () => {
    const text = 'LIBS = Path(__file__).parents[2]\n';
    const { project, mapping } = moveAll({ ...PACKAGE, 'pkg/a.py': text }, MOVES, [], places);
    const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!);
    expect(edits).toEqual([]);
    expect(review.map(({ message }) => message)).toEqual([
      'the path leads to libs of the workspace, beside the project that moved; its form cannot be edited simply',
    ]);
  });

  test('is not looked for where the package came from outside of the workspace', () =>
    expect(
      moved({ ...PACKAGE, 'pkg/a.py': 'R = Path(__file__).parents[3]\n' }, MOVES, {
        from: '../pkg',
        to: 'capabilities/pkg',
      }),
    ).toEqual({}));
});

describe('names of texts are segments of a path', () => {
  test.each([
    [
      'NAME = "pkg"\nHERE = Path(__file__).parent\nopen(HERE / NAME / "a.py")\n',
      'open(HERE / "src" / "new" / "core" / "services" / "a.py")',
    ],
    [
      'N = "pkg"\nM = N\nopen(join(dirname(__file__), M, "a.py"))\n',
      '"src", "new", "core", "services", "a.py"',
    ],
    [
      'def f():\n  n = "a.py"\n  return join(dirname(__file__), "pkg", n)\n',
      '"src", "new", "core", "services", n)',
    ],
  ])('%j', (text, after) => expect(rewritten('setup.py', text)).toContain(after));

  test.each([
    'NAME = "pkg"\nNAME = "x"\nopen(Path(__file__).parent / NAME / "a.py")\n',
    'NAME = "pkg"\ndef f():\n  global NAME\n  NAME = 1\nopen(Path(__file__).parent / NAME / "a.py")\n',
    'NAME = "pkg"\ndef f(NAME):\n  open(Path(__file__).parent / NAME / "a.py")\n',
    'try:\n  from x import NAME\nexcept ImportError:\n  NAME = "pkg"\nopen(Path(__file__).parent / NAME / "a.py")\n',
    'class X:\n  NAME = "pkg"\n  def f(self):\n    open(Path(__file__).parent / NAME / "a.py")\n',
  ])('not when they may mean something else: %j', (text) => expect(rewritten('setup.py', text)).toBe(text));
});
