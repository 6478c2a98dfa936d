import fc from 'fast-check';
import type { Operation } from '../merge/data/operation';
import type { DataValue } from '../merge/data/value';
import type { StructuredFormat } from '../merge/formats';
import { EDITORS } from '../merge/formats';
import { newValue, operationsOn, pathsOf } from './operations';
import { tomlDocuments } from './toml-documents';
import { jsonDocuments, yamlDocuments } from './tree-documents';

/** What was generated, what a person made of it, what the template says now. */
export interface ThreeVersions {
  base: string;
  yours: string;
  theirs: string;
}

/** Is a text valid in its format? */
export function isValid(format: StructuredFormat, text: string): boolean {
  try {
    EDITORS[format].data(text);
    return true;
  } catch {
    return false;
  }
}

const DOCUMENTS: Record<StructuredFormat, fc.Arbitrary<string>> = {
  toml: tomlDocuments((text) => isValid('toml', text)),
  yaml: yamlDocuments((text) => isValid('yaml', text)),
  json: jsonDocuments.filter((text) => isValid('json', text)),
};

/** A text with operations carried out; those without a meaning there, and those that are refused, are left out. */
function changed(format: StructuredFormat, text: string, operations: readonly Operation[]): string {
  return operations.reduce((current, operation) => {
    const result = EDITORS[format].edit(current, [operation]);
    return result.ok ? result.text : current;
  }, text);
}

/** What two sides do to one document: each its own, and now and then both something to one value. */
function twoSides(data: DataValue): fc.Arbitrary<[Operation[], Operation[]]> {
  const own = fc.array(operationsOn(data), { minLength: 1, maxLength: 3 });
  const shared = fc.tuple(fc.constantFrom(...pathsOf(data)), newValue, newValue);
  return fc.tuple(own, own, fc.option(shared, { freq: 2 })).map(([mine, theirs, both]) => {
    if (!both) return [mine, theirs];
    const [path, ...values] = both;
    const [a, b] = values.map((value): Operation => ({ op: 'set', path, value }));
    return [
      [a, ...mine],
      [b, ...theirs],
    ];
  });
}

/** Templates have plain line ends and no byte order mark. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Three versions of a file of data; a person also writes comments, and now and then the whole file anew. */
export function dataVersions(format: StructuredFormat): fc.Arbitrary<ThreeVersions> {
  const documents = DOCUMENTS[format];
  const mark = format === 'json' ? '// mine' : '# mine';
  const commented = (text: string): string => {
    const candidates = text
      .split('\n')
      .map((_, i, lines) => lines.toSpliced(i, 0, `${mark} ${i}`).join('\n'));
    return candidates.findLast((candidate) => isValid(format, candidate)) ?? text;
  };
  const { data } = EDITORS[format];
  return documents.map(plain).chain((base) =>
    fc
      .tuple(twoSides(data(base)), fc.constantFrom('edited', 'commented', 'other'), documents)
      .map(([[mine, theirs], kind, other]) => {
        const yours = changed(format, base, mine);
        return {
          base,
          yours: kind === 'other' ? other : kind === 'commented' ? commented(yours) : yours,
          theirs: plain(changed(format, base, theirs)),
        };
      }),
  );
}

interface LineChange {
  at: number;
  remove: number;
  lines: string[];
}

/** Three versions of a text of lines, of which no two are equal by chance. */
export function lineVersions(
  line: fc.Arbitrary<string>,
  asText: (lines: string[]) => string,
): fc.Arbitrary<ThreeVersions> {
  const change: fc.Arbitrary<LineChange> = fc.record({
    at: fc.nat(12),
    remove: fc.nat(2),
    lines: fc.array(line, { maxLength: 2 }),
  });
  const changes = fc.array(change, { maxLength: 3 });
  const apply = (lines: readonly string[], list: readonly LineChange[]) =>
    list.reduce((now, { at, remove, lines: more }) => now.toSpliced(at, remove, ...more), [...lines]);
  return fc.tuple(fc.uniqueArray(line, { maxLength: 12 }), changes, changes).map(([base, mine, theirs]) => ({
    base: asText(base),
    yours: asText(apply(base, mine)),
    theirs: asText(apply(base, theirs)),
  }));
}
