import fc from 'fast-check';
import { newValue, operationsOn } from '../testing/operations';
import { tomlDocuments } from '../testing/toml-documents';
import { jsonDocuments, yamlDocuments } from '../testing/tree-documents';
import { applyOperation } from './data/apply';
import { editText, type Format } from './data/edit';
import type { EditResult, Operation } from './data/operation';
import { same } from './data/same';
import type { DataValue } from './data/value';
import { isDataTable } from './data/value';
import type { StructuredFormat } from './formats';
import { JSONC } from './json/edit';
import { merge3 } from './three-way/merge3';
import { mergeTexts } from './three-way/merge-texts';
import { TOML } from './toml/edit';
import { YAML } from './yaml/edit';

/** More runs than in every day's tests: UFC_RUNS=20. */
const TIMES = Number(process.env.UFC_RUNS ?? 1);
const BOM = /^\uFEFF/;

interface Subject {
  documents: fc.Arbitrary<string>;
  data(text: string): DataValue;
  comments(text: string): string[];
  edit(text: string, operations: readonly Operation[]): EditResult;
}

function subject<Document>(
  format: Format<Document>,
  documents: (isValid: (text: string) => boolean) => fc.Arbitrary<string>,
): Subject {
  const read = (text: string) => format.parse(text.replace(BOM, ''));
  const data = (text: string) => format.data(text.replace(BOM, ''), read(text));
  const isValid = (text: string) => {
    try {
      data(text);
      return true;
    } catch {
      return false;
    }
  };
  return {
    documents: documents(isValid),
    data,
    comments: (text) => format.comments(read(text)).map((comment) => comment.text.trim()),
    edit: (text, operations) => editText(format, text, operations),
  };
}

const subjects: [string, Subject][] = [
  ['TOML', subject(TOML, tomlDocuments)],
  ['YAML', subject(YAML, yamlDocuments)],
  ['JSON', subject(JSONC, (isValid) => jsonDocuments.filter(isValid))],
];

/** A document, and an operation at a place of it or below one. */
function edits({ documents, data }: Subject): fc.Arbitrary<{ text: string; operation: Operation }> {
  return documents.chain((text) => operationsOn(data(text)).map((operation) => ({ text, operation })));
}

function hasMeaning(data: DataValue, operation: Operation): boolean {
  try {
    return !same(data, applyOperation(data, operation));
  } catch {
    return false;
  }
}

function has(text: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (text.startsWith(character, at)) at += character.length;
  return at === text.length;
}

describe.each(subjects)('%s', (name, subject) => {
  const { documents, data, comments, edit } = subject;

  test('valid text of exactly that meaning with every comment, or nothing at all', () => {
    let carriedOut = 0;
    let refused = 0;
    fc.assert(
      fc.property(edits(subject), ({ text, operation }) => {
        if (!hasMeaning(data(text), operation)) return;
        const result = edit(text, [operation]);
        if (!result.ok) return void refused++;
        carriedOut++;
        expect(same(data(result.text), applyOperation(data(text), operation))).toBe(true);
        const before = comments(text);
        for (const dropped of result.dropped) before.splice(before.indexOf(dropped.trim()), 1);
        expect(comments(result.text).sort()).toEqual(before.sort());
        expect(BOM.test(result.text)).toBe(BOM.test(text));
        if (operation.op === 'insert' || operation.op === 'append') expect(has(text, result.text)).toBe(true);
        if (operation.op !== 'set' && operation.op !== 'append') return;
        expect(edit(result.text, [operation])).toMatchObject({ ok: true, text: result.text, applied: [] });
      }),
      { numRuns: 300 * TIMES },
    );
    expect(carriedOut).toBeGreaterThan(refused * 3);
  });

  test('what is put into an array or a table is never refused', () => {
    fc.assert(
      fc.property(documents, newValue, (text, value) => {
        const before = data(text);
        for (const [key, inner] of isDataTable(before) ? Object.entries(before) : []) {
          if (Array.isArray(inner) && (inner.length === 0 || !inner.every(isDataTable)))
            expect(edit(text, [{ op: 'append', path: [key], value }])).toMatchObject({ ok: true });
          if (isDataTable(inner))
            expect(edit(text, [{ op: 'set', path: [key, 'new'], value }])).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 100 * TIMES },
    );
  });

  test('to the byte: what only one side changed is what that side says', () => {
    const format = name.toLowerCase() as StructuredFormat;
    fc.assert(
      fc.property(documents, documents, (base, other) => {
        expect(mergeTexts(format, base, base, other)).toMatchObject({
          text: other,
          conflicts: [],
          baseline: other,
        });
        expect(mergeTexts(format, base, other, base)).toMatchObject({
          text: other,
          conflicts: [],
          baseline: base,
        });
        expect(mergeTexts(format, base, other, other)).toMatchObject({ text: other, conflicts: [] });
      }),
      { numRuns: 100 * TIMES },
    );
  });

  test('the edits of a three-way merge make what it says; the second run changes nothing', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(documents, documents, documents, (base, ours, theirs) => {
        const merge = merge3(data(base), data(ours), data(theirs));
        const result = edit(ours, merge.edits);
        if (!result.ok) return;
        carriedOut++;
        expect(same(data(result.text), merge.merged)).toBe(true);
        const again = merge3(merge.baseline, data(result.text), data(theirs));
        expect(edit(result.text, again.edits)).toMatchObject({ ok: true, text: result.text });
      }),
      { numRuns: 60 * TIMES },
    );
    expect(carriedOut).toBeGreaterThan(20);
  });
});
