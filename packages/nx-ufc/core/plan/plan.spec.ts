import { ledgerOf } from './ledger';
import { ledgerText } from './ledger-text';
import { newImportCycles } from './new-cycles';
import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { applyEdits } from '../text/edits';
import { parseModule } from '../python';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { assembleMigrationPlan } from './assemble';
import { findConflicts } from './conflicts';
import { extensionModules } from './extension-modules';
import { mergeMap, readMap, writeMap } from './map-file';
import { folderMapping } from './path-mapping';
import { proposeMap } from './propose';
import { readSchema } from '../../platform/blueprint';

const blueprint = loadBlueprint();
const names = capabilityNames('sample', blueprint);

function planOf(files: Record<string, string>, links: Record<string, string> = {}) {
  const analysis = analysisOf(files, blueprint);
  for (const file of analysis.project.tree.files) file.symlink = links[file.path] ?? null;
  return planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));
}

const PYPROJECT = '[project]\nname = "sample"  # the name\nversion = "1.2"\n';
const AWKWARD = {
  'pyproject.toml': PYPROJECT,
  'sample/__init__.py': 'from .core import Engine\n',
  'sample/core.py':
    'from . import models\n\nclass Engine:\n    def run(self): return models.Row()\n    def stop(self): ...\n',
  'sample/models.py': 'from dataclasses import dataclass\n\n@dataclass\nclass Row:\n    id: int = 1\n',
  'sample/config.py':
    'from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    debug: bool = False\n',
  'sample/cli.py':
    'import click\n\nfrom .config import Settings\n\n@click.command()\ndef main(): print(Settings())\n',
  'sample/api/__init__.py': '',
  'sample/api/routes.py':
    'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n@router.get("/")\ndef root(): return {}\n',
  'sample/api/data/page.html': '<p>',
  'sample/broken.py': 'def f(:\n',
  'tests/test_core.py': 'from sample.core import Engine\n',
  'README.md': '# sample\n',
};

test.each([
  ['../README.md', 0],
  ['/elsewhere/README.md', 1],
])('what a link shows is edited where it lies: %s', (target, edits) => {
  const text = 'Use `sample.core.Engine`.\n';
  const files = { ...AWKWARD, 'README.md': text, 'docs/README.md': text };
  const plan = planOf(files, { 'docs/README.md': target });
  const count = (path: string) => plan.files.find(({ source }) => source === path)!.edits.length;
  expect([count('README.md'), count('docs/README.md')]).toEqual([1, edits]);
});

test('settings that one copies to make one of them are templates of code', () => {
  const text = 'from sample.config import *\n';
  const plan = planOf({ ...AWKWARD, 'sample/local.py.example': text, 'sample/local.txt': text });
  const edits = (path: string) => plan.files.find(({ source }) => source === path)!.edits;
  expect(applyEdits(text, edits('sample/local.py.example'))).not.toContain(' sample.');
  expect(edits('sample/local.txt')).toEqual([]);
});

test('a module that is called like another package, and tests in the source folder, find their places', () => {
  const plan = planOf({
    'pyproject.toml': `${PYPROJECT}[tool.setuptools]\npackages = ["sample", "validate"]\n`,
    'src/sample/__init__.py': '',
    'src/sample/validate.py': 'from validate import check\n',
    'src/validate/__init__.py': 'def check(): return 1\n',
    'src/tests/__init__.py': '',
    'src/tests/test_a.py': 'from . import validate_data\nimport sample.validate\n',
    'src/tests/validate_data.py': '',
    'src/tests/data/x.txt': '',
    'setup.cfg': '[tool:pytest]\npython_files = src/tests/test_*.py\n',
    Makefile: 'test:\n\tpytest src/tests\n',
  });
  expect(plan.conflicts).toEqual([]);
  expect(Object.fromEntries(plan.files.map((file) => [file.source, file.target]))).toMatchObject({
    'src/sample/validate.py': 'src/au_sys_sample/core/utils/sample/validate.py',
    'src/validate/__init__.py': 'src/au_sys_sample/core/utils/validate/__init__.py',
    'src/tests/__init__.py': 'tests/__init__.py',
    'src/tests/test_a.py': 'tests/test_a.py',
    'src/tests/data/x.txt': 'tests/data/x.txt',
  });
  expect(plan.files.find((file) => file.source === 'src/tests/test_a.py')!.edits).toMatchObject([
    { before: 'sample.validate', text: 'au_sys_sample.core.utils.sample.validate' },
  ]);
  expect(Object.keys(plan.modules).map((name) => name.split('.')[0])).not.toContain('src');
  const changes = (path: string) =>
    plan.files.find((file) => file.source === path)!.edits.map(({ before, text }) => `${before} → ${text}`);
  expect(changes('setup.cfg')).toEqual(['src/tests/test_*.py → tests/test_*.py']);
  expect(changes('Makefile')).toEqual(['src/tests → tests']);
});

test('tests in the source folder find a place where there are others beside it', () => {
  const plan = planOf({
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': '',
    'tests/test_a.py': '',
    'src/tests/unit/test_b.py': '',
    'src/native.c': '',
  });
  expect(plan.conflicts.filter(({ level }) => level === 'error')).toEqual([]);
  expect(Object.fromEntries(plan.files.map(({ source, target }) => [source, target]))).toMatchObject({
    'tests/test_a.py': 'tests/test_a.py',
    'src/tests/unit/test_b.py': 'src_tests/unit/test_b.py',
    'src/native.c': 'src/native.c',
  });
});

