import { moved } from '../testing/moves';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/b.py': '',
  'setup.cfg': '[options.entry_points]\npkg.plugins =\n    x = pkg.a:X\npkg =\n    y = pkg.a:Y\n',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/b.py': 'src/new/core/sub/b.py',
};
const rewritten = (path: string, text: string) => moved({ ...FILES, [path]: text }, MOVES)[path] ?? text;

test.each([
  ['import platformdirs\nD = platformdirs.user_data_dir(__name__)\n', 'user_data_dir("pkg")'],
  [
    'from platformdirs import PlatformDirs\nD = PlatformDirs(__package__, "me")\n',
    'PlatformDirs("pkg", "me")',
  ],
  ['import platformdirs\nAPP = __name__\nD = platformdirs.user_data_dir(APP)\n', 'user_data_dir("pkg")'],
  ['import click\nD = click.get_app_dir(__name__.split(".")[0])\n', 'get_app_dir("pkg")'],
  ['import gettext\nT = gettext.translation(__package__, "x")\n', 'translation("pkg", "x")'],
  ['PREFIX = __name__.upper() + "_"\n', 'PREFIX = "pkg".upper() + "_"'],
  ['cli(auto_envvar_prefix=__package__.upper())\n', 'cli(auto_envvar_prefix="pkg".upper())'],
  ['E = entry_points(group=f"{__name__}.plugins")\n', 'entry_points(group="pkg.plugins")'],
  ['E = entry_points(group=__package__ + ".plugins")\n', 'entry_points(group="pkg.plugins")'],
  ['E = eps.select(group=__name__)\n', 'select(group="pkg")'],
])('a name that others know: %j', (before, after) =>
  expect(rewritten('pkg/__init__.py', before)).toContain(after),
);

test.each([
  'D = user_data_dir(__name__)\n',
  'E = entry_points(group=f"{__name__}.others")\n',
  'LOG = getLogger(__name__)\n',
  'X = cls.__name__.upper()\n',
  '"""__name__.upper()"""\n',
])('others stay as they are: %j', (text) => expect(rewritten('pkg/__init__.py', text)).toBe(text));

test('the top of the name of a module below', () =>
  expect(rewritten('pkg/sub/b.py', 'P = __name__.split(".")[0].upper()\n')).toBe('P = "pkg".upper()\n'));
