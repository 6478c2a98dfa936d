import { moveAll } from '../testing/moves';
import { applyEdits } from '../text/edits';
import { hasMypyCases, rewriteMypyCases } from './mypy-cases';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const path = 'tests/types/test_a.yml';

test('programs that mypy checks and names that it says follow', () => {
  const text = `- case: first  # about pkg.a.X
  main: |
    from pkg.a import X
    import pkg

    def f() -> X:
      return X()
    reveal_type(f())
  out: |
    main:6: note: Revealed type is "pkg.a.X"
    main:7: error: Module "pkg.gone" has no attribute "pkg.a"
  files:
    - path: other.py
      content: |
        from pkg import a

        a.X
- case: second
  main: |
    from pkg import a
    x: a.X = 1 # broken (
`;
  const { project, mapping } = moveAll({ ...FILES, [path]: text }, MOVES);
  expect(hasMypyCases(path, text)).toBe(true);
  expect(applyEdits(text, rewriteMypyCases(project, mapping, { path, text }).edits)).toBe(
    text
      .replace('from pkg.a import X', 'from new.core.a import X')
      .replace('    import pkg\n', '    import new\n')
      .replace('"pkg.a.X"', '"new.core.a.X"')
      .replaceAll('from pkg import a', 'from new.core import a'),
  );
});

test.each([
  ['tests/a.yml', 'case: a\nmain: |\n  x\n'],
  ['tests/a.txt', '- case: a\n  main: |\n    x\n'],
])('%s has no cases: %j', (file, text) => expect(hasMypyCases(file, text)).toBe(false));

test('a block ends at the next key, however far that is indented, and at the end of the file', () => {
  const block = '      from pkg.a import X\n\n      x = 1\n'.repeat(40);
  const text = `- main: |\n    from pkg import a\n  out: |\n    main:1: note: "pkg.a.X"\n  files:\n    - path: x.py\n      content: |\n${block.replaceAll('      ', '        ')}  skip: from pkg import a\n- case: last\n  main: |\n    from pkg import a`;
  const { project, mapping } = moveAll({ ...FILES, [path]: text }, MOVES);
  expect(applyEdits(text, rewriteMypyCases(project, mapping, { path, text }).edits)).toBe(
    text.replaceAll('    from pkg import a', '    from new.core import a').replaceAll('pkg.a', 'new.core.a'),
  );
});
