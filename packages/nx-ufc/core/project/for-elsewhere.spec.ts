import { treeOf } from '../testing/project';
import { isForElsewhere } from './for-elsewhere';
import { buildProjectFacts } from './project-facts';

const ASKS = 'import sys\nif sys.platform == "win32":\n    from . import m\n';

test.each<[string, Record<string, string>, boolean]>([
  ['imported on one platform', { 'a.py': ASKS }, true],
  [
    'imported for one version, by name',
    { 'a.py': 'from sys import version_info as v\nif v < (3, 6):\n    from .m import f\n' },
    true,
  ],
  ['imported in any case, too', { 'a.py': ASKS, 'b.py': 'from . import m\n' }, false],
  [
    'imported by what is imported on one platform',
    { 'a.py': ASKS.replace('import m', 'import b'), 'b.py': 'from . import m\n' },
    true,
  ],
  ['imported in a branch that asks something else', { 'a.py': 'if x:\n    from . import m\n' }, false],
  [
    'imported in a function that asks',
    { 'a.py': 'import os\ndef f():\n    if os.name == "nt":\n        from . import m\n' },
    true,
  ],
  [
    'imported late by a module that asks elsewhere',
    {
      '__init__.py': 'from . import a\n',
      'a.py': 'import os\nNT = os.name == "nt"\ndef f():\n    from . import m\n',
    },
    false,
  ],
  ['imported by nothing, asks itself', { 'm.py': 'import os\nassert os.name == "nt"\n' }, true],
  ['imported by nothing', {}, false],
])('a module for another platform or Python: %s', (_, files, expected) => {
  const all = { '__init__.py': '', 'm.py': '', ...files };
  const paths = Object.entries(all).map(([path, text]) => [`pkg/${path}`, text]);
  const project = buildProjectFacts('pkg', treeOf({ 'setup.py': '', ...Object.fromEntries(paths) }));
  expect(isForElsewhere(project, 'pkg.m')).toBe(expected);
});
