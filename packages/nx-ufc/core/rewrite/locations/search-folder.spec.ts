import { moved } from '../../testing/moves';

const FILES = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/b.py': '',
  'pkg/sub/__init__.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
};
const after = (path: string, text: string) => moved({ ...FILES, [path]: text }, MOVES)[path];

test.each([
  ["'./pkg'", 'from a import x', "'./src/new/core'"],
  ['"pkg/"', 'import b', '"src/new/interface"'],
  ['"pkg"', 'import a, sub', '"src/new/core"'],
])(
  'the folder that modules are imported from by bare names is put on the path: %s, %s',
  (folder, line, now) => {
    const text = (path: string) => `import sys\ndef build():\n    sys.path.insert(0, ${path})\n    ${line}\n`;
    expect(after('hatch_build.py', text(folder))).toBe(text(now));
  },
);

test.each([
  // several places, none of them, outside of the project
  ['hatch_build.py', 'import sys\nsys.path.insert(0, "pkg")\nimport a, b\n'],
  ['hatch_build.py', 'import sys\nsys.path.insert(0, "pkg")\nimport other\n'],
  ['hatch_build.py', 'import sys\nsys.path.insert(0, "../pkg")\nimport a\n'],
])('other folders stay: %s, %j', (path, text) => expect(after(path, text)).toBeUndefined());