test('modules that are called like layers find their places', () => {
  const plan = planOf(AWKWARD);
  expect(plan.conflicts.filter((conflict) => conflict.level === 'error')).toEqual([]);
  expect(Object.fromEntries(plan.files.map((file) => [file.source, file.target]))).toMatchObject({
    'sample/__init__.py': 'src/au_sys_sample/__init__.py',
    'sample/core.py': 'src/au_sys_sample/core/services/core.py',
    'sample/models.py': 'src/au_sys_sample/core/models/models.py',
    'sample/cli.py': 'src/au_sys_sample/interface/cli/cli.py',
    'sample/api/routes.py': 'src/au_sys_sample/interface/api/routes.py',
    'sample/api/data/page.html': 'src/au_sys_sample/interface/api/data/page.html',
    'tests/test_core.py': 'tests/test_core.py',
    'README.md': 'README.md',
  });
});

test('flit is told the version of a package whose own __init__ goes deeper', () => {
  const pyproject =
    '[build-system]\nrequires = ["flit_core"]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "sample"\ndynamic = ["version"]\n';
  const versioned = (more: Record<string, string>) =>
    planOf({
      'pyproject.toml': pyproject,
      'sample/__init__.py': '__version__ = "1.2"\n',
      ...more,
    }).review.some(({ rule }) => rule === 'VERSION_WRITTEN_DOWN');
  const app = 'from django.apps import AppConfig\n\nclass Sample(AppConfig):\n    name = "sample"\n';
  expect(versioned({ 'sample/apps.py': app })).toBe(true);
  expect(versioned({ 'sample/mod.py': 'X = 1\n' })).toBe(false);
});

test('programs without a suffix are code, and come along as programs', () => {
  const program = '#!/usr/bin/env python3\nimport sample.mod\n';
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/mod.py': 'X = 1\n',
    'setup.py':
      'from setuptools import setup\nsetup(name="sample", version="1", scripts=["bin/tool", "bin/run", "bin/sample"])\n',
    'bin/tool': program,
    'bin/sample': program,
    'bin/run': '#!/bin/sh\nexec python -c "import sample"\n',
    'bin/old': '#!/usr/bin/python\nimport sample\nprint "old"\n',
  });
  const edited = (path: string) => plan.files.find(({ source }) => source === path)!.edits;
  expect(applyEdits(program, edited('bin/tool'))).toBe(
    program.replace('sample.mod', plan.modules['sample.mod']),
  );
  expect(edited('bin/run').map(({ text }) => text)).toEqual(['au_sys_sample']);
  expect(edited('bin/old')).toEqual([]);
  expect(plan.review.filter(({ path }) => path.startsWith('bin/'))).toEqual([]);
  expect(plan.creates.find(({ path }) => path === 'pyproject.toml')!.content).toContain(
    '[tool.hatch.build.targets.wheel.shared-scripts]\n"bin/tool" = "tool"\n"bin/run" = "run"\n"bin/sample" = "sample"\n',
  );
});

test('programs whose names say otherwise that they are Python', () => {
  const program = 'import sample.mod\n';
  const paths = ['gui.pyw', 'SConstruct', 'tools/wscript'];
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/mod.py': 'X = 1\n',
    ...Object.fromEntries(paths.map((path) => [path, program])),
  });
  for (const path of paths)
    expect(applyEdits(program, plan.files.find(({ source }) => source === path)!.edits)).toBe(
      program.replace('sample.mod', plan.modules['sample.mod']),
    );
});

test('a text in reStructuredText is a document, another one is not', () => {
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/mod.py': 'X = 1\n',
    'docs/a.txt': '.. automodule:: sample.mod\n',
    'docs/b.txt': 'See :mod:`sample.mod`.\n',
    'docs/c.txt': 'See `sample.mod`.\n',
  });
  const edited = plan.files.filter(({ edits, source }) => edits.length > 0 && source?.startsWith('docs/'));
  expect(edited.map(({ source }) => source)).toEqual(['docs/a.txt', 'docs/b.txt']);
});

test('files of kinds that are not known are listed where they name a module, prose and tables are not', () => {
  const text = 'run sample.mod and sample.mod, sample.mod, sample.mod\n';
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/mod.py': 'X = 1\n',
    ...Object.fromEntries(['tools/x.rb', 'a.txt', 'NOTES', 'x.csv'].map((path) => [path, text])),
    run: `#!/usr/bin/perl\n${text}`,
  });
  const listed = plan.review.filter(({ rule }) => rule === 'CONFIG_REFERENCE').map(({ path }) => path);
  expect(listed).toEqual(['run', 'tools/x.rb']);
});

