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
