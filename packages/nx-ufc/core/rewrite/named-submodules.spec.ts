import { moved } from '../testing/moves';

const FILES = {
  'pkg/__init__.py': 'from other import taken\n',
  'pkg/a.py': 'Y = 1\n',
  'pkg/taken.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/a.py',
  'pkg/taken.py': 'src/new/core/taken.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/c.py': 'src/new/core/sub/c.py',
};
const rewritten = (text: string) =>
  moved({ ...FILES, 'tests/test_b.py': text }, MOVES)['tests/test_b.py'] ?? text;

test.each([
  ['import pkg\nassert getattr(pkg, "sub").c\n', 'import new\nassert getattr(new.core, "sub").c\n'],
  ['import pkg as p\nhasattr(p, "sub")\n', 'import new as p\nhasattr(p.core, "sub")\n'],
  [
    'import pkg\ndef test(monkeypatch):\n    monkeypatch.setattr(pkg, "sub", None)\n',
    'import new\ndef test(monkeypatch):\n    monkeypatch.setattr(new.core, "sub", None)\n',
  ],
  [
    'import pkg\nfrom unittest import mock\nmock.patch.object(pkg, "sub")\n',
    'import new\nfrom unittest import mock\nmock.patch.object(new.core, "sub")\n',
  ],
  [
    'import sys\ngetattr(sys.modules["pkg"], "sub")\n',
    'import sys\ngetattr(sys.modules["new"].core, "sub")\n',
  ],
  [
    'import importlib\nhasattr(importlib.import_module("pkg"), "sub")\n',
    'import importlib\nhasattr(importlib.import_module("new").core, "sub")\n',
  ],
  ['import pkg.sub\nhasattr(pkg.sub, "c")\n', 'import new.core.sub\nhasattr(new.core.sub, "c")\n'],
  [
    'import pkg\nhasattr(pkg, "a"), hasattr(pkg, "X")\n',
    'import new\nhasattr(new, "a"), hasattr(new, "X")\n',
  ],
  [
    'import pkg\ngetattr(pkg, "taken")\nx.object(pkg, "sub")\n',
    'import new\ngetattr(new, "taken")\nx.object(new, "sub")\n',
  ],
])('submodules by their names: %j', (before, after) => expect(rewritten(before)).toBe(after));