describe('modules that a setup.py compiles', () => {
  const setup =
    'from setuptools import Extension, setup\n\nsetup(\n    name="sample", version="1",\n    ext_modules=[Extension("sample._c", ["sample/_c.c"])],\n)\n';
  const given =
    'from setuptools import setup\noptions = {}\noptions["ext_modules"] = [x]\nsetup(**options)\n';
  const files = { 'sample/__init__.py': '', 'sample/_c.c': '' };

  test('it comes along where it compiles modules, and names them as they are called now', () => {
    const plan = planOf({ ...files, 'setup.py': setup, 'MANIFEST.in': '' });
    const kept = plan.files.find(({ source }) => source === 'setup.py')!;
    expect(applyEdits(setup, kept.edits)).toBe(
      setup.replace('"sample._c"', '"au_sys_sample._c"').replace('"sample/_c.c"', '"src/au_sys_sample/_c.c"'),
    );
    expect(plan.files.map(({ target }) => target)).toContain('MANIFEST.in');
    expect(plan.creates.find(({ path }) => path === 'pyproject.toml')!.content).toContain(
      'build-backend = "setuptools.build_meta:__legacy__"\n',
    );
    const others = planOf({ ...files, 'setup.py': setup.replace('ext_modules', 'x'), 'MANIFEST.in': '' });
    expect(others.files.map(({ target }) => target)).not.toContain('setup.py');
    expect(others.files.map(({ target }) => target)).not.toContain('MANIFEST.in');
  });

  test('they are listed where the map leaves it', () => {
    const listed = (text: string) => {
      const analysis = analysisOf({ ...files, 'setup.py': text }, blueprint);
      const map = proposeMap(analysis, { package: names.package, derivesMetadata: true });
      for (const entry of map.modules) if (entry.source === 'setup.py') entry.target = null;
      return extensionModules(analysis.project, map);
    };
    expect(listed(setup)).toEqual([
      expect.objectContaining({ rule: 'EXTENSION_MODULES', path: 'setup.py', line: 3 }),
    ]);
    expect(listed(setup.replace('ext_modules', 'x'))).toEqual([]);
    expect(listed(given)).toEqual([expect.objectContaining({ line: 3 })]);
    const { project } = analysisOf({ ...files, 'setup.py': setup }, blueprint);
    expect(extensionModules(project, { package: 'sample', modules: [] } as never)).toEqual([]);
  });
});

test.each([
  ['sample/_fast.pyx', 'import numpy\n\ncimport sample.mod\n', 3],
  ['sample/_fast.c', '#include "fast.h"\nchar *x = "sample._fast.X";\n', 2],
  ['sample/_fast.c', 'char *x = "sample.mod";\n', null],
  ['sample/_fast.c', 'char *x = "sample._made.X";\n', null],
  ['sample/_fast.c', '#include "fast.h"\nchar *x = "sampler.x";\n', null],
  ['sample/_fast.pyx', 'from libc.math cimport sin\nimport samples\n', null],
])(
  'the source of a compiled module that names modules of the package is listed: %s %j',
  (path, text, line) => {
    const { review } = planOf({
      'sample/__init__.py': '',
      'sample/mod.py': 'X = 1\n',
      'sample/_made.pyi': '',
      [path]: text,
    });
    const found = review.filter(({ rule }) => rule === 'COMPILED_SOURCE');
    expect(found.map((item) => [item.path, item.line])).toEqual(line === null ? [] : [[path, line]]);
  },
);

test('the stub of a compiled module lies in its package', () => {
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/sub/A.pyi': '',
    'sample/sub/__init__.py': 'from .A import a\n',
    'sample/sub/tools.py': 'def f(): ...\n',
  });
  const target = (path: string) => plan.files.find(({ source }) => source === path)!.target;
  expect(target('sample/sub/A.pyi')).toBe(target('sample/sub/__init__.py').replace('__init__.py', 'A.pyi'));
});

test.each(['guide.txt', 'guide.doctest', 'guide.test'])(
  'a text with interactive examples is a document: %s',
  (name) => {
    const text = 'The sample.mod:\n\n    >>> import sample.mod\n';
    const plan = planOf({
      'sample/__init__.py': '',
      'sample/mod.py': 'X = 1\n',
      [`tests/${name}`]: text,
      'tests/test_a.py': 'import sample\n',
      'mypy.ini': '[mypy]\nexplicit_package_bases = true\n',
    });
    const { edits } = plan.files.find(({ source }) => source === `tests/${name}`)!;
    expect(applyEdits(text, edits)).toContain(`>>> import ${plan.modules['sample.mod']}`);
    expect(plan.files.find(({ source }) => source === 'mypy.ini')!.edits).toMatchObject([
      { text: '\nmypy_path = $MYPY_CONFIG_FILE_DIR/src' },
    ]);
  },
);

test('a search path in a document is changed once', () => {
  const text = 'Run `PYTHONPATH=. ./manage.py test`.\n\n```sh\nPYTHONPATH=. pytest\n```\n';
  const plan = planOf({ 'sample/__init__.py': '', 'sample/mod.py': 'X = 1\n', 'CONTRIBUTING.md': text });
  const { edits } = plan.files.find(({ source }) => source === 'CONTRIBUTING.md')!;
  expect(applyEdits(text, edits)).toBe(text.replaceAll('PYTHONPATH=.', 'PYTHONPATH=src:.'));
});

test('data of the tests: tags of PyYAML follow, other names are listed', () => {
  const data = '- !!python/name:sample.mod.X\n- sample.mod.X\n- sample.org, x/sample.mod\n';
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/mod.py': 'X = 1\n',
    'tests/test_a.py': 'import sample\n',
    'tests/data/a.data': data,
    'notes.csv': data,
  });
  const of = (path: string) => ({
    text: applyEdits(data, plan.files.find(({ source }) => source === path)!.edits),
    listed: plan.review.filter((item) => item.path === path).map(({ rule, line }) => [rule, line]),
  });
  const text = data.replace('name:sample.mod', `name:${plan.modules['sample.mod']}`);
  expect(of('tests/data/a.data')).toEqual({ text, listed: [['CONFIG_REFERENCE', 2]] });
  expect(of('notes.csv')).toEqual({ text, listed: [] });
});

