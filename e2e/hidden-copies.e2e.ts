import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { hiding } from '../packages/nx-ufc/platform/python/hidden';
import { run, runOk } from './support/run';

/** `prove` hides a published copy of the package from the migrated code; what is installed beside keeps finding it. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ufc-hidden-')));
const python = join(folder, 'env/bin/python');
const ABSENT = /ModuleNotFoundError: No module named 'shop/;

beforeAll(() => {
  runOk('python3', ['-m', 'venv', '--without-pip', 'env'], folder);
  const asked = ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'];
  const installed = runOk(python, asked, folder).stdout.trim();
  const files: Record<string, string> = {
    [join(installed, 'shop/__init__.py')]: '',
    [join(installed, 'shop/till.py')]: 'OPEN = True\n',
    [join(installed, 'spaces/shop.py')]: '',
    [join(installed, 'spaces/other.py')]: '',
    [join(installed, 'library.py')]: 'import shop\nfrom spaces import shop as second\n',
    [join(installed, 'shop-1.dist-info/METADATA')]: 'Name: shop\nVersion: 1\n',
    [join(installed, 'shop-1.dist-info/entry_points.txt')]: '[tills]\nfirst = shop.till:OPEN\n',
    [join(installed, 'other-1.dist-info/METADATA')]: 'Name: other\nVersion: 1\n',
    [join(installed, 'other-1.dist-info/entry_points.txt')]: '[tills]\nsecond = spaces.other\n',
    [join(installed, 'plugins.py')]:
      'from importlib.metadata import entry_points\ndef names():\n    return sorted(p.name for p in entry_points(group="tills"))\n',
    [join(installed, 'stevedore.py')]:
      'from importlib.metadata import entry_points\ndef names():\n    return [p.name for p in entry_points(group="tills")]\n',
    'asks_plugins.py':
      'from importlib.metadata import entry_points\nimport plugins, stevedore\nassert [p.name for p in entry_points(group="tills")] == ["second"]\nassert plugins.names() == ["first", "second"]\nassert stevedore.names() == ["second"]\n',
    'asks.py': 'import shop.till\n',
    'by_name.py': 'from importlib import import_module\nimport_module("shop.till")\n',
    'member.py': 'from spaces import shop\n',
    'patches.py': 'from unittest.mock import patch\nwith patch("shop.till.OPEN", 1): pass\n',
    'program.py':
      'import subprocess, sys\nsys.exit(subprocess.run([sys.executable, "-c", "import shop"]).returncode)\n',
    'fine.py':
      'import library, sys\nfrom spaces import other\nassert "shop" in sys.modules and library.second\n',
    'relative/__init__.py': 'from . import shop\n',
    'relative/shop.py': '',
    'warns.py': 'import warnings\nwarnings.warn("old", DeprecationWarning, stacklevel=2)\n',
    'warned.py':
      'import warnings\nwith warnings.catch_warnings(record=True) as seen:\n    warnings.simplefilter("always")\n    import warns\nassert seen[0].filename == __file__, seen[0].filename\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(resolve(folder, path)), { recursive: true });
    writeFileSync(resolve(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = (...args: string[]) => run(python, args, folder, hiding(['shop', 'spaces.shop'], {}));

test.each(['asks', 'by_name', 'member', 'patches', 'program'])('%s: the copy is not found', (name) => {
  expect(run(python, [`${name}.py`], folder)).toMatchObject({ code: 0 });
  const hidden = start(`${name}.py`);
  expect(hidden.code).not.toBe(0);
  expect(hidden.stderr).toMatch(name === 'member' ? /No module named 'spaces\.shop'/ : ABSENT);
});

test('what was imported for somebody else is hidden, too', () =>
  expect(start('-c', 'import library, shop').stderr).toMatch(ABSENT));

test.each(['fine', 'relative', 'warned'])('%s: everything else imports as always', (name) =>
  expect(start('-c', `import ${name}`)).toMatchObject({ code: 0, stderr: '' }),
);

test('entry points of the copy are hidden from the project', () =>
  expect(start('-c', 'import asks_plugins')).toMatchObject({ code: 0, stderr: '' }));

test('nothing to hide changes nothing', () => expect(hiding([], { A: '1' })).toEqual({ A: '1' }));
