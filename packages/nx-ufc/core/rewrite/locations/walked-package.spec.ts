import { moveAll, moved } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
};
const files = (text: string) => ({ 'pkg/__init__.py': '', 'pkg/a.py': '', 'pkg/b.py': text });
const rewritten = (text: string) => moved(files(text), MOVES)['pkg/b.py'] ?? text;
const HEAD = 'import os\nimport pkgutil\n\n';
const UP = 'os.path.dirname(os.path.dirname(__file__))';

test.each([
  [
    'def names():\n    folder = os.path.dirname(__file__)\n    return [name for _, name, _ in pkgutil.walk_packages([folder], prefix="pkg.")]\n',
    `def names():\n    folder = ${UP}\n    return [name for _, name, _ in pkgutil.walk_packages([folder], prefix="new.")]\n`,
  ],
  [
    'N = list(pkgutil.walk_packages([os.path.dirname(__file__)], "pkg."))\n',
    `N = list(pkgutil.walk_packages([${UP}], "new."))\n`,
  ],
])('all modules of the package, by name: %j', (before, after) => {
  expect(rewritten(HEAD + before)).toBe(HEAD + after);
  const { project, mapping } = moveAll(files(HEAD + before), MOVES);
  expect(rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!).review).toEqual([]);
});

test.each([
  'N = list(pkgutil.iter_modules([os.path.dirname(__file__)], "pkg."))\n',
  'N = list(pkgutil.walk_packages([os.path.dirname(__file__)]))\n',
])('modules of one folder are listed: %j', (text) => {
  const { project, mapping } = moveAll(files(HEAD + text), MOVES);
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  expect(review.map(({ rule }) => rule)).toContain('FOLDER_LISTED');
});
