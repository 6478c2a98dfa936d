import { buildProjectFacts } from '../project/project-facts';
import type { MoveMapping } from '../rewrite/mapping';
import { treeOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { planConsumers } from './plan-consumers';

const project = buildProjectFacts(
  'shop',
  treeOf({
    'shop/__init__.py': 'from .table import Table\n',
    'shop/table.py': 'class Table: ...\n',
    'shop/util.py': 'def f(): ...\n',
  }),
);
const mapping: MoveMapping = {
  modules: new Map([
    ['shop', 'au_sys_shop'],
    ['shop.table', 'au_sys_shop.core.services.table'],
    ['shop.util', 'au_sys_shop.core.utils.util'],
  ]),
  paths: new Map([
    ['shop/__init__.py', 'src/au_sys_shop/__init__.py'],
    ['shop/table.py', 'src/au_sys_shop/core/services/table.py'],
    ['README.md', 'README.md'],
  ]),
  roots: new Set(['shop']),
  distribution: { from: 'shop', to: 'au_sys_shop' },
};

function planned(files: Record<string, string>, moves = mapping) {
  const all = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return planConsumers(project, moves, all, { from: 'legacy/shop', to: 'capabilities/shop' });
}

function after(
  files: Record<string, string>,
  moves: MoveMapping = mapping,
): { texts: Record<string, string>; review: string[] } {
  const plan = planned(files, moves);
  const texts = Object.fromEntries(
    plan.files.map(({ path, edits }) => [path, applyEdits(files[path], edits)]),
  );
  return { texts, review: plan.review.map((item) => `${item.path} ${item.rule}`) };
}

test('pickles of a project that uses the package follow; what is more than a pickle is listed', () =>
  expect(
    after({
      'apps/a/main.py': 'import shop\n',
      'apps/a/data/rows.pkl': 'cshop.table\nTable\np0\n.',
      'apps/a/data/more.pkl': 'cshop.table\nTable\np0\n.more',
      'apps/a/data/other.pkl': 'cdecimal\nDecimal\np0\n.',
      'apps/b/main.py': '',
      'apps/b/rows.pkl': 'cshop.table\nTable\np0\n.',
    }),
  ).toMatchObject({
    texts: { 'apps/a/data/rows.pkl': 'cau_sys_shop.core.services.table\nTable\np0\n.' },
    review: ['apps/a/data/more.pkl PICKLED_NAMES'],
  }));

test('the folder of a flat package was what it is imported from: where that is said, the folder with src in it follows', () => {
  const files: Record<string, [before: string, after: string]> = {
    '.env': ['PYTHONPATH=legacy/shop:libs\n', 'PYTHONPATH=capabilities/shop/src:libs\n'],
    Makefile: [
      'export PYTHONPATH := $(CURDIR)/legacy/shop:libs\nt:\n\tPYTHONPATH=legacy/shop pytest legacy/shop\n\tcd ${PWD}/legacy/shop\n',
      'export PYTHONPATH := $(CURDIR)/capabilities/shop/src:libs\nt:\n\tPYTHONPATH=capabilities/shop/src pytest capabilities/shop\n\tcd ${PWD}/capabilities/shop\n',
    ],
    '.vscode/settings.json': [
      '{"python.analysis.extraPaths": ["./legacy/shop", "${workspaceFolder}/legacy/shop", "libs"], "cwd": "legacy/shop"}',
      '{"python.analysis.extraPaths": ["./capabilities/shop/src", "${workspaceFolder}/capabilities/shop/src", "libs"], "cwd": "capabilities/shop"}',
    ],
    '.vscode/launch.json': [
      '{"env": {"PYTHONPATH": "${workspaceFolder}/legacy/shop:${workspaceFolder}/libs"}, "cwd": "${workspaceFolder}/legacy/shop"}',
      '{"env": {"PYTHONPATH": "${workspaceFolder}/capabilities/shop/src:${workspaceFolder}/libs"}, "cwd": "${workspaceFolder}/capabilities/shop"}',
    ],
    '.github/workflows/ci.yml': [
      'env:\n  PYTHONPATH: ${{ github.workspace }}/legacy/shop\njobs:\n  t:\n    working-directory: legacy/shop\n',
      'env:\n  PYTHONPATH: ${{ github.workspace }}/capabilities/shop/src\njobs:\n  t:\n    working-directory: capabilities/shop\n',
    ],
    '.github/dependabot.yml': [
      'updates:\n  - directory: "/legacy/shop"\n  - directories:\n      - /legacy/shop\n      - /\n',
      'updates:\n  - directory: "/capabilities/shop"\n  - directories:\n      - /capabilities/shop\n      - /\n',
    ],
    'mkdocs.yml': [
      'plugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [legacy/shop, libs]\n',
      'plugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [capabilities/shop/src, libs]\n',
    ],
    'tox.ini': [
      '[testenv]\nset_env =\n    PYTHONPATH = {toxinidir}/legacy/shop:libs\n    SHOP = legacy/shop/shop/table.py\n',
      '[testenv]\nset_env =\n    PYTHONPATH = {toxinidir}/capabilities/shop/src:libs\n    SHOP = capabilities/shop/src/au_sys_shop/core/services/table.py\n',
    ],
    'mypy.ini': [
      '[mypy]\nmypy_path = $MYPY_CONFIG_FILE_DIR/legacy/shop:libs\n',
      '[mypy]\nmypy_path = $MYPY_CONFIG_FILE_DIR/capabilities/shop/src:libs\n',
    ],
    Dockerfile: [
      'COPY legacy/shop /app/legacy/shop\nENV PYTHONPATH=/app/legacy/shop:/app/libs\nRUN pip install /app/legacy/shop\n',
      'COPY capabilities/shop /app/legacy/shop\nENV PYTHONPATH=/app/legacy/shop/src:/app/libs\nRUN pip install /app/legacy/shop\n',
    ],
    'compose.yaml': [
      'services:\n  api:\n    environment:\n      - PYTHONPATH=/shop\n    volumes:\n      - ./legacy/shop:/shop\n',
      'services:\n  api:\n    environment:\n      - PYTHONPATH=/shop/src\n    volumes:\n      - ./capabilities/shop:/shop\n',
    ],
  };
  const { texts, review } = after(
    Object.fromEntries(Object.entries(files).map(([path, [text]]) => [path, text])),
  );
  expect(texts).toEqual(Object.fromEntries(Object.entries(files).map(([path, [, text]]) => [path, text])));
  expect(review).toEqual([]);
});

test('paths of other projects that begin at __file__ follow; those that begin at the folder of whoever runs them are listed', () => {
  const files = {
    'scripts/run.py': [
      'import os, sys',
      'from pathlib import Path',
      'ROOT = Path(__file__).resolve().parent.parent',
      'LIB = ROOT / "legacy" / "shop"',
      'sys.path.insert(0, str(ROOT / "legacy" / "shop"))',
      'sys.path.append(os.path.join(os.path.dirname(__file__), "..", "legacy/shop"))',
      'TABLE = ROOT / "legacy/shop/shop/table.py"',
      'README = LIB / "README.md"',
      'NAMES = LIB / "shop" / "util.py"',
      'OTHER = ROOT / "legacy" / "other"',
      '',
    ].join('\n'),
    'conftest.py':
      'import sys\nsys.path.insert(0, "legacy/shop")\nDATA = open("legacy/shop/shop/table.py")\n',
    'tools/path.py':
      'import os, sys\nSHOP = os.path.join(os.path.dirname(os.path.dirname(__file__)), "legacy", "shop")\nsys.path.insert(0, SHOP)\n',
  };
  const { texts, review } = after(files);
  expect(texts).toEqual({
    'scripts/run.py': [
      'import os, sys',
      'from pathlib import Path',
      'ROOT = Path(__file__).resolve().parent.parent',
      'LIB = ROOT / "capabilities" / "shop"',
      'sys.path.insert(0, str(ROOT / "capabilities" / "shop" / "src"))',
      'sys.path.append(os.path.join(os.path.dirname(__file__), "..", "capabilities", "shop", "src"))',
      'TABLE = ROOT / "capabilities/shop/src/au_sys_shop/core/services/table.py"',
      'README = LIB / "README.md"',
      'NAMES = LIB / "shop" / "util.py"',
      'OTHER = ROOT / "legacy" / "other"',
      '',
    ].join('\n'),
    'tools/path.py':
      'import os, sys\nSHOP = os.path.join(os.path.dirname(os.path.dirname(__file__)), "capabilities", "shop", "src")\nsys.path.insert(0, SHOP)\n',
  });
  expect(review).toEqual(['conftest.py PATH_REFERENCE', 'conftest.py PATH_REFERENCE']);
  const [first] = planned(files).review;
  expect(first.proposal).toEqual({ before: 'legacy/shop', after: 'capabilities/shop/src' });
});

test('imports, references and patch targets of other projects follow; relative imports and foreign names stay', () => {
  const { texts } = after({
    'apps/host/host/main.py': [
      'import shop.table',
      'from shop import util as u, Table',
      'from . import shop as mine',
      'from .shop import x',
      'import shopping',
      'shop.table.Table()',
      'import importlib; importlib.import_module("shop.util")',
      '',
    ].join('\n'),
    'apps/host/host/other.py': 'import os\n',
  });
  expect(texts).toEqual({
    'apps/host/host/main.py': [
      'import au_sys_shop.core.services.table',
      'from au_sys_shop import Table',
      'from au_sys_shop.core.utils import util as u',
      'from . import shop as mine',
      'from .shop import x',
      'import shopping',
      'au_sys_shop.core.services.table.Table()',
      'import importlib; importlib.import_module("au_sys_shop.core.utils.util")',
      '',
    ].join('\n'),
  });
});

test.each([
  ['patched by its path', 'patch("host.main.shop.f")\n'],
  ['used by its path', 'import host.main\nhost.main.shop.f()\n'],
  ['imported', 'from host.main import shop\n'],
])('a name that a module has of the package stays when it is %s', (_, text) => {
  const main = 'import shop\nshop.f()\n';
  const { texts } = after({
    'apps/host/host/main.py': main,
    'apps/host/host/other.py': main,
    'apps/host/tests/test_main.py': text,
  });
  expect(texts).toEqual({
    'apps/host/host/main.py': 'import au_sys_shop as shop\nshop.f()\n',
    'apps/host/host/other.py': 'import au_sys_shop\nau_sys_shop.f()\n',
  });
});

test('a project with a module of the same name means its own', () =>
  expect(after({ 'apps/x/main.py': 'import shop.util\n', 'apps/x/shop.py': 'util = 1\n' })).toEqual({
    texts: {},
    review: ['apps/x/shop.py OWN_MODULE'],
  }));

test('so does the monolith that a namespace was extracted from, where it has modules of it', () => {
  const modules = new Map([...mapping.modules].filter(([module]) => module !== 'shop'));
  const namespace = { ...mapping, modules, distribution: { from: 'sales', to: 'au_sys_sales' } };
  const mono = {
    'legacy/mono/shop/util.py': 'def f(): ...\n',
    'legacy/mono/shop/deep/more.py': 'from shop.util import f\n',
    'legacy/mono/main.py': 'from shop.util import f\n',
  };
  expect(after(mono, namespace)).toEqual({
    texts: {},
    review: ['legacy/mono/shop/util.py OWN_MODULE'],
  });
  const user = { 'apps/x/main.py': 'from shop.util import f\n', 'apps/x/shop/other.py': '' };
  expect(Object.keys(after(user, namespace).texts)).toEqual(['apps/x/main.py']);
});

test('so does one whose code lies in a folder of it', () =>
  expect(
    after({ 'apps/x/test/main.py': 'import shop.util\n', 'apps/x/lib/shop/__init__.py': 'util = 1\n' })
      .review,
  ).toEqual(['apps/x/lib/shop/__init__.py OWN_MODULE']));

test('of several packages only those count that the project has no module for', () => {
  const two = {
    ...mapping,
    roots: new Set(['shop', 'config']),
    distribution: { from: 'site', to: 'au_sys_site' },
  };
  const files = {
    'apps/x/src/__init__.py': '',
    'apps/x/src/shop/__init__.py': 'from shop.own import x\n',
    'apps/x/src/main.py': 'from shop.own import x\n',
  };
  expect(after(files, two)).toEqual({ texts: {}, review: ['apps/x/src/shop/__init__.py OWN_MODULE'] });
});

test('notebooks of other projects follow', () => {
  const cell = (source: string) =>
    JSON.stringify({ cells: [{ cell_type: 'code', source: [source] }], metadata: {}, nbformat: 4 });
  const { texts } = after({ 'apps/x/use.ipynb': cell('import shop\nprint(shop.table, "shop")\n') });
  expect(texts).toEqual({
    'apps/x/use.ipynb': cell('import au_sys_shop\nprint(au_sys_shop.core.services.table, "shop")\n'),
  });
});

test('configuration means the module of its own project, and of the workspace none for certain where there are several', () => {
  const { texts, review } = after({
    '.github/workflows/ci.yml': 'run: python -m shop.table && cat legacy/shop/README.md\n',
    'apps/x/Procfile': 'web: uvicorn shop.table:app\n',
    'apps/x/src/shop/__init__.py': 'X = "shop"\n',
    'apps/x/src/shop/y.py': 'from . import X  # shop\n',
    'apps/z/Procfile': 'web: uvicorn shop.table:app\n',
    'apps/inner/shopping/__init__.py': '',
    'apps/inner/shopping/shop.py': '# shop\n',
  });
  expect(texts).toEqual({
    '.github/workflows/ci.yml': 'run: python -m shop.table && cat capabilities/shop/README.md\n',
  });
  expect(review).toEqual(['.github/workflows/ci.yml CONFIG_REFERENCE', 'apps/z/Procfile CONFIG_REFERENCE']);
});

test('the bare name is a word like any other in projects that do not use the package', () => {
  const text = 'RUN x --app shop\nRUN y --module shop.table\n';
  const { texts } = after({
    'apps/x/Dockerfile': text,
    'apps/y/Dockerfile': text,
    'apps/y/main.py': 'import shop.table\n',
    'apps/z/Dockerfile': text,
    'apps/z/requirements.txt': 'shop\n',
    Dockerfile: text,
  });
  const followed = text
    .replace('shop\n', 'au_sys_shop\n')
    .replace('shop.table', 'au_sys_shop.core.services.table');
  expect(texts).toMatchObject({
    'apps/x/Dockerfile': text.replace('shop.table', 'au_sys_shop.core.services.table'),
    'apps/y/Dockerfile': followed,
    'apps/z/Dockerfile': followed,
    Dockerfile: followed,
  });
});

test('dependencies on the distribution follow, with everything around them', () => {
  const pyproject = [
    '[project]',
    'name = "host"',
    'dependencies = [',
    '  "requests", # web',
    '  \'Shop[fast]>=2 ; python_version > "3.8"\', # ours',
    '  "shopping",',
    ']',
    '[tool.uv.sources]',
    'shop = { workspace = true }',
    '',
  ].join('\r\n');
  const { texts } = after({
    'apps/host/pyproject.toml': pyproject,
    'apps/host/requirements-dev.txt': '# shop\nshop==1.0  # pinned\nshop-tools\n',
    'apps/host/notes.txt': 'shop==1\n',
    'apps/bad/pyproject.toml': '[project\nshop',
  });
  expect(texts).toEqual({
    'apps/host/pyproject.toml': pyproject
      .replace(
        '\'Shop[fast]>=2 ; python_version > "3.8"\'',
        `'au_sys_shop[fast]>=2 ; python_version > "3.8"'`,
      )
      .replace('shop = {', 'au_sys_shop = {'),
    'apps/host/requirements-dev.txt': '# shop\nau_sys_shop==1.0  # pinned\nshop-tools\n',
  });
});

test('configuration of the workspace follows modules, and paths from the root of the workspace', () => {
  const { texts } = after({
    '.github/workflows/ci.yml':
      'run: python -m shop.table && cat legacy/shop/README.md legacy/shop/shop/table.py shop/table.py\n',
    'apps/host/Procfile': 'web: uvicorn shop.table:app\n',
    'apps/host/settings.yaml': 'cls: shop.table.Table\nfolder: legacy/shop\n',
    'apps/host/other.yaml': 'name: shop\n',
  });
  expect(texts).toEqual({
    '.github/workflows/ci.yml':
      'run: python -m au_sys_shop.core.services.table && cat capabilities/shop/README.md capabilities/shop/src/au_sys_shop/core/services/table.py shop/table.py\n',
    'apps/host/Procfile': 'web: uvicorn au_sys_shop.core.services.table:app\n',
    'apps/host/settings.yaml': 'cls: au_sys_shop.core.services.table.Table\nfolder: capabilities/shop\n',
  });
});

test('where another project looks for its own packages is no doubt', () =>
  expect(
    after({ 'legacy/y/alembic.ini': '[alembic]\nscript_location = shop\nprepend_sys_path = .\n' }),
  ).toEqual({ texts: {}, review: [] }));

test('a requirement that is the folder of the package follows; a copied folder of another project stays', () => {
  const dockerfile = 'COPY shop/shop /srv/shop\nCOPY legacy/shop/shop /srv/shop\n';
  const { texts } = after({
    'legacy/orders/requirements.txt': '-e ../shop\n../shop[fast] ; x\n-e ../shopping\n# ../shop\n',
    'apps/requirements/base.txt': './../../legacy/shop/\n',
    'apps/Dockerfile': dockerfile,
  });
  expect(texts).toEqual({
    'legacy/orders/requirements.txt':
      '-e ../../capabilities/shop\n../../capabilities/shop[fast] ; x\n-e ../shopping\n# ../shop\n',
    'apps/requirements/base.txt': './../../capabilities/shop/\n',
    'apps/Dockerfile': dockerfile.replace(
      'legacy/shop/shop /srv/shop',
      'capabilities/shop/src/au_sys_shop /srv/au_sys_shop',
    ),
  });
});

test('a folder of the whole project keeps the name that it has in an image', () => {
  const text = 'COPY legacy/shop /src/shop\nRUN pip install -e legacy/shop\n';
  expect(after({ 'apps/Dockerfile': text }).texts).toEqual({
    'apps/Dockerfile': 'COPY capabilities/shop /src/shop\nRUN pip install -e capabilities/shop\n',
  });
});

test('dependencies by path follow, and what tools are told of the package', () => {
  const toml = [
    '[tool.poetry.dependencies]',
    'Shop = { path = "../../legacy/shop", develop = true } # ours',
    '[project]',
    'name = "x"',
    'dependencies = ["shop @ file:///${PROJECT_ROOT}/../../legacy/shop"]',
    '[tool.uv.sources]',
    'shop = [{ path = "../../legacy/shop/", marker = "x" }]',
    'shopping = { path = "../../legacy/shopping" }',
    '[[tool.mypy.overrides]]',
    'module = "shop.table"',
    '',
  ].join('\n');
  const { texts } = after({
    'apps/x/pyproject.toml': toml,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["apps/*", "legacy/shop"]\n',
  });
  expect(texts).toEqual({
    'apps/x/pyproject.toml': toml
      .replaceAll('legacy/shop"', 'capabilities/shop"')
      .replace('legacy/shop/"', 'capabilities/shop"')
      .replace('Shop =', 'au_sys_shop =')
      .replace('"shop @', '"au_sys_shop @')
      .replace('shop = [', 'au_sys_shop = [')
      .replace('"shop.table"', '"au_sys_shop.core.services.table"'),
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["apps/*", "capabilities/shop"]\n',
  });
});

test('requirements in setup.cfg and setup.py follow', () => {
  const setup =
    'from setuptools import setup\nimport shop.table\nEXTRA_REQUIRES = ["Shop"]\nsetup(name="shop-x", install_requires=["shop>=1", "six"], extras_require={"a": ("shop[x]",)}, keywords=["shop"])\n';
  const cfg =
    '[metadata]\nname = shop-x\nkeywords = shop\n[options]\ninstall_requires =\n    Shop>=1 # x\n    six\n[options.extras_require]\na = shop; six\n[mypy-shop.table]\nx = 1\n';
  expect(after({ 'apps/x/setup.py': setup, 'apps/y/setup.cfg': cfg }).texts).toEqual({
    'apps/x/setup.py': setup
      .replace('import shop.table', 'import au_sys_shop.core.services.table')
      .replace('["Shop"]', '["au_sys_shop"]')
      .replace('"shop>=1"', '"au_sys_shop>=1"')
      .replace('"shop[x]"', '"au_sys_shop[x]"'),
    'apps/y/setup.cfg': cfg
      .replace('Shop>=1', 'au_sys_shop>=1')
      .replace('a = shop;', 'a = au_sys_shop;')
      .replace('mypy-shop.table', 'mypy-au_sys_shop.core.services.table'),
  });
});

test('paths of another project are not those of the package', () => {
  const text =
    'from pathlib import Path\nimport os\nT = Path(__file__).parent.parent / "shop" / "table.py"\nopen("shop/table.py")\n';
  expect(after({ 'tests/x.py': text }).texts).toEqual({});
});

describe('part of a monolith that was extracted under another name', () => {
  const part = { ...mapping, distribution: { from: 'billing', to: 'au_sys_billing' } };
  const main = 'from shop.table import Table\n';

  test.each([
    ['an attribute that it lacks', 'import shop\nfrom shop.table import Table\nshop.split()\n'],
    ['a module that it lacks', 'from shop.table import Table\nimport shop.rest\n'],
    ['a name that it lacks', 'from shop.table import Table, Rest\n'],
  ])('a file that takes %s means the monolith', (_, text) =>
    expect(after({ 'apps/x/main.py': text }, part)).toEqual({
      texts: {},
      review: ['apps/x/main.py OTHER_PACKAGE'],
    }),
  );

  test('so does a project that declares the monolith, and not the part', () => {
    const declares = (name: string) => `[project]\nname = "x"\ndependencies = ["${name}>=1"]\n`;
    const files = {
      'apps/x/pyproject.toml': declares('shop'),
      'apps/x/x/main.py': main,
      'apps/y/requirements.txt': 'billing\nshop\n',
      'apps/y/main.py': main,
      'apps/z/main.py': `${main}try:\n    from shop.rest import Rest\nexcept ImportError:\n    Rest = None\n`,
    };
    const { texts, review } = after(files, part);
    expect(Object.keys(texts)).toEqual(['apps/y/main.py', 'apps/z/main.py', 'apps/y/requirements.txt']);
    expect(review).toEqual(['apps/x/x/main.py OTHER_PACKAGE']);
    expect(Object.keys(after(files).texts)).toContain('apps/x/x/main.py');
  });
});

test('what kept its place in the project is found at the new one, what is not there is proposed', () => {
  const { texts, review } = after({
    Makefile:
      'test:\n\tpytest legacy/shop/README.md legacy/shop/docs/x && pip install -e "legacy/shop/.[dev]"\n',
    'docker/compose.yaml': 'services:\n  shop:\n    volumes: ["../legacy/shop/README.md:/x"]\n',
    '.circleci/config.yml': 'run: pip install -U legacy/shop/[dev]\n',
  });
  expect(texts).toEqual({
    Makefile:
      'test:\n\tpytest capabilities/shop/README.md legacy/shop/docs/x && pip install -e "capabilities/shop[dev]"\n',
    'docker/compose.yaml': 'services:\n  shop:\n    volumes: ["../capabilities/shop/README.md:/x"]\n',
    '.circleci/config.yml': 'run: pip install -U capabilities/shop/[dev]\n',
  });
  expect(review).toEqual(['Makefile CONFIG_REFERENCE']);
});

test('a block of YAML means the project whose folder it names', () => {
  const service = (name: string, folder: string) =>
    `  ${name}:\n    build:\n      context: ./${folder}\n    environment:\n      # of it\n      - APP=shop.table:App\n`;
  const before = `services:\n${service('a', 'legacy/shop')}${service('b', 'apps/x')}${service('c', 'apps/y')}`;
  const { texts, review } = after({ 'docker-compose.yml': before, 'apps/x/shop.py': '# shop\n' });
  expect(texts).toEqual({
    'docker-compose.yml': before
      .replace('shop.table', 'au_sys_shop.core.services.table')
      .replace('legacy/shop', 'capabilities/shop'),
  });
  expect(review).toEqual(['docker-compose.yml CONFIG_REFERENCE']);
});

test('a package of the workspace that the moved one lay in is none of another project', () => {
  const inside = {
    ...mapping,
    modules: new Map([['legacy.shop.table', 'au_sys_shop.core.services.table']]),
    roots: new Set(['legacy']),
  };
  const files = { 'legacy/__init__.py': '', Makefile: 't:\n\tpython -m legacy.shop.table\n' };
  expect(after(files, inside)).toEqual({
    texts: { Makefile: 't:\n\tpython -m au_sys_shop.core.services.table\n' },
    review: [],
  });
});

test('a folder that a path is put together with is listed', () => {
  const { texts, review } = after({
    Makefile: 'SERVICES := shop bill\nt:\n\tfor s in $(SERVICES); do pytest legacy/$$s; done\n',
    '.github/workflows/a.yml': 'matrix:\n  service: [shop, bill]\nrun: ls legacy/${{ matrix.service }}\n',
    '.github/workflows/b.yml': 'matrix:\n  service: [shop, bill]\nrun: ls ${{ matrix.service }}\n',
    'x.sh': 'shop=1; cat legacy/shop/$x legacy/$(y)\n',
  });
  expect(texts).toEqual({ 'x.sh': 'shop=1; cat capabilities/shop/$x legacy/$(y)\n' });
  expect(review).toEqual([
    'Makefile CONFIG_REFERENCE',
    '.github/workflows/a.yml CONFIG_REFERENCE',
    'x.sh CONFIG_REFERENCE',
  ]);
});

test('paths in the commands of a service of Compose begin at its project, and are proposed', () => {
  const service = (folder: string) => `  x:\n    build: ${folder}\n    command: python shop/table.py\n`;
  const { texts, review } = after({
    'compose.yaml': `services:\n${service('legacy/shop')}${service('apps/y')}`,
  });
  expect(texts).toEqual({
    'compose.yaml': `services:\n${service('capabilities/shop')}${service('apps/y')}`,
  });
  expect(review).toEqual(['compose.yaml CONFIG_REFERENCE']);
});

test('paths may begin at the folder of their file', () => {
  const { texts } = after({
    'legacy/template.yaml': 'CodeUri: shop/\nReadme: "./shop/README.md"\nOther: shop\n',
    'elsewhere/template.yaml': 'CodeUri: shop/\n',
  });
  expect(texts).toEqual({
    'legacy/template.yaml':
      'CodeUri: ../capabilities/shop/\nReadme: "./../capabilities/shop/README.md"\nOther: shop\n',
  });
});

describe('files of the workspace that only name the folder', () => {
  test.each([
    [
      'pyrightconfig.json',
      '{ "include": ["legacy/shop", "apps"] }\n',
      '{ "include": ["capabilities/shop", "apps"] }\n',
    ],
    ['mkdocs.yml', 'paths: [legacy/shop, docs]\n', 'paths: [capabilities/shop, docs]\n'],
    [
      '.github/CODEOWNERS',
      '# all\n/legacy/shop/ @acme/data\nlegacy/shopping @ann\n',
      '# all\n/capabilities/shop/ @acme/data\nlegacy/shopping @ann\n',
    ],
    [
      'sonar-project.properties',
      'sonar.sources=legacy/shop/shop,libs\n',
      'sonar.sources=capabilities/shop/src/au_sys_shop,libs\n',
    ],
    [
      'renovate.json',
      '{ "includePaths": ["legacy/shop/**"] }\n',
      '{ "includePaths": ["capabilities/shop/**"] }\n',
    ],
  ])('%s', (path, before, now) => expect(after({ [path]: before }).texts[path] ?? before).toBe(now));

  test('a project that a pattern made a member of a workspace stays one', () => {
    const members = (list: string) =>
      after({ 'pyproject.toml': `[tool.uv.workspace]\nmembers = [${list}] # ours\n` }).texts[
        'pyproject.toml'
      ];
    expect(members('"apps/*", "legacy/*"')).toContain('["apps/*", "legacy/*", "capabilities/shop"] # ours');
    expect(members('"**/shop"')).toBeUndefined();
    expect(members('"legacy/*", "capabilities/*"')).toBeUndefined();
    expect(members('"apps/*"')).toBeUndefined();
    expect(members('"./legacy/shop", "x"')).toContain('["./capabilities/shop", "x"] # ours');
  });

  test('where packages are imported from is the source folder now', () => {
    const pyproject =
      '[tool.mypy]\nmypy_path = "legacy/shop:libs"\n[tool.pytest.ini_options]\npythonpath = [".", "./legacy/shop/"]\ntestpaths = ["legacy/shop"]\n';
    const { texts } = after({
      'pyproject.toml': pyproject,
      'tox.ini': '[pytest]\npythonpath = legacy/shop libs\n',
    });
    expect(texts).toEqual({
      'pyproject.toml':
        '[tool.mypy]\nmypy_path = "capabilities/shop/src:libs"\n[tool.pytest.ini_options]\npythonpath = [".", "capabilities/shop/src"]\ntestpaths = ["capabilities/shop"]\n',
      'tox.ini': '[pytest]\npythonpath = capabilities/shop/src libs\n',
    });
  });

  test('documents of the workspace: links, and what they say of the code where the project uses it', () => {
    const text =
      '[shop](legacy/shop/README.md "x") [code](legacy/shop/shop/table.py#L1) [out](https://x.org/legacy/shop)\n`shop.table.Table`\n\n```python\nfrom shop import Table\n```\n\n[ref]: ./legacy/shop/\n';
    expect(after({ 'README.md': text, 'apps/notes/a.md': '[s](../../legacy/shop) a shop\n' }).texts).toEqual({
      'README.md':
        '[shop](capabilities/shop/README.md "x") [code](capabilities/shop/src/au_sys_shop/core/services/table.py#L1) [out](https://x.org/legacy/shop)\n`au_sys_shop.core.services.table.Table`\n\n```python\nfrom au_sys_shop import Table\n```\n\n[ref]: ./capabilities/shop/\n',
      'apps/notes/a.md': '[s](../../capabilities/shop) a shop\n',
    });
  });

  test('paths in Python are listed: where they begin only who runs it knows', () => {
    const text =
      '"""legacy/shop"""\nA = "legacy/shop/shop/table.py"\nB = ROOT / "legacy" / "shop" / "x"\nC = ("legacy", f(), "shop")\nD = "legacy/shopping"\n';
    const plan = planConsumers(project, mapping, [{ path: 'tools/gen.py', bytes: Buffer.from(text) }], {
      from: 'legacy/shop',
      to: 'capabilities/shop',
    });
    expect(plan.files).toEqual([]);
    expect(plan.review.map(({ line, column, proposal }) => ({ line, column, proposal }))).toEqual([
      {
        line: 2,
        column: 6,
        proposal: {
          before: 'legacy/shop/shop/table.py',
          after: 'capabilities/shop/src/au_sys_shop/core/services/table.py',
        },
      },
      { line: 3, column: 13, proposal: undefined },
    ]);
  });

  test('a source folder follows, too', () => {
    const inSource = buildProjectFacts(
      'shop',
      treeOf({ 'src/shop/__init__.py': '', 'src/shop/table.py': 'class Table: ...\n' }),
    );
    const paths = new Map([
      ['src/shop/__init__.py', 'src/au_sys_shop/__init__.py'],
      ['src/shop/table.py', 'src/au_sys_shop/core/services/table.py'],
    ]);
    const text = '[tool.mypy]\nmypy_path = "legacy/shop/src:libs"\n[tool.ruff]\nsrc = ["legacy/shop/src"]\n';
    const json = '{ "extraPaths": ["legacy/shop/src"] }\n';
    const plan = planConsumers(
      inSource,
      { ...mapping, paths },
      [
        { path: 'pyproject.toml', bytes: Buffer.from(text) },
        { path: 'pyrightconfig.json', bytes: Buffer.from(json) },
      ],
      { from: 'legacy/shop', to: 'capabilities/shop' },
    );
    const texts = plan.files.map(({ path, edits }) =>
      applyEdits(path === 'pyproject.toml' ? text : json, edits),
    );
    expect(texts.sort()).toEqual([
      text.replaceAll('legacy/shop', 'capabilities/shop'),
      json.replace('legacy/shop', 'capabilities/shop'),
    ]);
  });

  test('commands in documents, and members of a workspace by name', () => {
    const text =
      '```bash\ncd legacy/shop && pytest\npip install -e ./legacy/shop\n```\n\n    cd legacy/shop\n';
    const justfile = 'test:\n    uv run --package shop pytest\n    uv pip install shop\n';
    expect(after({ 'README.md': text, 'CHANGELOG.md': text, justfile }).texts).toEqual({
      'README.md':
        '```bash\ncd capabilities/shop && pytest\npip install -e ./capabilities/shop\n```\n\n    cd legacy/shop\n',
      justfile: 'test:\n    uv run --package au_sys_shop pytest\n    uv pip install shop\n',
    });
  });
});
