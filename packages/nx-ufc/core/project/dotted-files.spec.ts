import { rewriteModule } from '../rewrite/rewrite-module';
import { moveAll } from '../testing/moves';
import { applyEdits } from '../text/edits';
import { packageOfFile } from './module-name';

test.each([
  ['a.b.c', 'a/b/c.py', 'a.b'],
  ['a.b.local.example', 'a/b/local.example.py', 'a.b'],
  ['local.example', 'local.example.py', ''],
  ['c', 'c.pyi', ''],
])('the package of %s in %s', (name, path, expected) => expect(packageOfFile(name, path)).toBe(expected));

test('imports of a file that is no module by its name start from its folder', () => {
  const text = 'from .base import *\nfrom pkg.settings.base import X\n';
  const { project, mapping } = moveAll(
    {
      'pkg/__init__.py': '',
      'pkg/settings/__init__.py': '',
      'pkg/settings/base.py': 'X = 1\n',
      'pkg/settings/local.example.py': text,
    },
    {
      'pkg/__init__.py': 'src/new/__init__.py',
      'pkg/settings/__init__.py': 'src/new/manifest/settings/__init__.py',
      'pkg/settings/base.py': 'src/new/manifest/settings/base.py',
      'pkg/settings/local.example.py': 'src/new/manifest/settings/local.example.py',
    },
  );
  const { edits } = rewriteModule(
    project,
    mapping,
    project.modulesByPath.get('pkg/settings/local.example.py')!,
  );
  expect(applyEdits(text, edits)).toBe('from .base import *\nfrom new.manifest.settings.base import X\n');
});
