import { moved } from '../../testing/moves';

const FILES = { 'pkg/__init__.py': '', 'pkg/sock.py': '' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/sock.py': 'src/new/core/sock.py' };

test.each([
  ["env['pkg.sock'] = s\n", null],
  ["request.environ['pkg.sock']\n", null],
  ["request.environ.get('pkg.sock')\n", null],
  ["wsgi_environ.setdefault('pkg.sock', {})\n", null],
  ["modules['pkg.sock']\n", "modules['new.core.sock']\n"],
  ["os.environ.get('X', 'pkg.sock')\n", "os.environ.get('X', 'new.core.sock')\n"],
])('a key in the environment of WSGI stays: %j', (before, after) =>
  expect(moved({ ...FILES, 'pkg/b.py': before }, MOVES)['pkg/b.py'] ?? before).toBe(after ?? before),
);
