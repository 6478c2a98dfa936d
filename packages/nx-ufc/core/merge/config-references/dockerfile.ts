import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { commandReferences, pathEdit, wordsOf, type Word } from './words';

/** What installs the project, so that it is imported from where it is installed. */
const INSTALLS = /\b(pip3?|uv|poetry|pdm|hatch)\b[^\n]*\b(install|sync|build)\b/;

/**
 * Commands, settings and copied paths of an image. A package that is copied to a folder of its name is imported by that name:
 * the folder follows.
 */
export const dockerfile: ConfigReferenceKind = {
  id: 'dockerfile',
  files: /(^|\/)(Dockerfile|Containerfile)([.-][\w.-]+)?$|\.dockerfile$/i,
  find(text, names) {
    const copied = copies(text, names);
    const taken = new Set(copied.map((edit) => edit.start));
    const rest = commandReferences(text, names);
    const found: ConfigFinding = {
      edits: [...copied, ...rest.edits.filter((edit) => !taken.has(edit.start))],
      doubts: rest.doubts.filter((edit) => !taken.has(edit.start)),
    };
    const run = rest.edits.find((edit) => /^(value of -m|module:attribute)$/.test(edit.evidence));
    if (run && leavesRoot(names) && !INSTALLS.test(text)) found.doubts.push(unreachable(run));
    return found;
  },
};

function copies(text: string, names: MovedNames): ConfigEdit[] {
  const lines = new Map<readonly string[], Word[]>();
  for (const word of wordsOf(text)) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()]
    .filter(([command, ...rest]) => /^(COPY|ADD)$/i.test(command.text) && !rest.some(isFromStage))
    .flatMap(([command, ...rest]) => copiedFolder([command, ...rest.filter((word) => !isFlag(word))], names));
}

const isFlag = (word: Word) => word.text.startsWith('--') || word.previous.startsWith('--');
const isFromStage = (word: Word) => word.text === '--from';

function copiedFolder([, ...paths]: Word[], names: MovedNames): ConfigEdit[] {
  const target = paths.at(-1);
  if (!target || paths.length < 2) return [];
  const sources = paths.slice(0, -1).flatMap((word) => pathEdit(word, names) ?? []);
  const path = target.text.replace(/\/$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isRoot = paths.slice(0, -1).some((word) => word.text.replace(/\/$/, '').endsWith(name));
  const module = names.oldRoots.includes(name) && isRoot && sources.length > 0 ? names.mapModule(name) : null;
  if (module === null) return sources;
  const start = target.start + path.length - name.length;
  return [...sources, { start, end: start + name.length, text: module, evidence: 'folder of a package' }];
}

/** The package was importable from the folder of the project, and is not any more. */
function leavesRoot(names: MovedNames): boolean {
  return names.oldRoots.some((root) => names.mapPath(root)?.includes('/'));
}

function unreachable(run: ConfigEdit): ConfigEdit {
  return {
    ...run,
    end: run.start,
    text: '',
    evidence: `${run.text} lies below src and is not importable from the project's folder: install the project in the image, or set PYTHONPATH`,
  };
}
