import fc from 'fast-check';
import { rewriteOther } from '../../plan/plan-file';
import { moveAll } from '../../testing/moves';
import { applyEdits } from '../../text/edits';
import { withoutMagics } from './magics';

const PACKAGE = {
  'pkg/__init__.py': '',
  'pkg/a.py': 'X = 1\n',
  'pkg/b.py': 'def f(): pass\n',
};
const MOVES = {
  'pkg/__init__.py': 'src/new/__init__.py',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/interface/b.py',
};

type Cell = string | { markdown: string };

/** A notebook as Jupyter writes it: a list of lines for each cell, with what the last run gave. */
function notebook(cells: readonly Cell[], metadata: object = {}): string {
  const lines = (text: string) => text.split(/(?<=\n)/).filter((line) => line !== '');
  const made = cells.map((cell) =>
    typeof cell === 'string'
      ? {
          cell_type: 'code',
          execution_count: 1,
          metadata: {},
          outputs: [{ name: 'stdout', output_type: 'stream', text: ['pkg.a.X\n'] }],
          source: lines(cell),
        }
      : { cell_type: 'markdown', metadata: {}, source: lines(cell.markdown) },
  );
  return `${JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function rewriting(text: string, { path = 'notebooks/x.ipynb', off = [] as string[] } = {}) {
  const { project, mapping } = moveAll({ ...PACKAGE, [path]: text }, MOVES, off);
  const file = project.tree.files.find((one) => one.path === path)!;
  const { edits, review } = rewriteOther(project, mapping, file);
  return { text: applyEdits(text, edits), edits, review };
}

const rewritten = (...cells: Cell[]) => {
  const { cells: made } = JSON.parse(rewriting(notebook(cells)).text) as { cells: { source: string[] }[] };
  return made.map(({ source }) => source.join(''));
};

test('the cells are one program: what one imports the next ones use', () => {
  expect(rewritten('import pkg.a\nfrom pkg.b import f\n', 'print(pkg.a.X, "pkg")\n')).toEqual([
    'import new.core.a\nfrom new.interface.b import f\n',
    'print(new.core.a.X, "pkg")\n',
  ]);
});

test('nothing but the code changes, what the last run gave least of all', () => {
  const text = notebook(['import pkg.a\n', { markdown: 'Text.\n' }]);
  expect(rewriting(text).text).toBe(text.replace('import pkg.a', 'import new.core.a'));
});

test('what only IPython understands does not hide the rest', () => {
  expect(
    rewritten(
      '%matplotlib inline\n!pip install \\\n  x\nfiles = !ls\npkg?\nimport pkg.a\nif files:\n    %time pkg.a.X\n',
      '%%time\nfrom pkg.a import X\n',
      '%%bash\nimport pkg.a\n',
    ),
  ).toEqual([
    '%matplotlib inline\n!pip install \\\n  x\nfiles = !ls\npkg?\nimport new.core.a\nif files:\n    %time new.core.a.X\n',
    '%%time\nfrom new.core.a import X\n',
    '%%bash\nimport pkg.a\n',
  ]);
});

test('modules that magics and commands name', () => {
  expect(rewritten('%load_ext pkg.a\n%aimport pkg.b\n%run -m pkg.b\n!python -m pkg.a --x\n')).toEqual([
    '%load_ext new.core.a\n%aimport new.interface.b\n%run -m new.interface.b\n!python -m new.core.a --x\n',
  ]);
});

test('a program that a cell writes, and one that does not parse', () => {
  expect(rewritten('%%writefile x.py\nfrom pkg.a import X\n', 'print "x"\nimport pkg.a\n')).toEqual([
    '%%writefile x.py\nfrom new.core.a import X\n',
    'print "x"\nimport new.core.a\n',
  ]);
});

test('prose is a document', () => {
  expect(rewritten({ markdown: '# Use\n\nSee `pkg.a.X`.\n' })).toEqual(['# Use\n\nSee `new.core.a.X`.\n']);
});

test('names in texts, behind escapes', () => {
  expect(
    rewritten('print("\\t\\u00e9 \\"é\\"\\n")\nimport importlib\nm = importlib.import_module("pkg.a")\n'),
  ).toEqual([
    'print("\\t\\u00e9 \\"é\\"\\n")\nimport importlib\nm = importlib.import_module("new.core.a")\n',
  ]);
});

test('the folder of the project on sys.path', () => {
  expect(rewritten('import sys\nsys.path.append("..")\nfrom pkg.a import X\n')).toEqual([
    'import sys\nsys.path.append("../src")\nsys.path.append("..")\nfrom new.core.a import X\n',
  ]);
  expect(
    rewritten(
      'import os, sys\nsys.path.insert(0, os.path.abspath("../"))\nsys.path.insert(0, "data")\nimport pkg\n',
    ),
  ).toEqual([
    'import os, sys\nsys.path.insert(0, os.path.abspath("../"))\nsys.path.insert(0, os.path.abspath("../") + "/src")\nsys.path.insert(0, "data")\nimport new\n',
  ]);
});

test('a notebook of another language, and a file that is none', () => {
  const other = notebook(['from pkg.a import X\n'], { kernelspec: { language: 'R', name: 'ir' } });
  expect(rewriting(other).edits).toEqual([]);
  expect(rewriting('{"cells": [ pkg.a').edits).toEqual([]);
});

test('cells of the third format', () => {
  const text = JSON.stringify({
    nbformat: 3,
    metadata: {},
    worksheets: [{ cells: [{ cell_type: 'code', language: 'python', input: 'import pkg.a' }] }],
  });
  expect(rewriting(text).text).toBe(text.replace('pkg.a', 'new.core.a'));
});

test('an edit over several lines', () => {
  expect(rewritten('from pkg import (\n  a,\n  b,\n)\nfrom pkg import a, a as q, \\\n  b\n')).toEqual([
    'from new.interface import b\nfrom new.core import (\n  a,\n)\nfrom new.interface import b\nfrom new.core import a, a as q\n',
  ]);
});

test('the kind is switched off', () => {
  const { edits, review } = rewriting(notebook(['import pkg.a\n']), { off: ['notebook'] });
  expect(edits).toEqual([]);
  expect(review.map(({ rule, line, column }) => [rule, line, column])).toEqual([['REFERENCE_OFF', 17, 13]]);
});

test('code without magics keeps its length, and its lines', () => {
  const line = fc.oneof(
    fc.constantFrom('%time f(x)', '!ls \\', 'x = !ls', 'f?', '  %timeit -n 10 -r 3 f(x)', '%', '!', '%%time'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const code = lines.join('\n');
      const plain = withoutMagics(code);
      expect(plain.split('\n').map(({ length }) => length)).toEqual(
        code.split('\n').map(({ length }) => length),
      );
    }),
  );
});

test('a notebook stays JSON, and only its sources change', () => {
  const cell = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'import pkg.a',
          'from pkg.b import f',
          'pkg.a.X',
          '%time pkg.a.X',
          'x = "pkg.b"',
          'def g():',
          '    import pkg.a as q',
        ),
        fc.string(),
      ),
    )
    .map((lines) => lines.join('\n'));
  const bare = (text: string) =>
    JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'source' ? null : value));
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          cell,
          cell.map((markdown) => ({ markdown })),
        ),
      ),
      (cells) => {
        const text = notebook(cells);
        expect(bare(rewriting(text).text)).toBe(bare(text));
      },
    ),
  );
});
