import { editText, type Format } from './data/edit';
import type { EditResult, Operation } from './data/operation';
import type { DataValue } from './data/value';
import { JSONC } from './json/edit';
import { TOML } from './toml/edit';
import { YAML } from './yaml/edit';

export type StructuredFormat = 'toml' | 'yaml' | 'json';

/** What can be done with a text of a structured format; a byte order mark is passed over and kept. */
export interface Editor {
  /** The meaning of a text. @throws on invalid text */
  data(text: string): DataValue;
  /** Its comments, without what is around them. @throws on invalid text */
  comments(text: string): string[];
  edit(text: string, operations: readonly Operation[]): EditResult;
}

export const EDITORS: Record<StructuredFormat, Editor> = {
  toml: editorOf(TOML),
  yaml: editorOf(YAML),
  json: editorOf(JSONC),
};

/** The format of a file by its name; null when it has none of these. */
export function formatOfFile(path: string): StructuredFormat | null {
  const suffix = /\.(toml|ya?ml|jsonc?)$/i.exec(path)?.[1].toLowerCase();
  if (suffix === undefined) return null;
  if (suffix === 'toml') return 'toml';
  return suffix.startsWith('y') ? 'yaml' : 'json';
}

function editorOf<Document>(format: Format<Document>): Editor {
  const parse = (text: string) => format.parse(text.replace(/^\uFEFF/, ''));
  return {
    data: (text) => format.data(text.replace(/^\uFEFF/, ''), parse(text)),
    comments: (text) => format.comments(parse(text)).map((comment) => comment.text.trim()),
    edit: (text, operations) => editText(format, text, operations),
  };
}
