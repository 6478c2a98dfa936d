import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { planExtraction } from './plan-extraction';

const MONOLITH = {
  'pyproject.toml':
    '[project]\nname = "mono"\nversion = "3.1"\nrequires-python = ">=3.9"\ndependencies = ["requests>=2", "numpy"]\n[dependency-groups]\ndev = ["freezegun", "pytest>=8", "black"]\n',
  LICENSE: 'MIT\n',
  'mono/__init__.py': 'from .shop import Shop\nfrom .other import other\n',
  'mono/shop/__init__.py': 'from .cart import Cart as Shop\n',
  'mono/shop/cart.py':
    'import requests\nfrom ..money import cents\nfrom host.users import User, Role\n\nclass Cart:\n    def load(self):\n        from mono.late import late\n        return open("rates.json")\n',
  'mono/shop/rates.json': '{}',
  'mono/money.py': 'def cents(): ...\n',
  'mono/late.py': 'def late(): ...\n',
  'mono/other.py': 'import numpy\ndef other(): ...\n',
  'tests/__init__.py': '',
  'tests/helpers.py': 'def make(): ...\n',
  'tests/test_cart.py':
    'import freezegun\nfrom mono.shop.cart import Cart\nfrom .helpers import make\nDATA = "tests/data/cart.csv"\n',
  'tests/test_both.py': 'from mono.shop.cart import Cart\nfrom mono.other import other\n',
  'tests/test_facade.py': 'import mono\n',
  'tests/data/cart.csv': 'a,b\n',
  'tests/data/other.csv': 'a,b\n',
};
const plan = (include: string[]) =>
  planExtraction(analysisOf(MONOLITH, loadBlueprint(), 'mono'), 'shop', include);

test('the named code, what it needs, what it opens and what tests it', () => {
  const { extraction } = plan(['mono.shop']);
  expect(Object.fromEntries(extraction.files.map((file) => [file.path, file.reason]))).toEqual({
    LICENSE: 'the licence of the code',
    'mono/late.py': 'needed by mono.shop.cart',
    'mono/money.py': 'needed by mono.shop.cart',
    'mono/shop/__init__.py': 'named',
    'mono/shop/cart.py': 'named',
    'mono/shop/rates.json': 'opened by mono/shop/cart.py',
    'tests/__init__.py': 'stands above tests',
    'tests/data/cart.csv': 'named in a test',
    'tests/helpers.py': 'used by a test',
    'tests/test_cart.py': 'tests extracted code',
  });
  expect(extraction.leftTests).toEqual([
    { path: 'tests/test_both.py', reason: 'tests mono.other' },
    { path: 'tests/test_facade.py', reason: expect.stringMatching(/^tests mono/) as string },
  ]);
  expect(extraction.ports).toEqual([
    { module: 'host.users', names: ['Role', 'User'], places: ['mono/shop/cart.py:3'] },
  ]);
});

test('dependencies are cut to what is used; a package above is made empty', () => {
  const { extraction, texts } = plan(['mono/shop']);
  expect(extraction.dependencies).toEqual(['requests>=2']);
  expect([...texts.keys()].sort()).toEqual(['mono/__init__.py', 'pyproject.toml']);
  expect(texts.get('pyproject.toml')).toMatch(
    /name = "shop"\nversion = "3.1"[^]*requires-python = ">=3.9"\ndependencies = \["requests>=2"\][^]*test = \["freezegun"\][^]*packages = \["mono"\]/,
  );
});

test('a query of the classification selects; what names nothing is an error that says what there is', () => {
  expect(plan(['role:service']).extraction.files.map((file) => file.path)).toContain('mono/shop/cart.py');
  expect(() => plan(['mono.shopp'])).toThrow(/--include mono\.shopp: nothing .* there is mono, mono\.late/);
  expect(() => plan(['role:nope'])).toThrow(/Known: .*role:service/);
});
