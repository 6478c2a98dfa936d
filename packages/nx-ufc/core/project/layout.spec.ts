import { loadBlueprint } from '../../platform/blueprint';
import { buildInventory } from '../inventory/build';
import { proposeMap } from '../plan/propose';
import { analysisOf } from '../testing/project';

const blueprint = loadBlueprint();
const inventoryOf = (files: Record<string, string>, name = 'sample') =>
  buildInventory(analysisOf(files, blueprint, name));
const seen = (files: Record<string, string>, name = 'sample') => {
  const { layout, modules, graph } = inventoryOf(files, name);
  return {
    kind: layout.kind,
    roots: layout.roots.map((root) => `${root.name} ${root.kind} ${root.path}`),
    modules: modules.map(({ module, area }) => `${module} ${area}`),
    edges: graph.edges.map(({ from, to }) => `${from} → ${to}`),
  };
};

test('a namespace package (PEP 420), two distributions of which could share it', () =>
  expect(
    seen({
      'pyproject.toml':
        '[project]\nname = "acme.billing"\nversion = "1"\n[tool.setuptools]\npackages = ["acme.billing"]\n',
      'acme/billing/__init__.py': 'from acme.billing import tax\n',
      'acme/billing/tax.py': '',
      'tests/test_a.py': 'import acme.billing.tax\n',
    }),
  ).toEqual({
    kind: 'flat',
    roots: ['acme namespace acme'],
    modules: ['acme.billing shipped', 'acme.billing.tax shipped', 'tests.test_a test'],
    edges: ['acme.billing → acme.billing.tax', 'tests.test_a → acme.billing.tax'],
  }));

describe('a namespace package from before PEP 420', () => {
  const files = (init: string) => ({
    'setup.cfg': '[metadata]\nname = acme.x\n[options]\npackage_dir =\n  = src\nnamespace_packages = acme\n',
    'src/acme/__init__.py': init,
    'src/acme/x/__init__.py': 'from . import y\nfrom acme.z import w\n',
    'src/acme/x/y.py': '',
  });
  test.each([
    '__import__("pkg_resources").declare_namespace(__name__)\n',
    'import pkg_resources\npkg_resources.declare_namespace(__name__)\n',
    'from pkgutil import extend_path\n\n__path__ = extend_path(__path__, __name__)\n',
    'try:\n    import pkg_resources\n    pkg_resources.declare_namespace(__name__)\nexcept ImportError:\n    from pkgutil import extend_path\n    __path__ = extend_path(__path__, __name__)\n',
  ])('%j is shared with other distributions, and its `__init__` says nothing else', (init) => {
    expect(seen(files(init))).toMatchObject({
      roots: ['acme namespace src/acme'],
      modules: ['acme.x shipped', 'acme.x.y shipped'],
    });
    const { modules } = proposeMap(analysisOf(files(init), blueprint), {
      package: 'new',
      derivesMetadata: true,
    });
    expect(modules.find(({ source }) => source === 'src/acme/__init__.py')).toMatchObject({
      action: 'exclude',
      reason: expect.stringContaining('shares the name'),
    });
  });
  test('one that says more is a package', () =>
    expect(
      seen(files('from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\nX = 1\n'))
        .roots,
    ).toEqual(['acme package src/acme']));
});

test('a namespace package in src', () =>
  expect(
    seen({
      'setup.py': 'from setuptools import setup\nsetup(name="acme-x")\n',
      'src/acme/x/__init__.py': 'from . import y\n',
      'src/acme/x/y.py': '',
    }),
  ).toMatchObject({ kind: 'src', roots: ['acme namespace src/acme'], edges: ['acme.x → acme.x.y'] }));

