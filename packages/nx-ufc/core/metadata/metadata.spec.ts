import { treeOf } from '../testing/project';
import { lockedVersions } from './locked-versions';
import { readProjectMetadata, requirementName } from './read';

const metadata = (files: Record<string, string>) => readProjectMetadata(treeOf(files));

test('PEP 621 with extras and groups', () => {
  const found = metadata({
    'pyproject.toml':
      '[build-system]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "A.b"\nversion = "1"\ndependencies = ["x>=1", "Y_z[e] ; python_version<\'3\'"]\n[project.optional-dependencies]\ntest = ["t"]\n[dependency-groups]\nbase = ["b"]\ndev = [{include-group = "base"}, "d"]\n[project.scripts]\nrun = "a.b:c"\n',
  });
  expect(found.dependencies.map(({ name, group }) => `${group}:${name}`)).toEqual([
    'main:x',
    'main:y-z',
    'test:t',
    'base:b',
    'dev:b',
    'dev:d',
  ]);
  expect(found).toMatchObject({
    name: 'A.b',
    version: '1',
    backend: 'flit_core.buildapi',
    scripts: { run: 'a.b:c' },
  });
});

test('Poetry ranges become PEP 440', () => {
  const found = metadata({
    'pyproject.toml':
      '[tool.poetry]\nname = "a"\nversion = "2"\n[tool.poetry.dependencies]\npython = "^3.9"\nx = "^1.2"\ny = "~0.3.1"\nz = {version = "^0.0.3", extras = ["e"]}\n[tool.poetry.group.test.dependencies]\nt = "*"\n',
  });
  expect(found.dependencies.map(({ requirement }) => requirement)).toEqual([
    'x>=1.2,<2',
    'y>=0.3.1,<0.4',
    'z[e]>=0.0.3,<0.0.4',
    't',
  ]);
  expect(found.requiresPython).toBe('^3.9');
});

test('setup.cfg', () => {
  const found = metadata({
    'setup.cfg':
      '[metadata]\nname = a\nversion = attr: pkg.__version__\n[options]\ninstall_requires =\n    x>=1\n    # no\n    y\n[options.extras_require]\ntest = t\n[options.entry_points]\nconsole_scripts =\n    run = pkg.cli:main\n',
    'pkg/__init__.py': '__version__ = "4.5"\n',
  });
  expect(found).toMatchObject({ name: 'a', version: '4.5', scripts: { run: 'pkg.cli:main' } });
  expect(found.dependencies.map(({ name, group }) => `${group}:${name}`)).toEqual([
    'main:x',
    'main:y',
    'test:t',
  ]);
});

test('setup.py is read, never run', () => {
  const found = metadata({
    'setup.py':
      'import os\nopen("/canary", "w")\nNAME = "a"\nREQ = ["x"] + ["y>=2"]\nsetup(name=NAME, version=find_version("pkg"), install_requires=REQ, extras_require={"e": ["z"]}, description=compute())\n',
    'pkg/__init__.py': '__version__ = "0.7"\n',
  });
  expect(found).toMatchObject({
    name: 'a',
    version: '0.7',
    unknown: [{ key: 'description', file: 'setup.py' }],
  });
  expect(found.dependencies.map(({ requirement }) => requirement)).toEqual(['x', 'y>=2', 'z']);
});

test('invalid TOML is one clear message', () => {
  expect(() => metadata({ 'pyproject.toml': '[project\n' })).toThrow(/^pyproject\.toml:1:\d+ INVALID_TOML/);
});

test.each([
  ['A_b.C[x]>=1; python_version < "3"', 'a-b-c'],
  ['x @ git+https://h/r', 'x'],
  ['-r other.txt', null],
  ['', null],
])('requirement %j', (text, name) => expect(requirementName(text)).toBe(name));

test('what tox installs for tests is a group, lines that depend on how tox is called are not', () =>
  expect(
    metadata({
      'tox.ini':
        '[tox]\nenvlist = py\n[testenv]\ndeps =\n    pytest>=7\n    -r dev.txt\n    py27: mock\n    requests{env:V:}\n    betamax>0.5 # tapes\n[testenv:lint]\ndeps = flake8\n',
    }).dependencies.map(({ requirement, group }) => `${group}:${requirement}`),
  ).toEqual(['testenv:pytest>=7', 'testenv:betamax>0.5']));

test('lock files of uv, Poetry and PDM: the newest version of a package; a damaged one says nothing', () => {
  const lock =
    '[[package]]\nname = "PyTest"\nversion = "8.4.2"\n[[package]]\nname = "pytest"\nversion = "10.0"\n[[package]]\nname = "x"\n';
  for (const path of ['uv.lock', 'poetry.lock', 'pdm.lock'])
    expect([...lockedVersions(treeOf({ [path]: lock }))]).toEqual([['pytest', '10.0']]);
  expect(lockedVersions(treeOf({ 'uv.lock': '[[' })).size).toBe(0);
});

test('setup.py: entry points in one text', () =>
  expect(
    readProjectMetadata(
      treeOf({
        'setup.py':
          'from setuptools import setup\nsetup(name="a", entry_points="""\n    [console_scripts]\n    run=a.cli:main\n    other = a:x\n    [a.plugins]\n    p = a.p\n""")\n',
      }),
    ).scripts,
  ).toEqual({ run: 'a.cli:main', other: 'a:x' }));
