import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { planExtraction } from './plan-extraction';

const MONOLITH = {
  'pyproject.toml':
    '[project]\nname = "mono"\nversion = "3.1"\nrequires-python = ">=3.9"\ndependencies = ["requests>=2", "numpy"]\n[dependency-groups]\ndev = ["freezegun", "pytest>=8", "black"]\n',
  LICENSE: 'MIT\n',
  'mono/__init__.py': 'from .shop import Shop\nfrom .other import other\n',
  'mono/shop/__init__.py': 'from .cart import Cart as Shop\n',
  'mono/shop/cart.py':
    'import requests\nfrom ..money import cents\nfrom host.users import User, Role\n\nclass Cart:\n    def load(self):\n        from mono.late import late\n        return open("rates.json")\n',
  'mono/shop/rates.json': '{}',
  'mono/money.py': 'def cents(): ...\n',
  'mono/late.py': 'def late(): ...\n',
  'mono/other.py': 'import numpy\ndef other(): ...\n',
  'tests/__init__.py': '',
  'tests/helpers.py': 'def make(): ...\n',
  'tests/test_cart.py':
    'import freezegun\nfrom mono.shop.cart import Cart\nfrom .helpers import make\nDATA = "tests/data/cart.csv"\n',
  'tests/test_both.py': 'from mono.shop.cart import Cart\nfrom mono.other import other\n',
  'tests/test_facade.py': 'import mono\n',
  'tests/data/cart.csv': 'a,b\n',
  'tests/data/other.csv': 'a,b\n',
};
const plan = (include: string[]) =>
  planExtraction(analysisOf(MONOLITH, loadBlueprint(), 'mono'), 'shop', include);

test('the named code, what it needs, what it opens and what tests it', () => {
  const { extraction } = plan(['mono.shop']);
  expect(Object.fromEntries(extraction.files.map((file) => [file.path, file.reason]))).toEqual({
    LICENSE: 'the licence of the code',
    'mono/late.py': 'needed by mono.shop.cart, but not when it is imported',
    'mono/money.py': 'needed by mono.shop.cart',
    'mono/shop/__init__.py': 'named',
    'mono/shop/cart.py': 'named',
    'mono/shop/rates.json': 'opened by mono/shop/cart.py',
    'tests/__init__.py': 'stands above tests',
    'tests/data/cart.csv': 'named in a test',
    'tests/helpers.py': 'used by a test',
    'tests/test_cart.py': 'tests extracted code',
  });
  expect(extraction.leftTests).toEqual([
    { path: 'tests/test_both.py', reason: 'tests mono.other', wants: ['mono.other'] },
    { path: 'tests/test_facade.py', reason: expect.stringMatching(/^tests mono/) as string },
  ]);
  expect(extraction.ports).toEqual([
    { module: 'host.users', names: ['Role', 'User'], places: ['mono/shop/cart.py:3'] },
  ]);
});

test('what is left behind is a port', () => {
  const analysis = analysisOf(MONOLITH, loadBlueprint(), 'mono');
  const { extraction } = planExtraction(analysis, 'shop', ['mono.shop'], ['mono.late', 'mono.money']);
  const paths = extraction.files.map(({ path }) => path);
  expect(paths).toContain('tests/test_cart.py');
  expect(paths.join()).not.toMatch(/late|money/);
  expect(extraction.ports.map(({ module, names }) => `${module} ${names.join()}`)).toEqual([
    'host.users Role,User',
    'mono.late late',
    'mono.money cents',
  ]);
  expect(() => planExtraction(analysis, 'shop', ['mono.late'], ['mono.nothing'])).toThrow(
    /--leave mono\.nothing: nothing/,
  );
  expect(() => planExtraction(analysis, 'shop', ['mono.late'], ['mono.late'])).toThrow(/leaves nothing/);
});

test('dependencies are cut to what is used; a package above is made empty', () => {
  const { extraction, texts } = plan(['mono/shop']);
  expect(extraction.dependencies).toEqual(['requests>=2']);
  expect([...texts.keys()].sort()).toEqual(['mono/__init__.py', 'pyproject.toml']);
  expect(texts.get('pyproject.toml')).toMatch(
    /name = "shop"\nversion = "3.1"[^]*requires-python = ">=3.9"\ndependencies = \["requests>=2"\][^]*test = \["freezegun", "pytest>=8"\][^]*packages = \["mono"\]/,
  );
});

