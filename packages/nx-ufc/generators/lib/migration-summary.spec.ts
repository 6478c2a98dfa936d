import { analysisOf } from '../../core/testing/project';
import { unresolvedImports } from '../../core/plan/unresolved';
import { loadBlueprint } from '../../platform/blueprint';
import { whatIsMissing } from './migration-summary';

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
