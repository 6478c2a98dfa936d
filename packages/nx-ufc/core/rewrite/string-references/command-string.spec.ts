import { moveAll, moved } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { rewriteModule } from '../rewrite-module';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'app = 1\n', 'pkg/translations/de.po': '' };
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/translations/de.po': 'src/new/translations/de.po',
};

function result(path: string, text: string) {
  const { project, mapping } = moveAll({ ...FILES, [path]: text }, { ...MOVES, 'pkg/b.py': 'src/new/b.py' });
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get(path)!);
  return { text: applyEdits(text, edits), proposed: review.map(({ proposal }) => proposal?.after) };
}

const OS = 'import os\n';
const SUB = 'import subprocess\n';
test.each([
  [
    'pkg/b.py',
    `${OS}os.system("pybabel compile -d pkg/translations")\n`,
    `${OS}os.system("pybabel compile -d src/new/translations")\n`,
    [],
  ],
  [
    'pkg/b.py',
    `${OS}os.system("pybabel init -d pkg/translations -l " + x)\n`,
    `${OS}os.system("pybabel init -d src/new/translations -l " + x)\n`,
    [],
  ],
  [
    'manage.py',
    `${SUB}subprocess.run(["uvicorn", "pkg.a:app", "pkg"])\n`,
    `${SUB}subprocess.run(["uvicorn", "new.core.a:app", "pkg"])\n`,
    [],
  ],
  [
    'tasks.py',
    'def lint(ctx):\n    ctx.run(" ".join(["pylint", "pkg"]))\n',
    'def lint(ctx):\n    ctx.run(" ".join(["pylint", "src/new"]))\n',
    [],
  ],
  [
    'tasks.py',
    'ctx.run("ls pkg/made.py /x/pkg")\n',
    'ctx.run("ls pkg/made.py /x/pkg")\n',
    ['src/new/made.py'],
  ],
  ['pkg/b.py', 'ctx.run("ls pkg/a.py")\n', 'ctx.run("ls pkg/a.py")\n', []],
  [
    'pkg/b.py',
    'x = "pybabel compile -d pkg/translations"\n',
    'x = "pybabel compile -d pkg/translations"\n',
    [],
  ],
])('%s: %j', (path, before, after, proposed) =>
  expect(result(path, before)).toEqual({ text: after, proposed }),
);

test.each([
  ['x = open("pkg/translations/de.po")\n', 'x = open("src/new/translations/de.po")\n'],
  ['Jinja2Templates(directory="pkg/translations")\n', 'Jinja2Templates(directory="src/new/translations")\n'],
  ['render("pkg/translations/de.po")\n', 'render("pkg/translations/de.po")\n'],
])('shipped code reads from the folder that it runs in: %j', (before, after) =>
  expect(result('pkg/b.py', before).text).toBe(after),
);

test.each(['setup.py', 'pyproject.toml'])('where an installed package runs is not known: %s', (packaging) => {
  const text = 'x = open("pkg/translations/de.po")\n';
  const files = { ...FILES, 'pkg/b.py': text, [packaging]: '[project]\nname = "x"\n' };
  expect(moved(files, { ...MOVES, 'pkg/b.py': 'src/new/b.py' })['pkg/b.py']).toBeUndefined();
});

test.each([
  ['from flask import Flask\nFlask("pkg")\n', 'from flask import Flask\nFlask("new")\n'],
  [
    'from flask import Blueprint\nBlueprint("pkg", "pkg")\n',
    'from flask import Blueprint\nBlueprint("pkg", "new")\n',
  ],
  ['def Flask(x): ...\nFlask("pkg")\n', 'def Flask(x): ...\nFlask("pkg")\n'],
])('the name of the package of a web application: %j', (before, after) =>
  expect(result('pkg/b.py', before).text).toBe(after),
);
