import { analysisOf } from '../../core/testing/project';
import { unresolvedImports } from '../../core/plan/unresolved';
import { loadBlueprint } from '../../platform/blueprint';
import { whatIsLeft, whatIsMissing } from './migration-summary';

const line = (test: string) => {
  const analysis = analysisOf(
    { 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n', 'tests/test_a.py': test },
    loadBlueprint(),
    'pkg',
  );
  return whatIsMissing(unresolvedImports(analysis), analysis);
};

test('what nothing answers is told; pytest is there in any case, and what is tried need not be', () => {
  expect(line('try:\n    import uwsgi\nexcept ImportError:\n    uwsgi = None\n')).toBeNull();
  expect(line('import pytest\nfrom _pytest.fixtures import x\n')).toBeNull();
  expect(line('import pytest\nimport uwsgi\n')).toBe(
    '     1  import of what is neither here nor declared: uwsgi (1); it is listed in LEDGER.md',
  );
  expect(line('import gevent\nimport gevent.monkey\nimport uwsgi\nimport pkg.gone\n')).toBe(
    '     4  imports of what is neither here nor declared: gevent (2), pkg.gone (1), uwsgi (1); each is listed in LEDGER.md',
  );
});

test('what stays in the legacy folder is told, apart from what goes with the files that it was made from', () => {
  const cache = { path: 'docs/__pycache__/', reason: 'cache' };
  expect(whatIsLeft([cache, { path: 'pkg/.DS_Store', reason: 'made by a tool' }])).toBeNull();
  expect(whatIsLeft([cache, { path: '.venv/', reason: 'installed packages' }])).toBe(
    '     1  stays where it is, no part of the package: .venv/ (installed packages)',
  );
  const pages = [...'abcdefg'].map((name) => ({ path: `${name}/.idea/`, reason: 'editor settings' }));
  expect(whatIsLeft(pages)).toMatch(
    /^ {5}7 {2}stay where they are, .*: a\/\.idea\/ \(editor settings\), .* …$/,
  );
});
