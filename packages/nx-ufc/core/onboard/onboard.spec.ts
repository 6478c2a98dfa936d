import { loadBlueprint, readSchema } from '../../platform/blueprint';
import { schemaErrors } from '../schema/validate';
import { analysisOf } from '../testing/project';
import { CHECKS } from './checks';
import { onboardingChecklist } from './checklist';
import { onboardingReport } from './report';
import { scoreTerms, TERMS } from './score';
import type { OnboardingInput } from './types';

const blueprint = loadBlueprint();

const GOOD = {
  'pyproject.toml':
    '[project]\nname = "shop"\nversion = "1"\ndescription = "x"\nrequires-python = ">=3.9"\nlicense = "MIT"\ndependencies = ["httpx"]\n',
  'README.md': 'x',
  'shop/__init__.py': '"""A shop."""\n',
  'shop/prices.py':
    'import httpx\n\n\ndef price(item: str) -> int:\n    """In cents."""\n    return len(httpx.get(item).text)\n',
  'tests/test_prices.py': 'from shop.prices import price\n\n\ndef test_price():\n    assert price\n',
};

function input(more: Partial<OnboardingInput> = {}, files: Record<string, string> = GOOD): OnboardingInput {
  return {
    name: 'shop',
    source: 'legacy/shop',
    analysis: analysisOf(files, blueprint),
    projects: [{ name: 'shop', root: 'legacy/shop', distribution: 'shop' }],
    tools: [{ tool: 'git', there: true, neededFor: 'a way back' }],
    installed: [],
    ...more,
  };
}
const check = (id: string, of: OnboardingInput) => onboardingReport(of).checks.find((one) => one.id === id)!;
const term = (id: string, files: Record<string, string>) =>
  scoreTerms(analysisOf({ ...GOOD, ...files }, blueprint)).find((one) => one.id === id)!;

test('a good package is ready and says of every term what was counted', () => {
  const report = onboardingReport(input());
  expect(report).toMatchObject({ ready: true, verdict: 'Ready, a good candidate' });
  expect(report.score).toBeGreaterThan(0.9);
  expect(report.checks.map((one) => one.status)).toEqual(CHECKS.map(() => 'ok'));
  expect(schemaErrors(readSchema('onboarding'), report)).toEqual([]);
});

test('the blueprint weighs exactly the terms that there are', () => {
  expect(Object.keys(blueprint.onboarding.weights).sort()).toEqual(Object.keys(TERMS).sort());
});

test('a name that has the prefix already is asked about', () =>
  expect(check('name', input({ name: 'au-sys-shop' }))).toMatchObject({
    status: 'warn',
    remediation: 'Call it shop.',
  }));

describe('names', () => {
  test.each([
    ['MyShop', 'Call it my-shop.'],
    ['my shop', 'Call it my-shop.'],
    ['core', 'Call it core-service.'],
    ['class', 'Call it class-service.'],
    ['2fa', 'Call it fa.'],
  ])('%s is refused, with a name that would do', (name, remediation) => {
    expect(check('name', input({ name }))).toMatchObject({ status: 'fail', remediation });
  });
  test.each([
    [{ name: 'shop', root: 'apps/shop', distribution: null }, 'the project shop in apps/shop'],
    [{ name: 'x', root: 'libs/x', distribution: 'au-sys-shop' }, 'the distribution au-sys-shop of libs/x'],
    [{ name: 'y', root: 'capabilities/shop', distribution: null }, 'the folder capabilities/shop'],
  ])('a project of the workspace that has it is named: %j', (project, detail) => {
    expect(check('workspace-collision', input({ projects: [project] }))).toMatchObject({
      status: 'fail',
      detail: `taken: ${detail}`,
    });
  });
  test('an installed distribution of the new name stops, one of the old name is worth a look', () => {
    const installed = (name: string, module: string) => [{ name, version: '1.0', modules: [module] }];
    expect(check('installed-collision', input({ installed: installed('other', 'au_sys_shop') })).status).toBe(
      'fail',
    );
    expect(check('installed-collision', input({ installed: installed('Au.Sys-Shop', 'z') })).status).toBe(
      'fail',
    );
    expect(check('installed-collision', input({ installed: installed('shop', 'shop') })).status).toBe('warn');
    expect(check('installed-collision', input({ installed: installed('z', 'shops') })).status).toBe('ok');
    expect(check('installed-collision', input({ installed: null })).status).toBe('warn');
  });
});

