import type { ConfigEdit, ConfigReferenceKind } from './kind';

/** `[python: pkg/**.py]`, `[jinja2: pkg/templates/**.html]`: the path before what stands for several files. */
const SECTION = /^\[[\w.-]+:[ \t]*(\.\/)?([\w.-]+(?:\/[\w.-]+)*)((?:\/[^\]\n]*)?)\]/gm;

/** Paths in the mapping file of Babel (https://babel.pocoo.org/en/latest/messages.html#extraction-method-mapping-and-configuration). */
export const babelCfg: ConfigReferenceKind = {
  id: 'babel-cfg',
  files: /(^|\/)babel[\w.-]*\.(cfg|ini)$/,
  find(text, names) {
    const edits: ConfigEdit[] = [];
    for (const { 0: all, 2: path, 3: rest, index } of text.matchAll(SECTION)) {
      const target = names.mapPath(path);
      if (target === null || target === path) continue;
      const start = index + all.length - 1 - rest.length - path.length;
      edits.push({ start, end: start + path.length, text: target, evidence: 'path of what moved' });
    }
    return { edits, doubts: [] };
  },
};
