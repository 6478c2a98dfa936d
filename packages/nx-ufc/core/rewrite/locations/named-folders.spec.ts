import { moveAll } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

function review(text: string) {
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': text, 'pkg/data/x.txt': '' };
  const { project, mapping } = moveAll(files, { ...MOVES, 'pkg/data/x.txt': 'src/new/core/data/x.txt' });
  return rewriteModule(project, mapping, project.modulesByPath.get('pkg/a.py')!).review;
}

test.each([
  'import os\nNAME = os.path.basename(os.path.dirname(__file__))\n',
  'from pathlib import Path\nNAME = Path(__file__).parent.name\n',
  'from pathlib import Path\nHERE = Path(__file__).resolve().parent\ndef f():\n    return HERE.name\n',
])('the name of a folder that is called otherwise now: %j', (text) =>
  expect(review(text)).toMatchObject([{ rule: 'FILE_LOCATION', path: 'pkg/a.py' }]),
);

test.each([
  'from pathlib import Path\nNAME = Path(__file__).name\n',
  'from pathlib import Path\nNAME = Path(__file__).stem\n',
  'import os\nNAME = os.path.basename(__file__)\n',
])('the module kept its name: %j', (text) => expect(review(text)).toEqual([]));
