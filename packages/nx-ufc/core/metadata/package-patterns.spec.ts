import { readProjectMetadata } from './read';
import { isTaken, packagePatterns } from './package-patterns';
import { treeOf } from '../testing/project';

test.each([
  ['pkg', ['pkg', 'pkg.*'], [], true],
  ['pkg', ['pkg.sub'], [], true],
  ['pkg', ['p?g*'], [], true],
  ['pkg', ['[!q]kg'], [], true],
  ['tools', ['pkg*'], [], false],
  ['tools', [], ['tools'], false],
  ['tools', [], ['tools.*'], true],
  ['tools', ['tools'], ['t*'], false],
  ['a+b', ['a.b'], [], false],
])('%s of %j without %j is taken: %s', (name, include, exclude, expected) =>
  expect(isTaken(name, { include, exclude })).toBe(expected),
);

test('patterns that only running code could tell leave nothing out', () => {
  expect(packagePatterns([], [null])).toBeUndefined();
  expect(packagePatterns([], [])).toBeUndefined();
});

test.each([
  ['pyproject.toml', '[tool.setuptools.packages.find]\ninclude = ["pkg*"]\nexclude = ["pkg.old"]\n'],
  [
    'setup.cfg',
    '[options]\npackages = find:\n[options.packages.find]\ninclude =\n    pkg*\nexclude = pkg.old\n',
  ],
  [
    'setup.py',
    'from setuptools import find_packages, setup\nsetup(packages=find_packages(include=["pkg*"], exclude=("pkg.old",)))\n',
  ],
  [
    'setup.py',
    'import setuptools\nsetuptools.setup(packages=setuptools.find_packages(".", ["pkg.old"], ["pkg*"]))\n',
  ],
])('%s says which packages are taken', (path, text) =>
  expect(readProjectMetadata(treeOf({ [path]: text })).packagePatterns).toEqual({
    include: ['pkg*'],
    exclude: ['pkg.old'],
  }),
);

test.each([
  ['["pkg"] + parts("pkg/vendor")', ['pkg']],
  ['parts() + ["pkg"] + ["pkg.sub"]', ['pkg', 'pkg.sub']],
  ['["pkg"] + find_packages("more")', []],
  ['["pkg"] * 1', []],
])('setup.py lists its packages as %s', (packages, expected) => {
  const text = `from setuptools import find_packages, setup\nsetup(name="x", packages=${packages})\n`;
  expect(readProjectMetadata(treeOf({ 'setup.py': text })).packages).toEqual(expected);
});
