import { treeOf } from '../testing/project';
import { readProjectMetadata } from './read';

describe('setup.py: what happens to names before setup() is called', () => {
  const read = (setup: string) => {
    const { name, dependencies, extras, unknown } = readProjectMetadata(
      treeOf({
        'setup.py': setup,
        ...(setup.includes('requirements.txt') ? { 'requirements.txt': '# why\nr>=1\n' } : {}),
        'requirements/run.pip': 'p\n# why\nq>1\n',
      }),
    );
    return {
      name,
      dependencies: dependencies.map(({ group, requirement }) => `${group}:${requirement}`),
      extras,
      unknown: unknown.map(({ key }) => key),
    };
  };
  const start = 'from setuptools import setup\nREQ = ["a"]\n';
  const known = { name: 'x', extras: [], unknown: ['version'] };

  test.each<[string, string, Partial<ReturnType<typeof read>>]>([
    [
      'arguments in a dictionary',
      `${start}kw = dict(name="x")\nkw["install_requires"] = REQ\nkw.update({"extras_require": {"e": ["b"]}})\nsetup(**kw)\n`,
      { name: 'x', dependencies: ['main:a', 'e:b'], extras: ['e'], unknown: ['version'] },
    ],
    [
      'added to',
      `${start}REQ += ["b"]\nREQ.append("c")\nREQ.extend(("d",))\nsetup(name="x", install_requires=[*REQ, "e"])\n`,
      { ...known, dependencies: ['main:a', 'main:b', 'main:c', 'main:d', 'main:e'] },
    ],
    [
      'added to in some runs',
      `import sys\n${start}if sys.version_info < (3,):\n    REQ.append("b")\nsetup(name="x", install_requires=REQ)\n`,
      { ...known, dependencies: ['main:a'], unknown: ['install_requires', 'version'] },
    ],
    [
      'an extra that is computed',
      `${start}E = {"e": ["b"]}\nE["all"] = sum(E.values(), [])\nsetup(name="x", extras_require=E)\n`,
      { name: 'x', dependencies: ['e:b'], extras: ['e', 'all'], unknown: ['extras_require', 'version'] },
    ],
    [
      'extras with markers',
      `${start}setup(name="x", extras_require={":sys_platform == 'win32'": ["b; os_name == 'nt'", "c"], "e:python_version < '3.9'": ["d"], "e": ["f"]})\n`,
      {
        ...known,
        dependencies: [
          "main:b; (os_name == 'nt') and (sys_platform == 'win32')",
          "main:c; sys_platform == 'win32'",
          "e:d; python_version < '3.9'",
          'e:f',
        ],
        extras: ['e'],
      },
    ],
    [
      'in a function',
      `${start}def main():\n    more = REQ + ["b"]\n    setup(name=f"x", install_requires=sorted(more))\nif __name__ == "__main__":\n    main()\n`,
      { ...known, dependencies: ['main:a', 'main:b'] },
    ],
    [
      'behind a test that is no statement',
      `${start}given = dict(name="x", install_requires=REQ)\n__name__ == "__main__" and setup(**given)\n`,
      { ...known, dependencies: ['main:a'] },
    ],
    [
      'in a function that returns what it gives',
      `${start}def run():\n    return setup(name="x", install_requires=REQ)\nrun()\n`,
      { ...known, dependencies: ['main:a'] },
    ],
    [
      'kept',
      `${start}done = setup(name="x", install_requires=REQ)\n`,
      { ...known, dependencies: ['main:a'] },
    ],
    [
      'given by a function',
      `${start}def read(path):\n    return open(path).read()\ndef needs():\n    """Why."""\n    lines = read("requirements.txt")\n    return list(lines.strip().splitlines())\nsetup(name="x", install_requires=needs())\n`,
      { ...known, dependencies: ['main:r>=1', 'requirements:r>=1'] },
    ],
    [
      'given by a function in some runs, or by what it is given',
      `${start}def needs():\n    if x:\n        return ["b"]\n    return REQ\ndef more(x):\n    return REQ\nsetup(name="x", install_requires=needs(), tests_require=more())\n`,
      { ...known, dependencies: [], unknown: ['install_requires', 'tests_require', 'version'] },
    ],
    [
      'not called',
      'from own import main\nmain()\n',
      { name: null, dependencies: [], extras: [], unknown: ['*', 'version'] },
    ],
    [
      'texts',
      `${start}setup(name="x", install_requires="a b".split())\n`,
      { ...known, dependencies: ['main:a', 'main:b'] },
    ],
    ...[
      'with open("requirements.txt") as f:\n    R = [line.strip() for line in f if line.strip() and not line.startswith("#")]\n',
      'with open(os.path.join(here, "requirements.txt")) as f:\n    R = f.read().splitlines()\n',
      'with codecs.open("requirements.txt") as f:\n    R = [line.split("#")[0].strip() for line in f.readlines() if not line.startswith("#")]\n',
      'with open("requirements.txt") as f:\n    R = [line.replace("\\n", "") for line in f if not line == "-r requirements.txt\\n" and line.strip() != ""]\n',
      'R = list(line for line in (HERE / "requirements.txt").open().readlines())\n',
    ].map((lines): [string, string, Partial<ReturnType<typeof read>>] => [
      `lines of a file: ${lines}`,
      `${start}${lines}setup(name="x", install_requires=R)\n`,
      { ...known, dependencies: ['main:r>=1', 'requirements:r>=1'] },
    ]),
    ...[
      'io.open(os.path.join("requirements", "{0}.pip".format(name)))',
      'open(f"requirements/{name}.pip")',
      'open(os.path.join(HERE, "requirements", name + ".pip"))',
      '(HERE / "requirements" / ("%s.pip" % name)).open()',
      'Path(__file__).parent.joinpath("requirements", f"{name}.pip").read_text().splitlines()',
    ].map((opened): [string, string, Partial<ReturnType<typeof read>>] => [
      `lines of a file that a function opens by a part of its name: ${opened}`,
      `${start}def pip(name):\n    made = []\n    for line in ${opened}:\n        made.append(line)\n    return made\nsetup(name="x", install_requires=pip("run"), tests_require=pip("gone"))\n`,
      { ...known, dependencies: ['main:p', 'main:q>1'], unknown: ['tests_require', 'version'] },
    ]),
    [
      'names that are bound again',
      `${start}with open("requirements.txt") as f:\n    R = [line for line in f]\nwith open("README") as f:\n    T = f.read()\nR = R + REQ\nREQ = []\nsetup(name="x", install_requires=R)\n`,
      { ...known, dependencies: ['main:r>=1', 'main:a', 'requirements:r>=1'] },
    ],
    [
      'lines of a file that are chosen',
      `${start}with open("requirements.txt") as f:\n    R = [line for line in f if "r" in line]\nsetup(name="x", install_requires=R)\n`,
      { ...known, dependencies: ['requirements:r>=1'], unknown: ['install_requires', 'version'] },
    ],
    [
      'lines of a file that are chosen by what they say',
      `${start}with open("requirements.txt") as f:\n    R = [line.split(";")[0] for line in f if line != "r"]\nsetup(name="x", install_requires=R)\n`,
      { ...known, dependencies: ['requirements:r>=1'], unknown: ['install_requires', 'version'] },
    ],
    [
      'a dictionary that a call makes',
      `${start}setup(name="x", **settings())\n`,
      { ...known, dependencies: [], unknown: ['*', 'version'] },
    ],
  ])('%s', (_, setup, expected) => expect(read(setup)).toEqual({ ...expected }));
});

