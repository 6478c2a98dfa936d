import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf, treeOf } from '../testing/project';
import { importEdges } from './import-graph';
import { buildProjectFacts } from './project-facts';
import { resolveImport } from './resolve';
import { stdlibMinors, targetMinors } from './stdlib-versions';

const build = (files: Record<string, string>) => buildProjectFacts('pkg', treeOf(files));

test('a module called like a test that the package imports is shipped; real tests are not', () => {
  const { modules } = build({
    'pkg/__init__.py': 'from .defaults import x\n',
    'pkg/defaults.py': 'from .tests import test_odd as x\n',
    'pkg/tests.py': 'from .util import y\ndef test_odd(): ...\n',
    'pkg/util.py': 'y = 1\n',
    'pkg/test_more.py': 'from .tests import test_odd\n',
    'tests/test_a.py': 'import pkg\n',
  });
  expect(modules.get('pkg.tests')?.area).toBe('shipped');
  expect(modules.get('pkg.test_more')?.area).toBe('test');
});

test('tests import their neighbours by bare name; the standard library goes before folders above', () => {
  const project = build({
    'pkg/__init__.py': '',
    'tests/types.py': '',
    'tests/helper.py': '',
    'tests/unit/calendar.py': '',
    'tests/unit/test_a.py': 'import types, helper, calendar\n',
  });
  const info = project.modulesByPath.get('tests/unit/test_a.py')!;
  const [fact] = project.facts.get(info.path)!.imports;
  expect(fact.names.map((item) => resolveImport(project, info, fact, item))).toEqual([
    { kind: 'stdlib', module: 'types' },
    { kind: 'internal', module: 'tests.helper', attribute: null },
    { kind: 'internal', module: 'tests.unit.calendar', attribute: null },
  ]);
});

test('what is declared goes before a neighbour of its name inside of a package of tests', () => {
  const kinds = (more: Record<string, string>) => {
    const project = build({
      'pkg/__init__.py': '',
      'tests/hypothesis/test_b.py': '',
      'tests/test_a.py': 'from hypothesis import given\nimport helper\n',
      'tests/helper.py': '',
      ...more,
    });
    const info = project.modulesByPath.get('tests/test_a.py')!;
    return project.facts
      .get(info.path)!
      .imports.map((fact) => resolveImport(project, info, fact, fact.names[0], new Set(['hypothesis'])).kind);
  };
  expect(kinds({ 'tests/__init__.py': '' })).toEqual(['external', 'internal']);
  expect(kinds({})).toEqual(['internal', 'internal']);
});

test('the `__init__` of a package may be named', () => {
  const project = build({
    'pkg/__init__.py': 'x = 1\n',
    'pkg/a.py': 'from .__init__ import x\nimport pkg.__init__\nimport pkg.a.__init__\n',
  });
  const info = project.modulesByPath.get('pkg/a.py')!;
  expect(
    project.facts.get(info.path)!.imports.map((fact) => resolveImport(project, info, fact, fact.names[0])),
  ).toEqual([
    { kind: 'internal', module: 'pkg', attribute: 'x' },
    { kind: 'internal', module: 'pkg', attribute: null },
    { kind: 'missing', module: 'pkg.a.__init__' },
  ]);
});

test('a folder whose modules import one another by their bare names is no package, for all its `__init__`', () => {
  const files = {
    '__init__.py': '',
    'add.py': 'from utils import x\n',
    'utils.py': 'x = 1\n',
    'tests/__init__.py': '',
  };
  const rootsOf = (more: Record<string, string>) =>
    build({ ...files, ...more }).layout.roots.map(({ name }) => name);
  expect(rootsOf({})).toEqual(['add', 'utils']);
  expect(rootsOf({ 'add.py': 'from .utils import x\n' })).toEqual(['package']);
});

test('settings for tests are no test; a file without tests beside them is one', () => {
  const { modules } = build({
    'pkg/__init__.py': '',
    'pkg/settings/base.py': 'A = 1\n',
    'pkg/settings/test.py': 'from .base import *\nfrom os import sep\nA = 2\n',
    'pkg/app/tests.py': 'from django.test import TestCase\n',
    'pkg/app/test.py': 'from .models import *\ndef test_x(): ...\n',
    'pkg/tests/tests.py': 'from .test_a import *\nfrom .test_b import *\n',
    'pkg/tests/test_a.py': '',
  });
  expect(
    ['settings.test', 'app.tests', 'app.test', 'tests.tests', 'tests.test_a'].map(
      (name) => modules.get(`pkg.${name}`)?.area,
    ),
  ).toEqual(['shipped', 'test', 'test', 'test', 'test']);
});

describe('a service that is imported by its path in the repository', () => {
  const service = {
    'main.py': 'from legacy.sample.models import Order\nfrom shared.db import connect\n',
    'models.py': 'class Order: ...\n',
    'tests/test_main.py': 'from legacy.sample.main import read\nimport legacy.sample.models\n',
  };

  test('is one package of that name', () => {
    const { layout, modules } = build(service);
    expect(layout.roots.map(({ name, kind }) => [name, kind])).toEqual([['legacy.sample', 'namespace']]);
    expect(modules.get('legacy.sample.models')?.area).toBe('shipped');
    expect(modules.get('tests.test_main')?.area).toBe('test');
  });

  test.each([
    ['what it imports by the bare name', { 'main.py': 'from models import Order\n' }],
    [
      'a package of that name',
      { 'sample/models.py': 'x = 1\n', 'a.py': 'import sample.models\n', 'main.py': '' },
    ],
    ['the name of another folder', { 'main.py': 'from other.models import x\n', 'tests/test_main.py': '' }],
  ])('is none with %s', (_, files: Record<string, string>) =>
    expect(build({ ...service, ...files }).layout.roots.map(({ name }) => name)).not.toContain(
      'legacy.sample',
    ),
  );
});