test('a package below a namespace that is called like a folder of tests', () =>
  expect(
    seen({
      'pyproject.toml': '[project]\nname = "acme.testing"\n',
      'src/acme/testing/__init__.py': '',
      'src/acme/testing/clock.py': '',
      'src/acme/testing/tests/__init__.py': '',
      'src/acme/testing/tests/test_clock.py': '',
    }),
  ).toMatchObject({
    roots: ['acme namespace src/acme'],
    modules: [
      'acme.testing shipped',
      'acme.testing.clock shipped',
      'acme.testing.tests test',
      'acme.testing.tests.test_clock test',
    ],
  }));

test('several packages in one repository', () =>
  expect(
    seen({
      'one/__init__.py': 'import two\n',
      'two/__init__.py': '',
      'scripts/run.py': 'import one\n',
      'docs/conf.py': '',
    }),
  ).toEqual({
    kind: 'multi-package',
    roots: ['one package one', 'two package two'],
    modules: ['docs.conf doc', 'one shipped', 'scripts.run script', 'two shipped'],
    edges: ['one → two', 'scripts.run → one'],
  }));

test('the package that is named like the distribution comes first, whatever else ships with it', () =>
  expect(
    seen({
      'pyproject.toml':
        '[project]\nname = "Sam.ples"\nversion = "1"\n[tool.setuptools]\npackages = ["sam", "sam_ples"]\n',
      'sam/__init__.py': 'from sam_ples import *\n',
      'sam_ples/__init__.py': '',
    }).roots,
  ).toEqual(['sam_ples package sam_ples', 'sam package sam']));

test.each([
  [
    'patterns',
    {
      'pyproject.toml':
        '[project]\nname = "shop"\nversion = "1"\n[tool.setuptools.packages.find]\ninclude = ["shop*"]\n',
    },
  ],
  [
    'a list and what is put to it',
    {
      'setup.py':
        'from setuptools import setup\nsetup(name="shop", packages=["shop"] + below("shop/vendor"))\n',
    },
  ],
  [
    'patterns beside a distribution of another name',
    {
      'setup.py':
        'from setuptools import find_packages, setup\nsetup(name="shop-core", packages=find_packages(include=["shop", "shop.*"]))\n',
      'tests/test_b.py': 'import releases.b\n',
    },
  ],
])('a package that the packaging leaves out, by %s, stays where it is', (_how, packaging) =>
  expect(
    seen({
      ...packaging,
      'shop/__init__.py': '',
      'shop/a.py': '',
      'releases/__init__.py': '',
      'releases/b.py': '',
    }),
  ).toMatchObject({
    kind: 'flat',
    roots: ['shop package shop'],
    modules: expect.arrayContaining(['releases.b script']),
  }),
);

test('a single module beside folders that are none of its code', () =>
  expect(
    seen({
      'setup.py':
        'import sample\nfrom setuptools import setup\nsetup(name="sample", version=sample.__version__, py_modules=["sample"])\n',
      'sample.py': '__version__ = "3"\n',
      'sample.pyi': '__version__: str\n',
      'manual/conf.py': '',
      'test_sample.py': 'import sample\n',
    }),
  ).toEqual({
    kind: 'single-module',
    roots: ['sample module sample.py'],
    modules: ['manual.conf script', 'sample shipped', 'sample stub', 'setup script', 'test_sample test'],
    edges: ['setup → sample', 'test_sample → sample'],
  }));

test('a module beside its package that packaging names belongs to it, others are scripts', () =>
  expect(
    seen({
      'setup.py':
        'from setuptools import setup\nsetup(name="sample", packages=["sample"], py_modules=["_sample_version"])\n',
      '_sample_version.py': '__version__ = "3"\n',
      'release.py': 'import sample\n',
      'sample/__init__.py': '',
    }),
  ).toMatchObject({
    roots: ['sample package sample', '_sample_version module _sample_version.py'],
    modules: ['_sample_version shipped', 'release script', 'sample shipped', 'setup script'],
  }));

