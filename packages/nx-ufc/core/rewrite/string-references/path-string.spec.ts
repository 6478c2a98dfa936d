import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'docs/x.md': '' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

function result(text: string) {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_a.py': text }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_a.py')!);
  return { text: applyEdits(text, edits), rules: review.map(({ rule }) => rule) };
}

test.each([
  ['call(["pkg/", "--x"])\n', 'call(["src/new/", "--x"])\n', []],
  ['call(["./pkg/*.py", "docs/"])\n', 'call(["./src/new/*.py", "docs/"])\n', []],
  ['listdir("pkg/")\n', 'listdir("src/new/")\n', []],
  ['loader.discover("./pkg/")\n', 'loader.discover("./src/new/")\n', []],
  ['coverage.Coverage(include="pkg/*")\n', 'coverage.Coverage(include="src/new/*")\n', []],
  ['x = "pkg/"\n', 'x = "pkg/"\n', ['PATH_REFERENCE']],
  [
    'chdir("../pkg")\nopen("../pkg/a.py")\n',
    'chdir("../pkg")\nopen("../pkg/a.py")\n',
    ['PATH_REFERENCE', 'PATH_REFERENCE'],
  ],
  ['open("../docs/x.md")\nopen("../gone")\n', 'open("../docs/x.md")\nopen("../gone")\n', []],
  ['call(["pkg", "gone/"])\n', 'call(["pkg", "gone/"])\n', []],
])('%j', (before, after, rules) => expect(result(before)).toEqual({ text: after, rules }));
