import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pyproject.toml': '' };
const HEAD = 'import os, sys\nfrom os.path import dirname\nfrom pathlib import Path\n';

function inPackage(text: string): string {
  const moves = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/tests.py': 'src/new/tests.py' };
  return moved({ ...FILES, 'pkg/tests.py': HEAD + text }, moves)['pkg/tests.py']?.slice(HEAD.length) ?? text;
}

test.each([
  ['env["PYTHONPATH"] = os.pathsep.join([dirname(dirname(__file__)), "x"])\n'],
  ['env["PYTHONPATH"] = os.pathsep.join(\n    [dirname(dirname(__file__))]\n)\n'],
  ['ROOT = dirname(dirname(__file__))\nenv["PYTHONPATH"] = ROOT\n'],
  ['ROOT = dirname(dirname(__file__))\nsys.path.insert(0, ROOT)\n'],
  ['x = {"PYTHONPATH": str(Path(__file__).parent.parent)}\n'],
  ['patch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))\n'],
  ['path = dirname(dirname(__file__)) + os.pathsep + path\n'],
])('the folder of the packages on the path of modules: %j', (text) => expect(inPackage(text)).toBe(text));

test.each([
  [
    'env["PYTHONPATH"] = x\nROOT = dirname(dirname(__file__))\nf(ROOT)\n',
    'dirname(dirname(dirname(__file__)))',
  ],
  [
    'ROOT = dirname(dirname(__file__))\nsys.path.insert(0, ROOT)\nx = ROOT + "/pyproject.toml"\n',
    'dirname(dirname(dirname(__file__)))',
  ],
  ['env["PATH"] = dirname(dirname(__file__))\n', 'dirname(dirname(dirname(__file__)))'],
])('what is the folder of the project, or may be: %j', (text, expected) =>
  expect(inPackage(text)).toContain(expected),
);

function inTests(text: string): string {
  const files = { ...FILES, 'tests/test_x.py': HEAD + 'import pkg\n' + text };
  const moves = { 'pkg/__init__.py': 'src/new/__init__.py' };
  return moved(files, moves)['tests/test_x.py'].slice(HEAD.length);
}

test.each([
  ['f(dirname(dirname(pkg.__file__)))\n', null],
  ['sys.path.insert(0, dirname(dirname(pkg.__file__)))\n', null],
  ['f(Path(pkg.__path__[0]).parent)\n', null],
  ['run(cwd=dirname(dirname(pkg.__file__)))\n', 'run(cwd=dirname(dirname(dirname(new.__file__))))\n'],
  ['os.listdir(dirname(dirname(pkg.__file__)))\n', 'os.listdir(dirname(dirname(dirname(new.__file__))))\n'],
  [
    'f(dirname(dirname(pkg.__file__)) + "/pyproject.toml")\n',
    'f(dirname(dirname(dirname(new.__file__))) + "/pyproject.toml")\n',
  ],
])('what lies above the package: %j', (text, expected) =>
  expect(inTests(text)).toBe(`import new\n${expected ?? text.replace('pkg.', 'new.')}`),
);