test('stubs beside the code, and a module that has nothing but a stub', () =>
  expect(
    seen({
      'sample/__init__.py': 'from . import fast\n',
      'sample/fast.py': '',
      'sample/fast.pyi': '',
      'sample/native.pyi': '',
      'sample/py.typed': '',
    }),
  ).toMatchObject({
    roots: ['sample package sample'],
    modules: ['sample shipped', 'sample.fast shipped', 'sample.fast stub', 'sample.native stub'],
    edges: ['sample → sample.fast'],
  }));

test('a package of stubs alone', () => {
  const inventory = inventoryOf({
    'setup.py': 'from setuptools import setup\nsetup(name="types-requests", packages=["requests-stubs"])\n',
    'requests-stubs/__init__.pyi': 'from .api import get\n',
    'requests-stubs/api.pyi': 'def get() -> int: ...\n',
    'requests-stubs/METADATA.toml': '',
    'tests/test_it.py': 'import requests\n',
  });
  expect(inventory.layout.roots).toEqual([
    { name: 'requests-stubs', kind: 'package', path: 'requests-stubs', searchPath: '' },
  ]);
  expect(inventory.modules.filter(({ area }) => area === 'stub')).toHaveLength(2);
  expect(inventory.packageData.map(({ path }) => path)).toEqual(['requests-stubs/METADATA.toml']);
});

test('tests inside of the package', () =>
  expect(
    seen({
      'sample/__init__.py': '',
      'sample/core.py': '',
      'sample/tests/__init__.py': '',
      'sample/tests/test_core.py': 'from sample import core\n',
      'sample/tests/data/case.json': '{}',
    }),
  ).toMatchObject({
    roots: ['sample package sample'],
    modules: ['sample shipped', 'sample.core shipped', 'sample.tests test', 'sample.tests.test_core test'],
    edges: ['sample.tests.test_core → sample.core'],
  }));

test('a folder of tests with a name of its own, which its files tell', () => {
  const files = (name: string) => ({
    'sample/__init__.py': '',
    [`sample/${name}/__init__.py`]: '',
    [`sample/${name}/helpers.py`]: '',
    [`sample/${name}/test_a.py`]: 'from . import helpers\n',
    [`sample/${name}/test_b.py`]: '',
  });
  const areas = (name: string) => seen(files(name)).modules.filter((module) => module.includes('helpers'));
  expect(areas('testsuite')).toEqual(['sample.testsuite.helpers test']);
  expect(areas('parts')).toEqual(['sample.parts.helpers shipped']);
});

describe('dependencies come from', () => {
  const dependenciesIn = (files: Record<string, string>) => {
    const { dependencies } = inventoryOf({ 'sample/__init__.py': 'import yaml, requests, attr\n', ...files });
    return {
      declared: dependencies.declared.map(({ name, group }) => `${group}:${name}`),
      missing: dependencies.missing,
      unused: dependencies.unused,
    };
  };
  test('setup.py alone', () =>
    expect(
      dependenciesIn({
        'setup.py':
          'from setuptools import setup\nsetup(name="sample", install_requires=["PyYAML", "attrs", "click"], extras_require={"net": ["requests"]})\n',
      }),
    ).toEqual({
      declared: ['main:pyyaml', 'main:attrs', 'main:click', 'net:requests'],
      missing: [],
      unused: ['click'],
    }));
  test('setup.cfg alone', () =>
    expect(
      dependenciesIn({
        'setup.cfg': '[metadata]\nname = sample\n[options]\ninstall_requires =\n    pyyaml\n    attrs\n',
      }),
    ).toEqual({ declared: ['main:pyyaml', 'main:attrs'], missing: ['requests'], unused: [] }));
  const PIPFILE =
    '[packages]\nPyYAML = "*"\nattrs = {version = ">=2", extras = ["x"]}\nown = {path = "."}\n[dev-packages]\npytest = "==8"\n';
  test.each([
    ['a Pipfile alone', {}, ['dev:pytest', 'main:attrs', 'main:pyyaml']],
    ['a Pipfile beside requirements', { 'requirements.txt': 'requests\n' }, ['dev:pytest', 'main:requests']],
    ['one that cannot be read', { Pipfile: '[packages' }, []],
  ])('%s', (_, files, declared) =>
    expect(dependenciesIn({ Pipfile: PIPFILE, ...files }).declared.sort()).toEqual(declared),
  );
  test('those of the one folder that has some, at any depth', () => {
    const files = { 'src/app/requirements.txt': 'requests\n', 'tests/requirements.txt': 'pytest\n' };
    expect(dependenciesIn(files).declared.sort()).toEqual(['main:requests', 'tests:pytest']);
    expect(dependenciesIn({ ...files, 'src/b/requirements.txt': '' }).declared).toEqual(['tests:pytest']);
  });
  test('requirements files alone', () =>
    expect(
      dependenciesIn({
        'requirements.txt': '-r base.txt\nrequests>=2 # http\n',
        'base.txt': 'PyYAML\n',
        'requirements-dev.txt': 'pytest\n',
      }),
    ).toEqual({
      declared: ['dev:pytest', 'main:pyyaml', 'main:requests'],
      missing: ['attrs'],
      unused: [],
    }));
});