test('a query of the classification selects; what names nothing is an error that says what there is', () => {
  expect(plan(['role:service']).extraction.files.map((file) => file.path)).toContain('mono/shop/cart.py');
  expect(() => plan(['mono.shopp'])).toThrow(/--include mono\.shopp: nothing .* there is mono, mono\.late/);
  expect(() => plan(['role:nope'])).toThrow(/Known: .*role:service/);
});

const texts = (files: Record<string, string>, include: string) =>
  planExtraction(analysisOf(files, loadBlueprint(), 'mono'), 'part', [include]);
const reasons = (files: Record<string, string>, include: string) =>
  Object.fromEntries(texts(files, include).extraction.files.map(({ path, reason }) => [path, reason]));
const HEAD = '[project]\nname = "mono"\nversion = "1"\n';

test('modules that are imported by names put together at run time come along', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/load.py':
      'from importlib import import_module\ndef get(name):\n    import_module("mono.fixed.one")\n    return import_module("mono.langs." + name)\nthree = lazy_import(".three", "mono.fixed")\n',
    'mono/langs/__init__.py': '',
    'mono/langs/de.py': '',
    'mono/fixed/__init__.py': '',
    'mono/fixed/one.py': '',
    'mono/fixed/two.py': '',
    'mono/fixed/three.py': '',
  };
  expect(Object.keys(reasons(files, 'mono.load'))).toEqual([
    'mono/fixed/__init__.py',
    'mono/fixed/one.py',
    'mono/fixed/three.py',
    'mono/langs/de.py',
    'mono/load.py',
  ]);
});

test('data comes along that is named by folder, by ending, by package, or lies in a package that is named', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py':
      'from importlib.resources import files\nfrom . import store\nDIR = files(__package__) / "tables"\ndef load(name):\n    return open(f"{__file__}/../{name}.yml")\n',
    'mono/tables/x.csv': '',
    'mono/one.yml': '',
    'mono/other.txt': '',
    'mono/store/__init__.py': '',
    'mono/store/deep/y.bin': '',
    'mono/sub/two.yml': '',
    'mono/sub/__init__.py': '',
    'mono/whole/__init__.py': 'X = 1\n',
    'mono/whole/z.dat': '',
    'mono/whole/built.so': '',
  };
  const data = (include: string) =>
    Object.keys(reasons(files, include)).filter((path) => !path.endsWith('.py'));
  expect(data('mono.a')).toEqual(['mono/one.yml', 'mono/store/deep/y.bin', 'mono/tables/x.csv']);
  expect(data('mono.whole')).toEqual(['mono/whole/z.dat']);
});

test('tests are foreign by fixtures, patches and programs too; of a helper only what the test uses counts', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/__main__.py': '',
    'mono/a.py': '',
    'mono/app.py': '',
    'tests/__init__.py':
      'import subprocess, sys\ndef call():\n    subprocess.run([sys.executable, "-m", "mono"])\ndef other(): ...\n',
    'tests/conftest.py':
      'import pytest\nfrom mono import app\n@pytest.fixture(name="client")\ndef _client(): ...\n',
    'tests/test_client.py': 'from mono import a\ndef test(client): ...\n',
    'tests/test_patch.py': 'from mono import a\nfrom unittest.mock import patch\npatch("mono.app.x")\n',
    'tests/test_program.py': 'from mono import a\nfrom tests import call\n',
    'tests/test_plain.py': 'from mono import a\nfrom tests import other\n',
    'tests/test_settings.py': 'from mono import a\nCONFIG = open("../setup.cfg")\n',
  };
  const { files: taken, leftTests } = texts(files, 'mono.a').extraction;
  expect(taken.map((file) => file.path)).toEqual(['mono/a.py', 'tests/__init__.py', 'tests/test_plain.py']);
  expect(leftTests).toEqual([
    { path: 'tests/test_client.py', reason: 'needs mono.app by tests/conftest.py', wants: ['mono.app'] },
    { path: 'tests/test_patch.py', reason: 'tests mono.app', wants: ['mono.app'] },
    {
      path: 'tests/test_program.py',
      reason: 'needs mono.__main__ by tests/__init__.py',
      wants: ['mono.__main__'],
    },
    { path: 'tests/test_settings.py', reason: 'reads setup.cfg' },
    { path: 'tests/conftest.py', reason: 'needs mono.app' },
  ]);
});

