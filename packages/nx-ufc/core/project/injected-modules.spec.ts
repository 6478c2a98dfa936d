import { treeOf } from '../testing/project';
import { isInjected } from './injected-modules';
import { buildProjectFacts } from './project-facts';

test.each([
  ['sys.modules["pkg.x"] = m\n', true],
  ['monkeypatch.setitem(sys.modules, "pkg.x", m)\n', true],
  ['with patch.dict("sys.modules", {"pkg.x": m}): ...\n', true],
  ['with patch.dict(sys.modules, {"pkg": m}): ...\n', false],
  ['sys.modules["pkg.x"]\n', false],
  ['x = sys.modules["pkg.x"] == y\n', false],
  ['monkeypatch.setitem(os.environ, "pkg.x", m)\nsys.modules\n', false],
])('modules that are put into the table: %j', (text, expected) => {
  const project = buildProjectFacts(
    'pkg',
    treeOf({ 'pkg/__init__.py': '', 'tests/test_a.py': `import sys\n${text}` }),
  );
  expect(isInjected(project, 'pkg.x')).toBe(expected);
});
