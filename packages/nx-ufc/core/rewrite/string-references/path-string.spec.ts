import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'docs/x.md': '' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

function result(text: string) {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_a.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  return { text: applyEdits(text, edits), rules: review.map(({ rule }) => rule) };
}

test.each([
  ['call(["pkg/", "--x"])\n', 'call(["src/new/", "--x"])\n', []],
  ['call(["./pkg/*.py", "docs/"])\n', 'call(["./src/new/*.py", "docs/"])\n', []],
  ['st.navigation([st.Page("pkg/a.py")])\n', 'st.navigation([st.Page("src/new/core/a.py")])\n', []],
  ['AppTest.from_file("pkg/a.py")\n', 'AppTest.from_file("src/new/core/a.py")\n', []],
  [
    'skill_path = "pkg/a.py"\nname = "pkg/a.py"\n',
    'skill_path = "src/new/core/a.py"\nname = "pkg/a.py"\n',
    ['PATH_REFERENCE'],
  ],
  ['f(path="pkg/a.py")\n', 'f(path="src/new/core/a.py")\n', []],
  [
    '@vcr.use_cassette("pkg/a.py", x=1)\ndef test(): ...\n',
    '@vcr.use_cassette("src/new/core/a.py", x=1)\ndef test(): ...\n',
    [],
  ],
  [
    'Jinja2Templates(directory="pkg/")\nStaticFiles(directory="./pkg/")\n',
    'Jinja2Templates(directory="src/new/")\nStaticFiles(directory="./src/new/")\n',
    [],
  ],
  ['listdir("pkg/")\n', 'listdir("src/new/")\n', []],
  ['loader.discover("./pkg/")\n', 'loader.discover("./src/new/")\n', []],
  ['unittest.TestLoader().discover("./pkg/")\n', 'unittest.TestLoader().discover("./src/new/")\n', []],
  ['unittest.TestLoader().discover("pkg")\n', 'unittest.TestLoader().discover("pkg")\n', ['PATH_REFERENCE']],
  ['find(["pkg/__*.py"])\n', 'find(["src/new/__*.py"])\n', []],
  ['find(["pkg/a*.py"])\n', 'find(["pkg/a*.py"])\n', ['PATH_REFERENCE']],
  ['coverage.Coverage(include="pkg/*")\n', 'coverage.Coverage(include="src/new/*")\n', []],
  ['setup(cffi_modules=["pkg/a.py:ffi"])\n', 'setup(cffi_modules=["src/new/core/a.py:ffi"])\n', []],
  ['call(["pkg/a.py:7", "pkg/:a"])\n', 'call(["pkg/a.py:7", "pkg/:a"])\n', []],
  ['f("pkg")\ng("pkg/")\n', 'f("pkg")\ng("pkg/")\n', ['PATH_REFERENCE', 'PATH_REFERENCE']],
  ['f(x="pkg", to_dir="pkg")\n', 'f(x="pkg", to_dir="pkg")\n', ['PATH_REFERENCE']],
  ['f("pkg")\ng("docs/")\n', 'f("pkg")\ng("docs/")\n', []],
  ['x = "pkg/"\n', 'x = "pkg/"\n', ['PATH_REFERENCE']],
  [
    'chdir("../pkg")\nopen("../pkg/a.py")\n',
    'chdir("../pkg")\nopen("../pkg/a.py")\n',
    ['PATH_REFERENCE', 'PATH_REFERENCE'],
  ],
  ['open("../docs/x.md")\nopen("../gone")\n', 'open("../docs/x.md")\nopen("../gone")\n', []],
  ['run("../tests/test_a.py")\n', 'run("../tests/test_a.py")\n', []],
  [
    'x = [("pkg/*", "pkg/*; q=1"), "pkg/gone; q=2"]\n',
    'x = [("pkg/*", "pkg/*; q=1"), "pkg/gone; q=2"]\n',
    ['PATH_REFERENCE'],
  ],
  [
    'g("x", "-c=pkg/a.py", "--root=pkg/", "--x=pkg/gone", "--x=docs/x.md")\n',
    'g("x", "-c=src/new/core/a.py", "--root=pkg/", "--x=pkg/gone", "--x=docs/x.md")\n',
    ['PATH_REFERENCE'],
  ],
  ['call(["pkg", "gone/"])\n', 'call(["pkg", "gone/"])\n', []],
  [
    'import os\nopen(os.path.join("pkg", "a.py"))\n',
    'import os\nopen(os.path.join("src", "new", "core", "a.py"))\n',
    [],
  ],
  [
    'from os import path\npath.exists(path.join("pkg/a.py"))\n',
    'from os import path\npath.exists(path.join("src", "new", "core", "a.py"))\n',
    [],
  ],
  [
    'import os\nf(os.path.join("pkg", "a.py"))\nf(os.path.join("docs", "x.md"))\nopen(os.path.join(x, "pkg", "a.py"))\n',
    'import os\nf(os.path.join("pkg", "a.py"))\nf(os.path.join("docs", "x.md"))\nopen(os.path.join(x, "pkg", "a.py"))\n',
    ['PATH_REFERENCE'],
  ],
])('%j', (before, after, rules) => expect(result(before)).toEqual({ text: after, rules }));

