import { compareImports, modulesToImport, oldPackages } from './imports';
import { describeFailures } from './failures';
import { readOutcomes, readReasons } from './junit';
import { compareSuites as compare, type SuiteRun } from './prove';
import { prefixOfIds, renamedTestId, withoutPrefix } from './test-ids';

const MOVES = [
  { from: 'shop/table.py', to: 'src/au_sys_shop/core/services/table.py', edits: [] },
  { from: 'test_one.py', to: 'tests/test_one.py', edits: [] },
  { from: 'tests/test_two.py', to: 'tests/test_two.py', edits: [] },
];

const IMPORTED = { checked: 1, failedBefore: [], lost: [] };
const compareSuites = (
  project: string,
  before: SuiteRun,
  after: SuiteRun,
  ledger: Parameters<typeof compare>[3],
) => compare(project, before, after, ledger, IMPORTED);

function suite(cases: Record<string, string>): SuiteRun {
  const xml = Object.entries(cases).map(([id, body]) => {
    const [classname, name] = id.split('::');
    return `<testcase classname="${classname}" name="${name}">${body}</testcase>`;
  });
  return {
    environment: { python: '3.11.7', requirements: [] },
    evidence: { command: 'pytest', cwd: '.', target: 'x', files: 1, exitCode: 0, excerpt: '' },
    outcomes: readOutcomes(`<testsuites>${xml.join('')}</testsuites>`),
    reasons: new Map(),
  };
}

test('why tests fail, by the first line of what is said', () => {
  const failed = (name: string, message: string, text = '') =>
    `<testcase classname="a" name="${name}"><failure message="${message}">${text}</failure></testcase>`;
  const xml = [
    failed('t', 'KeyError: &quot;x&quot;&#10;more'),
    failed('u', 'AssertionError'),
    failed('v', 'AssertionError'),
    failed('w', 'collection failure', 'a.py:1: in\nE   first\nE   ModuleNotFoundError: &lt;b&gt;').replace(
      '"a"',
      '""',
    ),
    '<testcase classname="a" name="ok"/>',
  ];
  const skipped = '<testcase classname="a" name="s"><skipped message="too old"/></testcase>';
  expect(readReasons(skipped).size).toBe(0);
  expect(readReasons(skipped, true).get('a::s')).toBe('too old');
  expect(describeFailures(readReasons(xml.join('')))).toBe(
    '  a::u and 1 more: AssertionError\n  w: ModuleNotFoundError: <b>\n  a::t: KeyError: "x"\n',
  );
});

test('reasons show no secrets', () => {
  const failed = `<testcase classname="a" name="t"><failure message="401 from https://me:pa55@host/ with ghp_${'a'.repeat(36)}"/></testcase>`;
  expect(readReasons(failed).get('a::t')).toBe('401 from https://me:***@host/ with ghp_***');
});

test('outcomes are read with entities; the worse of two reports counts', () => {
  const outcomes = readOutcomes(
    '<testcase classname="a" name="t[&lt;x&gt;&#10;]"/><testcase classname="a" name="u"/>' +
      '<testcase classname="a" name="u"><error message="teardown"/></testcase><testcase name="s" classname="a"><skipped/></testcase>',
  );
  expect([...outcomes]).toEqual([
    ['a::t[<x>\n]', 'passed'],
    ['a::u', 'failed'],
    ['a::s', 'skipped'],
  ]);
});

test('a moved test file and a parameter that names a module are followed', () => {
  const names = renamedTestId({ moves: MOVES });
  expect(names('test_one.TestA::test')).toContain('tests.test_one.TestA::test');
  expect(names('tests.test_two::test[shop.table]')).toContain(
    'tests.test_two::test[au_sys_shop.core.services.table]',
  );
  expect(names('tests.test_two::plain')).toEqual(['tests.test_two::plain']);
});

test('a test that is made for a module is called after it', () => {
  const names = renamedTestId({ moves: MOVES });
  expect(names('tests.test_two.T::test_made_shop_table_X')).toContain(
    'tests.test_two.T::test_made_au_sys_shop_core_services_table_X',
  );
  expect(names('tests.test_two.T::test_workshop_table')).toEqual(['tests.test_two.T::test_workshop_table']);
});

