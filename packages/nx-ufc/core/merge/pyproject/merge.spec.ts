import { readProjectMetadata } from '../../metadata/read';
import { treeOf } from '../../testing/project';
import { plainData } from '../toml/plain';
import { mergePyproject } from './merge';
import { applyMergePlan } from './plan';
import type { PyprojectChange } from './types';
import { tableAt } from './types';

const change: PyprojectChange = {
  package: 'au_sys_old',
  oldRoots: ['old'],
  sourceRoot: 'src',
  mapModule: (module) =>
    ({
      old: 'au_sys_old',
      'old.cli': 'au_sys_old.interface.cli.cli',
      'old._version.v': 'au_sys_old.core.utils._version.v',
    })[module] ?? null,
  mapPath: (path) =>
    ({ old: 'src/au_sys_old', 'old/_version.py': 'src/au_sys_old/core/utils/_version.py' })[path] ?? null,
  packages: ['au_sys_old', 'au_sys_old.core'],
  packageData: ['py.typed'],
  requirements: ['pydantic>=2.5', 'pyyaml>=6.0'],
  entryPoint: { group: 'au_sys_plugins', name: 'old', value: 'au_sys_old.manifest.plugin:OldPlugin' },
  versionInFacade: true,
  ufc: { blueprint: 'ufc-1' },
};

