import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { proposeMap } from './propose';
import { webFolderOwner } from './web-folders';

const blueprint = loadBlueprint();
const FILE = 'app/static/css/a.css';
const owner = (files: Record<string, string>) =>
  webFolderOwner(analysisOf({ 'app/__init__.py': '', [FILE]: '', ...files }, blueprint, 'app').project, FILE);

const FLASK = 'from flask import Flask, Blueprint\nimport os\n';
test.each<[string, Record<string, string>, string | null]>([
  ['the application', { 'app/web.py': `${FLASK}app = Flask(__name__)\n` }, 'app/web.py'],
  [
    'its package, though another module names the file',
    { 'app/__init__.py': `${FLASK}app = Flask(__name__)\n`, 'app/b.py': 'X = "a.css"\n' },
    'app/__init__.py',
  ],
  [
    'an application that is told',
    { 'app/web.py': `${FLASK}F = Flask(__name__, static_folder=os.path.join(HERE, "static"))\n` },
    'app/web.py',
  ],
  [
    'a part that is told',
    { 'app/b.py': `${FLASK}B = Blueprint("b", __name__, static_folder="static/css")\n` },
    'app/b.py',
  ],
  ['no part that is not told', { 'app/b.py': `${FLASK}B = Blueprint("b", __name__)\n` }, null],
  [
    'the module that makes the application of a package',
    { 'app/sub/web.py': `${FLASK}app = Flask("app")\n` },
    'app/sub/web.py',
  ],
  [
    'what serves them by a name that is assigned to',
    {
      'app/web.py':
        'class A:\n  def __init__(self):\n    self.P = join(root or dirname(__file__), "static/css")\n    mount(StaticFiles(directory=self.P))\n',
    },
    'app/web.py',
  ],
  [
    'nothing that serves them from the working folder',
    { 'app/web.py': 'mount(StaticFiles(directory="static/css"))\n' },
    null,
  ],
  ['none elsewhere', { 'app/sub/web.py': `${FLASK}app = Flask(__name__)\n` }, null],
])('static files belong to %s', (_, files, expected) => expect(owner(files)).toBe(expected));

test('templates beside a module that is a package by itself go with it', () => {
  const files = { 'app.py': `${FLASK}app = Flask(__name__)\n`, 'templates/a.html': '', 'other/a.html': '' };
  const { modules } = proposeMap(analysisOf(files, blueprint, 'app'), {
    package: 'au_sys_app',
    derivesMetadata: true,
  });
  expect(Object.fromEntries(modules.map(({ source, target }) => [source, target]))).toEqual({
    'app.py': 'src/au_sys_app/interface/api/app.py',
    'templates/a.html': 'src/au_sys_app/interface/api/templates/a.html',
    'other/a.html': 'other/a.html',
  });
});

test('scripts in the source folder, which is for the one package, lie beside it', () => {
  const files = {
    'src/app/__init__.py': '',
    'src/app/a.py': '',
    'src/manage.py': 'import app.a\n',
    'src/x.txt': '',
  };
  const { modules } = proposeMap(analysisOf(files, blueprint, 'app'), {
    package: 'au_sys_app',
    derivesMetadata: true,
  });
  const targets = Object.fromEntries(modules.map(({ source, target }) => [source, target]));
  expect(targets).toMatchObject({ 'src/manage.py': 'manage.py', 'src/x.txt': 'src/x.txt' });
});