test('a doctest in a folder that became a package has the name of its module', () => {
  const names = renamedTestId({
    moves: [{ from: 'shop/tests/test_a.py', to: 'src/au_sys_shop/tests/test_a.py', edits: [] }],
  });
  const after = 'src.au_sys_shop.tests.test_a::au_sys_shop.tests.test_a';
  expect(names('shop.tests.test_a::test_a.Table.add')).toContain(`${after}.Table.add`);
  expect(names('shop.tests.test_a::test_a')).toContain(after);
  expect(names('shop.tests.test_a::test_add')).toEqual([
    'shop.tests.test_a::test_add',
    'src.au_sys_shop.tests.test_a::test_add',
    'au_sys_shop.tests.test_a::test_add',
  ]);
});

test('everything that passed passes: PASS, new failures of others do not count', () => {
  const proof = compareSuites(
    'shop',
    suite({ 'test_one::a': '', 'tests.test_two::flaky': '<failure/>' }),
    suite({ 'tests.test_one::a': '', 'tests.test_new::n': '<failure/>' }),
    { moves: MOVES },
  );
  expect(proof).toMatchObject({
    verdict: 'PASS',
    differences: [],
    renamed: [{ before: 'test_one::a', after: 'tests.test_one::a' }],
    before: { counts: { passed: 1, failed: 1, skipped: 0 } },
  });
});

test.each([
  ['lost', {}, 'missing'],
  ['failing', { 'tests.test_two::t': '<failure/>' }, 'failed'],
  ['skipped', { 'tests.test_two::t': '<skipped/>' }, 'skipped'],
])('a test that is %s is a difference', (_name, after: Record<string, string>, outcome) => {
  const proof = compareSuites('shop', suite({ 'tests.test_two::t': '' }), suite(after), { moves: MOVES });
  expect(proof.verdict).toBe('FAIL');
  expect(proof.differences).toMatchObject([{ before: 'tests.test_two::t', outcome }]);
});

test('a parameter that is rewritten code is paired, though others of its test follow from the moves', () => {
  const ids = (...codes: string[]) =>
    suite(Object.fromEntries(codes.map((code) => [`tests.test_two::t[${code}]`, ''])));
  const name = 'au_sys_shop.core.services.table';
  const now = ids('from au_sys_shop.core.services import table', `import ${name}`);
  const before = ids('from shop import table', 'import shop.table');
  expect(compareSuites('shop', before, now, { moves: MOVES }).differences).toEqual([]);
});

test('a parameter is paired, though another one of its test failed before and goes by its new name', () => {
  const failed = '<failure message="x"/>';
  const before = suite({
    'tests.test_two::test_it[long0]': '',
    'tests.test_two::test_it[shop.table]': failed,
  });
  const after = suite({
    'tests.test_two::test_it[docs/a.txt]': '',
    'tests.test_two::test_it[au_sys_shop.core.services.table]': failed,
  });
  expect(compareSuites('shop', before, after, { moves: MOVES })).toMatchObject({
    verdict: 'PASS',
    renamed: [{ before: 'tests.test_two::test_it[long0]', after: 'tests.test_two::test_it[docs/a.txt]' }],
  });
});

test('parameters that hold the time of the run are paired, where none is lost', () => {
  const ids = (at: string) => suite({ [`tests.test_two::t[${at}]`]: '', 'tests.test_two::t[1]': '' });
  expect(compareSuites('shop', ids('12:00'), ids('12:01'), { moves: MOVES })).toMatchObject({
    verdict: 'PASS',
    renamed: [{ before: 'tests.test_two::t[12:00]', after: 'tests.test_two::t[12:01]' }],
  });
  const fewer = suite({ 'tests.test_two::t[1]': '' });
  expect(compareSuites('shop', ids('12:00'), fewer, { moves: MOVES }).verdict).toBe('FAIL');
});

