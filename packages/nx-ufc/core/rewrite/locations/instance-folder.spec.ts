import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/web.py': 'src/new/interface/web.py' };

function after(path: string, text: string, more: Record<string, string> = {}) {
  const { project, mapping } = moveAll(
    { 'pkg/__init__.py': '', 'pkg/web.py': '', ...more, [path]: text },
    MOVES,
  );
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get(path)!);
  return { text: applyEdits(text, edits), review: review.map(({ line, message }) => [line, message]) };
}

test.each([
  [
    'pkg/__init__.py',
    'import os\nfrom flask import Flask\napp = Flask(__name__, instance_relative_config=True)\n',
    '__name__, instance_path=os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "instance")), instance_relative_config=True)',
  ],
  [
    'pkg/web.py',
    'from pathlib import Path\nfrom flask import Flask\napp = Flask(\n    __name__,\n)\nprint(app.instance_path)\n',
    '(\n    __name__, instance_path=str(Path(__file__).resolve().parents[3] / "instance"),\n)',
  ],
])('an application goes on to use the folder of the project: %s', (path, text, expected) => {
  const found = after(path, text);
  expect(found.text).toContain(expected);
  expect(found.review).toEqual([]);
  expect(after(path, found.text).text).toBe(found.text);
});

test('what is in the folder shows that it is used', () =>
  expect(
    after('pkg/web.py', 'import os\napp = Flask(__name__)\n', { 'instance/local.cfg': '' }).text,
  ).toContain('instance_path='));

test.each([
  ['import os\napp = Flask(__name__)\n', {}],
  ['import os\napp = Flask("other", instance_relative_config=True)\n', {}],
  ['import os\napp = Flask(__name__, instance_relative_config=True, instance_path="/srv")\n', {}],
])('others are left alone: %j', (text, more) =>
  expect(after('pkg/web.py', text, more)).toEqual({ text, review: [] }),
);

test('what a project that is installed wants is listed', () => {
  const text = 'import os\napp = Flask(__name__, instance_relative_config=True)\n';
  const found = after('pkg/web.py', text, { 'setup.py': '' });
  expect(found.text).toBe(text);
  expect(found.review).toEqual([[2, expect.stringContaining('src/instance, where it was instance')]]);
});

const APP = 'from flask import Flask\napp = Flask(__name__)\n';
const listed = (files: Record<string, string>, from = 'pkg') => {
  const path = `${from}/__init__.py`;
  const { project, mapping } = moveAll(files, { [path]: 'src/new/__init__.py' });
  const { review } = rewriteModule(project, mapping, project.modulesByPath.get(path)!);
  return review.map(({ rule, line, message }) => `${line} ${rule} ${message}`);
};

test.each<[string, Record<string, string>]>([
  ['there is one', { 'pkg/__init__.py': APP, 'instance/app.db': '' }],
  ['a module asks for it', { 'pkg/__init__.py': APP, 'pkg/db.py': 'def f(app): return app.instance_path\n' }],
  ['a database lies in it', { 'pkg/__init__.py': APP, 'pkg/config.py': 'DB = "sqlite:///app.db"\n' }],
  [
    'settings are read there',
    { 'pkg/__init__.py': APP.replace('__name__', '__name__, instance_relative_config=True') },
  ],
])('the instance folder of Flask lies beside the package: %s', (_, files) =>
  expect(listed(files)).toEqual([
    '2 INSTANCE_FOLDER Flask looks for the instance folder beside the package: in src/instance, where it was instance; give instance_path, or move what is in the folder',
  ]),
);

test.each<[string, Record<string, string>]>([
  ['nothing uses it', { 'pkg/__init__.py': APP }],
  [
    'databases elsewhere',
    { 'pkg/__init__.py': APP, 'pkg/c.py': 'A = "sqlite:////x.db"\nB = "sqlite:///:memory:"\n' },
  ],
  [
    'it is told',
    { 'pkg/__init__.py': APP.replace('__name__', '__name__, instance_path=F'), 'instance/x': '' },
  ],
])('nothing is listed where %s', (_, files) => expect(listed(files)).toEqual([]));

test('the folder of a package that lay below src stays', () =>
  expect(
    listed(
      {
        'src/pkg/__init__.py': APP,
        'src/instance/app.db': '',
        'pyproject.toml': '[project]\nname = "pkg"\n',
      },
      'src/pkg',
    ),
  ).toEqual([]));
