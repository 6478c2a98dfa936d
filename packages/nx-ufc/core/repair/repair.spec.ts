import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { planRepairs } from './plan-repairs';

const BASE = {
  'pyproject.toml':
    '[project]\nname = "au_sys_shop"\n[project.scripts]\nshop = "au_sys_shop.cli:main" # keep\n',
  'src/au_sys_shop/__init__.py': '',
  'src/au_sys_shop/core/__init__.py': '',
  'src/au_sys_shop/core/services/__init__.py': '',
  'src/au_sys_shop/core/services/table.py': 'class Table: ...\ndef rows(): ...\n',
  'src/au_sys_shop/core/utils/__init__.py': '',
  'src/au_sys_shop/core/utils/text.py': 'def slug(): ...\nLIMIT = 3\n',
  'src/au_sys_shop/interface/__init__.py': '',
  'src/au_sys_shop/interface/cli/__init__.py': '',
  'src/au_sys_shop/interface/cli/cli.py': 'def main(): ...\n',
};

function repair(files: Record<string, string>, former: Record<string, string> = {}) {
  const all = { ...BASE, ...files };
  const plan = planRepairs(buildProjectFacts('shop', treeOf(all)), former);
  const texts = Object.fromEntries(
    plan.files.map(({ path, edits }) => [path, applyEdits(all[path as keyof typeof all], edits)]),
  );
  return { texts, plan };
}

test('a project without broken imports needs nothing', () =>
  expect(
    repair({
      'pyproject.toml': BASE['pyproject.toml'].replace('.cli:', '.interface.cli.cli:'),
      'tests/test_a.py': 'from au_sys_shop.core.utils.text import slug\n',
    }).plan,
  ).toEqual({
    files: [],
    pyproject: null,
    open: [],
    broken: 0,
  }));

test('a module that left is found by its name, with references, strings and entry points', () => {
  const { texts, plan } = repair({
    'tests/test_a.py':
      'import au_sys_shop.table\nfrom unittest.mock import patch\nau_sys_shop.table.Table()\npatch("au_sys_shop.table.rows")\n',
    'src/au_sys_shop/core/services/use.py':
      'from .text import slug  # here\nfrom au_sys_shop.cli import main\n',
  });
  expect(texts).toEqual({
    'tests/test_a.py':
      'import au_sys_shop.core.services.table\nfrom unittest.mock import patch\nau_sys_shop.core.services.table.Table()\npatch("au_sys_shop.core.services.table.rows")\n',
    'src/au_sys_shop/core/services/use.py':
      'from ..utils.text import slug  # here\nfrom au_sys_shop.interface.cli.cli import main\n',
  });
  expect(plan.pyproject).toBe(
    BASE['pyproject.toml'].replace('au_sys_shop.cli:main', 'au_sys_shop.interface.cli.cli:main'),
  );
  expect(plan.open).toEqual([]);
});

test('a name that left its module is imported from where it is defined', () => {
  const { texts } = repair({
    'tests/test_a.py': 'from au_sys_shop.core.services.table import Table, LIMIT, slug as s\n',
  });
  expect(texts['tests/test_a.py']).toBe(
    'from au_sys_shop.core.services.table import Table\nfrom au_sys_shop.core.utils.text import LIMIT, slug as s\n',
  );
});

test('the old name of the package is known from the ledger', () => {
  const { texts } = repair(
    { 'tests/test_a.py': 'from shop.table import Table\nimport shop.text\nshop.text.slug()\n' },
    {
      shop: 'au_sys_shop',
      'shop.table': 'au_sys_shop.core.services.table',
      'shop.text': 'au_sys_shop.core.utils.gone',
    },
  );
  expect(texts['tests/test_a.py']).toBe(
    'from au_sys_shop.core.services.table import Table\nimport au_sys_shop.core.utils.text\nau_sys_shop.core.utils.text.slug()\n',
  );
});