function merge(text: string, options: Partial<PyprojectChange> = {}, files: Record<string, string> = {}) {
  const metadata = readProjectMetadata(treeOf({ 'pyproject.toml': text, ...files }));
  const merged = mergePyproject(text, metadata, { ...change, ...options }, 'README.md');
  const again = mergePyproject(
    merged.text,
    { ...metadata, name: 'au_sys_old' },
    { ...change, ...options },
    'README.md',
  );
  expect(again.text).toBe(merged.text);
  expect(JSON.parse(JSON.stringify(merged.plan))).toEqual(merged.plan);
  expect(applyMergePlan(text, merged.plan)).toMatchObject({ ok: true, text: merged.text });
  for (const comment of text.match(/#.*/g) ?? []) expect(merged.text).toContain(comment);
  return { ...merged, data: plainData(merged.text) };
}

const head = (backend: string) =>
  `[build-system]\nrequires = ["x"]  # needs\nbuild-backend = "${backend}"\n\n[project]\nname = "old"  # its name\nversion = "1"\ndependencies = [\n    "click",  # why\n]\n\n[project.scripts]\nold = "old.cli:main"\n`;

test('pytest looks through everything where none of its testpaths is there', () => {
  const text = `${head('hatchling.build')}\n[tool.pytest.ini_options]\ntestpaths = ["test"]\n`;
  const testpaths = (isThere: (path: string) => boolean) =>
    tableAt(merge(text, { testsFolder: 'tests', isThere }).data, 'tool', 'pytest', 'ini_options').testpaths;
  expect(testpaths(() => false)).toEqual(['test']);
  expect(testpaths((path) => path === 'test')).toEqual(['test', 'tests']);
});

test('what tox packs is no package', () => {
  const text = `${head('hatchling.build')}\n[tool.tox.env_run_base]\npackage = "old"\ncommands = [["old.cli"]]\n`;
  expect(tableAt(merge(text).data, 'tool', 'tox', 'env_run_base').package).toBe('old');
});

test('pytest finds the packages below another folder than that of the project', () => {
  const text = `${head('hatchling.build')}\n[tool.pytest.ini_options]\npythonpath = ["."]\n`;
  const options = (given: Partial<PyprojectChange>) =>
    tableAt(merge(text, given).data, 'tool', 'pytest', 'ini_options').pythonpath;
  expect(options({ newSearchPath: 'src' })).toEqual(['.', 'src']);
  expect(options({ newSearchPath: null })).toEqual(['.']);
});

test('parts of a description are for people, but for the files that they are read from', () => {
  const hook = (more: string) =>
    `[tool.hatch.metadata.hooks.fancy-pypi-readme]\ncontent-type = "text/markdown"\n${more}`;
  const text = hook('fragments = [{ text = "the old way" }, { path = "old/_version.py" }]\n');
  const { data } = merge(`${head('hatchling.build')}${text}`);
  expect(tableAt(data, 'tool', 'hatch', 'metadata', 'hooks', 'fancy-pypi-readme').fragments).toEqual([
    { text: 'the old way' },
    { path: 'src/au_sys_old/core/utils/_version.py' },
  ]);
});

test('what a service needs by its requirements file goes to where its pyproject.toml only names it', () => {
  const files = {
    'requirements.txt': 'discord.py[speed]==2.6\npyyaml==6.0.1\nuvloop ; sys_platform != "win32"\n',
  };
  const poetry = merge('[tool.poetry]\nname = "old"\nversion = "1"\n', {}, files);
  expect(tableAt(poetry.data, 'tool', 'poetry').dependencies).toEqual({
    'discord-py': { version: '==2.6', extras: ['speed'] },
    pyyaml: '==6.0.1',
    uvloop: { version: '*', markers: 'sys_platform!="win32"' },
    pydantic: '>=2.5',
  });
  const standard = merge('[project]\nname = "old"\nversion = "1"\n', {}, files);
  expect(tableAt(standard.data, 'project').dependencies).toEqual([
    'discord.py[speed]==2.6',
    'pyyaml==6.0.1',
    'uvloop ; sys_platform != "win32"',
    'pydantic>=2.5',
  ]);
});

test.each([
  ['"."', '. src'],
  ['"lib ./"', 'lib ./ src'],
  ['"lib"', 'lib'],
])('folders in a text of pytest have white space between them: %s', (given, expected) => {
  const text = `${head('hatchling.build')}\n[tool.pytest.ini_options]\npythonpath = ${given}\n`;
  const { data } = merge(text, { newSearchPath: 'src' });
  expect(tableAt(data, 'tool', 'pytest', 'ini_options').pythonpath).toBe(expected);
});

test.each([
  ['x @ https://example.org/x.zip', true],
  ['x>=1', undefined],
])('hatchling is told of requirements with a URL: %s', (requirement, expected) => {
  const metadata = readProjectMetadata(treeOf({ 'requirements.txt': `${requirement}\n` }));
  const { text } = mergePyproject(null, metadata, change, null);
  expect(tableAt(plainData(text), 'tool', 'hatch', 'metadata')['allow-direct-references']).toBe(expected);
});

test('a package that builds itself is named as it is called now, where it is now', () => {
  const text = head('old.cli:api').replace(
    '\n\n[project]',
    '\nbackend-path = [".", "tools"]  # in-tree\n\n[project]',
  );
  expect(tableAt(merge(text).data, 'build-system')).toMatchObject({
    'build-backend': 'au_sys_old.interface.cli.cli:api',
    'backend-path': ['src', 'tools'],
  });
  const other = text.replace('old.cli:api', 'tools.make');
  expect(tableAt(merge(other).data, 'build-system')['backend-path']).toEqual(['.', 'tools']);
});

test('names, scripts, dependencies, entry point and the ufc table, whatever the backend', () => {
  const { data, review } = merge(head('hatchling.build'));
  expect(data.project).toMatchObject({
    name: 'au_sys_old',
    dependencies: ['click', 'pydantic>=2.5', 'pyyaml>=6.0'],
    scripts: { old: 'au_sys_old.interface.cli.cli:main' },
    'entry-points': { au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' } },
  });
  expect(tableAt(data, 'tool', 'ufc')).toEqual({ blueprint: 'ufc-1' });
  expect(review).toEqual([]);
});

test.each([
  ['', { requires: ['setuptools>=61'], 'build-backend': 'setuptools.build_meta:__legacy__' }],
  [
    '[build-system]\nrequires = ["setuptools", "cython"]  # needs\nbuild-backend = "own"\nbackend-path = ["tools"]\n',
    { requires: ['setuptools', 'cython'], 'build-backend': 'own', 'backend-path': ['tools'] },
  ],
])('where setup.py compiles modules, setuptools goes on building: %j', (text, system) => {
  const setup =
    'from setuptools import setup\nsetup(name="old", version="1", packages=["old"], ext_modules=[x])\n';
  const { data, review } = merge(text, { setupStays: true }, { 'setup.py': setup });
  expect(data['build-system']).toEqual(system);
  expect(data.project).toMatchObject({ name: 'au_sys_old', version: '1' });
  expect(tableAt(data, 'tool', 'setuptools', 'packages', 'find')).toEqual({ where: ['src'] });
  expect(tableAt(data, 'tool', 'hatch')).toEqual({});
  expect(review).toEqual([]);
});

test('metadata that stood elsewhere is built by hatchling, not by a backend of the tree', () => {
  const { data, review } = merge(
    '[build-system]\nrequires = ["setuptools"]  # more?\nbackend-path = ["packaging"]\nbuild-backend = "_own"\n',
  );
  expect(data['build-system']).toEqual({ requires: ['hatchling>=1.24'], 'build-backend': 'hatchling.build' });
  expect(review.filter(({ rule }) => rule === 'TOML_CONFLICT')).toEqual([]);
  const replaced = review.filter(({ rule }) => rule === 'BACKEND_REPLACED');
  expect(replaced).toMatchObject([{ message: expect.stringMatching(/^_own of the project built/) }]);
});

test('what an index shows comes along from setup.py', () => {
  const code =
    'name="old", license="MIT", author="Ann", author_email="a@x.org", keywords=["k"], classifiers=["Topic :: Office"], url="https://x.org"';
  const { data, text, review } = merge(
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "_own"\n',
    {},
    { 'setup.py': `from setuptools import setup\nsetup(${code})\n` },
  );
  expect(data.project).toMatchObject({
    license: { text: 'MIT' },
    authors: [{ name: 'Ann', email: 'a@x.org' }],
    keywords: ['k'],
    classifiers: ['Topic :: Office'],
    urls: { Homepage: 'https://x.org' },
  });
  expect(text).not.toContain('maintainers');
  expect(review.map(({ rule }) => rule)).not.toContain('BACKEND_REPLACED');
});

test('extras and groups that are made of others of the distribution have its new name', () => {
  const { data } = merge(
    `${head('hatchling.build')}\n[project.optional-dependencies]\ntest = ["pytest", "older"]\ndev = ["Old[test,docs]>=1; python_version > '3'", "old"]\n\n[dependency-groups]\nall = [{ include-group = "x" }, "old[dev]"]\n\n[tool.uv.sources]\nold = { workspace = true }\n`,
  );
  expect(tableAt(data, 'project')['optional-dependencies']).toEqual({
    test: ['pytest', 'older'],
    dev: ["au_sys_old[test,docs]>=1; python_version > '3'", 'au_sys_old'],
  });
  expect(tableAt(data, 'dependency-groups').all).toEqual([{ 'include-group': 'x' }, 'au_sys_old[dev]']);
  expect(tableAt(data, 'tool', 'uv').sources).toEqual({ au_sys_old: { workspace: true } });
  const setup =
    'from setuptools import setup\nsetup(name="old", version="1", extras_require={"test": ["pytest"], "dev": ["old[test]"]})\n';
  const own = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "_own"\n';
  const derived = merge(own, {}, { 'setup.py': setup }).data;
  expect(tableAt(derived, 'project')['optional-dependencies']).toEqual({
    test: ['pytest'],
    dev: ['au_sys_old[test]'],
  });
});

test('what setup.py installs beside the package comes along, commands that it built with are listed', () => {
  const setup = (args: string) => ({
    'setup.py': `from setuptools import setup\nsetup(name="old", version="1",\n      ${args})\n`,
    'old/_version.py': '',
    'man/old.1': '',
  });
  const own = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "_own"\n';
  const { data } = merge(
    own,
    {},
    setup('data_files=[("share/man/man1", ["man/old.1"]), ("share/old", ["old/_version.py"])]'),
  );
  expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'wheel')['shared-data']).toEqual({
    'man/old.1': 'share/man/man1/old.1',
    'src/au_sys_old/core/utils/_version.py': 'share/old/_version.py',
  });
  const commands = 'cmdclass={"build_py": WithCatalogues}';
  expect(merge(own, {}, setup(commands)).review).toEqual([
    {
      path: 'setup.py',
      line: 3,
      column: 1,
      rule: 'SETUP_COMMANDS',
      message:
        'the package was built with commands of its own (build_py); hatchling builds it now and runs none of them: what they did belongs in a build hook, [tool.hatch.build.hooks.custom]',
    },
  ]);
  expect(merge(own, { setupStays: true }, setup(commands)).review).toEqual([]);
});

test('mypy is told where packages are, where it wants that explicitly', () => {
  const settings = (value: string) =>
    `${head('hatchling.build')}\n[tool.mypy]\nexplicit_package_bases = ${value}\n`;
  const told = (text: string, newSearchPath: string | null) =>
    tableAt(merge(text, { newSearchPath }).data, 'tool', 'mypy').mypy_path;
  expect(told(settings('true'), 'src')).toBe('$MYPY_CONFIG_FILE_DIR/src');
  expect(told(settings('true\nmypy_path = "lib"'), 'src')).toBe('lib');
  expect(told(settings('true'), null)).toBeUndefined();
  expect(told(settings('false'), 'src')).toBeUndefined();
});

test('the folder of the project, which tools import from, gets the one with the packages beside it', () => {
  const text = `${head('hatchling.build')}
[tool.mypy]
mypy_path = "."
[tool.pyright]
extraPaths = [".", "x"]
[tool.towncrier]
package = "old"
`;
  const { mypy, pyright, towncrier } = tableAt(merge(text, { newSearchPath: 'src' }).data, 'tool');
  expect([mypy, pyright, towncrier]).toEqual([
    { mypy_path: '.:src' },
    { extraPaths: ['.', 'x', 'src'] },
    { package: 'au_sys_old', package_dir: 'src' },
  ]);
});

test('pytest finds the tests that were made, where it is told where tests are', () => {
  const told = (table: string, given: string, testsFolder: string | null = 'tests') => {
    const { data } = merge(`${head('hatchling.build')}\n[${table}]\ntestpaths = ${given}\n`, { testsFolder });
    return tableAt(data, ...table.split('.')).testpaths;
  };
  expect(told('tool.pytest.ini_options', '["old/test"]')).toEqual(['old/test', 'tests']);
  expect(told('tool.pytest', '["t"]')).toEqual(['t', 'tests']);
  expect(told('tool.pytest', '["t"]', null)).toEqual(['t']);
  expect(told('tool.other', '["t"]')).toEqual(['t']);
});

test('entry points of every group come along', () => {
  const { data } = merge(
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "_own"\n',
    {},
    {
      'setup.cfg':
        '[metadata]\nname = old\n[options.entry_points]\nconsole_scripts =\n  old = old.cli:main\ngui_scripts = oldw = old.cli:main\npytest11 =\n  old = old.cli\na.b = x = old.cli:X [y]\n',
    },
  );
  expect(data.project).toMatchObject({
    scripts: { old: 'au_sys_old.interface.cli.cli:main' },
    'gui-scripts': { oldw: 'au_sys_old.interface.cli.cli:main' },
    'entry-points': {
      pytest11: { old: 'au_sys_old.interface.cli.cli' },
      'a.b': { x: 'au_sys_old.interface.cli.cli:X [y]' },
      au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' },
    },
  });
});

test('what pbr computes is written down, and setuptools builds', () => {
  const text =
    '[build-system]\nrequires = ["pbr>=6.1.1", "wheel"]\nbuild-backend = "pbr.build"\n\n[project]\nname = "old"\ndynamic = ["version", "dependencies"]\n\n[tool.setuptools.packages.find]\ninclude = ["old*"]\n';
  const files = {
    'requirements.txt': '# why\nclick>=8 # Apache-2.0\n',
    'setup.cfg':
      '[metadata]\nname = old\n[files]\ndata_files =\n  etc/old =\n    etc/a.ini\n    etc/b.ini\n  share/old = doc/*\n',
    'etc/a.ini': '',
    'etc/b.ini': '',
    'doc/x/y.1': '',
    'PKG-INFO': 'Metadata-Version: 2.4\nName: old\nVersion: 5.1.0\n',
  };
  const { data, review } = merge(text, {}, files);
  expect(tableAt(data, 'tool', 'setuptools')['data-files']).toEqual({
    'etc/old': ['etc/a.ini', 'etc/b.ini'],
    'share/old/x': ['doc/x/y.1'],
  });
  expect(data).toMatchObject({
    'build-system': { requires: ['setuptools>=77', 'wheel'], 'build-backend': 'setuptools.build_meta' },
    project: { version: '5.1.0', dependencies: ['click>=8', 'pydantic>=2.5', 'pyyaml>=6.0'] },
    tool: { setuptools: { packages: { find: { where: ['src'], include: ['au_sys_old*'] } } } },
  });
  expect(tableAt(data, 'project').dynamic).toBeUndefined();
  expect(review.map(({ rule }) => rule)).toEqual(['VERSION_WRITTEN_DOWN', 'BACKEND_REPLACED']);
  const unversioned = merge(text, {}, { ...files, 'PKG-INFO': '' });
  expect(tableAt(unversioned.data, 'build-system')['build-backend']).toBe('pbr.build');
  expect(unversioned.review.map(({ rule }) => rule)).toContain('VERSION_WRITTEN_DOWN');
});

test('what flit_scm asks tags for is written down, and flit builds', () => {
  const text =
    '[build-system]\nrequires = ["flit_scm", "tomli"]\nbuild-backend = "flit_scm:buildapi"\n\n[project]\nname = "old"\ndynamic = ["version"]\n\n[tool.setuptools_scm]\nversion_scheme = "post-release"\n';
  const { data, review } = merge(
    text,
    {},
    { 'PKG-INFO': 'Metadata-Version: 2.4\nName: old\nVersion: 5.1.0\n' },
  );
  expect(data).toMatchObject({
    'build-system': { requires: ['flit_core>=3.4,<4', 'tomli'], 'build-backend': 'flit_core.buildapi' },
    project: { version: '5.1.0' },
  });
  expect(review.map(({ rule }) => rule)).toEqual(['VERSION_WRITTEN_DOWN', 'BACKEND_REPLACED']);
});

describe('the backend finds the package', () => {
  test('hatchling', () => {
    const { data } = merge(
      `${head('hatchling.build')}\n[tool.hatch.version]\npath = "old/_version.py"\n[tool.hatch.build.targets.wheel]\nonly-include = ["old"]\n`,
    );
    expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'wheel')).toEqual({
      packages: ['src/au_sys_old'],
    });
    expect(tableAt(data, 'tool', 'hatch', 'version').path).toBe('src/au_sys_old/core/utils/_version.py');
  });
  test('hatchling with the files to pack', () => {
    const { data } = merge(
      `${head('hatchling.build')}\n[tool.hatch.build.targets.wheel]\ninclude = ["/old/**/*.py", "/old/_version.py", "/tests", "*.md"]\nexclude = ["!/old/"]\n[tool.pytest.ini_options]\naddopts = "--root /old/_version.py"\n`,
    );
    expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'wheel')).toEqual({
      packages: ['src/au_sys_old'],
      include: [
        '/src/au_sys_old/**/*.py',
        '/src/au_sys_old/core/utils/_version.py',
        '/tests',
        '*.md',
        '/src/au_sys_old',
      ],
      exclude: ['!/src/au_sys_old/'],
    });
    expect(tableAt(data, 'tool', 'pytest', 'ini_options').addopts).toBe('--root /old/_version.py');
  });
  test.each(['old', '/old/'])('hatchling with the whole package among the files to pack: %s', (item) => {
    const { data } = merge(
      `${head('hatchling.build')}\n[tool.hatch.build.targets.sdist]\ninclude = ["${item}", "tests"]\n`,
    );
    expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'sdist').include).toEqual([
      item.replace('old', 'src/au_sys_old'),
      'tests',
    ]);
  });
  test.each(['src/acme/', '/acme/**'])('hatchling with the namespace of the package to pack: %s', (item) => {
    const { data } = merge(
      `${head('hatchling.build')}\n[tool.hatch.build.targets.sdist]\ninclude = ["tests", "${item}"]\n`,
      { oldRoots: ['acme'] },
    );
    expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'sdist').include).toEqual([
      'tests',
      item.replace(/(src\/)?acme/, 'src/au_sys_old'),
    ]);
  });
  test.each(['/src', 'src/', 'src/**', '/src/**/*'])('hatchling with all of src to pack: %s', (item) => {
    const { data } = merge(
      `${head('hatchling.build')}\n[tool.hatch.build.targets.sdist]\ninclude = ["${item}"]\n`,
    );
    expect(tableAt(data, 'tool', 'hatch', 'build', 'targets', 'sdist').include).toEqual([item]);
  });
  test('setuptools with a list', () => {
    const { data } = merge(
      `${head('setuptools.build_meta')}\n[tool.setuptools]\npackages = ["old"]\nexclude-package-data = { "old" = ["x.md"] }\n[tool.setuptools.package-data]\nold = ["data/*.json"]\n[tool.setuptools.dynamic]\nversion = {attr = "old._version.v"}\n`,
    );
    expect(tableAt(data, 'tool', 'setuptools')).toMatchObject({
      packages: ['au_sys_old', 'au_sys_old.core'],
      'package-dir': { '': 'src' },
      'exclude-package-data': { au_sys_old: ['x.md'] },
      'package-data': { au_sys_old: ['**/data/*.json', 'py.typed'] },
      dynamic: { version: { attr: 'au_sys_old.core.utils._version.v' } },
    });
  });
  test('data of several packages is that of the one package', () => {
    const { data, plan } = merge(
      `${head('setuptools.build_meta')}\n[tool.setuptools.package-data]\n"old.cli" = ["t/*.html"]\n"old" = ["*.txt", "t/*.html"]\n"*" = ["x.md"]\n`,
    );
    expect(tableAt(data, 'tool', 'setuptools')['package-data']).toEqual({
      au_sys_old: ['**/t/*.html', '**/*.txt', 'py.typed'],
      '*': ['x.md'],
    });
    expect(plan.conflicts).toEqual([]);
  });
  test.each([
    ['setuptools-scm>=8', '', ['py.typed', '**/*']],
    ['setuptools_scm', 'include-package-data = false', ['py.typed']],
    ['wheel', '', ['py.typed']],
  ])('data that version control told of, with %s and %j', (requirement, setting, expected) => {
    const { data } = merge(
      `[build-system]\nrequires = ["setuptools", "${requirement}"]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "old"\nversion = "1"\n[tool.setuptools]\n${setting}\n`,
    );
    expect(tableAt(data, 'tool', 'setuptools')['package-data']).toEqual({ au_sys_old: expected });
  });
  test('setuptools that looks for packages', () => {
    const { data } = merge(
      `${head('setuptools.build_meta')}\n[tool.setuptools.packages.find]\nwhere = ["."]\ninclude = ["old*"]\n`,
    );
    expect(tableAt(data, 'tool', 'setuptools', 'packages', 'find')).toEqual({
      where: ['src'],
      include: ['au_sys_old*'],
    });
  });
  describe('setuptools with a file beside pyproject.toml that says where the code is', () => {
    const places = (files: Record<string, string>) =>
      tableAt(merge(head('setuptools.build_meta'), {}, files).data, 'tool', 'setuptools');
    const setup = (code: string) => places({ 'setup.py': `from setuptools import setup\nsetup(${code})\n` });
    const ships = { 'package-data': { au_sys_old: ['py.typed'] } };
    const found = { packages: { find: { where: ['src'] } }, ...ships };
    test.each([
      ['packages=["old"]', found],
      ['packages=find_packages()', found],
      ['packages=find_packages("lib"), package_dir={"": "lib"}', { ...found, 'package-dir': { '': 'src' } }],
      ['py_modules=["old"]', { ...found, 'py-modules': [] }],
      ['', ships],
    ])('setup(%s)', (code, expected) => expect(setup(code)).toEqual(expected));
    test.each([
      ['find:', found],
      ['\n  old', found],
    ])('setup.cfg: packages = %s', (value, expected) =>
      expect(places({ 'setup.cfg': `[options]\npackages = ${value}\n` })).toEqual(expected),
    );
    test('patterns of data come along', () => {
      const data = { au_sys_old: ['**/data/*.json', '**/one.txt', 'py.typed'] };
      const inPython = (table: string) => setup(`package_data={${table}}`);
      const inIni = (lines: string) => places({ 'setup.cfg': `[options.package_data]\n${lines}\n` });
      expect(inPython('"old": ["data/*.json", "one.txt"], "other": ["x"]')['package-data']).toEqual(data);
      expect(inPython('"": ["data/*.json", "one.txt"]')['package-data']).toEqual(data);
      expect(inIni('old =\n  data/*.json\n  one.txt')['package-data']).toEqual(data);
      expect(inIni('* = data/*.json, one.txt')['package-data']).toEqual(data);
    });
  });
  test('flit', () =>
    expect(
      tableAt(
        merge(`${head('flit_core.buildapi')}\n[tool.flit.module]\nname = "old"\n`).data,
        'tool',
        'flit',
        'module',
      ).name,
    ).toBe('au_sys_old'));
  test("flit's tables of before PEP 621 stay the only ones", () => {
    const { data } = merge(
      '[build-system]\nrequires = ["flit_core >=2,<4"]\nbuild-backend = "flit_core.buildapi"\n\n[tool.flit.metadata]\nmodule = "old" # it\nrequires = ["PyYAML"]\n\n[tool.flit.entrypoints.x]\na = "b:c"\n',
    );
    expect(data.project).toBeUndefined();
    expect(tableAt(data, 'tool', 'poetry')).toEqual({});
    expect(tableAt(data, 'tool', 'flit', 'metadata')).toMatchObject({
      module: 'au_sys_old',
      requires: ['PyYAML', 'pydantic>=2.5'],
    });
    expect(tableAt(data, 'tool', 'flit', 'entrypoints')).toEqual({
      x: { a: 'b:c' },
      au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' },
    });
  });
  test('what Poetry would not read any more goes along', () => {
    const text = (comment: string) =>
      `[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n\n[project]\nname = "old"\nversion = "1"\n\n[tool.poetry.plugins.au_sys_plugins]\nold = "old:Plugin"\n\n[tool.poetry.plugins.hooks]\na = "old.cli:main"${comment}\nb = "x:y"\n`;
    const points = {
      au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' },
      hooks: { a: 'au_sys_old.interface.cli.cli:main', b: 'x:y' },
    };
    const stale = merge(text('').replace('poetry.core.masonry.api', 'hatchling.build')).data;
    expect(stale.project).toMatchObject({ 'entry-points': { au_sys_plugins: points.au_sys_plugins } });
    expect(tableAt(stale, 'project', 'entry-points', 'hooks')).toEqual({});
    const plain = merge(text('')).data;
    expect(plain.project).toMatchObject({ 'entry-points': points });
    expect(tableAt(plain, 'tool', 'poetry', 'plugins')).toEqual({});
    const commented = merge(text('  # why')).data;
    expect(commented.project).toMatchObject({ 'entry-points': points });
    expect(tableAt(commented, 'tool', 'poetry', 'plugins')).toEqual({ hooks: points.hooks });
  });
  test('PDM with modules by themselves, which are parts of the package now', () => {
    const { data } = merge(
      `${head('pdm.backend')}\n[tool.pdm.build]\nincludes = ["old/_version.py", "data", "old/_version.py"]\n`,
    );
    expect(tableAt(data, 'tool', 'pdm', 'build')).toEqual({
      includes: ['data', 'src/au_sys_old'],
      'package-dir': 'src',
    });
  });
  test('Poetry without [project]', () => {
    const { data } = merge(
      '[build-system]\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "old"\nversion = "1"\npackages = [{include = "old"}, {include = "tests", format = "sdist"}]\n[tool.poetry.dependencies]\npython = "^3.9"\n[tool.poetry.scripts]\nold = "old.cli:main"\n',
    );
    expect(tableAt(data, 'tool', 'poetry')).toMatchObject({
      name: 'au_sys_old',
      packages: [
        { include: 'au_sys_old', from: 'src' },
        { include: 'tests', format: 'sdist' },
      ],
      dependencies: { python: '^3.9', pydantic: '>=2.5', pyyaml: '>=6.0' },
      scripts: { old: 'au_sys_old.interface.cli.cli:main' },
      plugins: { au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' } },
    });
    expect(data.project).toBeUndefined();
  });
  test('Poetry: a namespace of which nothing is left', () => {
    const { data } = merge(
      '[build-system]\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "old"\nversion = "1"\npackages = [{ include = "acme", from = "src" }, { include = "tests", format = "sdist" }]\n',
      { oldRoots: ['acme'] },
    );
    expect(tableAt(data, 'tool', 'poetry').packages).toEqual([
      { include: 'au_sys_old', from: 'src' },
      { include: 'tests', format: 'sdist' },
    ]);
  });
  test('an unknown backend is listed, not guessed', () =>
    expect(merge(head('enscons.api')).review).toContainEqual(
      expect.objectContaining({ rule: 'UNKNOWN_BACKEND' }),
    ));
  test.each([
    ['whey', '', { 'source-dir': 'src' }],
    ['whey', 'package = "old"\nsource-dir = "lib"\n', { package: 'au_sys_old', 'source-dir': 'src' }],
    ['py-build-cmake', 'module.directory = "lib"\n', { module: { directory: 'src' } }],
    ['py-build-cmake', 'module.name = "old"\n', { module: { name: 'au_sys_old', directory: 'src' } }],
  ])('%s: %j', (tool, settings, expected) => {
    const { data, review } = merge(`${head(tool.replaceAll('-', '_'))}[tool.${tool}]\n${settings}`);
    expect([tableAt(data, 'tool', tool), review]).toEqual([expected, []]);
  });
  test('meson-python has nothing to be told', () => expect(merge(head('mesonpy')).review).toEqual([]));
  test.each([
    ['', undefined],
    ['wheel.packages = ["src/old"]\n', { packages: ['src/au_sys_old'] }],
    ['wheel.packages = []\nwheel.install-dir = "."\n', { packages: [], 'install-dir': '.' }],
    [
      '[tool.scikit-build.wheel.packages]\nold = "python/old"\n',
      { packages: { au_sys_old: 'src/au_sys_old' } },
    ],
    [
      'wheel.install-dir = "old/sub"\nwheel.exclude = ["old/a.c", "old/*.h", "**.x"]\n',
      { 'install-dir': 'au_sys_old/sub', exclude: ['au_sys_old/a.c', 'au_sys_old/*.h', '**.x'] },
    ],
  ])('scikit-build-core: %j', (settings, wheel) => {
    const mapModule = (name: string) => (/^old(\.|$)/.test(name) ? `au_sys_${name}` : null);
    const { data, review } = merge(`${head('scikit_build_core.build')}[tool.scikit-build]\n${settings}`, {
      mapModule,
    });
    expect(tableAt(data, 'tool', 'scikit-build').wheel).toEqual(wheel);
    expect(review).toEqual([]);
  });
  test.each([
    ['[tool.maturin]\npython-source = "python"\nmodule-name = "old._fast"\n', 'au_sys_old._fast'],
    ['[tool.maturin]\nmodule-name = "old"\npython-packages = ["old"]\n', 'au_sys_old.old'],
    ['', 'au_sys_old.old'],
  ])('maturin: %j', (settings, module) => {
    const mapModule = (name: string) => (/^old(\.|$)/.test(name) ? `au_sys_${name}` : null);
    const files = { 'Cargo.toml': '[package]\nname = "old"\nversion = "3.1"\n' };
    const { data, review } = merge(`${head('maturin')}${settings}`, { mapModule }, files);
    const { 'python-packages': packages, ...maturin } = tableAt(data, 'tool', 'maturin');
    expect(maturin).toEqual({ 'python-source': 'src', 'module-name': module });
    expect(packages).toEqual(settings.includes('packages') ? ['au_sys_old'] : undefined);
    expect(review).toEqual([]);
  });
});

