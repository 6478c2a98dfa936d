import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const PACKAGING = `[project]
name = "pkg"
version = "1"
[project.entry-points."pkg.a.backends"]
x = "pkg.a.backends.x:X"
[project.entry-points."pkg.a.backends.aliases"]
y = "pkg.a.backends.x:X"
`;
const FILES = { 'pkg/__init__.py': '', 'pkg/a/__init__.py': '', 'pkg/a/backends/__init__.py': '' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a/__init__.py': 'src/new/core/a/__init__.py',
  'pkg/a/backends/__init__.py': 'src/new/core/a/backends/__init__.py',
};

test.each([
  ['x = find("pkg.a.backends", "x")\n', null],
  ['DEFAULTS = {"pkg.a.backends": "x", "pkg.a.backends.aliases": "y"}\n', null],
  ['x = find("pkg.a", "x")\n', 'x = find("new.core.a", "x")\n'],
  ['import importlib\nimportlib.import_module("pkg.a.backends")\n', 'import_module("new.core.a.backends")\n'],
  ['mock.patch("pkg.a.backends")\n', 'mock.patch("new.core.a.backends")\n'],
])('a group of entry points that the packaging declares is no module: %s', (text, after) => {
  const files = { ...FILES, 'pyproject.toml': PACKAGING, 'tests/test_a.py': text };
  const { project, mapping } = moveAll(files, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  expect(applyEdits(text, edits)).toContain(after ?? text);
  expect(review).toEqual([]);
});

test.each([
  ['looked_up("pkg.a")\n', null],
  ['looked_up(group="pkg.a")\n', null],
  ['imported("pkg.a")\n', 'imported("new.core.a")\n'],
])('what a function looks entry points up by is no module: %s', (call, after) => {
  const finder =
    'def looked_up(group):\n    return ExtensionManager(group)\ndef imported(name):\n    return import_module(name)\n';
  const text = `from pkg.find import looked_up, imported\n${call}`;
  const files = { ...FILES, 'pkg/find.py': finder, 'tests/test_a.py': text };
  const { project, mapping } = moveAll(files, { ...MOVES, 'pkg/find.py': 'src/new/find.py' });
  const { edits } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  expect(applyEdits(text, edits)).toContain(after ?? call);
});
