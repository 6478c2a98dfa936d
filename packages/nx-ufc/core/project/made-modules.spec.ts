import { treeOf } from '../testing/project';
import { buildProjectFacts } from './project-facts';
import { resolveImport } from './resolve';

const SIX = 'import sys\n__path__ = []\nclass _Importer: ...\nsys.meta_path.append(_Importer())\n';

test.each([
  ['below a file that changes the table of modules', 'pkg/six.py', SIX, 'internal pkg.six'],
  ['below a package with a finder of its own', 'pkg/six/__init__.py', SIX, 'internal pkg.six'],
  ['below a file with a path', 'pkg/six.py', '__path__ = []\n', 'internal pkg.six'],
  ['below an ordinary file', 'pkg/six.py', 'import sys\nsys.path\n', 'missing pkg.six.moves.urllib'],
  [
    'below a package that looks something up',
    'pkg/six/__init__.py',
    'import sys\nsys.modules["x"]\n',
    'missing pkg.six.moves.urllib',
  ],
])('modules that are made at run time: %s', (_, path, text, expected) => {
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': 'from pkg.six.moves.urllib import x\n', [path]: text };
  const project = buildProjectFacts('pkg', treeOf(files));
  const [fact] = project.facts.get('pkg/a.py')!.imports;
  const { kind, module } = resolveImport(project, project.modules.get('pkg.a')!, fact, fact.names[0]);
  expect(`${kind} ${module}`).toBe(expected);
});
