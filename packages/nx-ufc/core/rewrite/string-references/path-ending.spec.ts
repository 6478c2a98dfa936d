import { moved } from '../../testing/moves';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/py.typed': '',
  'pkg/data/x.txt': '',
  'docs/x.md': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/py.typed': 'src/new/py.typed',
  'pkg/data/x.txt': 'src/new/core/data/x.txt',
};
const rewritten = (text: string, path = 'tests/test_a.py') =>
  moved({ ...FILES, [path]: text }, MOVES)[path] ?? text;

test.each([
  ['f.endswith("pkg/a.py")\n', 'f.endswith("new/core/a.py")\n'],
  ['f.endswith("/pkg/a.py")\n', 'f.endswith("/new/core/a.py")\n'],
  ['f.endswith("pkg/data")\n', 'f.endswith("new/core/data")\n'],
  ['assert "pkg/a.py:12" in text\n', 'assert "new/core/a.py:12" in text\n'],
  ['assert "pkg/py.typed" not in names\n', 'assert "new/py.typed" not in names\n'],
  [
    'import os\nassert os.path.join("pkg", "a.py") in text\n',
    'import os\nassert os.path.join("new", "core", "a.py") in text\n',
  ],
  [
    'import os\nf.endswith(os.path.join("pkg", "a.py"))\n',
    'import os\nf.endswith(os.path.join("new", "core", "a.py"))\n',
  ],
  ['assert trace.count("pkg/a.py") == 1\n', 'assert trace.count("new/core/a.py") == 1\n'],
  ['assert "pkg/data" in frame.filename\n', 'assert "new/core/data" in frame.filename\n'],
])('the end of a path of a module: %s', (before, after) => expect(rewritten(before)).toBe(after));

test.each([
  ['if "pkg/data" in frame.f_code.co_filename:\n    x()\n', 'new/core/data'],
  ['if filename.endswith("pkg/a.py"):\n    x()\n', 'new/core/a.py'],
  ['if frame_path.find("pkg/a.py") >= 0:\n    x()\n', 'new/core/a.py'],
])('shipped code that searches a path: %s', (text, path) =>
  expect(rewritten(text, 'pkg/__init__.py')).toContain(`"${path}"`),
);

test.each([
  'x = "/pkg/data" in request.path\n',
  'x = "pkg/a.py" in text\n',
  'x = text.endswith("pkg/a.py")\n',
])('shipped code that searches a text: %s', (text) => expect(rewritten(text, 'pkg/__init__.py')).toBe(text));

test.each([
  'f.endswith("pkg/gone.py")\n',
  'f.endswith("docs/x.md")\n',
  'assert "pkg/data" in types\n',
  'assert "./pkg/a.py" in text\n',
  'x = "pkg/a.py"\n',
])('what is another path: %s', (text) => expect(rewritten(text)).toBe(text));
