import { moved } from '../../testing/moves';

const LOGS = 'import logging\nlog = logging.getLogger(__name__)\n';
const FILES = {
  'pkg/__init__.py': '',
  'pkg/api/__init__.py': '',
  'pkg/api/views.py': LOGS,
  'pkg/api/deep/__init__.py': '',
  'pkg/api/deep/more.py': LOGS,
  'pkg/api/schemas.py': '',
  'pkg/own/__init__.py': LOGS,
  'pkg/own/a.py': LOGS,
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/api/__init__.py': 'src/new/core/api/__init__.py',
  'pkg/api/views.py': 'src/new/interface/api/views.py',
  'pkg/api/deep/__init__.py': 'src/new/interface/api/deep/__init__.py',
  'pkg/api/deep/more.py': 'src/new/interface/api/deep/more.py',
  'pkg/api/schemas.py': 'src/new/core/api/schemas.py',
  'pkg/own/__init__.py': 'src/new/core/own/__init__.py',
  'pkg/own/a.py': 'src/new/interface/own/a.py',
};
const text =
  'import logging\nlogging.getLogger("pkg.api").setLevel(1)\nlogging.getLogger("pkg.own")\nlogging.getLogger("pkg")\nx = "pkg.api"\n';
const rewritten = (files: object, moves: Record<string, string> = MOVES) =>
  moved({ ...FILES, ...files, 'tests/test_a.py': text }, moves)['tests/test_a.py'];

test('a logger that others are below stays above them, a package with one of its own keeps it', () =>
  expect(rewritten({})).toBe(
    'import logging\nlogging.getLogger("new.interface.api").setLevel(1)\nlogging.getLogger("new.core.own")\nlogging.getLogger("new")\nx = "new.core.api"\n',
  ));

test('loggers in several places have none above them', () =>
  expect(rewritten({ 'pkg/api/schemas.py': LOGS })).toContain('logging.getLogger("new.core.api")'));