test('asset specifications in data follow the file', () => {
  const data = '<%inherit file="sample:t/base.mak"/> <%include file="sample.mod:x/none.mak"/> sample:mod\n';
  const plan = planOf({ 'sample/__init__.py': '', 'sample/mod.py': 'X = 1\n', 'sample/t/base.mak': data });
  const file = plan.files.find(({ source }) => source === 'sample/t/base.mak')!;
  const place = file.target.replace(/^src\/([^/]+)\//, '$1:');
  expect(applyEdits(data, file.edits)).toBe(data.replace('sample:t/base.mak', place));
});

test('every file of the tree is accounted for, once', () => {
  const plan = planOf(AWKWARD);
  expect(plan.map.modules.map((entry) => entry.source).sort()).toEqual(Object.keys(AWKWARD).sort());
});

test('a file that does not parse is kept byte for byte and listed', () => {
  const plan = planOf(AWKWARD);
  expect(plan.files.find((file) => file.source === 'sample/broken.py')?.edits).toEqual([]);
  expect(plan.review).toContainEqual(
    expect.objectContaining({ path: 'sample/broken.py', rule: 'SYNTAX_ERROR' }),
  );
});

test('the plan is plain data and the same every time', () => {
  const plan = planOf(AWKWARD);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  expect(planOf(AWKWARD)).toEqual(plan);
});

test('every generated Python file parses, every folder is a package', () => {
  const plan = planOf(AWKWARD);
  for (const file of plan.creates.filter((candidate) => candidate.path.endsWith('.py')))
    expect([file.path, parseModule(file.content).ok]).toEqual([file.path, true]);
  const paths = new Set([...plan.creates.map((file) => file.path), ...plan.files.map((file) => file.target)]);
  for (const path of paths)
    if (/^src\/.*\.py$/.test(path))
      expect([path, paths.has(`${path.slice(0, path.lastIndexOf('/'))}/__init__.py`)]).toEqual([path, true]);
});

test('setup.py alone: the metadata is derived, the file is not carried along', () => {
  const plan = planOf({
    'setup.py':
      'from setuptools import setup\nsetup(name="sample", version="3.1", install_requires=["click>=8"])\n',
    'sample/__init__.py': '',
  });
  const text = plan.creates.find((file) => file.path === 'pyproject.toml')!.content;
  expect(text).toContain('version = "3.1"');
  expect(text).toContain('"click>=8"');
  expect(plan.map.modules.find((entry) => entry.source === 'setup.py')).toMatchObject({
    action: 'exclude',
    target: null,
  });
});

test('folders that are no layer are not documented as one; packages that define something are listed', () => {
  const plan = planOf({
    'pyproject.toml': '[project]\nname = "n.a"\nversion = "1"\n',
    'src/n/a/__init__.py': 'def notify(): return 1\n',
    'src/n/a/tests.py': 'from n.a import notify\n\ndef test_it(): assert notify()\n',
    'src/n/b/__init__.py': 'def tell(): return 1\n',
  });
  const made = (path: string) => plan.creates.find((file) => file.path === path)?.content ?? '';
  expect(made('src/au_sys_sample/a/__init__.py')).toBe('"""Package a."""\n');
  expect(made('SERVICE_MANIFEST.yaml')).toMatch(/core_modules:\n +- au_sys_sample\.core\.utils\.a\n/);
});

test('pyproject.toml names what lies beside the project from its new place', () => {
  const text = `[project]
name = "shop"
version = "1"
dependencies = ["core @ file:///\${PROJECT_ROOT}/../core", "other>=1"]
[tool.uv.sources]
core = { path = "../core", editable = true } # ours
all = { path = ".." }
[tool.poetry.dependencies]
core = { path = "../core" }
[tool.pytest.ini_options]
pythonpath = [".", "../core/src"]
addopts = "--cov=shop --rootdir=.. --confcutdir=../conf"
`;
  const analysis = analysisOf({ 'pyproject.toml': text, 'shop/__init__.py': '' }, blueprint);
  analysis.project.tree.root = 'libs/partners/shop';
  const plan = planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));
  const { edits } = plan.files.find(({ target }) => target === 'pyproject.toml')!;
  const lines = applyEdits(text, edits).split('\n');
  for (const line of [
    'core = { path = "../../libs/partners/core", editable = true } # ours',
    'all = { path = "../../libs/partners" }',
    'core = { path = "../../libs/partners/core" }',
    'addopts = "--cov=au_sys_sample --rootdir=.. --confcutdir=../../libs/partners/conf"',
  ])
    expect(lines).toContain(line);
  expect(lines.find((line) => line.startsWith('pythonpath'))).toContain('"../../libs/partners/core/src"');
  expect(lines.find((line) => line.startsWith('dependencies'))).toContain(
    '"core @ file:///${PROJECT_ROOT}/../../libs/partners/core"',
  );
});

