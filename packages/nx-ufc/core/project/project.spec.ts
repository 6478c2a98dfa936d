import { treeOf } from '../testing/project';
import { importEdges } from './import-graph';
import { buildProjectFacts } from './project-facts';

const build = (files: Record<string, string>) => buildProjectFacts('pkg', treeOf(files));

test('a module called like a test that the package imports is shipped; real tests are not', () => {
  const { modules } = build({
    'pkg/__init__.py': 'from .defaults import x\n',
    'pkg/defaults.py': 'from .tests import test_odd as x\n',
    'pkg/tests.py': 'from .util import y\ndef test_odd(): ...\n',
    'pkg/util.py': 'y = 1\n',
    'pkg/test_more.py': 'from .tests import test_odd\n',
    'tests/test_a.py': 'import pkg\n',
  });
  expect(modules.get('pkg.tests')?.area).toBe('shipped');
  expect(modules.get('pkg.test_more')?.area).toBe('test');
});

test('a submodule that may be missing is still the submodule', () => {
  const edges = (init: string) =>
    importEdges(build({ 'pkg/__init__.py': init, 'pkg/sub.py': '' })).map(
      (edge) => `${edge.from} → ${edge.to}`,
    );
  expect(edges('try:\n    from pkg import sub\nexcept ImportError:\n    sub = None\n')).toEqual([
    'pkg → pkg.sub',
  ]);
  expect(edges('from pkg import sub\nsub = object()\n')).toEqual([]);
});

test('a folder that holds hardly anything but tests is no package to ship, whatever it is called', () => {
  const files = {
    'pkg/__init__.py': '',
    't/__init__.py': '',
    't/mocks.py': '',
    't/unit/conftest.py': '',
    't/unit/test_a.py': '',
  };
  const { layout, modules } = build(files);
  expect(layout.roots.map((root) => root.name)).toEqual(['pkg']);
  expect(layout.tests).toContain('t');
  expect(modules.get('t.mocks')?.area).toBe('test');
  expect(build({ 't/__init__.py': '', 't/test_a.py': '' }).layout.roots.map((root) => root.name)).toEqual([
    't',
  ]);
});