describe('dynamic fields', () => {
  const dynamic = (keys: string, backend = 'setuptools.build_meta') =>
    `[build-system]\nbuild-backend = "${backend}"\n[project]\nname = "old"\nversion = "1"\ndynamic = [${keys}]  # why\n`;
  const setup =
    'from setuptools import setup\nsetup(install_requires=["click>=8"], entry_points={"console_scripts": ["old = old.cli:main"], "hooks": ["a = old.cli:hook"]})\n';
  const added = { au_sys_plugins: { old: 'au_sys_old.manifest.plugin:OldPlugin' } };

  test('what setup.py says of those that a capability adds to is written down', () => {
    const text = dynamic('"dependencies", "readme", "scripts", "entry-points"');
    const { data, review, undeclared } = merge(text, {}, { 'setup.py': setup });
    expect(data.project).toMatchObject({
      dynamic: ['readme'],
      dependencies: ['click>=8', 'pydantic>=2.5', 'pyyaml>=6.0'],
      scripts: { old: 'au_sys_old.interface.cli.cli:main' },
      'entry-points': { ...added, hooks: { a: 'au_sys_old.interface.cli.cli:hook' } },
    });
    expect([review, undeclared]).toEqual([[], []]);
    const only = merge(dynamic('"scripts"').replace('  # why', ''), {}, { 'setup.py': setup }).data;
    expect(only.project).not.toHaveProperty('dynamic');
    expect(only.project).toMatchObject({ scripts: { old: 'au_sys_old.interface.cli.cli:main' } });
  });

  test('what only running code could tell stays, and is listed', () => {
    const text = dynamic('"dependencies", "entry-points"');
    for (const files of [
      { 'setup.py': 'setup(install_requires=f(), entry_points=g())\n' },
      { 'setup.py': 'setup(**made())\n' },
      {},
    ] as Record<string, string>[]) {
      const { data, review, undeclared } = merge(text, {}, files);
      expect(data.project).toMatchObject({ dynamic: ['dependencies', 'entry-points'] });
      expect(data.project).not.toHaveProperty('entry-points');
      expect(undeclared).toEqual(['pydantic>=2.5', 'pyyaml>=6.0']);
      expect(review.map(({ rule }) => rule)).toEqual(['DYNAMIC_ENTRY_POINTS']);
    }
    const { data } = merge(dynamic('"dependencies"', 'hatchling.build'), {}, { 'setup.py': setup });
    expect(data.project).toMatchObject({ dynamic: ['dependencies'], 'entry-points': added });
  });

  test('what is read from files stays', () => {
    const text = `${dynamic('"dependencies"')}[tool.setuptools.dynamic]\ndependencies = { file = ["deps.txt"] }\n`;
    const { data, undeclared } = merge(text, {}, { 'setup.py': setup, 'deps.txt': 'rich\n' });
    expect(data.project).toMatchObject({ dynamic: ['dependencies'] });
    expect(undeclared).toHaveLength(2);
  });
});