test('tests within a package, by whatever name they begin with', () => {
  const names = ['test_a', 'tests_b', 'tests-c', 'test-d', 'tests', 'testing', 'testsuite', 'contest'];
  const files = Object.fromEntries(names.map((name) => [`sample/${name}.py`, '']));
  const { project } = analysisOf({ ...files, 'sample/__init__.py': '' }, blueprint);
  const tests = names.filter((name) => project.modulesByPath.get(`sample/${name}.py`)?.area === 'test');
  expect(tests).toEqual(['test_a', 'tests_b', 'tests-c', 'test-d', 'tests']);
});

test('programs that lie in the data of tests are data of theirs; a package of that name is code', () =>
  expect(
    seen({
      'sample/__init__.py': '',
      'sample/tests.py': '',
      'sample/testdata/minimal/setup.py': '',
      'sample/test_data/__init__.py': '',
      'sample/test_data/rows.py': '',
    }).modules,
  ).toEqual([
    'sample shipped',
    'sample.test_data shipped',
    'sample.test_data.rows shipped',
    'sample.testdata.minimal.setup test',
    'sample.tests test',
  ]));

describe('code below a folder of another name than src', () => {
  const code = { 'lib/sample/__init__.py': 'import sample.a\n', 'lib/sample/a.py': '' };
  const below = {
    kind: 'src',
    roots: ['sample package lib/sample'],
    modules: ['sample shipped', 'sample.a shipped'],
    edges: ['sample → sample.a'],
  };
  const head = '[project]\nname = "sample"\nversion = "1"\n';
  test.each([
    ['setup.cfg', '[metadata]\nname = sample\n[options]\npackages = find:\npackage_dir =\n    = lib\n'],
    [
      'setup.cfg',
      '[metadata]\nname = sample\n[options]\npackages = find:\n[options.packages.find]\nwhere = lib\n',
    ],
    ['pyproject.toml', `${head}[tool.setuptools.package-dir]\n"" = "lib"\n`],
    ['pyproject.toml', `${head}[tool.setuptools.package-dir]\nsample = "./lib/sample/"\n`],
    ['pyproject.toml', `${head}[tool.setuptools.packages.find]\nwhere = ["lib"]\n`],
    ['pyproject.toml', `${head}[tool.hatch.build.targets.wheel]\npackages = ["lib/sample"]\n`],
    ['pyproject.toml', `${head}[tool.hatch.build.targets.wheel]\nsources = ["lib"]\n`],
    ['pyproject.toml', `${head}[tool.pdm.build]\npackage-dir = "lib"\n`],
    ['pyproject.toml', `${head}[tool.uv.build-backend]\nmodule-root = "lib"\n`],
    ['pyproject.toml', `${head}[tool.maturin]\npython-source = "lib"\n`],
    ['pyproject.toml', `${head}[tool.scikit-build.wheel]\npackages = ["lib/sample"]\n`],
    ['pyproject.toml', `${head}[tool.pytest.ini_options]\npythonpath = ["lib"]\n`],
    ['pyproject.toml', '[tool.poetry]\nname = "sample"\npackages = [{ include = "sample", from = "lib" }]\n'],
  ])('%s: %j', (file, text) => expect(seen({ [file]: text, ...code })).toEqual(below));

  test.each([
    'package_dir={"": "lib"}',
    'package_dir=PLACES',
    'packages=find_packages("lib")',
    'packages=setuptools.find_packages(where="lib")',
  ])('setup.py: %s', (argument) => {
    const text = `from setuptools import setup\nPLACES = {"": "lib"}\nsetup(name="sample", ${argument})\n`;
    const { modules, ...rest } = seen({ 'setup.py': text, ...code });
    expect({ ...rest, modules: modules.filter((one) => !one.includes('setup')) }).toEqual(below);
  });

  test('a package in a folder that is called otherwise', () =>
    expect(
      seen({
        'setup.py':
          'from setuptools import setup\nsetup(name="sample", packages=["sample"], package_dir={"sample": "code"})\n',
        'code/__init__.py': 'import sample.a\n',
        'code/a.py': '',
        'tests/test_a.py': 'from sample import a\n',
      }),
    ).toMatchObject({
      kind: 'src',
      roots: ['sample package code'],
      edges: ['sample → sample.a', 'tests.test_a → sample.a'],
    }));

  const above = {
    '__init__.py': '',
    'a.py': 'from .sub import b\n',
    'c.py': 'import sample.a\n',
    'sub/__init__.py': '',
    'sub/b.py': '',
    'tests/test_a.py': 'from sample import a\n',
  };
  test.each([
    ['pyproject.toml', `${head}[tool.setuptools.package-dir]\nsample = "."\n`],
    ['setup.cfg', '[metadata]\nname = other\n[options]\npackages = sample\npackage_dir =\n    sample = ./\n'],
    ['setup.py', 'from setuptools import setup\nsetup(name="other", package_dir={"sample": ""})\n'],
    ['setup.py', 'import about\nfrom setuptools import setup\nsetup(**about.all())\n'],
  ])('the folder of the project itself is the package, by %s: %j', (file, text) => {
    const siblings: Record<string, string> = text.includes('**')
      ? { 'd.py': 'from . import a\nfrom sample import c, a\n' }
      : {};
    const found = seen({ [file]: text, ...above, ...siblings });
    expect(found).toMatchObject({
      kind: 'flat',
      roots: ['sample package '],
      edges: expect.arrayContaining([
        'sample.a → sample.sub.b',
        'sample.c → sample.a',
        'tests.test_a → sample.a',
      ]),
    });
    expect(found.modules.filter((one) => one.startsWith('setup'))).toEqual(
      file === 'setup.py' ? ['setup script'] : [],
    );
  });

  test.each(['_tests', '_test'])('helpers in %s are no code to ship', (folder) =>
    expect(
      seen({
        'sample/__init__.py': '',
        [`sample/${folder}/__init__.py`]: '',
        [`sample/${folder}/tools.py`]: '',
      }).modules,
    ).toEqual(['sample shipped', `sample.${folder} test`, `sample.${folder}.tools test`]),
  );

  test('an `__init__` beside packaging makes no package of folders that are packages', () =>
    expect(
      seen({
        'setup.py': 'from setuptools import setup\nsetup(name="sample")\n',
        '__init__.py': 'from .sample import *\n',
        'util.py': 'from . import other\n',
        'other.py': '',
        'sample/__init__.py': '',
      }).roots,
    ).toEqual(['sample package sample']));

  test('examples that are shipped with a package, and are called like distributions, are no source folder', () =>
    expect(
      seen({
        'setup.py':
          'from setuptools import setup\nsetup(name="sample", packages=["sample", "examples.sqlalchemy.app"])\n',
        'sample/__init__.py': '',
        'examples/sqlalchemy/app/db.py': 'import sqlalchemy.orm\n',
      }).roots,
    ).toEqual(['sample package sample', 'examples namespace examples']));

  test('a package in the folder of another', () =>
    expect(
      seen({
        'pyproject.toml': `${head}[tool.setuptools]\npackage-dir = { sample = "sample", other = "sample/other" }\n`,
        'sample/__init__.py': '',
        'sample/a.py': 'from . import b\n',
        'sample/b.py': '',
        'sample/other/plugins/x.py': 'import sample.a\n',
      }),
    ).toMatchObject({
      roots: ['sample package sample', 'other namespace sample/other'],
      modules: expect.arrayContaining(['other.plugins.x shipped', 'sample.a shipped']),
      edges: expect.arrayContaining(['other.plugins.x → sample.a', 'sample.a → sample.b']),
    }));

  test('helpers of tests on the path of pytest are no package where the named one lies at the top', () =>
    expect(
      seen({
        'pyproject.toml': `${head}[tool.pytest.ini_options]\npythonpath = ["ci"]\n`,
        'sample/__init__.py': '',
        'ci/helper.py': '',
      }),
    ).toMatchObject({ kind: 'flat', roots: ['sample package sample'] }));

  test.each([
    ['packages=["shelf", "shelf.sub"]', ['shelf package shelf']],
    ['packages=find_packages()', ['helpers package helpers', 'shelf package shelf']],
  ])('packages that packaging does not list do not ship: %s', (argument, roots) =>
    expect(
      seen({
        'setup.py': `from helpers import version\nfrom setuptools import setup\nsetup(name="other", version="1", ${argument})\n`,
        'shelf/__init__.py': '',
        'shelf/sub/__init__.py': '',
        'helpers/__init__.py': 'version = 1\n',
      }).roots,
    ).toEqual(roots),
  );

  test('modules that packaging names belong to a package that it does not name', () =>
    expect(
      seen({
        'pyproject.toml': `${head}[tool.setuptools]\npy-modules = ["sample", "tool"]\n`,
        'sample.py': '',
        'tool.py': 'import sample\n',
        'script.py': 'import sample\n',
        'shelf/__init__.py': 'import sample\n',
      }).roots,
    ).toEqual(['shelf package shelf', 'sample module sample.py', 'tool module tool.py']));

  test.each([
    ['among the tests', 'name = "other"\n', 'tests/_plugins'],
    ['beside a package that programs run', 'name = "other"\nscripts = { x = "shelf.a:run" }\n', 'ci'],
  ])('nor are those %s', (_, name, folder) =>
    expect(
      seen({
        'pyproject.toml': `[project]\n${name}[tool.pytest.ini_options]\npythonpath = "${folder}"\n`,
        'shelf/__init__.py': '',
        'shelf/a.py': '',
        'tests/test_a.py': 'import shelf.a\n',
        [`${folder}/helper.py`]: '',
      }),
    ).toMatchObject({ kind: 'flat', roots: ['shelf package shelf'] }),
  );

  test('what leads out of the project, or holds no code, counts for nothing', () =>
    expect(
      seen({
        'pyproject.toml': `${head}[tool.setuptools.packages.find]\nwhere = ["../lib", "/lib", "none", "."]\n`,
        'sample/__init__.py': '',
      }),
    ).toMatchObject({ kind: 'flat', roots: ['sample package sample'] }));
});