test('links of documents lead to what moved, and to what lies beside the project', () => {
  const files = {
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': '',
    'sample/store.py': 'class Store:\n  def get(self): return 1\n',
    'docs/use.md':
      '[store](../sample/store.py) [more](more.md) [self](../docs/use.md) [core](../../core/README.md)\n',
    'docs/more.md': '',
    'README.md': '![store](sample/store.py) [a](docs/use.md) [core](../core/) `sample.store`\n',
  };
  const analysis = analysisOf(files, blueprint);
  analysis.project.tree.root = 'libs/sample';
  const plan = planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));
  const textOf = (path: 'README.md' | 'docs/use.md') =>
    applyEdits(files[path], plan.files.find(({ source }) => source === path)!.edits);
  const moved = plan.files.find(({ source }) => source === 'sample/store.py')!.target;
  expect(textOf('docs/use.md')).toBe(
    `[store](../${moved}) [more](more.md) [self](../docs/use.md) [core](../../../libs/core/README.md)\n`,
  );
  expect(textOf('README.md')).toBe(
    `![store](${moved}) [a](docs/use.md) [core](../../libs/core/) \`${moved.slice(4, -3).replaceAll('/', '.')}\`\n`,
  );
});

test('the one package below a namespace is the package of the capability: its code runs first, as before', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "acme-cloud-store"\nversion = "1"\n',
    'src/acme/cloud/store/__init__.py':
      'from .client import Client\nfrom acme.core import base\n__all__ = ["Client"]\n',
    'src/acme/cloud/store/__main__.py': 'from acme.cloud.store import Client\n',
    'src/acme/cloud/store/client.py':
      'from acme.cloud.store.models import User\nclass Client:\n  def get(self): return User()\n',
    'src/acme/cloud/store/models/__init__.py':
      'from dataclasses import dataclass\n@dataclass\nclass User:\n  name: str = ""\n',
    'src/acme/cloud/store/py.typed': '',
  };
  const plan = planOf(files);
  const targetsOf = ({ map }: typeof plan) =>
    map.modules.flatMap(({ source, target }) => (source.startsWith('src/') ? [target] : []));
  expect(targetsOf(plan)).toEqual([
    'src/au_sys_sample/__init__.py',
    'src/au_sys_sample/__main__.py',
    expect.stringMatching(/^src\/au_sys_sample\/core\/\w+\/client\.py$/),
    'src/au_sys_sample/core/models/__init__.py',
    'src/au_sys_sample/py.typed',
  ]);
  expect(plan.creates.map(({ path }) => path)).not.toContain('src/au_sys_sample/__init__.py');
  const facade = plan.files.find(({ target }) => target === 'src/au_sys_sample/__init__.py')!;
  expect(facade.edits.map(({ text }) => text)).toEqual([expect.stringMatching(/^\.core\.\w+\.client$/)]);
  // One of two packages keeps its name.
  const two = planOf({ ...files, 'src/acme/other/__init__.py': 'X = 1\n' });
  expect(targetsOf(two)).toContainEqual(expect.stringMatching(/\/cloud\/store\/__init__\.py$/));
});

test('a name that only running setup.py tells is no doubt: the distribution gets another one', () => {
  const setup = 'from setuptools import setup\nsetup(name=make(), version=make(), **more)\n';
  const { review } = planOf({ 'setup.py': setup, 'sample/__init__.py': '' });
  expect(review.map(({ rule, message }) => `${rule} ${message.split(' — ')[0]}`)).toEqual([
    'METADATA_UNKNOWN setup.py: other arguments',
    'METADATA_UNKNOWN setup.py: version',
  ]);
});

test('metadata that a build makes stays behind, that of packages to try things on does not', () => {
  const made = [
    'PKG-INFO',
    'sample.egg-info/PKG-INFO',
    'src/sample.egg-info/SOURCES.txt',
    'sample/sample.egg-info/PKG-INFO',
    'sample/other.egg-info/PKG-INFO',
    'tests/fakes/app.egg-info/entry_points.txt',
    'docs/examples/app-1.dist-info/METADATA',
  ];
  const plan = planOf({
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': '',
    'tests/test_a.py': '',
    ...Object.fromEntries(made.map((path) => [path, 'x\n'])),
  });
  const action = (path: string) => plan.map.modules.find(({ source }) => source === path)?.action;
  expect(made.map(action)).toEqual(['exclude', 'exclude', 'exclude', 'exclude', 'move', 'keep', 'keep']);
});

test('of several modules none is imported because another one is', () => {
  const facade = (files: Record<string, string>) =>
    planOf({ 'pyproject.toml': PYPROJECT, ...files }).creates.find(
      (file) => file.path === 'src/au_sys_sample/__init__.py',
    )!.content;
  const files = { 'task.py': 'import limits\n\ndef run(): return 1\n', 'limits.py': 'MAX = 1\n' };
  expect(facade(files)).not.toContain('import');
  const named = facade({ ...files, 'sample.py': 'def f(): return 1\n' });
  expect([named.includes('    f,'), named.includes('MAX')]).toEqual([true, false]);
});

test('a single module gets a facade with its public names', () => {
  const plan = planOf({
    'pyproject.toml': PYPROJECT,
    'sample.py':
      'import os\n\ntry:\n  import yaml\nexcept ImportError:\n  yaml = None\ntry:\n  from x import made\nexcept ImportError:\n  def made(): return 1\n\ndef visible(): return os\n\ndef _hidden(): return 1\nif __name__ == "__main__":\n  program = 1\n',
  });
  const facade = plan.creates.find((file) => file.path === 'src/au_sys_sample/__init__.py')!.content;
  expect(facade).toContain('    made,\n    visible,');
  expect(facade).not.toMatch(/_hidden|\bos,|program|yaml/);
});

