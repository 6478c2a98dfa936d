import { moved } from '../../testing/moves';

const FILES = { 'src/pkg/__init__.py': '', 'src/pkg/mod.py': 'class X: ...\n' };
const MOVES = {
  'src/pkg/__init__.py': 'src/new/__init__.py',
  'src/pkg/mod.py': 'src/new/core/mod.py',
};

test.each([
  ['"a: !!python/object:pkg.mod.X {}"', '"a: !!python/object:new.core.mod.X {}"'],
  ['"!!python/object/apply:pkg.mod.X []"', '"!!python/object/apply:new.core.mod.X []"'],
  ["f'{indent}!!python/name:pkg.mod.X'", "f'{indent}!!python/name:new.core.mod.X'"],
  ['"tag:yaml.org,2002:python/module:pkg.mod"', '"tag:yaml.org,2002:python/module:new.core.mod"'],
  ['"""\n- !!python/object:pkg.mod.X\n  a: 1\n"""', '"""\n- !!python/object:new.core.mod.X\n  a: 1\n"""'],
  ['"!!python/object:pkg.mod.Gone"', '"!!python/object:new.core.mod.Gone"'],
  ['"!!other/object:pkg.mod.Gone"', null],
  ['"!!python/object:other.mod.X"', null],
])('a tag of PyYAML in a literal: %j', (before, after) => {
  const path = 'tests/test_a.py';
  const files = { ...FILES, [path]: `x = ${before}\n` };
  expect(moved(files, MOVES)[path] ?? files[path]).toBe(`x = ${after ?? before}\n`);
});