describe('a service without packaging', () => {
  test('the folder that it runs from shows in its imports', () =>
    expect(
      seen({
        'requirements.txt': '',
        'backend/app/__init__.py': '',
        'backend/app/db.py': 'import json\n',
        'backend/app/main.py': 'from app.db import json\n',
        'backend/worker.py': 'import app.main\n',
      }),
    ).toMatchObject({
      kind: 'multi-package',
      roots: ['app package backend/app', 'worker module backend/worker.py'],
      edges: ['app.main → app.db', 'worker → app.main'],
    }));

  const manage = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_.settings")\n';

  test('a folder that runs a Django project may be called like its package', () =>
    expect(
      seen({
        'requirements.txt': '',
        'site_/manage.py': manage,
        'site_/site_/__init__.py': '',
        'site_/site_/settings.py': '',
        'site_/site_/wsgi.py': 'from site_.settings import x\n',
        'site_/polls/__init__.py': '',
        'site_/polls/models.py': 'from site_ import settings\n',
      }),
    ).toMatchObject({
      roots: ['polls package site_/polls', 'site_ package site_/site_'],
      edges: ['polls.models → site_.settings', 'site_.wsgi → site_.settings'],
    }));

  test('it shows in its manage.py, where no import names what lies in it', () =>
    expect(
      seen({ 'web/manage.py': manage, 'web/site_/settings.py': '', 'web/polls/models.py': '' }).roots,
    ).toEqual(['polls namespace web/polls', 'site_ namespace web/site_']));

  test('a package that is imported by the name of its folder and its own stays below the folder', () =>
    expect(
      seen({
        'app/main.py': 'from app.app.db import x\nimport app.cli\n',
        'app/cli.py': '',
        'app/app/db.py': '',
      }).roots,
    ).toEqual(['app namespace app']));

  test('a folder that is imported by its name is a package', () =>
    expect(
      seen({
        'backend/db.py': '',
        'backend/json.py': '',
        'backend/main.py': 'import json\nfrom backend import db\n',
      }),
    ).toMatchObject({ roots: ['backend namespace backend'], edges: ['backend.main → backend.db'] }));

  test('what lies at the top is imported from there, not from a folder with modules of the same names', () =>
    expect(
      seen({
        'app.py': 'from flask import Flask\nimport models\napp = Flask(__name__)\n',
        'models.py': '',
        'old/app.py': 'import models\n',
        'old/models.py': 'import app\n',
      }).roots,
    ).not.toContain('app module old/app.py'));

  test('a module of the standard library that is called like a file is no witness', () =>
    expect(seen({ 'backend/json.py': '', 'backend/main.py': 'import json\n' }).roots).toEqual([
      'backend namespace backend',
    ]));

  test('modules beside its package that the package or the tests import belong to it, others are scripts', () =>
    expect(
      seen({
        'app/__init__.py': 'from config import X\n',
        'config.py': 'import base\n',
        'base.py': '',
        'wsgi.py': 'from worker import w\n',
        'worker.py': '',
        'seed.py': 'import app\n',
        'types.py': '',
        'tests/test_wsgi.py': 'import types, wsgi\n',
      }),
    ).toMatchObject({
      kind: 'multi-package',
      roots: [
        'app package app',
        'base module base.py',
        'config module config.py',
        'worker module worker.py',
        'wsgi module wsgi.py',
      ],
      modules: expect.arrayContaining(['seed script', 'types script']),
    }));

  test('settings of the server lie where they are, whoever imports them', () =>
    expect(
      seen({
        'app/__init__.py': '',
        'server.py': 'import app\nworkers = 2\nbind = ":80"\ndef post_fork(server, worker): ...\n',
        'tests/test_a.py': 'import server\n',
      }).roots,
    ).toEqual(['app package app']));

  test('the folder that Alembic finds by its path is no package of its own', () =>
    expect(
      seen({
        'app/__init__.py': '',
        'db/__init__.py': '',
        'db/env.py': 'import app\n',
        'db/script.py.mako': '',
        'other/__init__.py': '',
        'other/env.py': '',
      }).roots,
    ).toEqual(['app package app', 'other package other']));

  test('functional tests are tests', () =>
    expect(
      seen({ 'app/__init__.py': '', 'functional_tests/__init__.py': '', 'functional_tests/base.py': '' })
        .roots,
    ).toEqual(['app package app']));

  test.each([
    ['fastapi', 'FastAPI'],
    ['flask', 'Flask'],
    ['starlette.applications', 'Starlette'],
  ])('a module that makes the application belongs to it: %s', (module, name) =>
    expect(
      seen({
        'routers/__init__.py': '',
        'main.py': `from ${module} import ${name}\nimport routers\napp = ${name}(__name__)\n`,
      }).roots,
    ).toEqual(['routers package routers', 'main module main.py']),
  );

  test('a folder without an `__init__` beside packages belongs to it when they import it', () =>
    expect(
      seen({ 'app/__init__.py': 'import jobs.daily\n', 'jobs/daily.py': '', 'other/x.py': '' }).roots,
    ).toEqual(['app package app', 'jobs namespace jobs']));

  test.each<Record<string, string>>([
    { 'pyproject.toml': '[project]\nname = "app"\nversion = "1"\n' },
    { 'setup.py': 'from setuptools import setup\nsetup(packages=["app"])\n' },
  ])('what packaging names is all that is shipped: %j', (packaging) =>
    expect(seen({ ...packaging, 'app/__init__.py': 'import config\n', 'config.py': '' }).roots).toEqual([
      'app package app',
    ]),
  );

  test.each([
    [
      'parts that a module puts together',
      'import db, web\n',
      ['core/services/db/x.py', 'interface/api/web/y.py'],
    ],
    ['packages, one of which leads', '', ['core/services/x.py', 'interface/api/web/y.py']],
  ])('%s', (_, main, targets) => {
    const files = {
      'db/__init__.py': '',
      'db/x.py':
        'class Row:\n    def save(self):\n        open("x")\n    def drop(self):\n        open("y")\n',
      'web/__init__.py': '',
      'web/y.py': 'from fastapi import APIRouter\nimport main\nrouter = APIRouter()\n',
      'main.py': main,
    };
    const { modules } = proposeMap(analysisOf(files, blueprint), { package: 'new', derivesMetadata: true });
    const target = (path: string) => modules.find(({ source }) => source === path)!.target;
    expect(['db/x.py', 'web/y.py'].map(target)).toEqual(targets.map((path) => `src/new/${path}`));
  });
});

