import { moveAll, moved } from '../../testing/moves';
import { extractFacts } from '../../python/facts';
import { rewriteModule } from '../rewrite-module';
import { bytesOf } from './bytes-literal';
import { operationsOf } from './operations';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\nclass Y: ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };

/** What the literals of a module say. */
function said(text: string): number[] | undefined {
  const { strings } = extractFacts({ path: 'x.py', text, codec: 'utf-8', bom: false, encoding: 'utf-8' });
  return bytesOf(text, strings)?.bytes;
}

/** `pickle.dumps` of an object of X that has one of Y, by CPython 3.11; the second with the classes in `new.core.a`. */
const PICKLED = [
  String.raw`b'\x80\x05\x95G\x00\x00\x00\x00\x00\x00\x00\x8c\x05pkg.a\x94\x8c\x01X\x94\x93\x94)\x81\x94}\x94(\x8c\x01y\x94h\x00\x8c\x01Y\x94\x93\x94)\x81\x94\x8c\x01t\x94]\x94(G?\xf8\x00\x00\x00\x00\x00\x00C\x02zz\x94\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00@eub.'`,
  String.raw`b'\x80\x05\x95L\x00\x00\x00\x00\x00\x00\x00\x8c\nnew.core.a\x94\x8c\x01X\x94\x93\x94)\x81\x94}\x94(\x8c\x01y\x94h\x00\x8c\x01Y\x94\x93\x94)\x81\x94\x8c\x01t\x94]\x94(G?\xf8\x00\x00\x00\x00\x00\x00C\x02zz\x94\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00@eub.'`,
];

test('a pickle names the moved modules, with their lengths', () => {
  const parts = (text: string) => `x = (\n    ${text.replace('(G?', "'\n    b'(G?")}\n)\n`;
  const cut = (text: string) =>
    `x = (${text.replace('x05pkg', "x05p'\n    b'kg").replace('95G', "95'\n    b'G")})\n`;
  for (const form of [(text: string) => `x = ${text}\n`, parts, cut]) {
    const now = moved({ ...FILES, 'tests/test_x.py': form(PICKLED[0]) }, MOVES)['tests/test_x.py'];
    expect(said(now)).toEqual(said(PICKLED[1] + '\n'));
    expect(operationsOf(said(now)!)).not.toBeNull();
  }
});

test.each([
  ['not all of a pickle', String.raw`b'\x80\x05\x8c\x05pkg.a\x94\x8c\x01X\x94\x93'`],
  ['raw', `r${PICKLED[0]}`],
  ['data, too', String.raw`b'\x80\x05\x8c\x05pkg.a\x94\x8c\x01X\x94\x93\x94h\x00\x86.'`],
])('a literal that is %s is listed', (_, literal) => {
  const { project, mapping } = moveAll({ ...FILES, 'tests/test_x.py': `x = ${literal}\n` }, MOVES);
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('tests/test_x.py')!);
  expect(edits).toEqual([]);
  expect(review.map(({ rule }) => rule)).toEqual(['PICKLED_NAMES']);
});

test('escapes of bytes', () => {
  expect(said(String.raw`b"\x41\101\n\"\\a" rb'\x'` + '\n')).toEqual([65, 65, 10, 34, 92, 97, 92, 120]);
  expect(said('b"a\\\nb"\n')).toEqual([97, 98]);
  expect(said('b"\\q"\n')).toBeUndefined();
});