describe('setup.py: files and commands', () => {
  const files = {
    'man/x.1': '',
    'man/y.1': '',
    'man/.z.1': '',
    'src/one.py': '',
    'src/sub/two.py': '',
    'conf.ini': '',
  };
  const read = (args: string, more: Record<string, string> = {}) =>
    readProjectMetadata(
      treeOf({
        ...files,
        'setup.py': `from glob import glob\nfrom setuptools import setup\nsetup(\n    name="x", version="1",\n    ${args},\n)\n`,
        ...more,
      }),
    );
  const unknown = ({ unknown: all }: ReturnType<typeof read>) =>
    all.map(({ key, reason }) => `${key}: ${reason}`);

  test.each([
    ['py_modules=[splitext(basename(p))[0] for p in glob("src/*.py")]'],
    ['py_modules=[os.path.splitext(os.path.basename(p))[0] for p in glob(os.path.join("src", "*.py"))]'],
    ['py_modules=[p.stem for p in Path("src").glob("*.py")]'],
    ['py_modules=[Path(p).stem for p in glob("src/*.py")]'],
  ])('modules that a pattern finds: %s', (args) => {
    const found = read(args);
    expect(found.packages).toEqual(['one']);
    expect(unknown(found)).toEqual([]);
  });

  test('what a pattern of more than names finds, only running code could tell', () =>
    expect(unknown(read('py_modules=[p.stem for p in Path("src").glob("**/*.py")]'))).toEqual([
      'py_modules: [p.stem for p in Path("src").glob("**/*.py")] is not a literal',
    ]));

  test('files for the environment', () => {
    const found = read(
      'data_files=[("share/man/man1/", glob("man/*.1")), ("", ["./conf.ini"]), ("/etc", ["conf.ini"]), ("share", ["gone", "setup.py"])]',
    );
    expect(found.sharedData).toEqual({
      'man/x.1': 'share/man/man1/x.1',
      'man/y.1': 'share/man/man1/y.1',
      'conf.ini': 'conf.ini',
    });
    expect(unknown(found)).toEqual([
      'data_files: conf.ini goes to /etc, out of the environment',
      'data_files: gone is not there',
      'data_files: setup.py does not come along',
    ]);
    expect(unknown(read('data_files=found()'))).toEqual(['data_files: found() is not a literal']);
  });

  test.each([
    'f"{one} = sample.{one}:main" for one in NAMES',
    '"%s = sample.%s:main" % (one, one) for one in NAMES',
    '"{0} = sample.{0}:main".format(one) for one in NAMES',
    '"{} = sample.{}:main".format(one, one) for one in ["a", "b"]',
    'one + " = sample." + one + ":main" for one in NAMES',
  ])('programs that are made of names: %s', (each) => {
    const setup = `NAMES = ("a", "b")\nsetup(name="x", version="1", entry_points={"console_scripts": [${each}]})\n`;
    const found = read('', { 'setup.py': `from setuptools import setup\n${setup}` });
    expect(found.scripts).toEqual({ a: 'sample.a:main', b: 'sample.b:main' });
    expect(unknown(found)).toEqual([]);
  });

  test.each([
    'f"{one} = sample:main" for one in NAMES if one',
    'f"{one} = sample:main" for one in names()',
    '"%(a)s = sample:main" % one for one in NAMES',
    '"{one:>3} = sample:main".format(one) for one in NAMES',
    'f"{one}{two} = sample:main" for one in NAMES for two in NAMES',
  ])('nor are they known where only running code could tell: %s', (each) => {
    const setup = `NAMES = ("a", "b")\nsetup(name="x", version="1", entry_points={"console_scripts": [${each}]})\n`;
    const found = read('', { 'setup.py': `from setuptools import setup\n${setup}` });
    expect(found.scripts).toEqual({});
    expect(unknown(found)).toHaveLength(1);
  });

  test('None is as good as nothing', () =>
    expect(unknown(read('install_requires=None, data_files=None'))).toEqual([]));

  test('files for the environment that are made of names', () =>
    expect(read('data_files=[("share/man", [f"man/{one}.1"]) for one in ("x", "y")]').sharedData).toEqual({
      'man/x.1': 'share/man/x.1',
      'man/y.1': 'share/man/y.1',
    }));

  test('the same of setup.cfg', () => {
    const cfg = '[options.data_files]\nshare/man/man1 =\n    man/*.1\netc/x = conf.ini, man/x.1\n';
    const found = read('license="MIT"', { 'setup.cfg': cfg });
    expect(found.sharedData).toEqual({
      'man/x.1': 'share/man/man1/x.1',
      'man/y.1': 'share/man/man1/y.1',
      'conf.ini': 'etc/x/conf.ini',
    });
    expect(unknown(found)).toEqual(['data_files: man/x.1 goes to etc/x as well']);
  });

  test.each<[string, string[] | undefined]>([
    ['cmdclass={"test": T, "build_py": B, "install_lib": L}', ['build_py', 'install_lib']],
    ['cmdclass={"test": T, "upload": U}', undefined],
    ['cmdclass=versioneer.get_cmdclass()', undefined],
    ['cmdclass=commands()', []],
    ['cmdclass={**commands(), "build": B}', []],
  ])('commands that build: %s', (args, names) =>
    expect(read(args).ownCommands).toEqual(names && { names, line: 5 }),
  );
});