describe('a src folder', () => {
  const main = 'from src.db import x\nimport json\n';
  const both = 'from src.db import x\nimport db\nimport db as y\n';
  test.each<[string, Record<string, string>, string[]]>([
    ['is a package where it is imported', { 'src/main.py': main, 'src/db.py': '' }, ['src namespace src']],
    [
      'with an `__init__` too',
      { 'src/__init__.py': '', 'src/main.py': main, 'src/db.py': '' },
      ['src package src'],
    ],
    [
      'in a folder that the service runs from',
      { 'backend/src/main.py': main, 'backend/src/db.py': '' },
      ['src namespace backend/src'],
    ],
    [
      'where the packaging names it and nothing is imported',
      {
        'src/__init__.py': '',
        'src/a.py': '',
        'pyproject.toml': '[tool.poetry]\nname = "x"\npackages = [{ include = "src" }]\n',
      },
      ['src package src'],
    ],
    [
      'holds packages where those are imported more often',
      { 'src/__init__.py': '', 'src/main.py': both, 'src/db.py': '' },
      ['db module src/db.py', 'main module src/main.py'],
    ],
    [
      'holds packages',
      { 'src/one/__init__.py': 'import one.a\n', 'src/one/a.py': '' },
      ['one package src/one'],
    ],
  ])('%s', (_, files, roots) => expect(seen(files).roots).toEqual(roots));
});