test('paths that are keys follow', () => {
  const { data, text } = merge(
    `${head('hatchling.build')}\n[tool.ruff.lint.per-file-ignores]\n"old/_version.py" = ["A003"] # why\n"old/**" = ["E1"]\n"tests/*" = ["E2"]\n[tool.ruff.per-file-target-version]\n"old/_version.py" = "py312"\n`,
  );
  const ruff = tableAt(data, 'tool', 'ruff');
  expect(tableAt(ruff, 'lint')['per-file-ignores']).toEqual({
    'src/au_sys_old/core/utils/_version.py': ['A003'],
    'src/au_sys_old/**': ['E1'],
    'tests/*': ['E2'],
  });
  expect(ruff['per-file-target-version']).toEqual({ 'src/au_sys_old/core/utils/_version.py': 'py312' });
  expect(text).toContain('["A003"] # why');
});

test('configuration of tools follows modules and paths', () => {
  const { data } = merge(
    `${head('hatchling.build')}\n[tool.coverage.run]\nsource = ["old", "tests"]\n[tool.pytest.ini_options]\naddopts = "-q --cov=old --cov-report=term"\n[[tool.mypy.overrides]]\nmodule = "old.cli.*"\n[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["E1"]\n`,
  );
  expect(tableAt(data, 'tool', 'coverage', 'run').source).toEqual(['au_sys_old', 'tests']);
  expect(tableAt(data, 'tool', 'pytest', 'ini_options').addopts).toBe(
    '-q --cov=au_sys_old --cov-report=term',
  );
  expect((tableAt(data, 'tool', 'mypy').overrides as { module: string }[])[0].module).toBe(
    'au_sys_old.interface.cli.cli.*',
  );
});

