import { loadBlueprint } from '../../platform/blueprint';
import { buildInventory } from '../inventory/build';
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

test('a namespace package in src', () =>
  expect(
    seen({
      'setup.py': 'from setuptools import setup\nsetup(name="acme-x")\n',
      'src/acme/x/__init__.py': 'from . import y\n',
      'src/acme/x/y.py': '',
    }),
  ).toMatchObject({ kind: 'src', roots: ['acme namespace src/acme'], edges: ['acme.x → acme.x.y'] }));

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
  test('requirements files alone', () =>
    expect(
      dependenciesIn({
        'requirements.txt': '-r base.txt\nrequests>=2 # http\n',
        'base.txt': 'PyYAML\n',
        'requirements-dev.txt': 'pytest\n',
      }),
    ).toEqual({
      declared: ['dev:pytest', 'requirements:pyyaml', 'requirements:requests'],
      missing: ['attrs'],
      unused: [],
    }));
});
