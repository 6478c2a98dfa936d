import fc from 'fast-check';
import { applyOperation } from '../data/apply';
import type { Operation } from '../data/operation';
import { same } from '../data/same';
import type { DataPath, DataTable, DataValue } from '../data/value';
import { isDataTable } from '../data/value';
import { merge3 } from '../three-way/merge3';
import { tomlData } from './data';
import { readDocument } from './document';
import { tomlDocuments } from '../../testing/toml-documents';
import { editToml } from './edit';

const BOM = /^\uFEFF/;
const documents = tomlDocuments((text) => {
  try {
    readDocument(text);
    tomlData(text);
    return true;
  } catch {
    return false;
  }
});

const dataOf = (text: string) => tomlData(text.replace(BOM, ''));
const commentsOf = (text: string) =>
  readDocument(text.replace(BOM, '')).program.comments.map((comment) => comment.value.trim());

/** Every path of a document. */
function paths(value: DataValue, path: DataPath = []): DataPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => paths(item, [...path, i]))
    : isDataTable(value)
      ? Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]))
      : [];
  return [path, ...inner];
}

const newValue: fc.Arbitrary<DataValue> = fc.oneof(
  fc.constantFrom<DataValue>('new', 7, 1.5, false, { $literal: '2.0' }, [], {}),
  fc.constant<DataValue>(['p', 'q']),
  fc.constant<DataValue>({ n: 1, m: ['z'] }),
  fc.constant<DataValue>([{ n: 1 }, { m: { o: 2 } }]),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
);

/** An operation at a place of the document, at or below it. */
const edits = documents.chain((text) =>
  fc
    .tuple(
      fc.constantFrom(...paths(dataOf(text))),
      fc.constantFrom<Operation['op']>('set', 'append', 'insert', 'remove', 'rename'),
      fc.constantFrom<DataPath>([], ['new'], ['new', 'er'], ['a'], [0], [1]),
      newValue,
    )
    .map(([path, op, below, value]) => {
      const operation = { op, path: [...path, ...below], value, name: 'renamed' } as Operation;
      return { text, operation };
    }),
);

let carriedOut = 0;
let refused = 0;

test('whatever is edited: valid TOML of exactly that meaning, with every comment and every other byte; or nothing at all', () => {
  fc.assert(
    fc.property(edits, ({ text, operation }) => {
      const result = editToml(text, [operation]);
      if (!result.ok) {
        refused++;
        return;
      }
      carriedOut++;
      const expected = applyOperation(dataOf(text), operation);
      expect(same(dataOf(result.text), expected)).toBe(true);
      const before = commentsOf(text);
      const dropped = result.dropped.map((comment) => comment.slice(1).trim());
      for (const comment of dropped) before.splice(before.indexOf(comment), 1);
      expect(commentsOf(result.text).sort()).toEqual(before.sort());
      expect(BOM.test(result.text)).toBe(BOM.test(text));
      if (operation.op === 'set') {
        expect(result.dropped).toEqual([]);
        const again = editToml(result.text, [operation]);
        expect(again).toMatchObject({ ok: true, text: result.text, applied: [] });
      }
    }),
    { numRuns: 3000 },
  );
  expect(carriedOut).toBeGreaterThan(refused);
});

test('adding keys and items removes no byte of the user', () => {
  fc.assert(
    fc.property(edits, ({ text, operation }) => {
      if (operation.op !== 'insert' && operation.op !== 'append') return;
      const result = editToml(text, [operation]);
      if (!result.ok) return;
      let at = 0;
      for (const character of result.text) if (text.startsWith(character, at)) at += character.length;
      expect(at).toBe(text.length);
    }),
    { numRuns: 1000 },
  );
});

test('what a user adds to an array or table is never refused', () => {
  fc.assert(
    fc.property(documents, newValue, (text, value) => {
      const data = dataOf(text);
      for (const [key, inner] of Object.entries(data)) {
        if (Array.isArray(inner) && !inner.every(isDataTable))
          expect(editToml(text, [{ op: 'append', path: [key], value }])).toMatchObject({ ok: true });
        if (isDataTable(inner) && !Object.hasOwn(inner, 'new'))
          expect(editToml(text, [{ op: 'set', path: [key, 'new'], value }])).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 1000 },
  );
});

test('three-way merges of documents carry their own edits out, or say which they cannot', () => {
  fc.assert(
    fc.property(documents, documents, documents, (base, ours, theirs) => {
      const merge = merge3(dataOf(base), dataOf(ours), dataOf(theirs));
      const result = editToml(ours, merge.edits);
      if (!result.ok) return;
      expect(same(dataOf(result.text), merge.merged as DataTable)).toBe(true);
      const again = merge3(merge.baseline, dataOf(result.text), dataOf(theirs));
      expect(editToml(result.text, again.edits)).toMatchObject({ ok: true, text: result.text });
    }),
    { numRuns: 500 },
  );
});