test('a legacy suite that passes nothing proves nothing', () =>
  expect(compareSuites('shop', suite({}), suite({}), { moves: [] })).toMatchObject({
    verdict: 'FAIL',
    problems: [expect.stringContaining('nothing can be proven')],
  }));

describe('modules', () => {
  const moved = { shop: 'au', 'shop.a': 'au.core.a', 'shop.b': 'au.b', 'shop.__main__': 'au.m' };
  const modules = modulesToImport({ modules: moved, splits: [] });
  const before = new Map([
    ['shop', null],
    ['shop.a', null],
    ['shop.b', 'ImportError: no win32'],
  ]);
  test('programs are not imported', () =>
    expect(modules.map(([name]) => name)).toEqual(['shop', 'shop.a', 'shop.b']));
  test('what was taken out of a module is compared with that module', () => {
    const part = { path: '', module: 'shop.a_models', layer: 'core' as const, role: 'model' };
    const split = { source: 'shop/a.py', module: 'shop.a', edits: [], patched: {} };
    const splits = [{ ...split, parts: [{ ...part, definitions: [], pieces: [] }] }];
    expect(modulesToImport({ modules: { 'shop.a_models': 'au.core.a_models' }, splits })).toEqual([
      ['shop.a', 'au.core.a_models'],
    ]);
  });
  test('one that did not import before is listed, one that no longer does is lost', () =>
    expect(
      compareImports(
        modules,
        before,
        new Map([
          ['au.core.a', 'NameError: x'],
          ['au.b', 'ImportError: no win32'],
        ]),
      ),
    ).toEqual({
      checked: 3,
      failedBefore: [{ module: 'shop.b', error: 'ImportError: no win32' }],
      lost: [{ before: 'shop.a', after: 'au.core.a', error: 'NameError: x' }],
    }));
  test('old packages are those that nothing should answer to any more', () => {
    expect(oldPackages([...modules, ['same', 'same']], [])).toEqual(['shop']);
    expect(oldPackages(modules, ['shop'])).toEqual([]);
    expect(oldPackages([['ns.shop', 'au.core.shop']], ['au'])).toEqual(['ns.shop']);
  });
  test('copies that were hidden are named', () => {
    expect(compareImports(modules, before, new Map(), ['shop']).hidden).toEqual(['shop']);
    expect(compareImports(modules, before, new Map())).not.toHaveProperty('hidden');
  });
  test('a lost module is no pass, although every test passes', () => {
    const lost = [{ before: 'shop.a', after: 'au.core.a', error: 'NameError: x' }];
    const passing = suite({ 'tests.test_two::t': '' });
    expect(compare('shop', passing, passing, { moves: [] }, { ...IMPORTED, lost })).toMatchObject({
      verdict: 'FAIL',
      problems: ['1 of 1 modules that imported before do not import now'],
    });
  });
});

test('ids begin at the project, wherever pytest found its settings', () => {
  const paths = new Set(['tests/test_a.py', 'shop/tests/test_in.py']);
  const ids = (...names: string[]) => prefixOfIds(names, 'libs/py/shop', paths);
  expect(ids('libs.py.shop.tests.test_a::test', '::libs.py.shop.tests.test_b')).toBe('libs.py.shop.');
  expect(ids('py.shop.tests.test_a::test')).toBe('py.shop.');
  expect(ids('tests.test_a::test')).toBe('');
  expect(ids('shop.tests.test_a::test', 'tests.test_b::test')).toBe('');
  // Tests in a package that is called like the folder of the project.
  expect(ids('shop.tests.test_in.TestIt::test')).toBe('');
  expect(ids('shop.shop.tests.test_in.TestIt::test')).toBe('shop.');
  const tests = new Map([
    ['libs.shop.tests.test_a::test_shop', 1],
    ['::libs.shop.tests.test_b', 2],
  ]);
  expect([...withoutPrefix(tests, 'libs.shop.')]).toEqual([
    ['tests.test_a::test_shop', 1],
    ['::tests.test_b', 2],
  ]);
  expect([...withoutPrefix(tests, '')]).toEqual([...tests]);
});
