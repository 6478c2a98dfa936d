import { moveAll } from '../testing/moves';
import { rewriteModule } from './rewrite-module';

const FILES = {
  'pkg/__init__.py': '',
  'pkg/a.py': '',
  'pkg/b.py': '',
  'pkg/sub/__init__.py': '',
  'pkg/sub/c.py': '',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
  'pkg/sub/__init__.py': 'src/new/core/sub/__init__.py',
  'pkg/sub/c.py': 'src/new/core/sub/c.py',
};

function listed(text: string) {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_x.py': text }, MOVES);
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
  return review.filter(({ rule }) => rule === 'FOLDER_LISTED').map(({ line, message }) => [line, message]);
}

test.each([
  'import pkgutil, pkg\nnames = list(pkgutil.iter_modules(pkg.__path__))\n',
  'from werkzeug.utils import find_modules\nnames = find_modules("pkg", include_packages=True)\n',
])('modules of a package that went apart are listed: %j', (text) =>
  expect(listed(text)).toEqual([[2, 'lists the modules of pkg, from which 3 of 3 went elsewhere']]),
);

test.each([
  'import pkgutil, pkg\nnames = list(pkgutil.walk_packages(pkg.__path__, "pkg."))\n',
  'from werkzeug.utils import find_modules\nnames = find_modules("pkg", recursive=True)\n',
  'import pkgutil, pkg.sub\nnames = list(pkgutil.iter_modules(pkg.sub.__path__))\n',
  'from werkzeug.utils import find_modules\nnames = find_modules("other")\n',
])('not so: %j', (text) => expect(listed(text)).toEqual([]));
