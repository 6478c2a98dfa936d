import { moveAll, moved } from '../../testing/moves';
import { applied, pickleEdits } from './pickle-edits';
import { rewritePickle } from './pickle-file';

const FILES = { 'pkg/__init__.py': '', 'pkg/a.py': 'class X: ...\nclass Y(list): ...\ndef f(): ...\n' };
const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const { project, mapping } = moveAll(FILES, MOVES);

/**
 * `pickle.dumps` by CPython 3.11 of an X whose y is `[Y([1, 2.5]), Y(), X, f, {"k": b"zz"}]`, in base64, by protocol: the classes in `pkg.a`,
 * and in `new.core.a`.
 */
const PICKLED: [protocol: number, before: string, after: string][] = [
  [
    0,
    'Y2NvcHlfcmVnCl9yZWNvbnN0cnVjdG9yCnAwCihjcGtnLmEKWApwMQpjX19idWlsdGluX18Kb2JqZWN0CnAyCk50cDMKUnA0CihkcDUKVnkKcDYKKGxwNwpnMAooY3BrZy5hClkKcDgKY19fYnVpbHRpbl9fCmxpc3QKcDkKKGxwMTAKSTEKYUYyLjUKYXRwMTEKUnAxMgphZzAKKGc4Cmc5CihscDEzCnRwMTQKUnAxNQphZzEKYWNwa2cuYQpmCnAxNgphKGRwMTcKVmsKcDE4CmNfY29kZWNzCmVuY29kZQpwMTkKKFZ6egpwMjAKVmxhdGluMQpwMjEKdHAyMgpScDIzCnNhc2Iu',
    'Y2NvcHlfcmVnCl9yZWNvbnN0cnVjdG9yCnAwCihjbmV3LmNvcmUuYQpYCnAxCmNfX2J1aWx0aW5fXwpvYmplY3QKcDIKTnRwMwpScDQKKGRwNQpWeQpwNgoobHA3CmcwCihjbmV3LmNvcmUuYQpZCnA4CmNfX2J1aWx0aW5fXwpsaXN0CnA5CihscDEwCkkxCmFGMi41CmF0cDExClJwMTIKYWcwCihnOApnOQoobHAxMwp0cDE0ClJwMTUKYWcxCmFjbmV3LmNvcmUuYQpmCnAxNgphKGRwMTcKVmsKcDE4CmNfY29kZWNzCmVuY29kZQpwMTkKKFZ6egpwMjAKVmxhdGluMQpwMjEKdHAyMgpScDIzCnNhc2Iu',
  ],
  [
    1,
    'Y2NvcHlfcmVnCl9yZWNvbnN0cnVjdG9yCnEAKGNwa2cuYQpYCnEBY19fYnVpbHRpbl9fCm9iamVjdApxAk50cQNScQR9cQVYAQAAAHlxBl1xByhoAChjcGtnLmEKWQpxCGNfX2J1aWx0aW5fXwpsaXN0CnEJXXEKKEsBR0AEAAAAAAAAZXRxC1JxDGgAKGgIaAldcQ10cQ5ScQ9oAWNwa2cuYQpmCnEQfXERWAEAAABrcRJjX2NvZGVjcwplbmNvZGUKcRMoWAIAAAB6enEUWAYAAABsYXRpbjFxFXRxFlJxF3Nlc2Iu',
    'Y2NvcHlfcmVnCl9yZWNvbnN0cnVjdG9yCnEAKGNuZXcuY29yZS5hClgKcQFjX19idWlsdGluX18Kb2JqZWN0CnECTnRxA1JxBH1xBVgBAAAAeXEGXXEHKGgAKGNuZXcuY29yZS5hClkKcQhjX19idWlsdGluX18KbGlzdApxCV1xCihLAUdABAAAAAAAAGV0cQtScQxoAChoCGgJXXENdHEOUnEPaAFjbmV3LmNvcmUuYQpmCnEQfXERWAEAAABrcRJjX2NvZGVjcwplbmNvZGUKcRMoWAIAAAB6enEUWAYAAABsYXRpbjFxFXRxFlJxF3Nlc2Iu',
  ],
  [
    2,
    'gAJjcGtnLmEKWApxACmBcQF9cQJYAQAAAHlxA11xBChjcGtnLmEKWQpxBSmBcQYoSwFHQAQAAAAAAABlaAUpgXEHaABjcGtnLmEKZgpxCH1xCVgBAAAAa3EKY19jb2RlY3MKZW5jb2RlCnELWAIAAAB6enEMWAYAAABsYXRpbjFxDYZxDlJxD3Nlc2Iu',
    'gAJjbmV3LmNvcmUuYQpYCnEAKYFxAX1xAlgBAAAAeXEDXXEEKGNuZXcuY29yZS5hClkKcQUpgXEGKEsBR0AEAAAAAAAAZWgFKYFxB2gAY25ldy5jb3JlLmEKZgpxCH1xCVgBAAAAa3EKY19jb2RlY3MKZW5jb2RlCnELWAIAAAB6enEMWAYAAABsYXRpbjFxDYZxDlJxD3Nlc2Iu',
  ],
  [
    3,
    'gANjcGtnLmEKWApxACmBcQF9cQJYAQAAAHlxA11xBChjcGtnLmEKWQpxBSmBcQYoSwFHQAQAAAAAAABlaAUpgXEHaABjcGtnLmEKZgpxCH1xCVgBAAAAa3EKQwJ6enELc2VzYi4=',
    'gANjbmV3LmNvcmUuYQpYCnEAKYFxAX1xAlgBAAAAeXEDXXEEKGNuZXcuY29yZS5hClkKcQUpgXEGKEsBR0AEAAAAAAAAZWgFKYFxB2gAY25ldy5jb3JlLmEKZgpxCH1xCVgBAAAAa3EKQwJ6enELc2VzYi4=',
  ],
  [
    4,
    'gASVUQAAAAAAAACMBXBrZy5hlIwBWJSTlCmBlH2UjAF5lF2UKGgAjAFZlJOUKYGUKEsBR0AEAAAAAAAAZWgIKYGUaAJoAIwBZpSTlH2UjAFrlEMCenqUc2VzYi4=',
    'gASVVgAAAAAAAACMCm5ldy5jb3JlLmGUjAFYlJOUKYGUfZSMAXmUXZQoaACMAVmUk5QpgZQoSwFHQAQAAAAAAABlaAgpgZRoAmgAjAFmlJOUfZSMAWuUQwJ6epRzZXNiLg==',
  ],
  [
    5,
    'gAWVUQAAAAAAAACMBXBrZy5hlIwBWJSTlCmBlH2UjAF5lF2UKGgAjAFZlJOUKYGUKEsBR0AEAAAAAAAAZWgIKYGUaAJoAIwBZpSTlH2UjAFrlEMCenqUc2VzYi4=',
    'gAWVVgAAAAAAAACMCm5ldy5jb3JlLmGUjAFYlJOUKYGUfZSMAXmUXZQoaACMAVmUk5QpgZQoSwFHQAQAAAAAAABlaAgpgZRoAmgAjAFmlJOUfZSMAWuUQwJ6epRzZXNiLg==',
  ],
];
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe.each(PICKLED)('a pickle of protocol %i', (_, before, after) => {
  const bytes = bytesOf(before);

  test('becomes what Python would write', () => {
    const { edits } = pickleEdits(bytes, project, mapping)!;
    expect(applied(bytes, edits).toString('base64')).toBe(after);
  });

  test('in a file has edits with what stood there, whatever the file is called', () => {
    const { edits, review } = rewritePickle(project, mapping, { path: 'tests/x.0', bytes })!;
    const text = Buffer.from(bytes).toString('latin1');
    expect(edits.length).toBeGreaterThan(0);
    for (const { start, end, before: was } of edits) expect(text.slice(start, end)).toBe(was);
    expect(review).toEqual([]);
  });

  test('in base64 follows, each literal with its length', () => {
    const literals = (base64: string) =>
      `x = (\n    b"${base64.slice(0, 40)}"\n    b"${base64.slice(40)}"\n)\n`;
    const files = { ...FILES, 'tests/test_x.py': literals(before) };
    expect(moved(files, MOVES)['tests/test_x.py']).toBe(literals(after));
  });
});