test.each([
  ['', '    __version__,  # noqa: F401\n    f,\n'],
  ['__all__ = ["__version__", "f"]\n', '    __version__,\n    f,\n'],
])('the version of a single module is offered, listed or not: %j', (all, lines) => {
  const plan = planOf({
    'pyproject.toml': PYPROJECT,
    'sample.py': `${all}__version__ = "1"\n\ndef f(): return 1\n`,
  });
  const facade = plan.creates.find((file) => file.path === 'src/au_sys_sample/__init__.py')!.content;
  expect(facade).toContain(lines);
});

test('folders that no import can name are no packages', () => {
  const plan = planOf({
    'sample/__init__.py': '',
    'sample/code-smell/log.py': '',
    'sample/code-smell/log/more.py': '',
  });
  expect(plan.conflicts).toEqual([]);
  expect(plan.creates.filter(({ path }) => path.includes('code-smell'))).toEqual([]);
});

describe('a template that makes a module', () => {
  const made = 'sample/new/{{ name }}.py';
  const texts: Record<string, string> = {
    [made]: 'from sample.core import Engine\n\nclass {{ name }}(Engine): ...\n',
    'sample/new/app.py': '{% if web %}\nimport sample.models\n{% endif %}\n',
    'sample/old.py': 'print "{{}}"\n',
    'sample/new/{{ name }}/main.py': '# if web\nimport sample.models\n  # endif\n    run()\n',
  };
  const plan = planOf({ ...AWKWARD, ...texts });
  const after = (source: string) =>
    applyEdits(texts[source], plan.files.find((file) => file.source === source)!.edits);

  test('is no module that does not parse', () =>
    expect(plan.review.filter(({ rule }) => rule === 'SYNTAX_ERROR').map(({ path }) => path)).toEqual([
      'sample/broken.py',
      'sample/old.py',
    ]));
  test('is none of the modules of the manifest', () =>
    expect(plan.creates.find(({ path }) => path === 'SERVICE_MANIFEST.yaml')!.content).not.toContain(
      'new.app',
    ));
  test('keeps its folder and name', () =>
    expect(plan.map.modules.find(({ source }) => source === made)!.target).toMatch(
      /new\/\{\{ name \}\}\.py$/,
    ));
  test('follows in its imports', () =>
    expect([made, 'sample/new/app.py'].map(after)).toEqual([
      expect.stringMatching(/^from au_sys_sample\.core\..*core import Engine\n/),
      expect.stringMatching(/\nimport au_sys_sample\.core\..*models\n/),
    ]));
});

describe('dependencies that are dynamic', () => {
  const head = '[project]\nname = "sample"\nversion = "1"\ndynamic = ["dependencies"]\n';
  const planned = (tool: string, files: Record<string, string>) => {
    const plan = planOf({ 'pyproject.toml': head + tool, 'sample/__init__.py': '', ...files });
    const requirements = plan.files.find(({ source }) => source === 'requirements.txt');
    const before = files['requirements.txt'] ?? '';
    return {
      text: requirements && applyEdits(before, requirements.edits),
      manifest: plan.creates.find(({ path }) => path === 'SERVICE_MANIFEST.yaml')?.content ?? '',
      rules: plan.review.map(({ rule }) => rule).filter((rule) => /^(DYNAMIC|REQUIREMENT)_/.test(rule)),
    };
  };
  test.each([
    '[tool.setuptools.dynamic]\ndependencies = { file = "requirements.txt" }\n',
    '[tool.setuptools.dynamic]\ndependencies = { file = ["requirements.txt"] }\n',
    '[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["requirements.txt"]\n',
    '[tool.hatch.metadata.hooks.requirements_txt]\nfilename = "requirements.txt"\n',
  ])('get what the manifest layer uses where they lie: %j', (tool) => {
    const { text, rules, manifest } = planned(tool, { 'requirements.txt': 'requests\nPydantic>=2' });
    expect(text).toMatch(/^requests\nPydantic>=2\n((?!pydantic>)[\w-]+>=.*\n)+$/);
    expect(text).toMatch(/pyyaml/i);
    expect(manifest).toMatch(/pyyaml/i);
    expect(rules).toEqual(['REQUIREMENT_RANGE']);
  });
  test('are listed where no file has them', () =>
    expect(planned('', { 'requirements.txt': 'requests\n' })).toMatchObject({
      text: 'requests\n',
      rules: ['DYNAMIC_DEPENDENCIES'],
    }));
});

