import { moved } from '../../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
};
const inFunction = (lines: string, a: string) =>
  `def f():\n    """Do it.\n\n${lines.replaceAll('{a}', a)}\n    """\n`;
const rewritten = (text: string) =>
  moved({ 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\n', 'pkg/b.py': text }, MOVES)['pkg/b.py'] ?? text;

test.each([
  ['    :type x: {a}.X'],
  ['    :type x: list of {a}.X or None'],
  ['    :rtype: list[{a}.X]'],
  ['    :raises {a}.X: when it is so'],
  ['    :param {a}.X x: what it is'],
  ['    @rtype: {a}.X'],
  ['    Args:\n        x ({a}.X): what it is\n        *y (list[{a}.X], optional): more'],
  ['    x ({a}.X) - what it is'],
  ['    x : {a}.X\n    y: list of {a}.X, optional\n    z, q : dict[str, {a}.X]'],
  ['    Returns\n    -------\n    {a}.X\n        What it is.'],
  ['    Raises:\n        ValueError: not so\n        {a}.X: so'],
])('a field: %j', (lines) =>
  expect(rewritten(inFunction(lines, 'pkg.a'))).toBe(inFunction(lines, 'new.core.a')),
);

test.each([
  ['    Uses {a}.X, which is there.'],
  ['    :type x: {a}.Y'],
  ['    :default x: {a}.X'],
  ['    x (see {a}.X) and more'],
  ['    {a}.X: what it is'],
  ['    Raises:\n\n    That was all.\n    {a}.X: no'],
  ['    Note: {a}.X is there'],
  ['    >>> f()\n    Error: {a}.X'],
])('no field: %j', (lines) => expect(rewritten(inFunction(lines, 'pkg.a'))).toBe(inFunction(lines, 'pkg.a')));

test('what is no docstring', () => {
  const text = 'T = """\n:type x: pkg.a.X\n"""\n';
  expect(rewritten(text)).toBe(text);
});