describe('of a file', () => {
  const rewrite = (path: string, text: string) =>
    rewritePickle(project, mapping, { path, bytes: new Uint8Array(Buffer.from(text, 'latin1')) });

  test.each([
    ['that goes on behind its pickle', 'x.joblib', 'cpkg.a\nX\np0\n.rest', ['pkg.a']],
    ['with a module that is not there', 'x.pkl', 'cpkg.gone\nX\np0\n.', ['pkg.gone']],
    [
      'with a module that is data, too',
      'x.pkl',
      '\x80\x05\x8c\x05pkg.a\x94\x8c\x01X\x94\x93\x94h\x00\x86.',
      ['pkg.a'],
    ],
    ['whose letters are no bytes', 'x.pkl', '(cpkg.a\nX\nX\x02\x00\x00\x00\xc3\xa9t.', ['pkg.a']],
    ['that says more', 'x.pkl', '(cpkg.a\nX\nVsee pkg.b\nt.', ['pkg.b']],
  ])('%s what is left is listed', (_, path, text, names) =>
    expect(rewrite(path, text)!.review.map(({ message }) => /names ([^:]*):/.exec(message)![1])).toEqual(
      names,
    ),
  );

  test.each([
    ['x.txt', 'cpkg.gone\nX\np0\n.'],
    ['x.txt', 'about pkg.a'],
    ['_build/x.pickle', 'about pkg.a'],
    ['x.0', 'cdecimal\nDecimal\np0\n.'],
  ])('%s is no pickle of the package: %j', (path, text) => expect(rewrite(path, text)).toBeNull());

  test('nothing changes where the kind is switched off', () => {
    const off = moveAll(FILES, MOVES, ['pickle-global']);
    const bytes = bytesOf(PICKLED[4][1]);
    const { edits, review } = rewritePickle(off.project, off.mapping, { path: 'x.pkl', bytes })!;
    expect(edits).toEqual([]);
    expect(review.map(({ rule }) => rule)).toEqual(['REFERENCE_OFF', 'REFERENCE_OFF']);
  });
});
