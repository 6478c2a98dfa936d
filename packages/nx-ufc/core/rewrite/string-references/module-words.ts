import { modulePrefixLength, definesName } from '../../project/names';
import type { StringReference } from './kind';

/** What parts words of a literal, as it is written: blanks, line breaks, commas, and the colon behind the name of a logger. */
const BETWEEN = /(?:\s|\\[nrt]|\\\r?\n|,|:(?=$|\s|\\n))+/;

/**
 * A literal that is nothing but modules below the package, or names that they define, one after another: `"pkg.plugins.a pkg.plugins.b"`,
 * `settings["includes"] += "\npkg.plugins.a"`.
 */
export function isAmongModuleWords({ context, string, path, moduleLength, alone }: StringReference): boolean {
  if (!alone || moduleLength < 2 || string.formatted) return false;
  const { project, text } = context;
  const from = string.span.start + string.prefix.length + string.quote.length;
  const words = text
    .slice(from, string.span.end - string.quote.length)
    .split(BETWEEN)
    .filter(Boolean);
  return (
    words.includes(text.slice(path.start, path.end)) &&
    words.every((word) => {
      const parts = word.split('.');
      const length = modulePrefixLength(project, parts);
      const known =
        length === parts.length || definesName(project, parts.slice(0, length).join('.'), parts[length]);
      return length >= 2 && known;
    })
  );
}
