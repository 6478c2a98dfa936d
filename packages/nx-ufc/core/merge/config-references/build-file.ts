import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { fromFolder } from './upward-path';
import { commandReferences } from './words';

const BAZEL = /(^|\/)(BUILD(\.bazel|\.pants)?|BUCK|WORKSPACE(\.bazel)?|MODULE\.bazel)$|\.bzl$/;
const LITERAL = /(["'])([\w.@-]+(?:\/[\w.@-]+)*)\1/g;
/** Rules that take whatever modules lie in the folder of the file. */
const OF_FOLDER = /\bpython_(?:sources|tests)\(|\bglob\(\s*\[\s*["']\*\.py["']/;
/** Folders that packages are imported from (https://bazel.build/reference/be/python#py_library.imports). */
const IMPORTS = /\bimports\s*=\s*\[\s*["'](\.)["']\s*,?\s*\]/;

/** Files of programs that build more than one language: Bazel, Pants, Buck, Nix, Earthly, Tilt, Vagrant. */
export const buildFile: ConfigReferenceKind = {
  id: 'build-file',
  files: new RegExp(`${BAZEL.source}|(^|/)(Earthfile|Tiltfile|Vagrantfile)$|\\.nix$`),
  find(text, names, path) {
    if (!BAZEL.test(path)) return commandReferences(text, names, path);
    const { edits, doubts } = path.includes('/')
      ? literalPaths(text, names, path)
      : commandReferences(text, names, path);
    return { edits, doubts: [...doubts, ...ofFolder(text, names, path), ...imports(text, names, path)] };
  },
};

/** Paths in a file of Bazel begin at its folder; what lies beside that has a label, which only its own file can tell. */
function literalPaths(text: string, names: MovedNames, file: string): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  for (const { 2: named, index } of text.matchAll(LITERAL)) {
    const after = fromFolder(named, names, file);
    if (after === null) continue;
    const start = index + 1;
    const edit = { start, end: start + named.length, text: after, evidence: 'path of what moved' };
    (after.startsWith('../') ? found.doubts : found.edits).push(edit);
  }
  return found;
}

function ofFolder(text: string, names: MovedNames, file: string): ConfigEdit[] {
  const match = names.packageAt(file) ? OF_FOLDER.exec(text) : null;
  if (!match) return [];
  const evidence =
    'takes the modules of its folder, of which some lie in other folders now: make their build files (pants tailor, gazelle)';
  return [{ start: match.index, end: match.index, text: '', evidence }];
}

function imports(text: string, { newSearchPath }: MovedNames, file: string): ConfigEdit[] {
  const match = newSearchPath === null || file.includes('/') ? null : IMPORTS.exec(text);
  if (!match) return [];
  const start = match.index + match[0].lastIndexOf('.');
  return [{ start, end: start + 1, text: newSearchPath!, evidence: 'the packages are below another folder' }];
}