test('a test that asks for a fixture of a plugin needs it; entry points of what stays are listed', () => {
  const files = {
    'pyproject.toml': `${HEAD}[project.entry-points.pytest11]\nmono = "mono.plugin"\n[project.scripts]\nmono = "mono.a:main"\n`,
    'mono/__init__.py': '',
    'mono/a.py': '',
    'mono/plugin.py': 'import pytest\n@pytest.fixture\ndef mono(): ...\ndef pytest_configure(): ...\n',
    'tests/test_a.py': 'from mono import a\ndef test(): ...\n',
    'tests/test_plugin.py': 'from mono import a\ndef test(mono): ...\n',
  };
  const { extraction, texts: made } = texts(files, 'mono.a');
  expect(extraction).toMatchObject({
    leftEntryPoints: ['mono (pytest11)'],
    leftTests: [
      {
        path: 'tests/test_plugin.py',
        reason: 'needs mono.plugin by a plugin of pytest',
        wants: ['mono.plugin'],
      },
    ],
  });
  expect(made.get('pyproject.toml')).toMatch(/\[project.scripts\]\nmono = "mono.a:main"\n(?![^]*pytest11)/);
  expect(reasons(files, 'mono')).toHaveProperty(['tests/test_plugin.py'], 'tests extracted code');
});

test('a fixture that tests extracted code makes a test of it; folders that tests name come along', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': '',
    'mono/b.py': '',
    'tests/conftest.py': 'import pytest\nfrom mono import a\n@pytest.fixture\ndef thing(): ...\n',
    'tests/test_thing.py':
      'from pathlib import Path\ndef test(thing):\n    open(Path(__file__).parent / "samples" / "x")\n',
    'tests/test_none.py': 'def test(): ...\n',
    'tests/test_b.py': 'from mono import b\nopen("samples/b.txt")\n',
    'tests/samples/x.txt': '',
    'tests/samples/code.py': '',
    'tests/samples/lib/__init__.py': 'from . import rows\n',
    'tests/samples/lib/rows.py': '',
    'tests/samples/lib/used.py': '',
    'tests/use.py': 'from .samples.lib import used\n',
    'tests/samples/b.txt': '',
    'tests/elsewhere/x.txt.gz': '',
  };
  expect(Object.keys(reasons(files, 'mono.a'))).toEqual([
    'mono/a.py',
    'tests/conftest.py',
    'tests/samples/code.py',
    'tests/samples/lib/__init__.py',
    'tests/samples/lib/rows.py',
    'tests/samples/x.txt',
    'tests/test_thing.py',
  ]);
});

test('data of a test lies where its folders are named, too, unless nothing else is called so', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': '',
    'tests/unit/test_a.py':
      'from pathlib import Path\nfrom mono import a\nHERE = Path(__file__).parent\nX = HERE.parent / "data" / "foo.txt", "only.csv", "bar", "foo"\n',
    'tests/data/foo.txt': '',
    'tests/data/other.txt': '',
    'tests/unit/bar.json': '',
    'tests/unit/test_a/whatever.json': '',
    'tests/targets/copy/foo.txt': '',
    'tests/targets/copy/only.csv': '',
    'tests/targets/copy/foo': '',
    'tests/targets/bar/x.yml': '',
    'tests/targets/bar.json': '',
  };
  expect(Object.keys(reasons(files, 'mono.a')).filter((path) => !path.endsWith('.py'))).toEqual([
    'tests/data/foo.txt',
    'tests/data/other.txt',
    'tests/targets/copy/only.csv',
    'tests/unit/bar.json',
    'tests/unit/test_a/whatever.json',
  ]);
});

