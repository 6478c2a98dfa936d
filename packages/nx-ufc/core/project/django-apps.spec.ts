import { loadBlueprint } from '../../platform/blueprint';
import { buildInventory } from '../inventory/build';
import { proposeMap } from '../plan/propose';
import { capabilityNames } from '../blueprint/naming';
import { buildMoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { djangoAppOf } from './django-apps';

const blueprint = loadBlueprint();
const names = capabilityNames('shop', blueprint);
const MODEL = 'from django.db import models\nclass Item(models.Model): ...\n';
const VIEW =
  'from django.http import HttpResponse\nfrom .models import Item\ndef index(request): return HttpResponse()\n';
const CONFIG = 'from django.apps import AppConfig\nclass Config(AppConfig):\n    name = "orders"\n';
const MIGRATION =
  'from django.db import migrations\nclass Migration(migrations.Migration):\n    dependencies = [("orders", "0001")]\n';
const PROJECT = {
  'manage.py': '',
  'requirements.txt': 'django\n',
  'config/__init__.py': '',
  'config/settings.py': 'INSTALLED_APPS = ["django.contrib.admin", "catalog", "orders.apps.Config"]\n',
  'catalog/__init__.py': '',
  'catalog/models.py': MODEL,
  'orders/__init__.py': '',
  'orders/apps.py': CONFIG,
  'orders/models.py': MODEL,
  'orders/views.py': VIEW,
  'orders/migrations/__init__.py': '',
  'orders/migrations/0002_more.py': MIGRATION,
  'orders/templates/orders/index.html': '',
  'orders/tests.py':
    'from django.urls import reverse\nfrom orders.models import Item\nreverse("orders:index")\nx = "orders.Item"\n',
};

function migrated(files: Record<string, string>) {
  const analysis = analysisOf(files, blueprint, 'shop');
  const map = proposeMap(analysis, { package: names.package, derivesMetadata: true });
  const { project } = analysis;
  const mapping = buildMoveMapping(project, map.modules, 'src', { from: 'shop', to: names.package });
  const text = (path: string) =>
    applyEdits(files[path], rewriteModule(project, mapping, project.modulesByPath.get(path)!).edits);
  const targets = Object.fromEntries(map.modules.map(({ source, target }) => [source, target]));
  return { analysis, map, text, targets };
}

test('apps show in settings, in configurations and in migrations', () => {
  const { project } = analysisOf(
    {
      ...PROJECT,
      'stock/__init__.py': '',
      'stock/migrations/__init__.py': '',
      'stock/migrations/0001_initial.py': MIGRATION,
      'config/settings.py': 'INSTALLED_APPS = ["catalog", "orders.apps.Config", "server", "pages"]\n',
      'server/__init__.py': 'import socket\n',
      'pages/__init__.py': '',
      'pages/templates/pages/index.html': '',
    },
    blueprint,
    'shop',
  );
  expect(
    ['catalog.models', 'orders.migrations.0002_more', 'stock', 'config.settings', 'server', 'pages'].map(
      (name) => djangoAppOf(project, name),
    ),
  ).toEqual(['catalog', 'orders', 'stock', null, null, 'pages']);
});

test('an app moves as a whole, with its tests, data and migrations, and keeps its name', () => {
  const { targets, map } = migrated(PROJECT);
  const folder = 'src/au_sys_shop/interface/api/orders';
  for (const path of Object.keys(PROJECT).filter((one) => one.startsWith('orders/')))
    expect(targets[path]).toBe(`${folder}/${path.slice('orders/'.length)}`);
  expect(targets['catalog/models.py']).toMatch(/^src\/au_sys_shop\/\w+\/\w+\/catalog\/models\.py$/);
  expect(targets['manage.py']).toBe('manage.py');
  const views = map.modules.find(({ source }) => source === 'orders/migrations/0002_more.py');
  expect(views).toMatchObject({
    review: false,
    evidence: expect.arrayContaining(['the Django app orders moves as a whole']),
  });
});

test('settings and configurations follow; labels of apps and names of URLs stay', () => {
  const { text } = migrated(PROJECT);
  expect(text('orders/apps.py')).toContain('name = "au_sys_shop.interface.api.orders"');
  expect(text('config/settings.py')).toMatch(
    /"au_sys_shop\.\w+\.\w+\.catalog", "au_sys_shop\.interface\.api\.orders\.apps\.Config"/,
  );
  expect(text('orders/tests.py')).toContain('reverse("orders:index")\nx = "orders.Item"\n');
  expect(text('orders/tests.py')).toContain('from au_sys_shop.interface.api.orders.models import Item');
  expect(text('orders/migrations/0002_more.py')).toBe(MIGRATION);
});

test('a distribution that is one app keeps its package below the one of the capability', () => {
  const { targets } = migrated({
    'setup.py': 'from setuptools import setup\nsetup(name="orders", packages=["orders"])\n',
    'orders/__init__.py': '',
    'orders/apps.py': CONFIG,
    'orders/models.py': MODEL,
    'orders/views.py': VIEW,
  });
  expect(targets['orders/__init__.py']).toBe('src/au_sys_shop/interface/api/orders/__init__.py');
  expect(targets['orders/models.py']).toBe('src/au_sys_shop/interface/api/orders/models.py');
});

test('what a service without packaging requires is what the capability depends on', () => {
  const { analysis } = migrated(PROJECT);
  expect(buildInventory(analysis).dependencies).toMatchObject({ missing: [], unused: [] });
});
