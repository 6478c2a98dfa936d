import { FIELD, type LiteralText } from './literal-text';

/** Fields of `str.format` and of `%`, and how their signs are written where they are none. */
const FIELDS = [
  /\{\{|\}\}|\{[\w.[\]]*(?:![rsa])?(?::[^{}]*)?\}/g,
  /%%|%(?:\(\w+\))?[-+ #0]*\d*(?:\.\d+)?[srdxX]/g,
];

/** The texts that a literal may become when it is filled in, each with `FIELD` for what is not known. */
export function filledTexts(literal: LiteralText): LiteralText[] {
  return FIELDS.map((pattern) => filled(literal, pattern)).filter((text) => text.hasFields);
}

function filled({ value, offsets, newline }: LiteralText, pattern: RegExp): LiteralText {
  const text: LiteralText = { value: '', offsets: [], newline, hasFields: false };
  const add = (piece: string, places: number[]) => {
    text.value += piece;
    for (const place of places) text.offsets.push(place);
  };
  let done = 0;
  for (const { 0: found, index } of value.matchAll(pattern)) {
    add(value.slice(done, index), offsets.slice(done, index));
    const isSign = /^(\{\{|\}\}|%%)$/.test(found);
    if (isSign) add(found[0], [offsets[index]]);
    else
      add(
        FIELD,
        Array.from(FIELD, () => offsets[index]),
      );
    text.hasFields ||= !isSign;
    done = index + found.length;
  }
  add(value.slice(done), offsets.slice(done));
  return text;
}
