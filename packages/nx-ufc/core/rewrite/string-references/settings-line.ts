import type { StringReference } from './kind';

/** What stands before a value on its line: `- `, `key: `, `key = `, `"key": "`. */
const VALUE =
  /^[ \t]*(?:(?:-[ \t]+)+(?:["']?[\w.-]+["']?[ \t]*[:=][ \t]*)?|["']?[\w.-]+["']?[ \t]*[:=][ \t]*)["']?$/;
const END = /^["']?,?[ \t]*(?:#.*)?$/;
/** A key: nothing before it but `- `. */
const KEY = /^[ \t]*(?:-[ \t]+)*["']?$/;
const COLON = /^["']?[ \t]*:(?:[ \t].*)?$/;

/** As much of a line as counts, in characters: all of a long text before each path in it would cost its square. */
const LINE = 200;
const BREAK = /\r?\n|\\n/;

/** Is the path a value or a key of settings in a text of several lines: YAML, TOML or JSON? */
export function isSettingsLine({ context: { text }, string, path }: StringReference): boolean {
  const from = string.span.start + string.prefix.length + string.quote.length;
  const to = string.span.end - string.quote.length;
  if (!BREAK.test(text.slice(from, to).trim())) return false;
  const lead =
    text
      .slice(Math.max(from, path.start - LINE), path.start)
      .split(BREAK)
      .at(-1) ?? '';
  const [rest] = text.slice(path.end, Math.min(to, path.end + LINE)).split(BREAK);
  return (VALUE.test(lead) && END.test(rest)) || (KEY.test(lead) && COLON.test(rest));
}
