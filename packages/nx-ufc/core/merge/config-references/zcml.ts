import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(["'])([^"'<>]*)\2/g;
const COMMENT = /<!--[\s\S]*?-->/g;
/** Attributes whose values are identifiers of something else, or text. */
const NO_NAMES = /^(xmlns(:.*)?|id|permission|domain|(\w+:)?i18n_domain|title|description|namespace|name)$/;

/**
 * Dotted names in ZCML: of modules and what they define, absolute or after a dot from the package that the file lies in, several of them
 * separated by white space (https://zopeconfiguration.readthedocs.io/en/latest/narr.html).
 */
export const zcml: ConfigReferenceKind = {
  id: 'zcml',
  files: /\.zcml$/,
  find(text, names, path) {
    const comments = [...text.matchAll(COMMENT)].map(({ index, 0: all }) => [index, index + all.length]);
    const edits: ConfigEdit[] = [];
    for (const match of text.matchAll(ATTRIBUTE)) {
      const [, key, , value] = match;
      if (NO_NAMES.test(key) || comments.some(([from, to]) => from <= match.index && match.index < to))
        continue;
      const start = match.index + match[0].length - 1 - value.length;
      for (const word of value.matchAll(/\S+/g)) {
        const target = followed(word[0], key, names, path);
        if (target === null || target === word[0]) continue;
        const at = start + word.index;
        edits.push({ start: at, end: at + word[0].length, text: target, evidence: `value of ${key}` });
      }
    }
    return { edits, doubts: [] };
  },
};

function followed(word: string, key: string, names: MovedNames, path: string): string | null {
  if (!/^\.?([A-Za-z_]\w*(\.[A-Za-z_]\w*)*)?$/.test(word)) return null;
  const home = names.packageAt(path);
  const isRelative = word.startsWith('.');
  if (isRelative && !home) return null;
  const dotted = isRelative ? home!.before + (word === '.' ? '' : word) : word;
  const certain = names.knows(dotted) && (dotted.includes('.') || key === 'package');
  const target = certain ? names.mapModule(dotted) : null;
  if (target === null || !isRelative) return target;
  if (target === home!.after) return '.';
  return target.startsWith(`${home!.after}.`) ? target.slice(home!.after.length) : target;
}
