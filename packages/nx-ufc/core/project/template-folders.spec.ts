import { wholeFolderOf } from '../classify/whole-folders';
import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { proposeMap } from '../plan/propose';
import { modulesOfBareFolders } from './bare-folders';
import { templateFolderOf, templateFolders } from './template-folders';

test.each([
  [['pkg/templates/project/{{ x.name }}/tests/test_a.py', 'pkg/templates/other/a.py'], ['pkg/templates']],
  [['pkg/cli/new/{{name}}/a.py', 'pkg/cli/new/hooks/b.py', 'pkg/cli/c.py'], ['pkg/cli/new']],
  [
    ['pkg/new/test_{{ name }}.py', 'pkg/more/[[ name ]]/a.py'],
    ['pkg/new', 'pkg/more'],
  ],
  [
    ['pkg/templates/project/module/a.py.tmpl', 'pkg/conf/app_template/b.py-tpl'],
    ['pkg/templates', 'pkg/conf/app_template'],
  ],
  [['pkg/views/a.py.tmpl', 'pkg/templates/a.html.j2', 'pkg/templates/x.py'], []],
  [['{{cookiecutter.name}}/tests/test_a.py', 'pkg/templates/a.html', 'pkg/{x}.py'], []],
])('%j', (paths, folders) => expect(templateFolders(paths)).toEqual(folders));

const files = {
  'pkg/__init__.py': '',
  'pkg/a.py': 'import click\n@click.command()\ndef main(): ...\n',
  'pkg/templates/project/cookiecutter.json': '{}',
  'pkg/templates/project/hooks/post.py': 'def f(): ...\n',
  'pkg/templates/project/{{ x }}/__main__.py': 'import argparse\nargparse.ArgumentParser()\n',
  'pkg/templates/project/{{ x }}/docs/conf.py': '{% if x %}\n',
  'pkg/templates/project/{{ x }}/tests/test_a.py': 'def test_a(): ...\n',
  'pkg/tests/test_b.py': 'def test_b(): ...\n',
};
const analysis = analysisOf(files, loadBlueprint(), 'pkg');
const inside = Object.keys(files).filter((path) => path.includes('templates'));

test('what a template holds moves as a whole, tests and all', () => {
  const { project } = analysis;
  expect(project.layout.tests).toEqual(['pkg/tests']);
  expect(inside.map((path) => templateFolderOf(project, path))).toEqual(inside.map(() => 'pkg/templates'));
  expect(templateFolderOf(project, 'pkg/a.py')).toBeNull();
  expect(wholeFolderOf(project, inside[0])).toMatchObject({ kind: 'template', package: 'pkg.templates' });
  const { modules } = proposeMap(analysis, { package: 'new' } as Parameters<typeof proposeMap>[1]);
  const targets = modules.filter(({ source }) => inside.includes(source)).map(({ target }) => target);
  const homes = targets.map((target) => target!.slice(0, target!.indexOf('/templates/')));
  expect([...new Set(homes)]).toHaveLength(1);
  expect(targets.map((target, i) => target!.endsWith(inside[i].slice('pkg'.length)))).not.toContain(false);
});

test('what its modules do tells nothing of where it belongs', () =>
  expect(analysis.classifications.get('pkg/templates/project/{{ x }}/__main__.py')).toMatchObject({
    layer: 'core',
    role: 'util',
  }));

test('no __init__ is made in it', () =>
  expect([...modulesOfBareFolders(analysis.project)].sort()).toEqual(
    inside.filter((path) => path.endsWith('.py') && !path.includes('docs')),
  ));