test.each([
  [
    '["-p", "old", "--doctest-modules", "old", "--cov=old"]',
    ['-p', 'au_sys_old', '--doctest-modules', 'src/au_sys_old', '--cov=au_sys_old'],
  ],
  ['"-p old old"', '-p au_sys_old src/au_sys_old'],
])('paths among the options of pytest follow: %s', (options, expected) => {
  const { data } = merge(`${head('hatchling.build')}\n[tool.pytest.ini_options]\naddopts = ${options}\n`);
  expect(tableAt(data, 'tool', 'pytest', 'ini_options').addopts).toEqual(expected);
});

describe('requirements', () => {
  const listing = (...requirements: string[]) =>
    `[build-system]\nrequires = ["x"]\nbuild-backend = "hatchling.build"\n[project]\nname = "old"\nversion = "1"\ndependencies = [\n${requirements.map((one) => `    '${one}', # ${one[0]}\n`).join('')}]\n`;
  const decisions = (text: string, options: Partial<PyprojectChange> = {}) => {
    const { plan, data } = merge(text, { requirements: ['pydantic>=2.5'], ...options });
    return {
      decision: plan.requirements.map((one) => one.decision).join(),
      dependencies: tableAt(data, 'project').dependencies ?? tableAt(data, 'tool', 'poetry').dependencies,
      conflicts: plan.conflicts.map((conflict) => conflict.path.join('.')),
    };
  };

  test('inside of what is needed: kept; overlapping: kept and reported, or narrowed; disjoint: a conflict', () => {
    expect(decisions(listing('Pydantic[email] >= 2.6'))).toEqual({
      decision: 'kept',
      dependencies: ['Pydantic[email] >= 2.6'],
      conflicts: [],
    });
    expect(decisions(listing('pydantic<3,>=2'))).toEqual({
      decision: 'overlaps',
      dependencies: ['pydantic<3,>=2'],
      conflicts: [],
    });
    expect(
      decisions(listing('pydantic[email] <3,>=2 ; os_name == "nt"', 'pydantic<3'), {
        dependencies: 'intersect',
      }),
    ).toEqual({
      decision: 'narrowed',
      dependencies: ['pydantic[email] <3,>=2 ; os_name == "nt"', 'pydantic<3,>=2.5'],
      conflicts: [],
    });
    expect(decisions(listing('pydantic<2'))).toEqual({
      decision: 'disjoint',
      dependencies: ['pydantic<2'],
      conflicts: ['project.dependencies.0'],
    });
  });

  test('one that holds elsewhere only is another one', () =>
    expect(decisions(listing('pydantic>=2 ; python_version < "3.9"')).dependencies).toEqual([
      'pydantic>=2 ; python_version < "3.9"',
      'pydantic>=2.5',
    ]));

  test("Poetry's constraints and tables", () => {
    const poetry = (constraint: string) =>
      `[build-system]\nrequires = []\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "old"\nversion = "1"\n[tool.poetry.dependencies]\nPydantic = ${constraint}\n`;
    expect(decisions(poetry('"^2.6"')).decision).toBe('kept');
    expect(
      decisions(poetry('{ version = "^2.0", optional = true }'), { dependencies: 'intersect' }),
    ).toMatchObject({
      decision: 'narrowed',
      dependencies: { Pydantic: { version: '^2.0,>=2.5', optional: true } },
    });
    expect(decisions(poetry('"^1.10"')).decision).toBe('disjoint');
    expect(decisions(poetry('{ git = "https://example.org/x.git" }')).decision).toBe('unknown');
  });

  test('Poetry 2 with dynamic dependencies reads its own table', () => {
    const { data, plan } = merge(
      '[build-system]\nrequires = []\nbuild-backend = "poetry.core.masonry.api"\n[project]\nname = "old"\nversion = "1"\ndynamic = ["dependencies"]\n[tool.poetry.dependencies]\nrich = "^13"\n',
      { requirements: ['pydantic>=2.5'] },
    );
    expect(tableAt(data, 'tool', 'poetry', 'dependencies')).toEqual({ rich: '^13', pydantic: '>=2.5' });
    expect(tableAt(data, 'project', 'entry-points')).toHaveProperty('au_sys_plugins');
    expect(plan.conflicts).toEqual([]);
  });
});

test('every dependency, extra, group, source, tool table and comment of the user survives', () => {
  const { data } = merge(
    `${head('hatchling.build')}[project.optional-dependencies]
dev = ["pytest"] # extra
[dependency-groups]
lint = ["ruff", { include-group = "x" }]
x = []
[tool.uv]
dev-dependencies = ["mypy"]
[tool.uv.sources]
click = { git = "https://example.org/click" } # source
[[tool.uv.index]]
name = "inner"
url = "https://example.org/simple"
[tool.pdm.dev-dependencies]
test = ["pytest"]
[tool.other]
when = 1979-05-27
big = 9223372036854775807
`,
  );
  expect(tableAt(data, 'project')['optional-dependencies']).toEqual({ dev: ['pytest'] });
  expect(tableAt(data, 'dependency-groups')).toEqual({ lint: ['ruff', { 'include-group': 'x' }], x: [] });
  expect(tableAt(data, 'tool', 'uv')).toMatchObject({
    'dev-dependencies': ['mypy'],
    sources: { click: { git: 'https://example.org/click' } },
    index: [{ name: 'inner' }],
  });
  expect(tableAt(data, 'tool', 'other').big).toBe(9223372036854775807n);
});
