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