describe('conflicts', () => {
  const scope = {
    existing: new Set<string>(),
    sourceRoot: 'src',
    package: 'p',
    stdlib: new Set(['json']),
    dependencies: new Set(['click']),
  };
  const rules = (paths: string[], more = {}) =>
    findConflicts({ ...scope, ...more, finalFiles: paths.map((path, i) => ({ path, from: `f${i}` })) }).map(
      (conflict) => conflict.rule,
    );
  test.each([
    ['two files with one target', ['src/p/a.py', 'src/p/a.py'], ['TARGET_TWICE']],
    ['case', ['src/p/A.py', 'src/p/a.py'], ['CASE_COLLISION']],
    ['package beside module', ['src/p/core.py', 'src/p/core/__init__.py'], ['PACKAGE_BESIDE_MODULE']],
    ['standard library', ['src/json.py'], ['SHADOWS_STDLIB']],
    ['dependency', ['src/click/__init__.py'], ['SHADOWS_DEPENDENCY']],
    ['outside', ['../x.py'], ['OUTSIDE_CAPABILITY']],
    ['absolute', ['/x.py'], ['OUTSIDE_CAPABILITY']],
    ['fine', ['src/p/json.py', 'src/p/core/__init__.py', 'tests/core.py'], []],
  ])('%s', (_name, paths, expected) => expect(rules(paths)).toEqual(expected));
  test('a module that a package hid before may stay hidden', () => {
    const plan = planOf({
      'pyproject.toml': PYPROJECT,
      'sample/__init__.py': 'from sample.types import A\n',
      'sample/types.py': 'class A:\n  def f(self): return 1\n',
      'sample/types/__init__.py': 'class A:\n  def f(self): return 2\n',
    });
    expect(plan.conflicts.filter(({ rule }) => rule === 'PACKAGE_BESIDE_MODULE')).toMatchObject([
      { level: 'review', paths: ['sample/types.py', 'sample/types/__init__.py'] },
    ]);
    expect(plan.files.length).toBeGreaterThan(2);
  });
  test('a package beside a compiled module', () => {
    const paths = ['src/p/core/__init__.py'];
    expect(rules(paths, { compiled: ['p.core'] })).toEqual(['PACKAGE_BESIDE_MODULE']);
    expect(rules(paths, { compiled: ['p._core', 'core'] })).toEqual([]);
    const { conflicts } = planOf({ 'sample/__init__.py': '', 'sample/core.pyx': '' });
    expect(conflicts.map(({ rule }) => rule)).toEqual(['PACKAGE_BESIDE_MODULE']);
  });
  test('hand-written files are not overwritten', () =>
    expect(rules(['src/p/a.py'], { existing: new Set(['src/p/a.py']) })).toEqual(['TARGET_EXISTS']));
});

describe('the map', () => {
  const map = proposeMap(analysisOf(AWKWARD, blueprint), { package: names.package, derivesMetadata: false });
  const schema = readSchema('migration-map');
  test('is read as it was written', () => expect(readMap(writeMap(map), 'm.yaml', schema)).toEqual(map));
  test('keeps hand edits in a second run', () => {
    const edited = {
      ...map,
      modules: map.modules.map((entry) =>
        entry.source === 'sample/core.py'
          ? { ...entry, target: 'src/au_sys_sample/core/utils/core.py' }
          : entry,
      ),
    };
    expect(mergeMap(edited, map)).toEqual(edited);
  });
  test('that is not valid says so', () => {
    expect(() => readMap('schema: x\n', 'm.yaml', schema)).toThrow(/m\.yaml is no migration map/);
    expect(() => readMap('a: [\n', 'm.yaml', schema)).toThrow(/m\.yaml: /);
  });
});

test('data that code finds by the name of the package stays where it is below it', () => {
  const loader = 'class Loader:\n    def __init__(self, package, paths): ...\n    def get(self): return 1\n';
  const files = (by: string) => ({
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': '',
    'sample/load.py': `${loader}PATHS = ["words"]\nload = Loader(${by}, PATHS)\n`,
    'sample/words/a.txt': '',
  });
  const placed = (by: string) =>
    planOf(files(by)).files.find((file) => file.source === 'sample/words/a.txt')!.target;
  expect(placed('"sample"')).toBe('src/au_sys_sample/words/a.txt');
  expect(placed('__file__')).toMatch(/^src\/au_sys_sample\/core\/\w+\/words\/a\.txt$/);
});

test.each([
  ['files("sample") / name', true],
  ['resources.files("sample").joinpath(name)', true],
  ['get_data("sample", name)', true],
  ['files("sample") / "a.txt"', false],
  ['get_data("sample", "a.txt")', false],
  ['files("other") / name', false],
])('data whose name is told elsewhere than at the loader stays below the package: %s', (loaded, stays) => {
  const { files } = planOf({
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': '',
    'sample/load.py': `def load(name): return ${loaded}\ndef first(): return load("a.txt")\n`,
    'sample/a.txt': '',
  });
  const { target } = files.find((file) => file.source === 'sample/a.txt')!;
  expect(target === 'src/au_sys_sample/a.txt').toBe(stays);
});

test('folders follow their package', () => {
  const paths = new Map([
    ['a/__init__.py', 'src/n/__init__.py'],
    ['a/x.py', 'src/n/core/x.py'],
    ['a/d/y.txt', 'src/n/core/d/y.txt'],
    ['a/d/z.txt', 'src/n/core/d/z.txt'],
  ]);
  expect(Object.fromEntries(folderMapping(paths))).toEqual({ a: 'src/n', 'a/d': 'src/n/core/d' });
});

test('a cycle that comes from the new places is foretold, one that was there is not', () => {
  const files = {
    'pkg/__init__.py': '',
    'pkg/a.py': 'from pkg.sub import b\n',
    'pkg/sub/__init__.py': 'from pkg import c\n',
    'pkg/sub/b.py': '',
    'pkg/c.py': 'from pkg import d\n',
    'pkg/d.py': 'import pkg.c\n',
  };
  const { project, edges } = analysisOf(files, loadBlueprint(), 'pkg');
  const cyclesWith = (c: string) =>
    newImportCycles(project, edges, {
      modules: new Map([
        ['pkg', 'new'],
        ['pkg.a', 'new.a'],
        ['pkg.sub', 'new.sub'],
        ['pkg.sub.b', 'new.sub.b'],
        ['pkg.c', c],
        ['pkg.d', 'new.d'],
      ]),
      paths: new Map(),
      roots: new Set(['pkg']),
      distribution: { from: '', to: '' },
    }).map((entry) => entry.message);
  expect(cyclesWith('new.c')).toEqual([]);
  expect(cyclesWith('new.sub.c')).toEqual([expect.stringContaining('pkg.c, pkg.d, pkg.sub')]);
});

