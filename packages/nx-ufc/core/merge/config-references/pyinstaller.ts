import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { commandReferences } from './words';

/** The second of a pair is a folder of the bundle, in which packages lie at the top (https://pyinstaller.org/en/stable/spec-files.html). */
const IN_BUNDLE = /\(\s*(["'])[^"'\n]*\1\s*,\s*["']$/;
const PATHEX = /\bpathex\s*=\s*\[\s*(["'](\.)["'])?\s*\]/;

/** Spec files of PyInstaller, which are programs of Python that only it runs. Those of RPM have the same suffix. */
export const pyinstaller: ConfigReferenceKind = {
  id: 'pyinstaller',
  files: /\.spec$/,
  find(text, names, path) {
    if (!/\bAnalysis\(/.test(text)) return { edits: [], doubts: [] };
    const { edits, doubts } = commandReferences(text, names, path);
    return {
      edits: edits.map((edit) => inBundle(text, edit, names)),
      doubts: [...doubts, ...searched(text, names)],
    };
  },
};

function inBundle(text: string, edit: ConfigEdit, { newSearchPath }: MovedNames): ConfigEdit {
  const lead = `${newSearchPath}/`;
  const isInBundle = edit.text.startsWith(lead) && IN_BUNDLE.test(text.slice(0, edit.start).slice(-200));
  return isInBundle ? { ...edit, text: edit.text.slice(lead.length) } : edit;
}

function searched(text: string, { newSearchPath }: MovedNames): ConfigEdit[] {
  const match = newSearchPath === null ? null : PATHEX.exec(text);
  if (!match) return [];
  const start = match.index + match[0].indexOf('[') + 1;
  const end = match.index + match[0].lastIndexOf(']');
  return [{ start, end, text: `'${newSearchPath}'`, evidence: 'the packages are below another folder' }];
}