test('paths that a setup.py joins begin at its folder', () => {
  const text = (path: string) =>
    `import os\nE = [Extension("x", [os.path.normcase(os.path.join(${path}))])]\n`;
  const files = { ...FILES, 'pkg/sub/x.c': '', 'setup.py': text('"pkg", "sub", name') };
  const { project, mapping } = moveAll(files, { ...MOVES, 'pkg/sub/x.c': 'src/new/core/sub/x.c' });
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('setup.py')!);
  expect(applyEdits(files['setup.py'], edits)).toBe(text('"src", "new", "core", "sub", name'));
});

test.each([
  ['setup.py', 'from helper import x\n', 'open(os.path.join(here(), "pkg", "a.py"))\n', true],
  [
    'helper.py',
    'import helper\n',
    'def f(x="pkg/a.py"): ...\nopen(os.path.join(HERE, "pkg", "a.py"))\n',
    true,
  ],
  ['helper.py', 'import other\n', 'f(os.path.join(HERE, "pkg", "a.py"))\n', false],
  ['setup.py', '', 'open(os.path.join(HERE, "pkg", name))\n', false],
  ['tests/helper.py', 'import helper\n', 'open(os.path.join(HERE, "pkg", "a.py"))\n', false],
])('paths that a build joins to its folder, in %s beside %j: %j', (path, setup, code, follows) => {
  const text = `import os\n${code}`;
  const files = { ...FILES, 'setup.py': setup, [path]: text };
  const { project, mapping } = moveAll(files, MOVES);
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get(path)!);
  const expected = text
    .replace('"pkg", "a.py"', '"src", "new", "core", "a.py"')
    .replace('"pkg/a.py"', '"src/new/core/a.py"');
  expect(applyEdits(text, edits)).toBe(follows ? expected : text);
});

test.each([
  ['["pkg/sub/_c" + suffix]\n', '["src/new/core/sub/_c" + suffix]\n'],
  ['["pkg/sub/_d" + suffix]\n', '["pkg/sub/_d" + suffix]\n'],
  ['["pkg/sub/_c", suffix]\n', '["pkg/sub/_c", suffix]\n'],
])('paths of a build script whose suffix is added: %j', (text, after) => {
  const files = { ...FILES, 'pkg/sub/_c.pyx': '', 'pkg/sub/_c.pxd': '', 'setup.py': text };
  const { project, mapping } = moveAll(files, {
    ...MOVES,
    'pkg/sub/_c.pyx': 'src/new/core/sub/_c.pyx',
    'pkg/sub/_c.pxd': 'src/new/core/sub/_c.pxd',
  });
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('setup.py')!);
  expect(applyEdits(text, edits)).toBe(after);
});

