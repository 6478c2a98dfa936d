import { moveAll, moved } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const FILES = {
  'pkg/__init__.py': 'import os\nfrom .a import Name as Other, make\nVERSION = "1"\nclass Own: ...\n',
  'pkg/a.py': 'class Name: ...\ndef make(): ...\n',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/b.py',
};
const rewritten = (text: string) => moved({ ...FILES, 'pkg/b.py': text }, MOVES)['pkg/b.py'] ?? text;

describe('definitions that the package offers', () => {
  test.each([
    [
      'NAMES = ("typing.Any", "pkg.Other", "pkg.make")\n',
      'NAMES = ("typing.Any", "new.Other", "new.make")\n',
    ],
    ['x = {"pkg.Own": 1}\n', 'x = {"new.Own": 1}\n'],
    ['x = ["pkg.VERSION", "pkg.os", "pkg.gone", "pkg.Own.x", "see pkg.Own"]\n', null],
    ['"""pkg.Own"""\n', null],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));
});

test('a constant that is called like the name of a package, which may be used elsewhere', () => {
  const text = 'PACKAGE_NAME = "pkg"\ntitle = "pkg"\nPKG = "pkg is"\n';
  const { project, mapping } = moveAll({ ...FILES, 'pkg/b.py': text }, MOVES);
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  expect(review).toEqual([
    expect.objectContaining({ rule: 'STRING_REFERENCE', line: 1, proposal: expect.anything() }),
  ]);
});

test.each([
  ['run("gunicorn pkg:make", "-k")\n', 'run("gunicorn new:make", "-k")\n'],
  [
    'x = "[a pkg:Own;pkg:storage [a pkg:Other]]"\ny = "pkg:make"\n',
    'x = "[a pkg:Own;pkg:storage [a pkg:Other]]"\ny = "new:make"\n',
  ],
])('module:attribute, but not a prefix that has words of its own: %j', (before, after) =>
  expect(rewritten(before)).toBe(after),
);

test('in a test, where shipped code says the same', () => {
  const files = {
    ...FILES,
    'pkg/b.py': 'X = "pkg.Own"\n',
    'tests/test_b.py': 'x = ["pkg.Own", "pkg.make"]\n',
  };
  expect(moved(files, MOVES)['tests/test_b.py']).toBe('x = ["new.Own", "pkg.make"]\n');
});

test('in a test, as a setting with a dotted name and as a tween of Pyramid', () => {
  const text = (name: string) =>
    `s["tm.veto"] = "${name}.make"\nf({"tm.hook": "${name}.make"}, x["y"])\nadd_tween("${name}.make", over="${name}.Own")\n`;
  const after = moved({ ...FILES, 'tests/test_b.py': text('pkg') }, MOVES);
  expect(after['tests/test_b.py']).toBe(text('new'));
});

