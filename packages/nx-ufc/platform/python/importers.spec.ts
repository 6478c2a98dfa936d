import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importersOf } from './importers';

test('packages that import a name: inside of functions too, not in texts, not the package itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ufc-importers-'));
  const files = {
    'plugin/deep/a.py': 'def f():\n    from shop.table import Table\n',
    'single.py': 'try:\n    import shop\nexcept ImportError:\n    shop = None\n',
    'talker/a.py': '"""import shop"""\nimport shopping\nfrom . import shop\n',
    'broken/a.py': 'import shop (\n',
    'shop/a.py': 'import shop\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(importersOf(folder, 'shop')).toEqual(['plugin', 'single']);
  rmSync(folder, { recursive: true });
});
