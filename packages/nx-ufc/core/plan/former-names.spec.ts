import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { formerNames } from './former-names';

test.each([
  ['a package', { 'a/__init__.py': '', 'a/b/__init__.py': '' }, ['a']],
  ['a namespace that others share', { 'src/a/b/__init__.py': '', 'src/a/b/c/__init__.py': '' }, ['a.b']],
  ['one deeper', { 'src/a/b/c/__init__.py': '', 'src/a/b/c/d.py': '' }, ['a.b.c']],
  ['one that plugs a module into another', { 'src/a/b/x.py': '' }, ['a.b']],
  ['a folder with modules that only lacks its __init__', { 'a/x.py': '', 'a/b/__init__.py': '' }, ['a']],
])('the former names of %s', (_, files, expected) => {
  const project = buildProjectFacts('a', treeOf({ 'setup.py': '', ...files }));
  expect(formerNames(project, ['a'])).toEqual(expected);
});

test('what was cut out of a host goes by the name of the host, whose other modules are not there', () => {
  const files = {
    '__init__.py': 'from src.shared.storage.a import x\nfrom src.shared.log import y\n',
    'a.py': 'from src.shared.storage.b import x\n',
    'b.py': 'from src.shared.storage.c import x\n',
    'c.py': '',
  };
  const project = buildProjectFacts('storage', treeOf(files), ['storage']);
  expect(project.layout.roots.map(({ name }) => name)).toEqual(['src.shared.storage']);
  expect(formerNames(project, ['src'])).toEqual(['src']);
});