test('extras: what an import needs is a dependency, what a condition guards stays optional, programs and settings of pytest follow', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "mono"\nversion = "1"\ndependencies = ["attrs"]\n[project.optional-dependencies]\nschema = ["marshmallow>=3"]\njwt = ["pyjwt>=2", "cryptography"]\ncolour = ["colorama"]\ndev = ["black"]\n[project.scripts]\na = "mono.a:main"\nb = "mono.b:main"\n[tool.pytest.ini_options]\naddopts = "-ra --cov=mono -n auto"\ntestpaths = ["tests", "mono"]\npython_files = "check_*.py"\nmarkers = ["slow"]\n',
    'mono/__init__.py': '',
    'mono/a.py':
      'import marshmallow\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from _typeshed import x\ntry:\n    from ._speed import f\nexcept ImportError:\n    pass\nimport werkzeug\ndef main():\n    import jwt\n    from host.users import User\n',
    'mono/b.py': 'import colorama, attr\n',
  };
  const { extraction, texts: made } = texts(files, 'mono.a');
  expect(extraction).toMatchObject({
    dependencies: ['marshmallow>=3'],
    ports: [
      { module: 'host.users', names: ['User'], places: ['mono/a.py:12'] },
      { module: 'werkzeug', names: [], places: ['mono/a.py:9'] },
    ],
  });
  const pyproject = made.get('pyproject.toml')!;
  expect(pyproject).toContain('[project.optional-dependencies]\njwt = ["pyjwt>=2", "cryptography"]\n');
  expect(pyproject).toContain(
    '[project.scripts]\na = "mono.a:main"\n\n[dependency-groups]\ntest = ["pyjwt>=2", "cryptography"]\n',
  );
  expect(pyproject).toContain(
    '[tool.pytest.ini_options]\naddopts = "-ra"\ntestpaths = ["mono"]\nmarkers = ["slow"]\n',
  );
  expect(pyproject).not.toMatch(/colorama|black|attrs|python_files/);
});

test('plugins of pytest and classes of warnings that stay behind are not asked for', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "mono"\n[tool.pytest.ini_options]\naddopts = "-ra -p mono.b -p xdist -pmono.a"\nfilterwarnings = ["error", "ignore::mono.b.W", "ignore::mono.a.W", "ignore:x:UserWarning:mono.b"]\n',
    'mono/__init__.py': '',
    'mono/a.py': 'class W(Warning): ...\n',
    'mono/b.py': 'import pytest\nclass W(Warning): ...\n@pytest.fixture\ndef order(): ...\n',
    'tests/test_a.py': 'import mono.a\ndef test(): ...\n',
    'tests/test_b.py': 'import mono.a\ndef test(order): ...\n',
  };
  const { extraction, texts: made } = texts(files, 'mono.a');
  expect(made.get('pyproject.toml')).toContain(
    '[tool.pytest.ini_options]\naddopts = "-ra -p xdist -pmono.a"\nfilterwarnings = ["error", "ignore::mono.a.W", "ignore:x:UserWarning:mono.b"]\n',
  );
  expect(extraction.leftTests).toEqual([
    { path: 'tests/test_b.py', reason: 'needs mono.b by a plugin of pytest', wants: ['mono.b'] },
  ]);
});

test('data of a package above is found by its name, and the package takes nothing else along', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': 'from . import heavy\n',
    'mono/heavy.py': '',
    'mono/sub/__init__.py': '',
    'mono/sub/a.py': 'from pkgutil import get_data\nX = get_data("mono", "tables/x.csv")\n',
    'mono/tables/x.csv': '',
    'mono/tables/y.csv': '',
  };
  expect(Object.keys(reasons(files, 'mono.sub.a'))).toEqual(['mono/sub/a.py', 'mono/tables/x.csv']);
});

test('modules that whole texts name come along, where a name behind them is there; what is said and not imported does not', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py':
      'import logging\nLOADERS = {"app": "mono.loaders:Loader", "none": "mono.none:Gone"}\nBUILTIN = ["mono.ext.one"]\ndef make(config="mono.config.Config"):\n    logging.getLogger("mono.said")\n    return "mono.said" == __name__\nLOGGING = {"loggers": {"mono.said": {"level": 1}}}\n"mono.said"\n',
    'mono/config.py': 'class Config: ...\n',
    'mono/loaders.py': 'class Loader: ...\n',
    'mono/none.py': '',
    'mono/said.py': '',
    'mono/ext/__init__.py': '',
    'mono/ext/one.py': '',
  };
  expect(reasons(files, 'mono.a')).toEqual({
    'mono/a.py': 'named',
    'mono/config.py': 'needed by mono.a, but not when it is imported',
    'mono/ext/one.py': 'needed by mono.a, but not when it is imported',
    'mono/loaders.py': 'needed by mono.a, but not when it is imported',
  });
});

