import { oldNameUses } from './old-name-uses';

test('imports by an old name, not those of a module that a project has itself', () => {
  const files = {
    'apps/a/main.py': 'import shop.table, os\nfrom shop import Table\nfrom .shop import x\nimport shopping\n',
    'apps/a/notes.md': 'import shop\n',
    'apps/b/shop.py': '',
    'apps/b/main.py': 'import shop\n',
    'capabilities/shop/tests/test_a.py': 'def test():\n    import shop\n',
  };
  const given = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  expect(oldNameUses(given, ['shop'], 'capabilities/shop')).toEqual([
    { path: 'apps/a/main.py', line: 1, column: 1, module: 'shop.table' },
    { path: 'apps/a/main.py', line: 2, column: 1, module: 'shop' },
    { path: 'capabilities/shop/tests/test_a.py', line: 2, column: 5, module: 'shop' },
  ]);
});