test('in a test, elsewhere: listed', () => {
  const text = 's = f("pkg.make")\nt = "see pkg.make", "pkg.gone"\n';
  const files = { ...FILES, 'tests/test_b.py': text };
  const { project, mapping } = moveAll(files, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_b.py')!);
  expect([edits, review.map(({ line, proposal }) => [line, proposal?.after])]).toEqual([[], [[1, 'new']]]);
});

test('in a test, as a class or factory of logging', () => {
  const files = {
    ...FILES,
    'tests/test_b.py': 'x = {"()": "pkg.make", "class" : "pkg.Own", "name": "pkg.Own"}\n',
  };
  expect(moved(files, MOVES)['tests/test_b.py']).toBe(
    'x = {"()": "new.make", "class" : "new.Own", "name": "pkg.Own"}\n',
  );
});

test.each([
  [
    'override(CACHES={"default": {"BACKEND": "pkg.Own"}})\n',
    'override(CACHES={"default": {"BACKEND": "new.Own"}})\n',
  ],
  ['caches(BACKEND="pkg.Own")\n', 'caches(BACKEND="new.Own")\n'],
  ['settings.STORAGE_CLASS = "pkg.Own"\n', 'settings.STORAGE_CLASS = "new.Own"\n'],
  ['caches(backend="pkg.Own", SUBCLASS="pkg.Own")\n', null],
])('in a test, as a class that settings of Django name: %j', (text, expected) =>
  expect(moved({ ...FILES, 'tests/test_b.py': text }, MOVES)['tests/test_b.py'] ?? text).toBe(
    expected ?? text,
  ),
);

describe('a module and a class in it, one behind the other', () => {
  test.each([
    ['self._import("pkg", "Own")\n', 'self._import("new", "Own")\n'],
    ['f(1, "pkg", "Other")\n', 'f(1, "new", "Other")\n'],
    ['f("pkg", "make")\n', null],
    ['f("pkg", "Gone")\n', null],
    ['f("pkg" or "Own")\n', null],
    ['f(["pkg", "Own"])\n', null],
  ])('%j', (before, after) => expect(rewritten(before)).toBe(after ?? before));
});

test('a module behind a scheme of packages follows', () =>
  expect(rewritten('add("pkg://pkg.a", "https://pkg.a")\n')).toBe(
    'add("pkg://new.core.a", "https://pkg.a")\n',
  ));

test('what a module has not is no name of something in it, and is not listed', () => {
  const text = 'register("pkg.a.redis", "pkg.a.Gone and", "pkg.a.sub.x", "pkg.a.sent:%s|c")\n';
  const files = { ...FILES, 'pkg/b.py': text };
  const reviewed = (more: Record<string, string>) => {
    const { project, mapping } = moveAll({ ...files, ...more }, MOVES);
    const { review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
    return review.map(({ message }) => message.split(' ')[0]);
  };
  expect(reviewed({})).toEqual(['"pkg.a.Gone"']);
  const dynamic = { 'pkg/a.py': 'def __getattr__(name): ...\n' };
  expect(reviewed(dynamic)).toEqual(['"pkg.a.redis"', '"pkg.a.Gone"', '"pkg.a.sub.x"', '"pkg.a.sent"']);
});

test.each([
  [
    'environ.setdefault("DJANGO_SETTINGS_MODULE", "pkg.conf.made")\n',
    'environ.setdefault("DJANGO_SETTINGS_MODULE", "new.a.made")\n',
  ],
  [
    'environ["DJANGO_SETTINGS_MODULE"] = "pkg.conf.made"\n',
    'environ["DJANGO_SETTINGS_MODULE"] = "new.a.made"\n',
  ],
  ['environ.setdefault("OTHER", "pkg.conf.made")\n', null],
])('settings that are only made later, in a variable of the environment: %j', (before, after) => {
  const files = { ...FILES, 'pkg/conf/__init__.py': '', 'manage.py': before };
  const found = moved(files, { ...MOVES, 'pkg/conf/__init__.py': 'src/new/a/__init__.py' });
  expect(found['manage.py'] ?? before).toBe(after ?? before);
});

test.each([
  ['app.conf.task_routes = {"pkg.a.*": "slow"}\n', 'app.conf.task_routes = {"new.core.a.*": "slow"}\n'],
  ['app.conf.update(task_routes={"pkg.a.*": 1})\n', 'app.conf.update(task_routes={"new.core.a.*": 1})\n'],
  ['other = {"pkg.a.*": "slow"}\n', null],
])('names of tasks in settings of Celery: %j', (before, after) =>
  expect(rewritten(before)).toBe(after ?? before),
);

test.each([
  ['import pkg\nx = [("pkg.Own.x", pkg.Own.x)]\n', 'import new\nx = [("new.Own.x", new.Own.x)]\n'],
  ['import pkg\ncheck(pkg.Own, "pkg.Own")\n', 'import new\ncheck(new.Own, "new.Own")\n'],
  ['import pkg\ncheck(pkg.Own.y, "pkg.Own")\n', 'import new\ncheck(new.Own.y, "pkg.Own")\n'],
  ['import pkg\ncheck("pkg.Own", pkg.Own())\n', 'import new\ncheck("pkg.Own", new.Own())\n'],
  ['import pkg\ncheck("pkg.Own") == pkg.Own\n', 'import new\ncheck("pkg.Own") == new.Own\n'],
])('in a test, beside what it names: %j', (before, after) =>
  expect(moved({ ...FILES, 'tests/test_b.py': before }, MOVES)['tests/test_b.py']).toBe(after),
);

test('a name of one test that is certain in a pattern is certain as a literal', () => {
  const text = (name: string, pattern: string) =>
    `def test_a():\n    with raises(KeyError, match=r"${pattern}\\.x"):\n        run("${name}.x")\n    run("pkg.a.y")\n`;
  const files = { ...FILES, 'tests/test_a.py': text('pkg.a', 'pkg\\.a') };
  expect(moved(files, MOVES)['tests/test_a.py']).toBe(text('new.core.a', 'new\\.core\\.a'));
});
