import { moveAll } from '../testing/moves';
import { references } from './references';

test('paths from the folder of the workspace follow, too', () => {
  const { project, mapping } = moveAll(
    { 'shop/__init__.py': '', 'shop/a.py': '', 'requirements.txt': '', 'conf/x.yml': '' },
    { 'shop/__init__.py': 'src/new/__init__.py', 'shop/a.py': 'src/new/core/a.py' },
  );
  const places = { from: 'services/shop', to: 'capabilities/shop' };
  const { mapPath } = references({ ...mapping, places }, project);
  expect(
    ['services/shop', 'services/shop/conf', 'services/shop/shop/a.py', 'services/shop/gone', 'services'].map(
      mapPath,
    ),
  ).toEqual([
    'capabilities/shop',
    'capabilities/shop/conf',
    'capabilities/shop/src/new/core/a.py',
    null,
    null,
  ]);
});

test('programs that stay and import what moves', () => {
  const { project, mapping } = moveAll(
    { 'shop/__init__.py': '', 'manage.py': 'import shop\n', 'other.py': 'import os\n' },
    { 'shop/__init__.py': 'src/new/__init__.py' },
  );
  expect([...references(mapping, project).programs]).toEqual(['manage.py']);
});
