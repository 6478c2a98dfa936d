import type { Span } from '../python/facts/types';

/** Files of Meson that say what is built; those of a folder are read where `subdir()` names it. */
export const MESON_FILE = /(^|\/)meson\.build$/;

/** A token of Meson; the span of a plain literal is that of its text without quotes. */
export interface MesonToken extends Span {
  kind: 'literal' | 'name' | 'other';
  text: string;
}

/** One call: `py.extension_module('_core', …, subdir: 'pkg')`. */
export interface MesonCall extends Span {
  /** What it is called on: `py`; null for a function. */
  object: string | null;
  name: string;
  /** Tokens between the brackets. */
  arguments: MesonToken[];
}

const SKIPPED = /(?:[ \t\r\n]+|\\\r?\n|#[^\r\n]*)+/y;
const TOKEN =
  /(?<long>f?'''[\s\S]*?''')|(?<format>f'(?:[^'\\\r\n]|\\.)*')|'(?<literal>(?:[^'\\\r\n]|\\.)*)'|(?<name>[A-Za-z_]\w*)|\d\w*|[-+*/%<>=!]=?|[()[\]{},.:?]/y;

/** The tokens of a file of Meson, without comments (https://mesonbuild.com/Syntax.html); null where the text is none. */
export function mesonTokens(text: string): MesonToken[] | null {
  const tokens: MesonToken[] = [];
  for (let at = 0; at < text.length;) {
    SKIPPED.lastIndex = at;
    if (SKIPPED.test(text)) {
      at = SKIPPED.lastIndex;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return null;
    const { literal, name } = match.groups!;
    const end = TOKEN.lastIndex;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal, start: at + 1, end: end - 1 });
    else tokens.push({ kind: name === undefined ? 'other' : 'name', text: match[0], start: at, end });
    at = end;
  }
  return tokens;
}

/** Every call, outer ones before those in their arguments. */
export function mesonCalls(tokens: readonly MesonToken[]): MesonCall[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'name' || tokens[i + 1]?.text !== '(' || tokens[i + 1].kind !== 'other') return [];
    const close = closing(tokens, i + 1);
    if (close === null) return [];
    const isMethod =
      tokens[i - 1]?.text === '.' && tokens[i - 2]?.kind === 'name' && tokens[i - 3]?.text !== '.';
    const object = isMethod ? tokens[i - 2].text : tokens[i - 1]?.text === '.' ? '' : null;
    const start = isMethod ? tokens[i - 2].start : token.start;
    return [
      { object, name: token.text, start, end: tokens[close].end, arguments: tokens.slice(i + 2, close) },
    ];
  });
}

/** The value of a keyword where it is nothing but a literal; undefined without the keyword, null for any other value. */
export function keywordLiteral(
  { arguments: given }: MesonCall,
  keyword: string,
): MesonToken | null | undefined {
  let depth = 0;
  for (const [i, { kind, text }] of given.entries()) {
    if (kind === 'other' && /^[([{]$/.test(text)) depth++;
    else if (kind === 'other' && /^[)\]}]$/.test(text)) depth--;
    if (depth !== 0 || kind !== 'name' || text !== keyword || given[i + 1]?.text !== ':') continue;
    const [value, after] = [given[i + 2], given[i + 3]];
    return value?.kind === 'literal' && (after === undefined || after.text === ',') ? value : null;
  }
  return undefined;
}

function closing(tokens: readonly MesonToken[], open: number): number | null {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i].kind !== 'other') continue;
    if (/^[([{]$/.test(tokens[i].text)) depth++;
    else if (/^[)\]}]$/.test(tokens[i].text) && --depth === 0) return i;
  }
  return null;
}
