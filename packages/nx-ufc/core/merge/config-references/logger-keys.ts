import type { DataPath, DataValue } from '../data/value';
import { EDITORS, formatOfFile } from '../formats';
import type { ConfigEdit, MovedNames } from './kind';

/**
 * The package's name as a key below `loggers`, in settings for `logging.config.dictConfig`, of which the loggers of its modules are children
 * (https://docs.python.org/3/library/logging.config.html#dictionary-schema-details). Keys with dots are values like any other.
 */
export function loggerKeys(text: string, { oldRoots, mapModule }: MovedNames, file: string): ConfigEdit[] {
  const format = formatOfFile(file);
  if (!format || !/\bloggers\b/.test(text)) return [];
  const editor = EDITORS[format];
  const keys = dataOf(() => keysBelow(editor.data(text), [], new Set(oldRoots)));
  return keys.flatMap((path) => {
    const name = mapModule(String(path.at(-1)));
    const edited = name === null ? null : editor.edit(text, [{ op: 'rename', path, name }]);
    return edited?.ok ? [difference(text, edited.text)] : [];
  });
}

/** A text that does not parse has none. */
function dataOf(read: () => DataPath[]): DataPath[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function keysBelow(value: DataValue, path: DataPath, roots: ReadonlySet<string>): DataPath[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => keysBelow(item, [...path, i], roots));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return [
      ...(path.at(-1) === 'loggers' && roots.has(key) ? [here] : []),
      ...keysBelow(inner as DataValue, here, roots),
    ];
  });
}

/** The one edit that makes a text of another. */
function difference(before: string, after: string): ConfigEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let [end, stop] = [before.length, after.length];
  while (end > start && stop > start && before[end - 1] === after[stop - 1])
    [end, stop] = [end - 1, stop - 1];
  return { start, end, text: after.slice(start, stop), evidence: 'logger of the package' };
}
