import { moved } from '../testing/moves';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const rewritten = (text: string) =>
  moved({ 'pkg/__init__.py': '', 'pkg/a.py': text }, MOVES)['pkg/a.py'] ?? text;

test.each([
  ['"""\npkg.a\n~~~~~\n\nText of pkg.a.\n"""\n', '"""\nnew.core.a\n~~~~~~~~~~\n\nText of pkg.a.\n"""\n'],
  ['"""\n    pkg.a\n    =====\n"""\n', '"""\n    new.core.a\n    ==========\n"""\n'],
  ['r"""pkg.a\n-----------------"""\n', 'r"""new.core.a\n-----------------"""\n'],
  ['"""pkg.a.\n~~~~~~\n"""\n', '"""new.core.a.\n~~~~~~~~~~~\n"""\n'],
  ['"""\npkg.a\n\nText.\n"""\n', null],
  ['"""\npkg.b\n~~~~~\n"""\n', null],
  ['"""pkg.a is\n~~~~~~~~\n"""\n', null],
])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));

test('the name of the package is a word of the text', () => {
  const text = '"""\npkg\n~~~\n"""\n';
  expect(moved({ 'pkg/__init__.py': text }, MOVES)['pkg/__init__.py']).toBeUndefined();
});
