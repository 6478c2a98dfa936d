import { moveAll } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/ctl.py': 'src/new/core/ctl.py' };

function rewritten(text: string) {
  const files = { 'pkg/__init__.py': '', 'pkg/ctl.py': '', 'pkg/b.py': `import os\n${text}` };
  const { project, mapping } = moveAll(files, { ...MOVES, 'pkg/b.py': 'src/new/b.py' });
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  return [edits.length, review.length];
}

test.each([
  ['x = os.path.join(folder, "pkg.ctl")\n', [0, 0]],
  ['x = os.path.join(folder, "pkg.ctl.Name")\n', [0, 0]],
  ['x = folder / "pkg.ctl"\n', [0, 0]],
  ['x = f(y) / "pkg.ctl"\n', [0, 0]],
  ['x = Path("pkg.ctl")\n', [0, 0]],
  ['x = folder / "pkg.ctl"\nself.socket = "pkg.ctl"\n', [0, 1]],
  ['x = folder / "pkg.ctl"\nMODULES = ["pkg.ctl"]\n', [1, 0]],
  ['x = ".".join(["pkg.ctl"])\n', [1, 0]],
  ['x = f(1, "pkg.ctl")\n', [1, 0]],
])('%j', (text, expected) => expect(rewritten(text)).toEqual(expected));
