import { moved } from '../testing/moves';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
};
const rewritten = (text: string) =>
  moved({ 'pkg/__init__.py': '', 'pkg/a.py': 'X = 1\n', 'pkg/b.py': text }, MOVES)['pkg/b.py'] ?? text;

test.each([
  [
    'def f():\n    """Do it.\n\n    Example::\n\n        from pkg.a import X\n\n        f(X)\n\n    The pkg.a is used.\n    """\n',
    'def f():\n    """Do it.\n\n    Example::\n\n        from new.core.a import X\n\n        f(X)\n\n    The pkg.a is used.\n    """\n',
  ],
  [
    "class A:\n    r'''A.\n\n    .. code-block:: python\n        :linenos:\n\n        import pkg.a\n        pkg.a.X\n    '''\n",
    "class A:\n    r'''A.\n\n    .. code-block:: python\n        :linenos:\n\n        import new.core.a\n        new.core.a.X\n    '''\n",
  ],
  [
    '"""Module.\n\n```python\nfrom pkg import a\n```\n\n::\n\n    $ from pkg import a\n"""\n',
    '"""Module.\n\n```python\nfrom new.core import a\n```\n\n::\n\n    $ from pkg import a\n"""\n',
  ],
  [
    '"""Use:\n\n  from pkg.a import X\n  import pkg.a as a  # that\n\nand from pkg.a import it,\nfrom pkg.a the X.\n"""\n',
    '"""Use:\n\n  from new.core.a import X\n  import new.core.a as a  # that\n\nand from pkg.a import it,\nfrom pkg.a the X.\n"""\n',
  ],
  ['"""Use:\n\n  import pkg.a\n  pkg.a.X\n"""\n', '"""Use:\n\n  import new.core.a\n  new.core.a.X\n"""\n'],
  [
    '"""Use:\n\n.. code-block:: Python\n\n   NAMES = [\n       "pkg.a",\n   ]\n"""\n',
    '"""Use:\n\n.. code-block:: Python\n\n   NAMES = [\n       "new.core.a",\n   ]\n"""\n',
  ],
  ['"""Says import pkg.a and pkg::\n\n    >>> no.\n"""\n', null],
])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));
