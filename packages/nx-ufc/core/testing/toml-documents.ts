import fc from 'fast-check';

/** Random TOML documents as people write them: comments everywhere, every way to write tables and arrays, odd spacing. */

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x-y', '"q k"', "'l.t'", '"é"');
const space = fc.constantFrom('', ' ', '  ', '\t');
const comment = fc.constantFrom('# one', '#two', '# [no] = "header"', '#', '# é 🎉 "quoted" \'x\'');
const scalar = fc.oneof(
  fc.constantFrom(
    '"text"',
    "'literal \\ text'",
    '"esc \\" \\\\ \\u00e9"',
    '1',
    '-17',
    '0x1F',
    '1_000',
    '9223372036854775807',
    '1.0',
    '2.5',
    '1e3',
    'inf',
    'nan',
    'true',
    '1979-05-27',
    '07:32:00',
    '1979-05-27T07:32:00Z',
    '1979-05-27 07:32:00',
    '"""\n[no.header]\nk = 1 # no comment\n"""',
    "'''\n[[no]]\n'''",
  ),
  fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '#', '[', '=', 'ß', '.') }).map((text) => `"${text}"`),
);

const { value } = fc.letrec<{ value: string; array: string; inline: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 2, depthSize: 'small' }, scalar, tie('array'), tie('inline')),
  array: fc.oneof(flatArray(tie('value')), linedArray(tie('value')), leadingArray(tie('value'))),
  inline: fc
    .tuple(
      fc.uniqueArray(word, { maxLength: 3, selector: bare }),
      fc.array(tie('value'), { minLength: 3, maxLength: 3 }),
      space,
    )
    .map(
      ([keys, values, pad]) =>
        `{${pad}${keys.map((key, i) => `${key}${pad}= ${values[i]}`).join(`,${pad}`)}${pad}}`,
    ),
}));

/** Two ways to write one key must not meet in one table. */
function bare(key: string): string {
  return key.replace(/^["']|["']$/g, '');
}

function flatArray(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { maxLength: 4 }), space, fc.boolean())
    .map(
      ([items, pad, trailing]) =>
        `[${pad}${items.join(`,${pad}`)}${trailing && items.length ? ',' : ''}${pad}]`,
    );
}

/** An item a line or several, comments behind and between them, with or without the last comma. */
function linedArray(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const line = fc.tuple(
    fc.array(item, { minLength: 1, maxLength: 2 }),
    fc.option(comment, { nil: '' }),
    fc.option(comment, { nil: '' }),
  );
  return fc
    .tuple(
      fc.array(line, { maxLength: 3 }),
      fc.constantFrom('  ', '\t', '    ', ''),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([lines, indent, trailing, closes]) => {
      const text = lines.map(([items, above, behind], i) => {
        const comma = i < lines.length - 1 || trailing ? ',' : '';
        const tail = behind ? ` ${behind}` : '';
        return `${above ? `${indent}${above}\n` : ''}${indent}${items.join(', ')}${comma}${tail}`;
      });
      const isClosable = closes && lines.length > 0 && lines[lines.length - 1][2] === '';
      return `[\n${text.join('\n')}${isClosable ? '' : '\n'}]`;
    });
}

function leadingArray(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.option(comment, { nil: '' }))
    .map(([items, behind]) => `[\n    ${items.join(`${behind ? ` ${behind}` : ''}\n  , `)}\n]`);
}

const dottedKey = fc
  .array(word, { minLength: 1, maxLength: 2 })
  .chain((parts) => fc.constantFrom('.', ' . ').map((dot) => parts.join(dot)));
const keyLine = fc
  .tuple(fc.constantFrom('', '', '  ', '\t'), dottedKey, space, value, fc.option(comment, { nil: '' }))
  .map(
    ([indent, key, pad, text, behind]) => `${indent}${key}${pad}=${pad}${text}${behind ? ` ${behind}` : ''}`,
  );
const header = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('.', ' . '), space, fc.boolean())
  .map(([parts, dot, pad, isItem]) =>
    isItem ? `[[${pad}${parts.join(dot)}${pad}]]` : `[${pad}${parts.join(dot)}${pad}]`,
  );
const line = fc.oneof(
  { arbitrary: keyLine, weight: 6 },
  { arbitrary: header, weight: 3 },
  { arbitrary: comment, weight: 2 },
  { arbitrary: fc.constantFrom('', '   '), weight: 2 },
);

/**
 * Lines that a TOML parser takes are kept, others left out, so that what is made is valid and no structure is rare by design.
 * @param isValid does a text parse?
 */
export function tomlDocuments(isValid: (text: string) => boolean): fc.Arbitrary<string> {
  const ending = fc.constantFrom('\n', '\n', '\r\n', 'mixed');
  return fc
    .tuple(fc.array(line, { maxLength: 12 }), ending, fc.boolean(), fc.boolean())
    .map(([lines, newline, final, bom]) => {
      const kept: string[] = [];
      for (const one of lines) if (isValid([...kept, one].join('\n'))) kept.push(one);
      const text = kept.join('\n') + (final ? '\n' : '');
      let count = 0;
      const ended = text.replace(/\n/g, () =>
        newline === 'mixed' ? (count++ % 2 ? '\r\n' : '\n') : newline,
      );
      return (bom ? '\uFEFF' : '') + ended;
    });
}
