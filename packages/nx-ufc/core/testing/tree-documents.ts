import fc from 'fast-check';

/** Random YAML and JSON documents as people write them: comments, blocks and flow, quotes, odd spacing. */

type Lines = string[];

const comment = fc.constantFrom('# one', '# two: no key', '#three', '# - no item');
const key = fc.constantFrom('a', 'b', 'c', 'd', '"q k"', "'s'", 'x-y', 'on');
const bare = (text: string) => text.replace(/^["']|["']$/g, '');
const scalar = fc.constantFrom(
  'text',
  '"double # no comment"',
  "'single'",
  '1',
  '0x1F',
  '1.0',
  'true',
  'null',
  'two words',
  '2001-12-14',
  '.inf',
  '&anchor kept',
  '!!str 1',
);
const blockScalar = fc.constantFrom(
  ['|', 'line # no comment', '  more', '', 'end'],
  ['>-', 'folded', 'text'],
  ['|+', 'kept', ''],
);
const tail = fc.option(comment, { nil: '' }).map((text) => (text ? `  ${text}` : ''));
const flowItem = fc.constantFrom('1', 'x', '"a, b"', '[1, 2]', '{ k: v }', '[]', '{}');
const flow = fc.oneof(
  fc.array(flowItem, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  fc
    .uniqueArray(key, { maxLength: 3, selector: bare })
    .map((keys) => `{${keys.map((one) => ` ${one}: 1`).join(',')} }`),
);

const { block } = fc.letrec<{ block: Lines; map: Lines; list: Lines; behind: Lines }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('map'), tie('list')),
  map: fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, fc.option(comment, { nil: '' })), {
        minLength: 1,
        maxLength: 4,
        selector: ([name]) => bare(name),
      }),
      fc.array(tie('behind'), { minLength: 4, maxLength: 4 }),
    )
    .map(([keys, values]) =>
      keys.flatMap(([name, above], i) => [
        ...(above ? [above] : []),
        `${name}:${values[i][0]}`,
        ...values[i].slice(1),
      ]),
    ),
  list: fc
    .array(
      fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        scalar.map((text) => [text]),
        tie('block'),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.flatMap((item) => dashed(item))),
  behind: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.tuple(scalar, tail).map(([text, end]) => [` ${text}${end}`]),
    fc.tuple(flow, tail).map(([text, end]) => [` ${text}${end}`]),
    fc.constant<Lines>(['']),
    blockScalar.map(([head, ...lines]) => [` ${head}`, ...lines.map((line) => (line ? `    ${line}` : ''))]),
    fc
      .tuple(tie('block'), fc.constantFrom(2, 4), tail)
      .map(([lines, step, end]) => [end, ...indented(lines, step)]),
  ),
}));

function indented(lines: Lines, step: number): Lines {
  return lines.map((line) => (line ? ' '.repeat(step) + line : line));
}

function dashed(item: Lines): Lines {
  const [first, ...rest] = item;
  return first.startsWith('#') ? ['-', ...indented(item, 2)] : [`- ${first}`, ...indented(rest, 2)];
}

/** YAML documents, sometimes two in a stream; those that do not parse are left out. */
export function yamlDocuments(isValid: (text: string) => boolean): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(block, { minLength: 1, maxLength: 2 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.option(comment, { nil: '' }),
    )
    .map(([documents, newline, final, head]) => {
      const lines = documents.flatMap((lines, i) => (i > 0 ? ['---', ...lines] : lines));
      return [...(head ? [head, ''] : []), ...lines].join(newline) + (final ? newline : '');
    })
    .filter(isValid);
}

const jsonScalar = fc.constantFrom(
  '1',
  '"text // no comment"',
  'true',
  'null',
  '1.0',
  '12345678901234567890',
  '"\\u00e9"',
);
const space = fc.constantFrom('', ' ', '\n  ', '\n\t', ' // line\n', ' /* block */ ', '\n');
const jsonKey = fc.constantFrom('"a"', '"b"', '"c d"', '"\\u0064"', '"e"');
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    jsonScalar,
    bracketed(
      fc.array(
        fc.tuple(space, tie('json'), space).map((parts) => parts.join('')),
        { maxLength: 3 },
      ),
      '[]',
    ),
    bracketed(
      fc
        .tuple(
          fc.uniqueArray(jsonKey, { maxLength: 3 }),
          fc.array(fc.tuple(space, tie('json'), space), { minLength: 3, maxLength: 3 }),
        )
        .map(([keys, values]) =>
          keys.map((name, i) => `${values[i][0]}${name}: ${values[i][1]}${values[i][2]}`),
        ),
      '{}',
    ),
  ),
}));

function bracketed(items: fc.Arbitrary<string[]>, [open, close]: string): fc.Arbitrary<string> {
  return fc
    .tuple(items, space, fc.boolean())
    .map(
      ([list, pad, trailing]) =>
        open + list.join(',') + (trailing && list.length > 0 ? ',' : '') + pad + close,
    );
}

/** JSON documents with comments and trailing commas. */
export const jsonDocuments: fc.Arbitrary<string> = fc
  .tuple(space, json, space, fc.boolean())
  .map(([before, value, after, crlf]) => {
    const text = before + value + after;
    return crlf ? text.replace(/\n/g, '\r\n') : text;
  });
