import { moveAll } from '../testing/moves';
import { rewriteModule } from './rewrite-module';

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
