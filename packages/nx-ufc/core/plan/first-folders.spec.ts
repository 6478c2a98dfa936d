import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { proposeMap } from './propose';

test('a second package that is called like a slot keeps its name where a module of the first one has the same place', () => {
  const files = {
    'dags/backfill.py': 'from utils.backfill import f\nLIMIT = 1\n',
    'dags/other.py': 'from utils import backfill\nfrom dags import backfill as one\nA = 1\n',
    'utils/backfill.py': 'def f(x): return x\ndef g(x): return x\n',
  };
  const { modules } = proposeMap(analysisOf(files, loadBlueprint(), 'shop'), {
    package: 'au_sys_shop',
    derivesMetadata: true,
  });
  const targets = modules.map(({ target }) => target);
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets).toContain('src/au_sys_shop/core/utils/utils/backfill.py');
});
