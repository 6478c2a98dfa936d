import { treeOf } from '../testing/project';
import { lockedVersions } from './locked-versions';
import { pep440Range } from './poetry';
import { readProjectMetadata } from './read';
import { requirementName } from './requirement';

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

test('requirements for a former Python are none of a group', () => {
  const groups = (path: string) =>
    metadata({ [path]: 'x<3\n', 'setup.py': '' }).dependencies.map(({ group }) => group);
  for (const path of [
    'build-requirements-2.6.txt',
    'requirements_py27.txt',
    'requirements/py3.6.txt',
    'requirements-py2.txt',
  ])
    expect([path, groups(path)]).toEqual([path, []]);
  for (const path of [
    'requirements-3.12.txt',
    'requirements_py310.txt',
    'requirements-2.txt',
    'requirements/dev.txt',
  ])
    expect([path, groups(path).length]).toEqual([path, 1]);
});

test('comments behind requirements are none of them', () => {
  const found = metadata({
    'setup.cfg':
      '[metadata]\nname = a\n[options]\ninstall_requires =\n  x>=1  # why\n  y @ https://z.org/y.zip#egg=y\n',
  });
  expect(found.dependencies.map(({ requirement }) => requirement)).toEqual([
    'x>=1',
    'y @ https://z.org/y.zip#egg=y',
  ]);
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
  expect(found.requiresPython).toBe('>=3.9,<4');
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

test('numbers in texts of setup.py', () =>
  expect(
    readProjectMetadata(
      treeOf({
        'setup.py':
          'from setuptools import setup\nMAJOR, MINOR = 3, 10\nLEAST = 9\nsetup(name="x", version=f"{LEAST}.1", python_requires=f">=3.{LEAST}")\n',
      }),
    ),
  ).toMatchObject({ version: '9.1', requiresPython: '>=3.9', unknown: [] }));

test('what setup() is given setuptools does not take from setup.cfg', () =>
  expect(
    readProjectMetadata(
      treeOf({
        'setup.cfg':
          '[metadata]\nname = x\nversion = 0.7.2\n[options]\ninstall_requires = a\npython_requires = >=3.6\n',
        'setup.py': 'from setuptools import setup\nsetup(version="0.7.3", install_requires=["b"])\n',
      }),
    ),
  ).toMatchObject({
    name: 'x',
    version: '0.7.3',
    requiresPython: '>=3.6',
    dependencies: [{ name: 'b', group: 'main' }],
    unknown: [],
  }));

test('lists on one line of setup.cfg', () => {
  const found = metadata({
    'setup.cfg':
      '[metadata]\nname = a\n[options]\npackages = a, a.b\ninstall_requires = x>=1; y\n[options.extras_require]\ntest = t; u[e]\nold =\n    v; python_version < "3.9"\n',
  });
  expect(found.packages).toEqual(['a', 'a.b']);
  expect(found.dependencies.map(({ group, requirement }) => `${group}:${requirement}`)).toEqual([
    'main:x>=1',
    'main:y',
    'test:t',
    'test:u[e]',
    'old:v; python_version < "3.9"',
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

test('hatch has a file of its own, whose tables go before those in pyproject.toml', () => {
  const files = {
    'pyproject.toml':
      '[build-system]\nbuild-backend = "hatchling.build"\n[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch.version]\npath = "x.py"\n',
    'hatch.toml': '[version]\npath = "lib/a/v.py"\n[build.targets.wheel]\npackages = ["lib/a"]\n',
    'lib/a/v.py': '__version__ = "2.1"\n',
  };
  expect(metadata(files)).toMatchObject({ version: '2.1', sourceFolders: ['lib'] });
  expect(() => metadata({ ...files, 'hatch.toml': '[a\n' })).toThrow(/^hatch\.toml:1:\d+ INVALID_TOML/);
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

test('entry points of every group, from every file', () => {
  const points = (files: Record<string, string>) =>
    readProjectMetadata(treeOf(files)).entryPoints.map(
      ({ group, name, value }) => `${group} ${name}=${value}`,
    );
  expect(
    points({
      'pyproject.toml':
        '[project]\nname = "a"\n[project.scripts]\nrun = "a.cli:main"\n[project.gui-scripts]\nwin = "a.gui:main"\n[project.entry-points.pytest11]\na = "a.plugin"\n',
    }),
  ).toEqual(['console_scripts run=a.cli:main', 'gui_scripts win=a.gui:main', 'pytest11 a=a.plugin']);
  expect(
    points({
      'pyproject.toml': '[tool.poetry.scripts]\nrun = "a:main"\n[tool.poetry.plugins."a.b"]\nx = "a:X"\n',
    }),
  ).toEqual(['console_scripts run=a:main', 'a.b x=a:X']);
  expect(
    points({
      'setup.cfg':
        '[options.entry_points]\nconsole_scripts =\n    run = a:main\nplug =\n    x = a:X\n    y=a:Y\n',
    }),
  ).toEqual(['console_scripts run=a:main', 'plug x=a:X', 'plug y=a:Y']);
  expect(
    points({ 'setup.py': 'from setuptools import setup\nsetup(entry_points="""\n[plug]\nx = a:X\n""")\n' }),
  ).toEqual(['plug x=a:X']);
});

test('a version that a module says, below whatever folder', () => {
  const version = (path: string) =>
    readProjectMetadata(
      treeOf({
        'setup.cfg':
          '[metadata]\nname = x\nversion = attr: x.about.VERSION\n[options]\npackage_dir =\n    = lib\n',
        [path]: 'VERSION = "1.2"\n',
      }),
    ).version;
  expect(['x/about.py', 'src/x/about.py', 'lib/x/about.py', 'lib/x/about/__init__.py'].map(version)).toEqual(
    Array(4).fill('1.2'),
  );
  expect(version('lib/y/x/about.py')).toBeNull();
});

test('requirements files as pip reads them: includes, constraints, options, URLs, lines that go on', () => {
  const files = {
    'requirements.txt':
      '-r requirements/base.txt\n-c constraints.txt\n--index-url https://example.org\nuvicorn[standard]>=0.2 ; python_version >= "3.8"  # server\nattrs==23.1 \\\n    --hash=sha256:abc\n-e git+https://example.org/x.git#egg=thing\npkg @ https://example.org/pkg.whl\n',
    'requirements/base.txt': '-r ../requirements.txt\nflask\n',
    'constraints.txt': 'jinja2<3\n',
  };
  const { dependencies } = readProjectMetadata(treeOf(files));
  expect(dependencies.filter((one) => one.group === 'main').map((one) => one.name)).toEqual([
    'flask',
    'uvicorn',
    'attrs',
    'thing',
    'pkg',
  ]);
  expect(dependencies.find((one) => one.name === 'attrs')!.requirement).toBe('attrs==23.1');
});

test('URLs of a requirements file: files say their distribution, repositories and folders do not', () => {
  const { dependencies, unknown } = readProjectMetadata(
    treeOf({
      'requirements.txt':
        'https://example.org/acme_utils-1.4-py3-none-any.whl ; python_version >= "3.9"\nhttps://example.org/d/my-lib-2.0.tar.gz#sha256=ab --no-deps\nhttps://example.org/archive/v1.0.zip\ngit+https://example.org/shop.git@v1\n-e ../shared\n-e .\n.[dev]\nflask\n',
    }),
  );
  expect(dependencies.map(({ requirement }) => requirement)).toEqual([
    'acme_utils @ https://example.org/acme_utils-1.4-py3-none-any.whl ; python_version >= "3.9"',
    'my-lib @ https://example.org/d/my-lib-2.0.tar.gz#sha256=ab',
    'flask',
  ]);
  expect(unknown).toEqual(
    ['https://example.org/archive/v1.0.zip', 'git+https://example.org/shop.git@v1', '../shared'].map(
      (text) => ({
        key: 'dependencies',
        file: 'requirements.txt',
        reason: expect.stringContaining(` ${text} `),
      }),
    ),
  );
});

test.each<[string, Record<string, string>, string[]]>([
  ['its own folder', { 'requirements.txt': 'a\n', 'backend/requirements.txt': 'b\n' }, ['a main']],
  ['the folder that it runs from', { 'backend/requirements.txt': 'b\n' }, ['b main']],
  ['none of several', { 'api/requirements.txt': 'a\n', 'worker/requirements.txt': 'b\n' }, []],
  [
    'beside a name that nothing is built by',
    { 'requirements.txt': 'a\n', 'pyproject.toml': '[tool.poetry]\nname = "x"\nversion = "1"\n' },
    ['a main'],
  ],
  [
    'not beside packaging, which needs nothing',
    {
      'requirements.txt': 'a\n',
      'pyproject.toml': '[build-system]\nrequires = ["flit_core"]\n[project]\nname = "x"\n',
    },
    ['a requirements'],
  ],
  [
    'nor beside what says what it needs',
    { 'requirements.txt': 'a\n', 'pyproject.toml': '[project]\nname = "x"\ndependencies = ["b"]\n' },
    ['b main', 'a requirements'],
  ],
  ['not the documents', { 'docs/requirements.txt': 'sphinx\n' }, []],
])('what a service needs: %s', (_, files, expected) => {
  const { dependencies } = readProjectMetadata(treeOf(files));
  expect(dependencies.map(({ name, group }) => `${name} ${group}`)).toEqual(expected);
});

test('files that only set up tools do not lack a version', () => {
  const unknown = (files: Record<string, string>) => readProjectMetadata(treeOf(files)).unknown;
  expect(unknown({ 'setup.cfg': '[flake8]\nmax-line-length = 100\n' })).toEqual([]);
  expect(unknown({ 'pyproject.toml': '[tool.black]\nline-length = 100\n' })).toEqual([]);
  expect(unknown({ 'setup.cfg': '[metadata]\nname = x\n' })).toMatchObject([{ key: 'version' }]);
});

test('dependencies that tools take from files or keep in tables of their own', () => {
  const groups = (toml: string) =>
    readProjectMetadata(treeOf({ 'pyproject.toml': toml, 'deps.in': 'rich\n' })).dependencies.map(
      ({ group, name }) => `${group}:${name}`,
    );
  expect(groups('[tool.setuptools.dynamic]\ndependencies = { file = ["deps.in"] }\n')).toEqual(['main:rich']);
  expect(groups('[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["deps.in"]\n')).toEqual([
    'main:rich',
  ]);
  expect(groups('[tool.pdm.dev-dependencies]\nlint = ["ruff"]\n')).toEqual(['lint:ruff']);
  expect(groups('[tool.uv]\ndev-dependencies = ["ruff"]\n')).toEqual(['dev:ruff']);
  expect(groups('[tool.hatch.envs.test]\ndependencies = ["pytest"]\n')).toEqual(['test:pytest']);
});

test('Poetry: optional dependencies are those of the extras, conditions become markers', () => {
  const { dependencies, extras } = metadata({
    'pyproject.toml':
      '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.9"\nx = {version = "^1", python = "<3.11"}\ny = {version = "*", markers = "sys_platform == \'win32\'"}\nz = {version = ">=2", optional = true}\nw = [{version = "1", python = "<3.10"}, {version = "2", python = ">=3.10"}]\n[tool.poetry.extras]\nfast = ["z"]\nnone = []\n',
  });
  expect(dependencies.map(({ group, requirement }) => `${group}: ${requirement}`)).toEqual([
    'main: x>=1,<2; python_version < "3.11"',
    "main: y; sys_platform == 'win32'",
    'main: w==1; python_version < "3.10"',
    'main: w==2; python_version >= "3.10"',
    'fast: z>=2',
  ]);
  expect(extras).toEqual(['fast', 'none']);
});

test.each([
  [
    'setuptools, attr',
    '[build-system]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "a"\ndynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = {attr = "a.__version__"}\n',
    '1.5',
  ],
  [
    'setuptools, file',
    '[project]\nname = "a"\ndynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = {file = "VERSION"}\n',
    '2.5',
  ],
  [
    'hatch',
    '[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch.version]\npath = "a/__init__.py"\n',
    '1.5',
  ],
  [
    'flit',
    '[build-system]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "a"\ndynamic = ["version"]\n',
    '1.5',
  ],
  [
    'of the crate',
    '[build-system]\nbuild-backend = "maturin"\n[project]\nname = "a"\ndynamic = ["version"]\n',
    '0.9.1',
  ],
  ['tags', '[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch.version]\nsource = "vcs"\n', null],
])('a dynamic version: %s', (_, pyproject, expected) => {
  const found = metadata({
    'pyproject.toml': pyproject,
    'a/__init__.py': '__version__ = "1.5"\n',
    VERSION: '2.5\n',
    'Cargo.toml': '[package]\nname = "a-core"\nversion = "0.9.1"\n[lib]\nname = "_a"\n',
  });
  expect(found.version).toBe(expected);
  expect(found.unknown.map(({ key }) => key)).toEqual(expected === null ? ['version'] : []);
});

test.each([
  ['[tool.setuptools]\next-modules = [{ name = "a._x", sources = ["x.c"] }]\n', ['a._x']],
  ['[[tool.setuptools-rust.ext-modules]]\ntarget = "a._x"\n', ['a._x']],
  ['[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmodule-name = "a._x"\n', ['a._x']],
  ['[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmodule-name = "a"\n', ['a.a']],
  ['[build-system]\nbuild-backend = "maturin"\n', ['a_core.a_core']],
  [
    '[build-system]\nbuild-backend = "maturin"\n[tool.maturin]\nmanifest-path = "rust/Cargo.toml"\n',
    ['_b._b'],
  ],
  ['[tool.maturin]\nmodule-name = "a._x"\n', []],
])('modules that are compiled: %j', (pyproject, expected) => {
  const { compiledModules } = metadata({
    'pyproject.toml': pyproject,
    'Cargo.toml': '[package]\nname = "a-core"\n',
    'rust/Cargo.toml': '[package]\nname = "b"\n[lib]\nname = "_b"\n',
  });
  expect(compiledModules).toEqual(expected);
});

test('what is dynamic and told by nobody is marked, what setup.py tells is not', () => {
  const pyproject = '[project]\nname = "a"\nversion = "1"\ndynamic = ["dependencies", "scripts", "readme"]\n';
  expect(metadata({ 'pyproject.toml': pyproject }).unknown.map(({ key }) => key)).toEqual([
    'dependencies',
    'scripts',
  ]);
  const setup = 'setup(install_requires=["x"])\n';
  expect(metadata({ 'pyproject.toml': pyproject, 'setup.py': setup }).unknown.map(({ key }) => key)).toEqual([
    'scripts',
  ]);
});

test('setup.py may take what a module says of itself', () => {
  const setup =
    'import six\nabout = {}\nexec(open("a/__about__.py").read(), about)\nsetup(name=about["__title__"], version=six.__version__)\n';
  expect(
    metadata({ 'setup.py': setup, 'six.py': '__version__ = "9"\n', 'a/__about__.py': '__title__ = "A"\n' }),
  ).toMatchObject({ name: 'A', version: '9' });
  expect(
    metadata({
      'setup.py': setup,
      'a/__about__.py': '__title__ = "A"\n',
      'b/__about__.py': '__title__ = "B"\n',
    }).name,
  ).toBeNull();
});

test('pbr: entry points, extras and packages of its own sections, requirements from files', () => {
  const files = {
    'setup.py': 'import setuptools\nsetuptools.setup(setup_requires=["pbr>=2"], pbr=True)\n',
    'setup.cfg':
      "[metadata]\nname = a\nsummary = What it is.\npython-requires = >=3.9\n[files]\npackages =\n    a\n[entry_points]\nconsole_scripts =\n    run = a.cli:main\na.plugins =\n    x = a.x:X\n[extras]\nyaml =\n    PyYAML>=5 # MIT\nold =\n    futures:python_version=='2.7'\n    enum34 (python_version<'3')\n",
    'requirements.txt': '# order matters\nrich # MIT\ncolorama>=0.3;platform_system=="Windows" # BSD\n',
    'test-requirements.txt': 'stestr>=2\n',
  };
  const found = metadata(files);
  expect(found).toMatchObject({
    name: 'a',
    description: 'What it is.',
    requiresPython: '>=3.9',
    packages: ['a'],
    scripts: { run: 'a.cli:main' },
    extras: ['yaml', 'old', 'test'],
    unknown: [{ key: 'version', file: 'setup.cfg' }],
  });
  expect(found.entryPoints.map(({ group, name }) => `${group} ${name}`)).toEqual([
    'console_scripts run',
    'a.plugins x',
  ]);
  const of = (wanted: string) =>
    found.dependencies.filter(({ group }) => group === wanted).map(({ requirement }) => requirement);
  expect(of('main')).toEqual(['rich', 'colorama>=0.3;platform_system=="Windows"']);
  expect(of('yaml')).toEqual(['PyYAML>=5']);
  expect(of('old')).toEqual(["futures; python_version=='2.7'", "enum34; python_version<'3'"]);
  expect(of('test')).toEqual(['stestr>=2']);
  expect(metadata({ ...files, 'setup.cfg': '[metadata]\nname = a\n' }).extras).toEqual([]);
  expect(metadata({ ...files, 'setup.py': 'setup()' }).entryPoints).toEqual([]);
});

describe('setup.py beside setup.cfg', () => {
  const both = (py: string) =>
    readProjectMetadata(
      treeOf({
        'setup.py': `from setuptools import setup\nsetup(${py})\n`,
        'setup.cfg':
          '[metadata]\nversion = 2\ndescription = says\n[options]\ninstall_requires = b\n[options.extras_require]\ny = f\n[options.entry_points]\ngui_scripts =\n  g = m:g\n',
      }),
    );

  test('what setup.py gives stands; extras and entry points do so as a whole', () => {
    const { version, description, dependencies, extras, scripts, entryPoints, unknown } = both(
      'version="1", install_requires=["a"], extras_require={"x": ["e"]}, entry_points={"console_scripts": ["p = m:f"]}',
    );
    expect({ version, description, extras, scripts, unknown }).toEqual({
      version: '1',
      description: 'says',
      extras: ['x'],
      scripts: { p: 'm:f' },
      unknown: [],
    });
    expect(entryPoints.map(({ name }) => name)).toEqual(['p']);
    expect(dependencies.map(({ requirement, group }) => `${group} ${requirement}`)).toEqual([
      'main a',
      'x e',
    ]);
  });

  test('what it does not give comes from setup.cfg', () => {
    const { version, dependencies, extras, entryPoints } = both('name="n"');
    expect({ version, extras }).toEqual({ version: '2', extras: ['y'] });
    expect(entryPoints.map(({ name, value }) => `${name} = ${value}`)).toEqual(['g = m:g']);
    expect(dependencies.map(({ requirement, group }) => `${group} ${requirement}`)).toEqual([
      'main b',
      'y f',
    ]);
  });

  test('what it computes stands above setup.cfg, too, so it is told', () =>
    expect(both('install_requires=read("r.txt")').unknown).toMatchObject([
      { key: 'install_requires', file: 'setup.py' },
    ]));
});

describe('Poetry without a build backend', () => {
  const poetry =
    '[tool.poetry]\nname = "shop"\nversion = "1"\n[tool.poetry.dependencies]\npython = "~2.7 || ^3.4"\n';
  test.each([
    ['alone', {}, 'poetry.core.masonry.api'],
    [
      'beside the setup.py that it wrote',
      { 'setup.py': 'packages = \\\n["shop"]\n' },
      'poetry.core.masonry.api',
    ],
    ['beside one of somebody', { 'setup.py': 'packages = ["shop"]\n' }, 'setuptools.build_meta'],
  ])('%s', (_, files, backend) => {
    const metadata = readProjectMetadata(treeOf({ 'pyproject.toml': poetry, ...files }));
    expect([metadata.backend, metadata.requiresPython]).toEqual([backend, '>=2.7,<4']);
  });
});

test.each([
  ['^1.2 || ^2.0', '>=1.2,<3'],
  ['1.0 | 2.0', '>=1.0,<=2.0'],
  ['>=1,<2 || >=3', '>=1'],
])('alternatives of Poetry, %s, span %s', (given, expected) => {
  expect(pep440Range(given)).toBe(expected);
});

test('what Poetry only puts into source distributions is no package', () => {
  const entries =
    '{ include = "shop" }, { include = "docs", format = "sdist" }, { include = "more", format = ["sdist", "wheel"], from = "lib" }, { include = "t", format = ["sdist"], from = "x" }';
  const found = metadata({ 'pyproject.toml': `[tool.poetry]\nname = "shop"\npackages = [${entries}]\n` });
  expect([found.packages, found.sourceFolders]).toEqual([['shop', 'more'], ['lib']]);
});

test('modules that PDM includes are packages, data and tests are none', () => {
  const found = metadata({
    'pyproject.toml':
      '[project]\nname = "a"\n[tool.pdm.build]\nincludes = ["a.py", "b.py", "tests", "x/c.py", "d.txt"]\n',
  });
  expect(found.packages).toEqual(['a', 'b']);
});
