import { applyEdits } from '../text/edits';
import { moveAll } from '../testing/moves';
import { rewriteOther } from './plan-file';

const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/app.py': 'src/new/interface/app.py',
  'pkg/static/a.svg': 'src/new/interface/static/a.svg',
};

function rewritten(path: string, text: string, moves: Record<string, string> = MOVES) {
  const files = { 'pkg/__init__.py': '', 'pkg/app.py': 'app = 1\nname = 2\n', 'pkg/static/a.svg': '' };
  const { project, mapping } = moveAll({ ...files, [path]: text }, moves);
  const { edits, review } = rewriteOther(
    project,
    mapping,
    project.tree.files.find((file) => file.path === path)!,
  );
  return { text: applyEdits(text, edits), listed: review.map(({ proposal }) => proposal?.after) };
}

test.each([
  ['manifest.yml.j2', 'command: celery -A pkg.app worker\n', 'command: celery -A new.interface.app worker\n'],
  [
    'deploy/web.service.j2',
    'ExecStart={{ pkg.app }}/bin/gunicorn pkg.app:app\n',
    'ExecStart={{ pkg.app }}/bin/gunicorn new.interface.app:app\n',
  ],
  ['local.ini.example', '[app:main]\nx = pkg.app:app\n', '[app:main]\nx = new.interface.app:app\n'],
  ['docker-compose.yml.dist', 'command: uvicorn pkg.app:app\n', 'command: uvicorn new.interface.app:app\n'],
  ['notes.j2', 'see pkg/app.py\n', 'see pkg/app.py\n'],
])('a template of configuration, %s', (path, before, after) =>
  expect(rewritten(path, before).text).toBe(after),
);

test('what a template that ships makes lies elsewhere', () => {
  const path = 'pkg/Dockerfile.j2';
  const text = 'COPY pkg/app.py .\n';
  const moves = { ...MOVES, [path]: 'src/new/Dockerfile.j2' };
  expect(rewritten('pkg/compose.yml.j2', text, { ...MOVES, 'pkg/compose.yml.j2': 'src/new/x.j2' }).text).toBe(
    text,
  );
  expect(rewritten('compose.yml.j2', 'x: ./pkg/app.py\n', moves).text).toBe(
    'x: ./src/new/interface/app.py\n',
  );
});

test.each([
  ['{{ "pkg:static/a.svg"|url }}', '{{ "new:interface/static/a.svg"|url }}'],
  ['{{ "pkg:static/made.js"|url }}', '{{ "new:interface/static/made.js"|url }}'],
  ['{% extends "pkg:gone/a.html" %}', '{% extends "pkg:gone/a.html" %}'],
])('asset specifications in a template: %j', (before, after) =>
  expect(rewritten('pkg/page.html.jinja2', before).text).toBe(after),
);

test('a module that a template names is listed, once where it is imported', () => {
  expect(rewritten('a.mako', '<%namespace name="x" module="pkg.app"/>\n')).toEqual({
    text: '<%namespace name="x" module="pkg.app"/>\n',
    listed: ['new.interface.app'],
  });
  expect(rewritten('a.py.mako', 'from pkg.app import app\n')).toEqual({
    text: 'from new.interface.app import app\n',
    listed: [],
  });
});

test.each([
  ['pkg/map.txt', 'Text\tpkg/static/a.svg\t0\nImage pkg/static/a.svg\n', ['src/new/interface/static/a.svg']],
  ['pkg/map.dat', 'see https://x.org/pkg/static/a.svg, pkg/gone/a.svg\n', []],
  ['notes.txt', 'pkg/static/a.svg\n', []],
  ['pkg/x.po', '#: pkg/static/a.svg:1\n', []],
])('a file that data of the package names: %s', (path, text, expected) =>
  expect(rewritten(path, text, { ...MOVES, [path.replace('notes', 'x')]: `src/new/${path}` }).listed).toEqual(
    expected,
  ),
);
