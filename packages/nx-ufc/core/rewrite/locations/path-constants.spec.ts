import { moved } from '../../testing/moves';

const FILES = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/config.py':
    'from pathlib import Path\nBASE = Path(__file__).parent\nROOT = BASE.parent\nLOCAL = BASE / "x.txt"\n',
  'pkg/db/__init__.py': '',
  'pkg/db/schema.sql': '',
  'pkg/templates/a.html': '',
  'pkg/x.txt': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/config.py': 'src/new/core/utils/config.py',
  'pkg/web.py': 'src/new/interface/web.py',
  'pkg/db/__init__.py': 'src/new/core/db/__init__.py',
  'pkg/db/schema.sql': 'src/new/core/db/schema.sql',
  'pkg/templates/a.html': 'src/new/templates/a.html',
  'pkg/x.txt': 'src/new/x.txt',
};
const after = (web: string, more: Record<string, string> = {}) =>
  moved({ ...FILES, ...more, 'pkg/web.py': web }, MOVES);

test('a folder that other modules take from a module follows, and so do their paths below it', () => {
  const texts = after(
    'from pkg.config import BASE\nfrom . import config\nA = BASE / "db" / "schema.sql"\nopen(config.BASE / "templates/a.html")\nopen(config.ROOT / "pyproject.toml")\n',
    { 'tests/test_a.py': 'from pkg.config import BASE as B\nassert (B / "db/schema.sql").exists()\n' },
  );
  expect(texts['pkg/config.py']).toBe(
    FILES['pkg/config.py']
      .replace('Path(__file__).parent', 'Path(__file__).parent.parent.parent')
      .replace('BASE.parent', 'BASE.parent.parent'),
  );
  expect(texts['pkg/web.py']).toBe(
    'from new.core.utils.config import BASE\nfrom ..core.utils import config\nA = BASE / "core" / "db" / "schema.sql"\nopen(config.BASE / "templates/a.html")\nopen(config.ROOT / "pyproject.toml")\n',
  );
  expect(texts['tests/test_a.py']).toContain('(B / "core/db/schema.sql")');
});

test('a package may hand them on, a module may build on them', () => {
  const texts = after(
    'from pkg import ROOT\nfrom pkg.paths import SQL\nopen(SQL / "schema.sql")\nopen(ROOT / "pkg/x.txt")\n',
    {
      'pkg/__init__.py': 'from .config import BASE, ROOT\n',
      'pkg/paths.py': 'from pkg import BASE\nSQL = BASE / "db"\n',
    },
  );
  expect(texts['pkg/paths.py']).toContain('SQL = BASE / "core" / "db"');
  expect(texts['pkg/web.py']).toContain('open(SQL / "schema.sql")\nopen(ROOT / "src/new/x.txt")');
});

test.each([
  ['a name of its own', 'BASE = make()\nopen(BASE / "db/schema.sql")\n'],
  ['a parameter', 'from pkg.config import BASE\ndef f(BASE): return BASE / "db/schema.sql"\n'],
  ['what another thing has', 'open(settings.BASE / "db/schema.sql")\n'],
  ['what is not there', 'from pkg.config import BASE\nopen(BASE / "logs" / "out.txt")\n'],
])('%s stays', (_, code) =>
  expect(after(code)['pkg/web.py'] ?? code).toBe(code.replace('pkg.config', 'new.core.utils.config')),
);

test('modules that take paths from each other end', () => {
  const circle = { 'pkg/config.py': 'from pkg.web import B\nA = B / "x"\nC = __file__\n' };
  expect(() => after('from pkg.config import A\nB = A / "y"\nopen(A / "z")\n', circle)).not.toThrow();
});