test.each([
  [
    'setup(ext_modules=e)\no["name"] = "pkg.sub._c"\n',
    'setup(ext_modules=e)\no["name"] = "new.core.sub._c"\n',
  ],
  [
    'x = [Extension("pkg.sub." + n, ["pkg/sub/" + n + ".c"]) for n in N]\n',
    'x = [Extension("new.core.sub." + n, ["src/new/core/sub/" + n + ".c"]) for n in N]\n',
  ],
  ['Extension(f"pkg.sub._{n}", s)\nf("pkg. + ")\n', 'Extension(f"new.core.sub._{n}", s)\nf("pkg. + ")\n'],
  ['setup(ext_modules=e)\nf(x="pkg.bare._c")\n', 'setup(ext_modules=e)\nf(x="new.core.bare._c")\n'],
  [
    'Extension("pkg.sub._typed", s)\ndef f(name="pkg.sub._typed"): ...\n',
    'Extension("new.core.sub._typed", s)\ndef f(name="new.core.sub._typed"): ...\n',
  ],
  ['Extension("pkg.a", ["pkg/a.c"])\n', 'Extension("new.core.a", ["pkg/a.c"])\n'],
  ['x = "pkg." + n\n', 'x = "pkg." + n\n'],
  ['x = Extension("pkg." + n)\n', 'x = Extension("new." + n)\n'],
  ['o["name"] = "pkg.sub._c"\n', 'o["name"] = "pkg.sub._c"\n'],
  ['f(Extension(**o), "pkg.conf", "pkg.data")\n', 'f(Extension(**o), "pkg.conf", "pkg.data")\n'],
])('names that a build script compiles are said elsewhere, too: %j', (text, after) => {
  const files = {
    ...FILES,
    'pkg/sub/__init__.py': '',
    'pkg/bare/m.py': '',
    'pkg/sub/_typed.pyi': '',
    'x/pkg.data': '',
    'setup.py': text,
  };
  const { project, mapping } = moveAll(files, {
    ...MOVES,
    'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
    'pkg/bare/m.py': 'src/new/core/bare/m.py',
  });
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('setup.py')!);
  expect(applyEdits(text, edits)).toBe(after);
});

test.each([
  [
    'x = [f"pkg/sub/{n}.c"] + glob.glob("pkg/sub/_*.c")\n',
    'x = [f"src/new/core/sub/{n}.c"] + glob.glob("src/new/core/sub/_*.c")\n',
  ],
  [
    'x = f"./pkg/sub/lib_{n}"\ny = f"pkg/sub/{a}/{b}"\n',
    'x = f"./src/new/core/sub/lib_{n}"\ny = f"pkg/sub/{a}/{b}"\n',
  ],
  ['x = [f"pkg/apart/{n}.c"]\n', 'x = [f"pkg/apart/{n}.c"]\n'],
])('some files of a folder that moved as a whole: %j', (text, after) => {
  const files = {
    ...FILES,
    'pkg/sub/_c.c': '',
    'pkg/apart/_a.c': '',
    'pkg/apart/__init__.py': '',
    'setup.py': text,
  };
  const { project, mapping } = moveAll(files, {
    ...MOVES,
    'pkg/sub/_c.c': 'src/new/core/sub/_c.c',
    'pkg/apart/__init__.py': 'src/new/apart/__init__.py',
    'pkg/apart/_a.c': 'src/new/core/_a.c',
  });
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('setup.py')!);
  expect(applyEdits(text, edits)).toBe(after);
});

test.each([
  ['\napidoc_module_dir = "../pkg"\n', '\napidoc_module_dir = "../src/new"\n'],
  [
    '\nautoapi_dirs = [\n    "../docs",\n    "../pkg",\n]\nx = "../pkg"\n',
    '\nautoapi_dirs = [\n    "../docs",\n    "../src/new",\n]\nx = "../pkg"\n',
  ],
  [
    'apidoc_modules = [{"path": "../pkg", "destination": "x"}]\n',
    'apidoc_modules = [{"path": "../src/new", "destination": "x"}]\n',
  ],
])('folders of a package in the settings of Sphinx: %j', (before, after) => {
  const { project, mapping } = moveAll({ ...FILES, 'docs/conf.py': before }, MOVES);
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('docs/conf.py')!);
  expect(applyEdits(before, edits)).toBe(after);
});

test('what a test finds in a wheel is listed', () => {
  const files = {
    'src/pkg/__init__.py': '',
    'src/pkg/a.py': '',
    'tests/test_a.py': 'x = {"pkg/a.py", "pkg/gone.py"}\n',
  };
  const moves = { 'src/pkg/__init__.py': 'src/new/__init__.py', 'src/pkg/a.py': 'src/new/core/a.py' };
  const { project, mapping } = moveAll(files, moves);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  expect([edits, review.map(({ rule, proposal }) => [rule, proposal?.after])]).toEqual([
    [],
    [['PATH_REFERENCE', 'new/core/a.py']],
  ]);
});

test('the path of a file is listed in shipped code', () => {
  const text = 'x = ["./pkg/a.py", "pkg/a.py", "./pkg/gone.py"]\n';
  const files = { ...FILES, 'pyproject.toml': '[project]\nname = "pkg"\n', 'pkg/b.py': text };
  const { project, mapping } = moveAll(files, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  expect([edits, review.map(({ proposal }) => proposal?.after)]).toEqual([
    [],
    ['src/new/core/a.py', 'src/new/core/a.py'],
  ]);
});
