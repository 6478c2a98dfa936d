import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import type { MapEntry } from '../plan/types';
import { applyEdits } from '../text/edits';
import { references } from '../plan/references';
import { buildMoveMapping } from './mapping';
import { rewriteModule } from './rewrite-module';

const FILES = {
  'app.py': 'import models\nfrom models import X\nprint(models.X)\n',
  'models.py': 'X = 1\n',
  'tests/test_a.py': [
    'from unittest.mock import patch',
    'from services.orders import models, app as application',
    'from services.orders.models import X',
    '@patch("services.orders.models.X")',
    '@patch("models.X")',
    'def test(): ...',
    '',
  ].join('\n'),
};
const MOVES: Record<string, string> = {
  'app.py': 'src/new/interface/app.py',
  'models.py': 'src/new/core/models.py',
};

function migrated() {
  const tree = { ...treeOf(FILES), root: 'services/orders' };
  const project = buildProjectFacts('orders', tree, [], { required: new Set() });
  const entries = tree.files.map(
    ({ path }) => ({ source: path, target: MOVES[path] ?? path, action: 'move', layer: null }) as MapEntry,
  );
  return { project, mapping: buildMoveMapping(project, entries, 'src', { from: 'orders', to: 'new' }) };
}

test('code that is imported by two names follows by both', () => {
  const { project, mapping } = migrated();
  const info = project.modulesByPath.get('tests/test_a.py')!;
  const { text } = project.sources.get(info.path)!;
  expect(applyEdits(text, rewriteModule(project, mapping, info).edits).split('\n')).toEqual([
    'from unittest.mock import patch',
    'from new.interface import app as application',
    'from new.core import models',
    'from new.core.models import X',
    '@patch("new.core.models.X")',
    '@patch("new.core.models.X")',
    'def test(): ...',
    '',
  ]);
});

test('configuration may use either name', () => {
  const { project, mapping } = migrated();
  const { mapModule, knows } = references(mapping, project);
  expect(['app', 'services.orders.app', 'services.orders.models.X', 'services'].map(mapModule)).toEqual([
    'new.interface.app',
    'new.interface.app',
    'new.core.models.X',
    null,
  ]);
  expect(knows('services.orders.models.X')).toBe(true);
});

test('a second name is no path of a module where its package does not have what follows', () => {
  const text = 'reverse("orders:list")\nload("orders:X")\nload("orders.models:X")\n';
  const tree = treeOf({
    'manage.py':
      'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "apps"))\n',
    'apps/__init__.py': '',
    'apps/orders/__init__.py': 'X = 1\n',
    'apps/orders/models.py': 'from orders import X\n',
    'tests/test_a.py': `import apps.orders\n${text}`,
  });
  const project = buildProjectFacts('shop', tree, [], { required: new Set(['django']) });
  const entries = tree.files.map(({ path }) => {
    const target = path.startsWith('apps/') ? path.replace('apps/', 'src/new/') : path;
    return { source: path, target, action: 'move', layer: null } as MapEntry;
  });
  const mapping = buildMoveMapping(project, entries, 'src', { from: 'shop', to: 'new' });
  const info = project.modulesByPath.get('tests/test_a.py')!;
  const after = applyEdits(`import apps.orders\n${text}`, rewriteModule(project, mapping, info).edits);
  expect(after).toBe(
    'import new.orders\nreverse("orders:list")\nload("new.orders:X")\nload("new.orders.models:X")\n',
  );
});
