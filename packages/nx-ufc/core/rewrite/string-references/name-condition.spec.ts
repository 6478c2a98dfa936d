import { moveAll, moved } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/interface/b.py',
  'pkg/sub/c.py': 'src/new/core/sub/c.py',
};
const rewritten = (text: string) =>
  moved({ ...FILES, 'tests/test_a.py': text }, MOVES)['tests/test_a.py'] ?? text;

test.each([
  ['name == "pkg" or name.startswith("pkg.")\n', 'name == "new" or name.startswith("new.")\n'],
  ['r.name.startswith("pkg.") or r.name == "pkg"\n', 'r.name.startswith("new.") or r.name == "new"\n'],
  ["x = n != 'pkg' and not n.startswith('pkg.')\n", "x = n != 'new' and not n.startswith('new.')\n"],
  [
    'x = [m for m in sys.modules if m.split(".")[0] == "pkg"]\n',
    'x = [m for m in sys.modules if m.split(".")[0] == "new"]\n',
  ],
  [
    'def f():\n    for m in sorted(sys.modules):\n        if m.startswith(("other.", "pkg.")) or m in ("x", "pkg"):\n            pass\n',
    'def f():\n    for m in sorted(sys.modules):\n        if m.startswith(("other.", "new.")) or m in ("x", "new"):\n            pass\n',
  ],
  [
    'def filter(record):\n    return record.name.startswith("pkg.")\n',
    'def filter(record):\n    return record.name.startswith("new.")\n',
  ],
  ['x = record["name"].startswith("pkg")\n', 'x = record["name"].startswith("new")\n'],
  ["x = event_dict['logger'] == 'pkg'\n", "x = event_dict['logger'] == 'new'\n"],
  ['x = C.__module__.startswith("pkg.")\n', 'x = C.__module__.startswith("new.")\n'],
  [
    'x = [r for r in caplog.records if r.name == "pkg"]\n',
    'x = [r for r in caplog.records if r.name == "new"]\n',
  ],
])('what is compared with names of modules and loggers: %s', (before, after) =>
  expect(rewritten(before)).toBe(after),
);

test.each([
  ['from pkg.a import NAME\nx = NAME == "pkg"\n', 'from new.core.a import NAME\nx = NAME == "new"\n'],
  ['from pkg import a\nassert a.OWN == "pkg.a"\n', 'from new.core import a\nassert a.OWN == "new.core.a"\n'],
  ['from pkg import a\nassert a.TITLE == "pkg"\n', 'from new.core import a\nassert a.TITLE == "pkg"\n'],
  ['from pkg import a\nassert a.OWN == "pkg"\n', 'from new.core import a\nassert a.OWN == "pkg"\n'],
])('names that hold the name of their module or package: %j', (before, after) => {
  const held = 'NAME = __name__.split(".")[0]\nOWN = __name__\nTITLE = "pkg"\n';
  const files = { ...FILES, 'pkg/a.py': held, 'tests/test_a.py': before };
  expect(moved(files, MOVES)['tests/test_a.py']).toBe(after);
});

test.each([
  'x = name == "pkg"\n',
  'x = name.startswith("pkg.")\n',
  'x = name == "pkg" or other.startswith("pkg.")\n',
  'x = [p for p in projects if p.name == "pkg"]\n',
  'x = [r for r in caplog.records if r.name.startswith("pkg.sub.")]\n',
])('what may be another name: %s', (text) => expect(rewritten(text)).toBe(text));

test.each([
  ['x = mod_name.startswith("pkg.")\n', 1],
  ['x = k.startswith("pkg.")\n', 0],
  ['x = name.startswith("pkg")\n', 0],
])('what a name may begin with is listed: %j', (text, count) => {
  const { project, mapping } = moveAll({ ...FILES, 'pkg/a.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!);
  expect([edits.length, review.length]).toEqual([0, count]);
});
