import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { pathEdit } from './words';
import { yamlTags } from './yaml-tag';

/** A scalar of YAML, JSON or TOML on one line: quoted, or plain behind `key:`, `key =` or `-`. */
const QUOTED = /(["'])([^"'\n]+)\1/g;
const PLAIN =
  /(?:^\s*-|:|=|!!python\/(?:name|object(?:\/\w+)?|module):)[ \t]+([^\s"'#[{][^\n#]*?)[ \t]*(?:#[^\n]*)?$/gm;
/** `pkg.mod:` as a key, for a logger. */
const KEY = /^[ \t]*([A-Za-z_]\w*(?:\.\w+)+):(?=\s|$)/gm;

/**
 * Values of other configuration that are nothing but a known dotted name, `module:attribute`, or a path of what moved: Hydra's
 * `_target_`, `logging.config.dictConfig` in YAML, plugins of MkDocs, PyYAML's tags.
 */
export const configValue: ConfigReferenceKind = {
  id: 'config-value',
  files: /\.(ya?ml|json|toml|cfg)$/,
  find(text, names) {
    const found: ConfigFinding = { edits: [], doubts: [] };
    if (!names.oldRoots.some((root) => text.includes(root))) return found;
    const taken = new Set<number>();
    for (const [pattern, group] of [
      [QUOTED, 2],
      [PLAIN, 1],
      [KEY, 1],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index + match[0].indexOf(match[group], pattern === QUOTED ? 1 : 0);
        if (taken.has(start)) continue;
        const edit = valueEdit(match[group], start, names);
        if (edit) found.edits.push(edit);
        if (edit) taken.add(start);
      }
    }
    found.edits.push(...yamlTags(text, names).filter(({ start }) => !taken.has(start)));
    return found;
  },
};

/** A value that is nothing but a known dotted name, `module:attribute`, or a path of what moved. */
export function valueEdit(value: string, start: number, names: MovedNames): ConfigEdit | null {
  const match = /^([A-Za-z_]\w*(?:\.\w+)*)(:[A-Za-z_][\w.]*)?$/.exec(value);
  if (match) {
    const target = names.mapModule(match[1]);
    const certain = match[1].includes('.') ? names.knows(match[1]) : match[2] !== undefined;
    if (target === null || !certain) return null;
    return { start, end: start + match[1].length, text: target, evidence: 'dotted name of what moved' };
  }
  if (!value.includes('/') || /:\/\//.test(value)) return null;
  const path = pathEdit({ text: value, start, previous: '', line: [] }, names);
  return path?.certain ? path : null;
}
