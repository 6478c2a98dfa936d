import { treeOf } from '../testing/project';
import { readProjectMetadata } from './read';

describe('setup.py: what happens to names before setup() is called', () => {
  const read = (setup: string) => {
    const { name, dependencies, extras, unknown } = readProjectMetadata(treeOf({ 'setup.py': setup }));
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
    [
      'a dictionary that a call makes',
      `${start}setup(name="x", **settings())\n`,
      { ...known, dependencies: [], unknown: ['*', 'version'] },
    ],
  ])('%s', (_, setup, expected) => expect(read(setup)).toEqual({ ...expected }));
});
