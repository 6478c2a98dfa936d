import { moveAll } from '../testing/moves';
import { references } from './references';
import { seenFrom } from './seen-from';

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

test('a service in a folder that is called like its package', () => {
  const { project, mapping } = moveAll(
    { 'shop/__init__.py': '', 'shop/a.py': '', 'poetry.lock': '' },
    { 'shop/__init__.py': 'src/new/__init__.py', 'shop/a.py': 'src/new/core/a.py' },
  );
  const { mapPath } = references({ ...mapping, places: { from: 'shop', to: 'capabilities/shop' } }, project);
  expect(['shop', 'shop/a.py', 'shop/shop/a.py', 'shop/poetry.lock', 'shop/gone'].map(mapPath)).toEqual([
    'src/new',
    'src/new/core/a.py',
    'capabilities/shop/src/new/core/a.py',
    'capabilities/shop/poetry.lock',
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

test('a folder that a service ran from holds no code any more; files in it name theirs from there', () => {
  const { project, mapping } = moveAll(
    { 'backend/app/__init__.py': '', 'backend/app/a.py': 'from app import b\n', 'backend/app/b.py': '' },
    { 'backend/app/__init__.py': 'src/new/__init__.py', 'backend/app/a.py': 'src/new/core/a.py' },
  );
  const names = references(mapping, project);
  expect(names.leftFolders).toEqual(['backend']);
  const { mapPath, newSearchPath } = seenFrom('backend/alembic.ini', names);
  expect([mapPath('app/a.py'), mapPath('gone.py'), newSearchPath]).toEqual([
    '../src/new/core/a.py',
    null,
    '../src',
  ]);
  expect(seenFrom('alembic.ini', names).mapPath('app/a.py')).toBeNull();
});

test('a program that names the settings of Django looks for what moves, too', () => {
  const settings = (name: string) =>
    `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${name}")\n`;
  const { project, mapping } = moveAll(
    {
      'shop/__init__.py': '',
      'shop/settings.py': '',
      'manage.py': settings('shop.settings'),
      'other.py': settings('shop.gone'),
    },
    { 'shop/__init__.py': 'src/new/__init__.py', 'shop/settings.py': 'src/new/settings.py' },
  );
  expect([...references(mapping, project).programs]).toEqual(['manage.py']);
});
