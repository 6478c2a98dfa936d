import { applyEdits } from '../../text/edits';
import { documentLinks } from './document-links';
import { configReferences } from './index';
import type { MovedNames } from './kind';

const PATHS: Record<string, string> = {
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/data/x.png': 'src/new/data/x.png',
  pkg: 'src/new',
  'run.py': 'src/new/run.py',
};
const names: MovedNames = {
  oldRoots: ['pkg'],
  mapModule: () => null,
  mapPath: (path) => PATHS[path] ?? null,
  mapBelow: (path) => PATHS[path] ?? null,
  knows: () => false,
  packageAt: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'pkg', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};

function found(path: string, text: string) {
  const { edits, doubts } = configReferences(documentLinks, text, names, path);
  return { text: applyEdits(text, edits), doubts: doubts.map(({ before, text: after }) => [before, after]) };
}

test.each([
  [
    'README.md',
    'See [a](pkg/a.py#L1) and ![x](pkg/data/x.png).\n',
    'See [a](src/new/core/a.py#L1) and ![x](src/new/data/x.png).\n',
  ],
  ['docs/x.rst', '.. literalinclude :: ../pkg/a.py\n', '.. literalinclude :: ../src/new/core/a.py\n'],
  [
    'docs/x.md',
    '```{literalinclude} ../pkg/a.py\n:lines: 1-2\n```\n',
    '```{literalinclude} ../src/new/core/a.py\n:lines: 1-2\n```\n',
  ],
  ['docs/x.md', '--8<-- "pkg/a.py:2:3"\n', '--8<-- "src/new/core/a.py:2:3"\n'],
  [
    'docs/x.rst',
    '.. literalinclude:: ../pkg/a.py\n   :lines: 1\n\n.. |x| image:: ../pkg/data/x.png\n\n:download:`a <../pkg/a.py>` `b <../pkg/a.py>`_ :download:`../pkg/a.py`\n\n.. _a: ../pkg/a.py\n\n.. csv-table::\n   :file: ../pkg/data/x.png\n',
    '.. literalinclude:: ../src/new/core/a.py\n   :lines: 1\n\n.. |x| image:: ../src/new/data/x.png\n\n:download:`a <../src/new/core/a.py>` `b <../src/new/core/a.py>`_ :download:`../src/new/core/a.py`\n\n.. _a: ../src/new/core/a.py\n\n.. csv-table::\n   :file: ../src/new/data/x.png\n',
  ],
  [
    'README.md',
    'The [app](pkg/) of [run](run.py#L1), [gone](other) and pkg(pkg).\n',
    'The [app](src/new/) of [run](src/new/run.py#L1), [gone](other) and pkg(pkg).\n',
  ],
  ['docs/x.md', '[app](pkg)\n', '[app](pkg)\n'],
  ['README.rst', '.. image:: pkg/data/x.png\n', '.. image:: src/new/data/x.png\n'],
  ['docs/x.rst', '.. image:: pkg/data/x.png\n', '.. image:: pkg/data/x.png\n'],
  [
    'docs/x.rst',
    ':class:`pkg.a` `text <https://example.org/pkg/a.py>`_\n',
    ':class:`pkg.a` `text <https://example.org/pkg/a.py>`_\n',
  ],
  [
    'docs/x.adoc',
    'include::../pkg/a.py[lines=1]\nlink:../pkg/a.py[a]\n',
    'include::../src/new/core/a.py[lines=1]\nlink:../src/new/core/a.py[a]\n',
  ],
])('%s: %j', (path, before, after) => expect(found(path, before)).toEqual({ text: after, doubts: [] }));

test('a path from the sources of Sphinx is proposed, for only its settings know where they are', () =>
  expect(found('docs/user/x.rst', '.. literalinclude:: /../pkg/a.py\n').doubts).toEqual([
    ['/../pkg/a.py', '/../src/new/core/a.py'],
  ]));
