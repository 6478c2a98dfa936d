import { loadBlueprint, readTemplates } from '../../../platform/blueprint';
import { capabilityNames } from '../../blueprint/naming';
import { planOfProposal } from '../../testing/plan';
import { analysisOf } from '../../testing/project';
import { applyEdits } from '../../text/edits';
import { lexCython } from './lexed';

const blueprint = loadBlueprint();
const names = capabilityNames('sample', blueprint);

const PACKAGE = {
  'sample/__init__.py': '',
  'sample/errors.py': 'class Wrong(Exception): ...\n',
  'sample/models.py':
    'from dataclasses import dataclass\n\n@dataclass\nclass Row:\n    id: int = 1\n\n@dataclass\nclass Rows:\n    id: int = 1\n',
  'sample/models.pxd': 'cdef class Row:\n    pass\n',
  'sample/sub/__init__.py': '',
  'sample/sub/tools.py': 'def f(): ...\n',
  'sample/sub/_deep.pxd': '',
  'sample/_shared.pxi': '',
  'sample/lib/fast.h': '',
};

/** What a source becomes, with the lines that are listed; new names of modules are written `<old>`. */
function migrated(path: string, text: string) {
  const analysis = analysisOf({ ...PACKAGE, [path]: text }, blueprint);
  const plan = planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));
  const file = plan.files.find(({ source }) => source === path)!;
  const listed = plan.review.filter(({ rule }) => rule === 'COMPILED_SOURCE').map(({ line }) => line);
  const relative = (module: string) => plan.modules[module].replace(/^au_sys_sample\.?/, '');
  return { text: applyEdits(text, file.edits), listed, relative, plan, target: file.target };
}

test.each([
  [
    'from sample.errors import Wrong\n',
    (to: (m: string) => string) => `from au_sys_sample.${to('sample.errors')} import Wrong\n`,
  ],
  ['from .errors import Wrong\n', (to) => `from .${to('sample.errors')} import Wrong\n`],
  [
    'from .errors import (  # why\n    Wrong,\n    Other as O\n)\n',
    (to) => `from .${to('sample.errors')} import (  # why\n    Wrong,\n    Other as O\n)\n`,
  ],
  ['from .models cimport Row\n', (to) => `from .${to('sample.models')} cimport Row\n`],
  [
    'from sample.sub._deep cimport x as y\n',
    (to) => `from au_sys_sample.${to('sample.sub')}._deep cimport x as y\n`,
  ],
  ['cimport sample.models as m\n', (to) => `cimport au_sys_sample.${to('sample.models')} as m\n`],
  [
    'cdef f():\n    from .errors import Wrong\n',
    (to) => `cdef f():\n    from .${to('sample.errors')} import Wrong\n`,
  ],
  ['import sample\nx = sample.__file__\n', () => 'import au_sys_sample as sample\nx = sample.__file__\n'],
  [
    'import sample\nx = sample._fast.f() # sample.errors\n"""\nsample.errors"""\n',
    () => 'import au_sys_sample as sample\nx = sample._fast.f() # sample.errors\n"""\nsample.errors"""\n',
  ],
  [
    'def f():\n    """\n    >>> from sample.errors import Wrong\n    """\n',
    (to) => `def f():\n    """\n    >>> from au_sys_sample.${to('sample.errors')} import Wrong\n    """\n`,
  ],
  ['x = "sample.errors.Wrong"\n', (to) => `x = "au_sys_sample.${to('sample.errors')}.Wrong"\n`],
  [
    '# distutils: sources = sample/lib/fast.h a.c\n',
    () => '# distutils: sources = src/au_sys_sample/lib/fast.h a.c\n',
  ],
  [
    'cdef extern from "sample/lib/fast.h":\n    int f()\n',
    () => 'cdef extern from "lib/fast.h":\n    int f()\n',
  ],
] as [string, (to: (module: string) => string) => string][])('%j follows', (text, expected) => {
  const found = migrated('sample/_fast.pyx', text);
  expect(found.text).toBe(expected(found.relative));
  expect(found.listed).toEqual([]);
});

test('names that went to several places get a statement each, and cimport stays cimport', () => {
  const found = migrated('sample/_fast.pyx', '  from sample cimport models, _other\n');
  const [folder, leaf] = [found.relative('sample.models').replace(/\.?\w+$/, ''), 'models'];
  expect(found.text.split('\n').sort()).toEqual(
    ['', `  from au_sys_sample cimport _other`, `  from au_sys_sample.${folder} cimport ${leaf}`].sort(),
  );
});

test.each([
  ['text = """\nfrom sample.errors import Wrong\n"""\n'],
  ['# from sample.errors import Wrong\n'],
  ['from libc.math cimport sin\nimport samples\ncimport cython\n'],
  ['include "_shared.pxi"\ncdef int f() except? -1:\n    return <int>x + 1UL\n'],
])('%j stays as it is', (text) => {
  expect(migrated('sample/_fast.pyx', text)).toMatchObject({ text, listed: [] });
});

test.each([
  ['\nimport sample.errors\n', 2],
  ['cimport sample.models\n', 1],
  ['import sample\nsample.errors.f()\n', 1],
  ['try: from .errors import Wrong\nexcept E: pass\nx = 1; import sample.errors\n', 1],
  ['x = ("sample"\n', 1],
])('%j is listed', (text, line) => {
  expect(migrated('sample/_fast.pyx', text)).toMatchObject({ text, listed: [line] });
});

test('a source outside of a package has no relative imports', () => {
  expect(migrated('sample/lib/_x.pyx', 'from .errors import Wrong\n').listed).toEqual([1]);
});

test('what Cython compiles a module with lies beside it', () => {
  const { plan } = migrated('sample/_fast.pyx', '');
  const target = (path: string) => plan.files.find(({ source }) => source === path)!.target;
  expect(target('sample/models.pxd')).toBe(target('sample/models.py').replace(/py$/, 'pxd'));
});

test('a source of Cython is a module to whoever names it', () => {
  const text =
    'T = {}\nT["sample.sub._made"] = 1\nimport_module("sample.sub._made")\nf("sample.sub._other")\n';
  const files = { ...PACKAGE, 'sample/sub/_made.pyx': '', 'tests/test_a.py': text };
  const plan = planOfProposal(analysisOf(files, blueprint), names, readTemplates(blueprint.id, 'manifest'));
  const { edits } = plan.files.find(({ source }) => source === 'tests/test_a.py')!;
  const sub = plan.modules['sample.sub'];
  expect(applyEdits(text, edits)).toBe(text.replaceAll('sample.sub._made', `${sub}._made`));
});

test('logical lines, comments and literals', () => {
  const lines = ['a = f(1,\n  "x") # c', "b = '\\'' \\\n  + r\"\\\\\"", '"""\nz"""'];
  const text = `${lines[0]}\r\n${lines[1]}\n\n  ${lines[2]}\n`;
  const of = (spans: { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  const lexed = lexCython(text)!;
  expect(of(lexed.lines)).toEqual(lines);
  expect(of(lexed.comments)).toEqual(['# c']);
  expect(of(lexed.literals)).toEqual(['x', "\\'", '\\\\']);
  expect(['x = "', 'x = )', 'x = """ "', 'x = ('].map(lexCython)).toEqual([null, null, null, null]);
});