test('a submodule that may be missing is still the submodule', () => {
  const edges = (init: string) =>
    importEdges(build({ 'pkg/__init__.py': init, 'pkg/sub.py': '' })).map(
      (edge) => `${edge.from} → ${edge.to}`,
    );
  expect(edges('try:\n    from pkg import sub\nexcept ImportError:\n    sub = None\n')).toEqual([
    'pkg → pkg.sub',
  ]);
  expect(edges('from pkg import sub\nsub = object()\n')).toEqual([]);
});

test('a folder that holds hardly anything but tests is no package to ship, whatever it is called', () => {
  const files = {
    'pkg/__init__.py': '',
    't/__init__.py': '',
    't/mocks.py': '',
    't/unit/conftest.py': '',
    't/unit/test_a.py': '',
  };
  const { layout, modules } = build(files);
  expect(layout.roots.map((root) => root.name)).toEqual(['pkg']);
  expect(layout.tests).toContain('t');
  expect(modules.get('t.mocks')?.area).toBe('test');
  expect(build({ 't/__init__.py': '', 't/test_a.py': '' }).layout.roots.map((root) => root.name)).toEqual([
    't',
  ]);
});

test('tests in a folder of a package make no suite of the package', () => {
  const files = {
    'app.py': 'import api.users\n',
    'api/__init__.py': '',
    'api/users.py': '',
    'api/__tests__/test_a.py': '',
    'api/__tests__/test_b.py': '',
    'models/__init__.py': '',
  };
  const { layout, modulesByPath } = build(files);
  expect(layout.roots.map((root) => root.name)).toContain('api');
  expect(layout.tests).toEqual(['api/__tests__']);
  expect(modulesByPath.get('api/users.py')?.area).toBe('shipped');
});

test('a package goes before a program of its name beside it', () => {
  const files = {
    'shop.py': 'from shop import a\n',
    'shop/__init__.py': '',
    'shop/a.py': 'from . import b\n',
    'shop/b.py': '',
  };
  expect(build(files).modules.get('shop')?.path).toBe('shop/__init__.py');
});

test('tests import neighbours by bare name; inside of a package neither those above nor what the standard library has', () => {
  const imports = 'import helper\nimport unittest\nimport above\n';
  const edges = importEdges(
    build({
      'pkg/__init__.py': '',
      'pkg/above.py': '',
      'pkg/unittest.py': '',
      'pkg/tests/__init__.py': '',
      'pkg/tests/helper.py': '',
      'pkg/tests/unittest.py': '',
      'pkg/tests/test_a.py': imports,
      'tests/above.py': '',
      'tests/unit/helper.py': '',
      'tests/unit/unittest.py': '',
      'tests/unit/test_b.py': imports,
    }),
  );
  expect(edges.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'pkg.tests.test_a → pkg.tests.helper',
    'tests.unit.test_b → tests.unit.helper',
    'tests.unit.test_b → tests.unit.unittest',
    'tests.unit.test_b → tests.above',
  ]);
});

describe('the standard library of the Python versions that a package is for', () => {
  test.each([
    [null, 'distutils', [8, 9, 10, 11]],
    ['>=3.9', 'zoneinfo', [9, 10, 11, 12, 13, 14]],
    ['>=3.12', 'distutils', []],
    ['>=3.8,<3.11', 'tomllib', []],
    ['~=3.10', 'tomllib', [11, 12, 13, 14]],
    ['>=3.11.4', 'tomllib', [11, 12, 13, 14]],
    ['nonsense', 'os', [8, 9, 10, 11, 12, 13, 14]],
    [null, 'flask', []],
  ])('%s: %s', (range, module, minors) => {
    expect(stdlibMinors(module, targetMinors(range))).toEqual(minors);
  });

  test.each([
    ['>=3.11', 'import tomllib\n', 'stdlib'],
    ['<3.11', 'import tomllib\n', 'missing'],
    ['>=3.12', 'import distutils.core\n', 'external setuptools'],
    ['>=3.8', 'import distutils.core\n', 'stdlib'],
    ['>=3.12', 'import asyncore\n', 'external pyasyncore'],
    ['>=3.8', 'import __main__\n', 'stdlib'],
  ])('requires-python %s, %s', (range, text, expected) => {
    const toml = `[project]\nname = "a"\nrequires-python = "${range}"\n`;
    const { project } = analysisOf({ 'pyproject.toml': toml, 'a/__init__.py': text }, loadBlueprint(), 'a');
    const info = project.modules.get('a')!;
    const [fact] = project.facts.get(info.path)!.imports;
    const found = resolveImport(project, info, fact, fact.names[0]);
    expect(found.kind === 'external' ? `external ${found.distribution}` : found.kind).toBe(expected);
  });
});