test('several candidates, or none, are listed and nothing is changed', () => {
  const { plan } = repair({
    'src/au_sys_shop/core/models/__init__.py': '',
    'src/au_sys_shop/core/models/text.py': 'def slug(): ...\n',
    'tests/test_a.py': 'from au_sys_shop.text import slug\nfrom au_sys_shop import nowhere\n',
  });
  expect(plan.files).toEqual([]);
  expect(plan.open).toEqual([
    {
      path: 'tests/test_a.py',
      line: 1,
      column: 1,
      target: 'au_sys_shop.text.slug',
      candidates: ['au_sys_shop.core.models.text', 'au_sys_shop.core.utils.text'],
      near: null,
    },
    {
      path: 'tests/test_a.py',
      line: 2,
      column: 1,
      target: 'au_sys_shop.nowhere',
      candidates: [],
      near: null,
    },
  ]);
});

describe('entry points, also those of modules that nothing imports', () => {
  const pyproject = (tables: string) => ({
    'pyproject.toml': `[project]\nname = "au_sys_shop"\n${tables}`,
  });

  test('follow the one module that can be meant', () => {
    const { plan } = repair(
      pyproject(
        '[project.scripts]\nshop = "au_sys_shop.cli:main" # keep\nx = "json.tool:main"\n[project.entry-points.g]\nt = "au_sys_shop.core.services.table:slug"\n',
      ),
    );
    expect(plan.pyproject).toContain(
      'shop = "au_sys_shop.interface.cli.cli:main" # keep\nx = "json.tool:main"',
    );
    expect(plan.pyproject).toContain('t = "au_sys_shop.core.utils.text:slug"');
    expect(plan).toMatchObject({ broken: 2, open: [] });
  });

  test('are listed where several can be, or none', () => {
    const { plan } = repair({
      ...pyproject('[project.scripts]\na = "au_sys_shop.text:slug"\nb = "au_sys_shop.gone:main"\n'),
      'src/au_sys_shop/core/models/__init__.py': '',
      'src/au_sys_shop/core/models/text.py': 'def slug(): ...\n',
      'src/au_sys_shop/interface/cli/cli.py': '',
    });
    expect(plan.pyproject).toBeNull();
    expect(plan.open).toEqual([
      {
        path: 'pyproject.toml',
        line: 4,
        column: 6,
        target: 'au_sys_shop.text:slug',
        candidates: ['au_sys_shop.core.models.text', 'au_sys_shop.core.utils.text'],
        near: null,
      },
      {
        path: 'pyproject.toml',
        line: 5,
        column: 6,
        target: 'au_sys_shop.gone:main',
        candidates: [],
        near: null,
      },
    ]);
  });

  test('a broken one without another module is no other one', () =>
    expect(repair(pyproject('[project.scripts]\na = "au_sys_shop.core.utils.text:slug"\n')).plan.broken).toBe(
      0,
    ));
});

test('what is spelled almost so is named', () => {
  const { plan } = repair({
    'tests/test_a.py':
      'from au_sys_shop.core.utils.txet import nothing\nfrom au_sys_shop.core.utils.text import slugg\nimport au_sys_shop.core.utils.far_away\n',
  });
  expect(plan.open.map(({ near }) => near)).toEqual([
    'au_sys_shop.core.utils.text.nothing',
    'au_sys_shop.core.utils.text.slug',
    null,
  ]);
});

test('texts that alone name a missing module follow it; those that name no module of any name are left', () => {
  const { texts, plan } = repair({
    'tests/test_a.py':
      'from unittest.mock import patch\nfrom importlib import import_module\npatch("au_sys_shop.table.rows")\nimport_module("au_sys_shop.core.text")\nimport_module("au_sys_shop.core.nowhere")\npatch("au_sys_shop.core.utils.text.slug")\n',
  });
  expect(texts['tests/test_a.py']).toBe(
    'from unittest.mock import patch\nfrom importlib import import_module\npatch("au_sys_shop.core.services.table.rows")\nimport_module("au_sys_shop.core.utils.text")\nimport_module("au_sys_shop.core.nowhere")\npatch("au_sys_shop.core.utils.text.slug")\n',
  );
  expect(plan).toMatchObject({ open: [] });
});