test('what a project within the source declares is declared; requirements that nothing imports are listed', () => {
  const files = {
    'pyproject.toml': '[dependency-groups]\ndev = ["black"]\n',
    'backend/pyproject.toml':
      '[project]\nname = "shop"\nversion = "2.1"\ndependencies = ["requests>=2", "numpy", "psycopg[binary]>=3", "whitenoise"]\n',
    'backend/shop/__init__.py': '',
    'backend/shop/c.py': '',
    'backend/shop/a.py':
      'import requests\nfrom shop.c import x\nMIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]\n',
    'backend/shop/b.py': 'import numpy\nfrom shop.c import x\n',
  };
  const { extraction, texts: made } = texts(files, 'shop.a');
  expect(extraction).toMatchObject({
    dependencies: ['requests>=2', 'whitenoise'],
    unseen: ['psycopg[binary]>=3'],
    ports: [],
  });
  expect(made.get('pyproject.toml')).toMatch(/version = "2.1"[^]*packages = \["backend\/shop"\]/);
});

test('data of a package that stays behind is not taken by its name alone', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': 'import os\nX = os.path.join(os.path.dirname(__file__), "office", "static")\n',
    'mono/office/__init__.py': '',
    'mono/office/README.md': '',
    'mono/office/static/x.css': '',
  };
  expect(Object.keys(reasons(files, 'mono.a'))).toEqual(['mono/a.py', 'mono/office/static/x.css']);
});

test('literals that a call joins are one path', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py':
      'import os\nHERE = os.path.dirname(__file__)\nX = os.path.join(HERE, os.path.join("static", "dist"))\nY = os.path.join(HERE, "tables", "one.csv")\n',
    'mono/static/src/x.js': '',
    'mono/tables/one.csv': '',
    'mono/tables/two.csv': '',
  };
  expect(Object.keys(reasons(files, 'mono.a'))).toEqual(['mono/a.py', 'mono/tables/one.csv']);
});

test('the module that brings most of what is needed is named', () => {
  const modules = ['b', 'c', 'd', 'e', 'f'].map((name) => [`mono/${name}.py`, 'from mono import g\n']);
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': 'from mono import g, h\n',
    'mono/app.py': 'from mono import b, c, d, e, f\n',
    'mono/h.py': 'def run():\n    from mono import app\n',
    'mono/g.py': '',
    ...(Object.fromEntries(modules) as Record<string, string>),
  };
  expect(texts(files, 'mono.a').extraction.gate).toEqual({ module: 'mono.app', saves: 6 });
  expect(texts(files, 'mono.app').extraction.gate).toBeUndefined();
});

test('a test that names a file of code in a package of tests gets it', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': '',
    'tests/__init__.py': '',
    'tests/alone.py': '',
    'tests/other.py': '',
    'tests/test_a.py': 'from mono import a\nfind("alone.py")\n',
  };
  expect(Object.keys(reasons(files, 'mono.a'))).toEqual([
    'mono/a.py',
    'tests/__init__.py',
    'tests/alone.py',
    'tests/test_a.py',
  ]);
});

test('tests stay behind with the settings that pytest loads before them', () => {
  const files = {
    'pyproject.toml': `${HEAD}[tool.pytest.ini_options]\nDJANGO_SETTINGS_MODULE = "mono.settings"\n`,
    'mono/__init__.py': '',
    'mono/a.py': '',
    'mono/settings.py': 'DEBUG = True\n',
    'tests/test_a.py': 'from mono import a\n',
  };
  expect(texts(files, 'mono.a').extraction.leftTests).toEqual([
    {
      path: 'tests/test_a.py',
      reason: 'needs mono.settings by the settings of pytest',
      wants: ['mono.settings'],
    },
  ]);
});

test('what only code needs that runs later stays in its extra; modules that something imports are no data of tests', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "mono"\nversion = "1"\n[project.optional-dependencies]\nsftp = ["paramiko"]\nyaml = ["pyyaml"]\n[dependency-groups]\ndev = ["sqlalchemy<2"]\n',
    'mono/__init__.py': '',
    'mono/a.py': 'import yaml\nTABLE = {"sftp": "mono.sftp"}\ndef history():\n    from mono import store\n',
    'mono/sftp.py': 'import paramiko\n',
    'mono/store.py': 'import sqlalchemy\n',
    'mono/app.py': '',
    'mono/test/makers.py': 'from mono import app\n',
    'tests/test_a.py': 'from mono import a\nNAMES = "mono/test/data.txt", "test"\n',
    'tests/test_app.py': 'from mono import app\nfrom mono.test import makers\n',
  };
  const { extraction, texts: made } = texts(files, 'mono.a');
  expect(extraction.dependencies).toEqual(['pyyaml']);
  expect(made.get('pyproject.toml')).toMatch(
    /sftp = \["paramiko"\][^]*test = \["paramiko", "sqlalchemy<2"\]/,
  );
  expect(extraction.files.map(({ path }) => path)).not.toContain('mono/test/makers.py');
});