test('a tool that is missing is said, with what it is for', () => {
  const tools = [{ tool: 'Python', there: false, neededFor: 'tests' }];
  expect(check('prerequisites', input({ tools }))).toMatchObject({
    status: 'warn',
    remediation: 'Install Python for tests.',
  });
});

test('a file that does not parse is named with its place', () => {
  expect(check('syntax', input({}, { ...GOOD, 'shop/b.py': 'x = (\n' })).detail).toContain(
    'legacy/shop/shop/b.py:',
  );
});

describe('terms of the score', () => {
  test('imports that nothing satisfies', () => {
    expect(term('selfContainment', { 'shop/a.py': 'import shop.gone\nimport boto3\n' })).toMatchObject({
      value: 0.67,
      evidence: '2 of 3 modules import only what is there or declared',
    });
  });
  test('what a guard protects does not count', () => {
    expect(
      term('selfContainment', {
        'shop/a.py': 'try:\n    import boto3\nexcept ImportError:\n    boto3 = None\n',
      }).value,
    ).toBe(1);
  });
  test('functions over the limits', () => {
    expect(term('quality', { 'shop/a.py': 'def f(a, b, c, d, e, f): ...\n' }).evidence).toBe(
      '1 of 2 functions within the limits',
    );
  });
  test('dependencies that are used and not declared', () => {
    const found = term('dependencySimplicity', { 'shop/a.py': 'import boto3\n' });
    expect(found).toMatchObject({ value: 0.85, evidence: '1 declared, 1 used and not declared: boto3' });
  });
  test('no test at all', () => expect(term('tests', { 'tests/test_prices.py': '' }).value).toBe(0));
  test('import cycles', () => {
    const files = { 'shop/a.py': 'from shop import b\n', 'shop/b.py': 'from shop import a\n' };
    expect(term('structure', files).evidence).toBe('2 of 4 modules are in no import cycle');
  });
  test('types and docstrings of what is public', () => {
    const files = {
      'shop/a.py':
        'class A:\n    def m(self, x: int) -> int:\n        return x\n\n    def _p(self, y):\n        return y\n\n    @staticmethod\n    def s(x):\n        return x\n',
    };
    expect(term('typing', files).evidence).toBe('2 of 3 public functions are typed');
    expect(term('documentation', files).evidence).toBe('1 of 4 public definitions have a docstring');
  });
  test('metadata that is missing is named', () => {
    expect(
      term('completeness', { 'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n' }).evidence,
    ).toBe('4 of 7 parts of the metadata; missing: description, requires-python, licence');
  });
});

describe('the checklist', () => {
  const report = onboardingReport(input());
  const first = onboardingChecklist(report, null);
  test('a second run changes nothing', () => expect(onboardingChecklist(report, first)).toBe(first));
  test('ticks and notes of people stay, even when a figure changed', () => {
    const edited = first
      .replace('- [ ] The plan was reviewed', '- [x] The plan was reviewed')
      .replace('- [ ] Zero tolerance passes', '- [x] Zero tolerance passes, findings today (12)')
      .concat('\nAsk Kim about the rates.\n');
    const next = onboardingChecklist(report, edited);
    expect(next).toContain('- [x] The plan was reviewed');
    expect(next).toContain('- [x] Zero tolerance passes');
    expect(next.match(/- \[x\]/g)).toHaveLength(2);
    expect(next).toContain('Ask Kim about the rates.');
    expect(onboardingChecklist(report, next)).toBe(next);
  });
  test('hard-coded secrets get a line, and are never shown', () => {
    const files = { ...GOOD, 'shop/a.py': 'password = "hunter2hunter2"\n' };
    const text = onboardingChecklist(onboardingReport(input({}, files)), null);
    expect(text).toContain('settings: 1');
    expect(text).not.toContain('hunter2');
  });
});
