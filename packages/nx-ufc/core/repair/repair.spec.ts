import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { describeRepairs } from './describe';
import { followLedger } from './follow-ledger';
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

function repair(
  files: Record<string, string>,
  former: Record<string, string> = {},
  generated: readonly string[] = [],
  placed: readonly string[] = [],
) {
  const all = { ...BASE, ...files };
  const project = buildProjectFacts('shop', treeOf(all));
  const plan = planRepairs(project, { former, placed, generated: new Set(generated) });
  const texts = Object.fromEntries(
    plan.files.map(({ path, edits }) => [path, applyEdits(all[path as keyof typeof all], edits)]),
  );
  return { texts, plan, said: describeRepairs('capabilities/shop', plan, project) };
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
    moved: {},
    review: [],
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

describe('a capability that a person reorganised', () => {
  const CLI = 'src/au_sys_shop/interface/cli';
  const reorganised = {
    'pyproject.toml': BASE['pyproject.toml'].replace('.cli:', '.interface.cli.shell:'),
    [`${CLI}/shell.py`]: 'def run(): ...\n',
  };

  test('names of a package that left mean the modules that were in it', () => {
    const { texts, plan } = repair({
      ...reorganised,
      [`${CLI}/shell.py`]: 'def main(): ...\n',
      'tests/test_a.py':
        'from au_sys_shop.core.lib import table, text\nfrom au_sys_shop.core.services import text as t\ntable.rows()\n',
    });
    expect(texts['tests/test_a.py']).toBe(
      'from au_sys_shop.core.utils import text\nfrom au_sys_shop.core.services import table\nfrom au_sys_shop.core.utils import text as t\ntable.rows()\n',
    );
    expect(plan.open).toEqual([]);
    expect(plan.broken).toBe(3);
  });

  test('a folder that is called otherwise is found, in documents and in the list of packages, too', () => {
    const { texts, plan } = repair({
      'pyproject.toml':
        '[tool.setuptools]\npackages = ["au_sys_shop", "au_sys_shop.core", "au_sys_shop.core.helpers"] # ours\n',
      'docs/use.rst': 'See :mod:`au_sys_shop.core.helpers`.\n',
      'tests/test_a.py': 'from au_sys_shop.core.helpers.text import slug\n',
    });
    expect(texts).toEqual({
      'docs/use.rst': 'See :mod:`au_sys_shop.core.utils`.\n',
      'tests/test_a.py': 'from au_sys_shop.core.utils.text import slug\n',
    });
    expect(plan.pyproject).toBe(
      '[tool.setuptools]\npackages = ["au_sys_shop", "au_sys_shop.core", "au_sys_shop.core.utils"] # ours\n',
    );
  });

  test('a package that is called otherwise is the one with most of its modules, not a module of its name', () => {
    const WORDS = 'src/au_sys_shop/core/utils/words';
    const { texts, plan } = repair(
      {
        'pyproject.toml': '',
        [`${WORDS}/__init__.py`]: 'from .phrases import Phrase\n',
        [`${WORDS}/phrases.py`]: 'class Phrase: ...\n',
        [`${WORDS}/checks.py`]: 'def check(): ...\n',
        [`${WORDS}/quotes.py`]: '',
        'src/au_sys_shop/core/services/lists.py': 'def first(): ...\n',
        'tests/test_a.py':
          'from au_sys_shop.core.utils.phrases import Phrase, checks\nimport au_sys_shop.core.utils.phrases.lists\n',
        'SERVICE_MANIFEST.yaml': 'core_modules:\n  - au_sys_shop.core.utils.phrases.quotes\n',
      },
      Object.fromEntries(
        ['', '.phrases', '.checks', '.lists', '.quotes'].map((leaf) => [
          `shop.phrases${leaf}`,
          `au_sys_shop.core.utils.phrases${leaf}`,
        ]),
      ),
    );
    expect(texts).toEqual({
      'tests/test_a.py':
        'from au_sys_shop.core.utils.words import Phrase, checks\nimport au_sys_shop.core.services.lists\n',
      'SERVICE_MANIFEST.yaml': 'core_modules:\n  - au_sys_shop.core.utils.words.quotes\n',
    });
    expect(plan.open).toEqual([]);
  });

  test('a module that is called otherwise is the one that has all that is asked of it', () => {
    const { texts, plan } = repair({
      ...reorganised,
      [`${CLI}/shell.py`]: 'from ...core.services.table import stop\ndef start(): ...\n',
      'src/au_sys_shop/core/services/table.py': 'def run(): ...\ndef stop(): ...\n',
      'tests/test_a.py':
        'import sys, subprocess\nfrom au_sys_shop.interface.cli.app import start\nfrom au_sys_shop.interface.cli.app import stop\nsubprocess.run([sys.executable, "-m", "au_sys_shop.interface.cli.app"])\n',
    });
    expect(texts['tests/test_a.py']).toBe(
      'import sys, subprocess\nfrom au_sys_shop.interface.cli.shell import start\nfrom au_sys_shop.interface.cli.shell import stop\nsubprocess.run([sys.executable, "-m", "au_sys_shop.interface.cli.shell"])\n',
    );
    // The entry point asks for a name that only cli.py has.
    expect(plan.pyproject).toBe(reorganised['pyproject.toml'].replace('.shell:', '.cli:'));
  });

  test('a package with a module that is called otherwise, too, is where both are', () => {
    const WORDS = 'src/au_sys_shop/core/utils/words';
    const { plan } = repair(
      {
        'pyproject.toml': '',
        [`${WORDS}/__init__.py`]: '',
        [`${WORDS}/phrases.py`]: 'class Phrase: ...\n',
        [`${WORDS}/checks.py`]: 'def check(): ...\n',
        'tests/test_a.py':
          'from au_sys_shop.core.utils.old.sayings import Phrase\nfrom au_sys_shop.core.utils.old.checks import check\n',
      },
      Object.fromEntries(
        ['', '.sayings', '.checks', '.gone', '.left'].map((leaf) => [
          `shop.old${leaf}`,
          `au_sys_shop.core.utils.old${leaf}`,
        ]),
      ),
    );
    expect(plan.moved).toEqual({
      'au_sys_shop.core.utils.old': 'au_sys_shop.core.utils.words',
      'au_sys_shop.core.utils.old.sayings': 'au_sys_shop.core.utils.words.phrases',
      'au_sys_shop.core.utils.old.checks': 'au_sys_shop.core.utils.words.checks',
    });
  });

  test('the ledger follows modules that left a package, or are called otherwise in it, when it is called otherwise', () => {
    const PAGES = 'src/au_sys_shop/core/utils/pages';
    const { plan } = repair(
      {
        'pyproject.toml': '',
        [`${PAGES}/__init__.py`]: 'from .table_of import rows_of\nfrom .leaf import turn\n',
        [`${PAGES}/side.py`]: '',
        [`${PAGES}/note.py`]: '',
        [`${PAGES}/list_of.py`]: 'def rows_of(): ...\n',
        'src/au_sys_shop/core/leaf.py': 'def turn(): ...\n',
        'tests/test_a.py': 'import au_sys_shop.core.utils.page\n',
      },
      Object.fromEntries(
        ['', '.side', '.note', '.table_of', '.leaf'].map((leaf) => [
          `shop.page${leaf}`,
          `au_sys_shop.core.utils.page${leaf}`,
        ]),
      ),
    );
    const expected = { leaf: 'au_sys_shop.core.leaf', table_of: 'au_sys_shop.core.utils.pages.list_of' };
    for (const [leaf, now] of Object.entries(expected))
      expect(plan.moved[`au_sys_shop.core.utils.page.${leaf}`]).toBe(now);
  });

  test('a star in a package that is called otherwise wants what others ask of its module, not a file that was made', () => {
    const PAGES = 'src/au_sys_shop/core/utils/pages';
    const { texts } = repair(
      {
        'pyproject.toml': '',
        [`${PAGES}/__init__.py`]: 'from .page import *\n',
        [`${PAGES}/side.py`]: '',
        [`${PAGES}/list_of.py`]: 'def rows_of(): ...\n',
        'src/au_sys_shop/page/__init__.py': '',
        'tests/test_a.py': 'from au_sys_shop.core.utils.page.page import rows_of\n',
      },
      Object.fromEntries(
        ['', '.side', '.page'].map((leaf) => [`shop.page${leaf}`, `au_sys_shop.core.utils.page${leaf}`]),
      ),
      ['src/au_sys_shop/page/__init__.py'],
    );
    expect(texts[`${PAGES}/__init__.py`]).toBe('from .list_of import *\n');
  });

  test('a module that nothing imports is the one of its name that the ledger does not know', () => {
    const former = {
      'shop.page': 'au_sys_shop.core.utils.page',
      'shop.text': 'au_sys_shop.core.utils.text',
      'shop.row': 'au_sys_shop.core.models.row',
      'shop.old.row': 'au_sys_shop.core.models.old.row',
      'shop.cell': 'au_sys_shop.core.models.cell',
    };
    const { plan, texts } = repair(
      {
        'pyproject.toml': '',
        'src/au_sys_shop/interface/cli/page.py': '',
        'src/au_sys_shop/core/services/row.py': '',
        'SERVICE_MANIFEST.yaml': 'core_modules:\n  - au_sys_shop.core.utils.page\n',
      },
      former,
    );
    expect(plan.moved).toEqual({ 'au_sys_shop.core.utils.page': 'au_sys_shop.interface.cli.page' });
    expect(texts['SERVICE_MANIFEST.yaml']).toBe('core_modules:\n  - au_sys_shop.interface.cli.page\n');
  });

  test('a module that is imported as a whole is asked for what is read of it', () => {
    const former = {
      'shop.words': 'au_sys_shop.core.utils.words',
      'shop.text': 'au_sys_shop.core.utils.text',
      'shop.lib': 'au_sys_shop.core.lib',
      'shop.lib.a': 'au_sys_shop.core.lib.a',
    };
    const { texts, plan } = repair(
      {
        'pyproject.toml': '',
        'src/au_sys_shop/core/utils/phrases.py': 'def slug(): ...\ndef split(): ...\n',
        'src/au_sys_shop/core/services/names.py': 'a = 1\n',
        'src/au_sys_shop/core/utils/use.py':
          'from . import words\nfrom . import words as w\nw.slug(words.slug, words.split, w.gone)\n',
        'tests/test_a.py': 'import au_sys_shop.core.lib\nau_sys_shop.core.lib.a.run()\n',
      },
      former,
    );
    expect(texts).toEqual({
      'src/au_sys_shop/core/utils/use.py':
        'from . import phrases as words\nfrom . import phrases as w\nw.slug(words.slug, words.split, w.gone)\n',
    });
    expect(plan.open.map(({ target }) => target)).toEqual(['au_sys_shop.core.lib']);
  });

  test('a package is not what a module of its name in it became, unless it defines what is asked', () => {
    const PACKAGE = 'src/au_sys_shop/core/page/__init__.py';
    const { texts } = repair({
      'pyproject.toml': '',
      [PACKAGE]: 'from .page import turn, LINES\n',
      'src/au_sys_shop/core/page/plain.py': 'LINES = 1\ndef turn(): ...\n',
    });
    expect(texts).toEqual({ [PACKAGE]: 'from .plain import turn, LINES\n' });
    const taken = repair({
      'pyproject.toml': '',
      [PACKAGE]: 'def fold(): ...\n',
      'tests/test_a.py': 'from au_sys_shop.core.page.page import fold\n',
    });
    expect(taken.texts).toEqual({ 'tests/test_a.py': 'from au_sys_shop.core.page import fold\n' });
  });

  test('what was generated is meant only where nothing else can be', () => {
    const generated = ['src/au_sys_shop/scripts/check.py', 'src/au_sys_shop/manifest/plugin.py'];
    const { texts } = repair(
      {
        [generated[0]]: 'def main(): ...\n',
        [generated[1]]: 'class Plugin: ...\n',
        'tests/test_a.py': 'from au_sys_shop.app import main\nfrom au_sys_shop.plugin import Plugin\n',
      },
      {},
      generated,
    );
    expect(texts['tests/test_a.py']).toBe(
      'from au_sys_shop.interface.cli.cli import main\nfrom au_sys_shop.manifest.plugin import Plugin\n',
    );
  });

  test('of a module that has no submodules a name is none', () =>
    expect(
      repair({ 'tests/test_a.py': 'from au_sys_shop.core.services.table import text\n' }).plan.open,
    ).toMatchObject([{ target: 'au_sys_shop.core.services.table.text', candidates: [] }]));

  test('a replacement is shown once, with its places; of many candidates some are', () => {
    const { said } = repair({
      'tests/test_a.py': 'from au_sys_shop.table import Table\nfrom au_sys_shop.table import rows\n',
      'tests/test_b.py': 'from au_sys_shop.gone import go\n',
      ...Object.fromEntries([...'abcdefg'].map((x) => [`src/au_sys_shop/core/${x}.py`, 'def go(): ...\n'])),
    });
    expect(said).toBe(
      `au_sys_shop.table → au_sys_shop.core.services.table
  capabilities/shop/tests/test_a.py:1:6 2:6
capabilities/shop/pyproject.toml: entry points, packages and settings of tools follow
capabilities/shop/tests/test_b.py:1:1 IMPORT_UNRESOLVED "au_sys_shop.gone.go" may be au_sys_shop.core.a or au_sys_shop.core.b or au_sys_shop.core.c or au_sys_shop.core.d or au_sys_shop.core.e or 2 more; edit the import
capabilities/shop: 4 broken references, 3 repaired, 1 for you to decide
`,
    );
  });

  test('the ledger says where modules and their files are now', () => {
    const project = buildProjectFacts('shop', treeOf({ ...BASE, 'src/au_sys_shop/core/utils/text.pyi': '' }));
    const ledger = {
      modules: { 'shop.text': 'au_sys_shop.core.lib.text', 'shop.cli': 'au_sys_shop.interface.cli.cli' },
      moves: [
        { from: 'shop/text.py', to: 'src/au_sys_shop/core/lib/text.py', edits: [] },
        { from: 'shop/text.pyi', to: 'src/au_sys_shop/core/lib/text.pyi', edits: [] },
        { from: 'shop/cli.py', to: 'src/au_sys_shop/interface/cli/cli.py', edits: [] },
        { from: 'shop/data.txt', to: 'src/au_sys_shop/core/lib/data.txt', edits: [] },
      ],
      gaps: ['src/au_sys_shop/core/lib/text.py'],
    };
    const now = followLedger(ledger, project, {
      'au_sys_shop.core.lib': 'au_sys_shop.core.utils',
      'au_sys_shop.core.lib.text': 'au_sys_shop.core.utils.text',
    });
    expect(now.modules).toEqual({
      'shop.text': 'au_sys_shop.core.utils.text',
      'shop.cli': 'au_sys_shop.interface.cli.cli',
    });
    expect(now.moves.map(({ to }) => to)).toEqual([
      'src/au_sys_shop/core/utils/text.py',
      'src/au_sys_shop/core/utils/text.pyi',
      'src/au_sys_shop/interface/cli/cli.py',
      // It is nowhere, so nothing is known of it.
      'src/au_sys_shop/core/lib/data.txt',
    ]);
    expect(now.gaps).toEqual(['src/au_sys_shop/core/utils/text.py']);
  });
});

test('relative imports of a module that moved mean what they meant where it was', () => {
  const { texts, plan } = repair({
    'pyproject.toml': '[project]\nname = "au_sys_shop"\n',
    'src/au_sys_shop/core/utils/old.py': 'from . import cli\nfrom .cli import main\nfrom .names import A\n',
    'src/au_sys_shop/interface/cli/names.py': 'A = 1\n',
    'src/au_sys_shop/core/services/names.py': 'A = 1\n',
    'tests/test_a.py': 'import au_sys_shop.interface.cli.old\n',
  });
  expect(plan.open).toEqual([]);
  expect(texts['src/au_sys_shop/core/utils/old.py']).toBe(
    'from ...interface.cli import cli\nfrom ...interface.cli.cli import main\nfrom ...interface.cli.names import A\n',
  );
});

test('qualified names in tests follow a module that was found again; a package is not what left it', () => {
  const { texts, plan } = repair({
    'pyproject.toml': '[project]\nname = "au_sys_shop"\n',
    'src/au_sys_shop/core/fresh/__init__.py': '',
    'src/au_sys_shop/core/fresh/money.py': 'class Cents: ...\n',
    'src/au_sys_shop/core/services/use.py': 'from . import services\nservices.run()\n',
    'tests/test_a.py':
      'from au_sys_shop.core.services.money import Cents\nassert str(e) == """Traceback\nau_sys_shop.core.services.money.Cents: x"""\n',
  });
  expect(texts).toEqual({
    'tests/test_a.py':
      'from au_sys_shop.core.fresh.money import Cents\nassert str(e) == """Traceback\nau_sys_shop.core.fresh.money.Cents: x"""\n',
  });
  expect(plan.open.map(({ target, candidates }) => [target, ...candidates])).toEqual([
    ['au_sys_shop.core.services.services'],
  ]);
});

test('the package under the old name names modules that nothing imports: they are found again, or listed', () => {
  const shim =
    'MODULES = {\n    "shop.table": "au_sys_shop.core.models.table",\n    "shop.gone": "au_sys_shop.core.models.gone",\n}\n';
  const { texts, plan } = repair(
    { 'pyproject.toml': '[project]\nname = "au_sys_shop"\n', 'src/shop/__init__.py': shim },
    { 'shop.table': 'au_sys_shop.core.models.table', 'shop.gone': 'au_sys_shop.core.models.gone' },
    ['src/shop/__init__.py'],
  );
  expect(texts['src/shop/__init__.py']).toContain('"shop.table": "au_sys_shop.core.services.table"');
  expect(plan.moved).toMatchObject({ 'au_sys_shop.core.models.table': 'au_sys_shop.core.services.table' });
  expect(plan.open).toEqual([
    {
      path: 'src/shop/__init__.py',
      line: 3,
      column: 18,
      target: 'au_sys_shop.core.models.gone',
      candidates: [],
      near: null,
    },
  ]);
});

describe('paths made from __file__', () => {
  const FORMER = { 'shop.text': 'au_sys_shop.core.lib.text' };
  const PLACED = ['text.py', 'text.pyi', 'words.txt', 'rates.csv', 'samples/a.json'].map(
    (name) => `src/au_sys_shop/core/lib/${name}`,
  );
  const TEXT = 'from pathlib import Path\nHERE = Path(__file__).parent\n';
  const MOVED = 'src/au_sys_shop/core/utils/text.py';
  const after = (files: Record<string, string>) => repair(files, FORMER, [], PLACED);

  test('of a module that moved lead to the data that stayed', () => {
    const { texts } = after({
      [MOVED]: `${TEXT}open(HERE / "words.txt")\n`,
      'src/au_sys_shop/core/lib/words.txt': '',
    });
    expect(texts[MOVED]).toBe(`${TEXT}open(HERE / ".." / "lib" / "words.txt")\n`);
  });

  test('lead to data that moved, with or without their module', () => {
    const { texts } = after({
      [MOVED]: `${TEXT}open(HERE / "rates.csv")\nopen(HERE / "words.txt")\n`,
      'src/au_sys_shop/core/data/rates.csv': '',
      'src/au_sys_shop/core/utils/words.txt': '',
      'src/au_sys_shop/core/utils/text.pyi': '',
      'tests/test_a.py':
        'from pathlib import Path\nopen(Path(__file__).parent.parent / "src/au_sys_shop/core/lib/rates.csv")\n',
    });
    expect(texts[MOVED]).toBe(`${TEXT}open(HERE / ".." / "data" / "rates.csv")\nopen(HERE / "words.txt")\n`);
    expect(texts['tests/test_a.py']).toMatch('"src/au_sys_shop/core/data/rates.csv"');
  });

  test('stay where a person put them right, where they led to nothing, and where data may be another one', () => {
    const code = `${TEXT}open(HERE / "../lib/words.txt")\nopen(HERE / "made.txt")\nopen(HERE / "rates.csv")\n`;
    const { texts, plan } = after({
      [MOVED]: code,
      'src/au_sys_shop/core/lib/words.txt': '',
      'src/au_sys_shop/core/one/rates.csv': '',
      'src/au_sys_shop/core/two/rates.csv': '',
    });
    expect(texts).not.toHaveProperty([MOVED]);
    expect(plan.review).toEqual([]);
  });

  test('are listed where a folder is listed of which a part moved', () => {
    const { said } = after({
      [MOVED]: 'import os\nfor name in os.listdir(os.path.dirname(__file__)): ...\n',
      'src/au_sys_shop/core/lib/words.txt': '',
    });
    expect(said).toContain(
      'capabilities/shop/src/au_sys_shop/core/utils/text.py:2:24 FOLDER_LISTED lists the folder src/au_sys_shop/core/lib, from which 1 of 2 files',
    );
  });
});
