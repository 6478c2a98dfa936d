import { treeOf } from '../testing/project';
import { readProjectMetadata } from './read';

describe('setup.py: what happens to names before setup() is called', () => {
  const read = (setup: string) => {
    const { name, dependencies, extras, unknown } = readProjectMetadata(
      treeOf({
        'setup.py': setup,
        ...(setup.includes('requirements.txt') ? { 'requirements.txt': '# why\nr>=1\n' } : {}),
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
      'texts',
      `${start}setup(name="x", install_requires="a b".split())\n`,
      { ...known, dependencies: ['main:a', 'main:b'] },
    ],
    ...[
      'with open("requirements.txt") as f:\n    R = [line.strip() for line in f if line.strip() and not line.startswith("#")]\n',
      'with open(os.path.join(here, "requirements.txt")) as f:\n    R = f.read().splitlines()\n',
      'R = list(line for line in (HERE / "requirements.txt").open().readlines())\n',
    ].map((lines): [string, string, Partial<ReturnType<typeof read>>] => [
      `lines of a file: ${lines}`,
      `${start}${lines}setup(name="x", install_requires=R)\n`,
      { ...known, dependencies: ['main:r>=1', 'requirements:r>=1'] },
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
      'a dictionary that a call makes',
      `${start}setup(name="x", **settings())\n`,
      { ...known, dependencies: [], unknown: ['*', 'version'] },
    ],
  ])('%s', (_, setup, expected) => expect(read(setup)).toEqual({ ...expected }));
});