test('a module that leaves a package whose __init__ is in a circle enters it elsewhere', () => {
  const files = {
    'pkg/__init__.py': 'from pkg.sub import b\n',
    'pkg/sub/__init__.py': 'from pkg import c\n',
    'pkg/sub/b.py': '',
    'pkg/sub/a.py': '',
    'pkg/c.py': 'from pkg.sub import a\n',
  };
  const { project, edges } = analysisOf(files, loadBlueprint(), 'pkg');
  const listed = (b: string) =>
    newImportCycles(project, edges, {
      modules: new Map([...project.modules.keys()].map((name) => [name, name === 'pkg.sub.b' ? b : name])),
      paths: new Map(),
      roots: new Set(['pkg']),
      distribution: { from: '', to: '' },
    });
  expect(listed('pkg.sub.b')).toEqual([]);
  expect(listed('pkg.b')).toMatchObject([
    {
      path: 'pkg/sub/__init__.py',
      rule: 'IMPORT_ORDER',
      message: expect.stringContaining('importing pkg.sub.b ran pkg.sub first'),
    },
  ]);
});

test('the ledger holds every edit, those of pyproject.toml too; applied by its offsets they make the new files', () => {
  const plan = planOf(AWKWARD);
  const ledger = ledgerOf(
    plan,
    'sample',
    { path: 'legacy/sample', sha256: '' },
    new Set(),
    { files: [], review: [] },
    [{ path: 'sample/cli.py', line: 1, module: 'shared.other' }],
  );
  expect(ledger.gaps).toEqual(['src/au_sys_sample/interface/cli/cli.py']);
  const move = ledger.moves.find((one) => one.from === 'pyproject.toml')!;
  const merged = applyEdits(
    PYPROJECT,
    move.edits.map(({ start, end, after }) => ({ start, end, text: after })),
  );
  expect(merged).toContain('[tool.ufc]');
  expect(merged).toContain('name = "au_sys_sample"  # the name');
  const core = ledger.moves.find((one) => one.from === 'sample/core.py')!;
  expect(core.edits.map(({ before, after }) => [before, after])).toEqual([['.', '..models']]);
  const text = ledgerText(ledger);
  expect(text).toContain('- `sample/core.py` → `src/au_sys_sample/core/services/core.py`');
  expect(text).toContain('  - line 1: `.` → `..models` (');
  expect(text).toContain('sample/broken.py:1 SYNTAX_ERROR');
});

describe('found in the plan', () => {
  const files = {
    'pyproject.toml': PYPROJECT,
    'sample/__init__.py': 'from . import core\nfrom .models import Row\n',
    'sample/core.py': 'class Engine:\n    def run(self): return 1\n    def stop(self): return 2\n',
    'sample/models.py': 'from dataclasses import dataclass\n\n@dataclass\nclass Row:\n    id: int = 1\n',
    'sample/cli.py':
      'import click\n\n@click.command()\ndef main():\n    from .core import Engine\n    print(Engine())\n',
  };
  const rulesOf = (targets: Record<string, string>) => {
    const analysis = analysisOf(files, blueprint);
    const map = proposeMap(analysis, { package: names.package, derivesMetadata: false });
    const modules = map.modules.map((entry) => ({ ...entry, target: targets[entry.source] ?? entry.target }));
    return assembleMigrationPlan({
      analysis,
      map: { ...map, modules },
      names,
      domain: 'core',
      date: '2026-01-01',
      existing: new Set(),
      compatTemplates: null,
      manifestTemplates: readTemplates(blueprint.id, 'manifest'),
    }).review.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
  };
  test('a name of the facade that hides a layer', () =>
    expect(rulesOf({})).toEqual(['sample/__init__.py:1 NAME_HIDES_MODULE']));
  test('a layer violation that an edited map makes, inside of a function too', () =>
    expect(
      rulesOf({
        'sample/cli.py': 'src/au_sys_sample/core/utils/cli.py',
        'sample/core.py': 'src/au_sys_sample/interface/cli/core.py',
      }),
    ).toEqual(
      expect.arrayContaining(['sample/cli.py:5 LAYER_VIOLATION', 'sample/cli.py:1 FRAMEWORK_IN_CORE']),
    ));
});

test.each([
  [30, true],
  [10, false],
])('two folders of %i files each become no heap of more files than the blueprint allows', (count, apart) => {
  const files: Record<string, string> = { 'sample/__init__.py': '' };
  for (const folder of ['core', 'services', 'service'])
    for (let i = 0; i < count; i++)
      files[`sample/${folder}/${folder}_${i}.py`] =
        'class A:\n    def f(self): return 1\n    def g(self): return 2\n';
  const analysis = analysisOf(files, blueprint);
  const map = proposeMap(analysis, { package: names.package, derivesMetadata: true });
  const folders = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const { source, target, layer } of map.modules) {
    if (layer === null || target === null) continue;
    const folder = target.slice(0, target.lastIndexOf('/'));
    const origins = folders.get(folder) ?? new Set<string>();
    folders.set(folder, origins.add(source.slice(0, source.lastIndexOf('/'))));
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  const heaps = [...folders].filter(
    ([folder, origins]) => origins.size > 1 && sizes.get(folder)! > blueprint.classification.maxFolderFiles,
  );
  expect(heaps).toEqual([]);
  expect([...folders.values()].some((origins) => origins.size > 1)).toBe(!apart);
});