test('what a module chooses from by texts when it runs can be left behind; the output says which module names the most', () => {
  const names = ['b', 'c', 'd', 'e'];
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': `from mono import h\nTABLE = {${names.map((name) => `"${name}": "mono.${name}"`).join(', ')}}\n`,
    'mono/h.py': '',
    ...Object.fromEntries(names.map((name) => [`mono/${name}.py`, ''])),
  };
  const analysis = analysisOf(files, loadBlueprint(), 'mono');
  expect(planExtraction(analysis, 'part', ['mono.a']).extraction.chooser).toEqual({
    module: 'mono.a',
    saves: 4,
  });
  const { extraction } = planExtraction(analysis, 'part', ['mono.a', 'mono.c'], ['texts:mono.a']);
  expect(extraction.files.map(({ path }) => path)).toEqual(['mono/a.py', 'mono/c.py', 'mono/h.py']);
  expect(extraction).toMatchObject({ leave: ['texts:mono.a'], ports: [] });
  expect(extraction.chooser).toBeUndefined();
  expect(() => planExtraction(analysis, 'part', ['mono.a'], ['texts:mono.z'])).toThrow(
    /--leave texts: mono\.z/,
  );
});

test('modules that a package imports when a name of theirs is asked for come along', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': 'from mono.kit import Tool\n',
    'mono/kit/__init__.py':
      'import lazy_loader as lazy\n__getattr__, __dir__, __all__ = lazy.attach(__name__, submod_attrs={"tools": ["Tool"]})\n',
    'mono/kit/tools.py': 'class Tool: ...\n',
    'mono/kit/other.py': '',
  };
  expect(Object.keys(reasons(files, 'mono.a'))).toEqual([
    'mono/a.py',
    'mono/kit/__init__.py',
    'mono/kit/tools.py',
  ]);
});

test('where the code asks for the distribution that it is cut out of', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': 'from importlib import metadata\n__version__ = metadata.version(__name__)\n',
    'mono/a.py':
      'import importlib.metadata\nfrom mono import __version__\nX = importlib.metadata.version("Mono")\nY = importlib.metadata.version("other")\n',
  };
  expect(texts(files, 'mono.a').extraction.distribution).toEqual({
    name: 'mono',
    places: ['mono/__init__.py:2', 'mono/a.py:3'],
  });
  const analysis = analysisOf(files, loadBlueprint(), 'mono');
  expect(planExtraction(analysis, 'mono', ['mono.a']).extraction.distribution).toBeUndefined();
});

test('data that other data names comes along', () => {
  const files = {
    'pyproject.toml': HEAD,
    'mono/__init__.py': '',
    'mono/a.py': 'open("main.xsd")\n',
    'mono/main.xsd': '<import schemaLocation="./types.xsd"/>',
    'mono/types.xsd': '<include schemaLocation="deep/base.xsd"/>',
    'mono/deep/base.xsd': '',
    'mono/es.xsd': '',
    'tests/test_a.py': 'from mono import a\nopen("wsdl/one.wsdl")\n',
    'tests/test_b.py': 'open("wsdl/two.wsdl"), open("wsdl/three.wsdl")\n',
    'tests/wsdl/one.wsdl': '<import location="two.wsdl"/>',
    'tests/wsdl/two.wsdl': '',
    'tests/wsdl/three.wsdl': '',
  };
  const taken = reasons(files, 'mono.a');
  expect(Object.keys(taken)).toEqual([
    'mono/a.py',
    'mono/deep/base.xsd',
    'mono/main.xsd',
    'mono/types.xsd',
    'tests/test_a.py',
    'tests/wsdl/one.wsdl',
    'tests/wsdl/two.wsdl',
  ]);
  expect(taken['mono/deep/base.xsd']).toBe('data that mono/types.xsd names');
});