test('a stub has names of types from stubs; a moved module takes its stub along', () => {
  const files = {
    'src/au_sys_shop/core/services/table.pyi': 'Row = dict[str, str]\nclass Table: ...\n',
    'src/au_sys_shop/core/utils/text.pyi': 'from ..services.table import Row, Table\n',
  };
  expect(repair({ 'pyproject.toml': '', ...files }).plan.broken).toBe(0);
  const { texts, plan } = repair({
    'pyproject.toml': '',
    ...files,
    'src/au_sys_shop/core/utils/text.pyi': 'from .table import Row, Table\nfrom .table import Gone\n',
  });
  expect(texts['src/au_sys_shop/core/utils/text.pyi']).toMatch(
    /^from \.\.services\.table import Row, Table\n/,
  );
  expect(plan.open.map(({ target }) => target)).toEqual(['au_sys_shop.core.utils.table.Gone']);
});

test('what stands below TYPE_CHECKING sees stubs, too', () =>
  expect(
    repair({
      'pyproject.toml': '',
      'src/au_sys_shop/core/services/table.pyi': 'Row = dict[str, str]\n',
      'tests/test_a.py':
        'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from au_sys_shop.core.services.table import Row\nfrom au_sys_shop.core.services.table import Row as Real\n',
    }).plan.open.map(({ line }) => line),
  ).toEqual([4]));

test('all modules of a package that moved are found again; an ignore file stays', () => {
  const { texts } = repair({
    'pyproject.toml': '',
    '.gitignore': 'dist/\n',
    'src/au_sys_shop/interface/shown/__init__.py': '',
    'src/au_sys_shop/interface/shown/page.py': '',
    'tests/test_a.py': 'from au_sys_shop.core import shown\nimport au_sys_shop.core.shown\n',
    'SERVICE_MANIFEST.yaml': 'core_modules:\n  - au_sys_shop.core.shown.page\n',
  });
  expect(texts['SERVICE_MANIFEST.yaml']).toBe('core_modules:\n  - au_sys_shop.interface.shown.page\n');
  expect(texts['.gitignore']).toBeUndefined();
});

test('of two modules of a name the one is meant that has the other names, too', () => {
  const { texts, plan } = repair({
    'pyproject.toml': '',
    'src/au_sys_shop/core/services/text.py': 'def slug(): ...\n',
    'tests/test_a.py': 'from au_sys_shop.old.text import slug\n',
    'tests/test_b.py': 'from au_sys_shop.old.text import LIMIT, slug\n',
  });
  expect(texts['tests/test_a.py']).toBe('from au_sys_shop.core.utils.text import slug\n');
  expect(plan).toMatchObject({ open: [], broken: 3 });
});

test('documents and configuration follow', () => {
  const { texts } = repair({
    'pyproject.toml': '',
    'tests/test_a.py': 'import au_sys_shop.core.services.text\n',
    'SERVICE_MANIFEST.yaml':
      'structure:\n  core_modules:\n    - au_sys_shop.core.services.text\n    - au_sys_shop.core.services.table\n',
    'README.md':
      'Use `au_sys_shop.core.services.text` of shop.\n\n```python\nfrom au_sys_shop.core.services.text import slug\n```\n',
    'notes.txt': 'au_sys_shop.core.services.text\n',
  });
  expect(texts['SERVICE_MANIFEST.yaml']).toBe(
    'structure:\n  core_modules:\n    - au_sys_shop.core.utils.text\n    - au_sys_shop.core.services.table\n',
  );
  expect(texts['README.md']).toBe(
    'Use `au_sys_shop.core.utils.text` of shop.\n\n```python\nfrom au_sys_shop.core.utils.text import slug\n```\n',
  );
  expect(texts['notes.txt']).toBeUndefined();
});
