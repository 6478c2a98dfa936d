import { applyEdits } from '../text/edits';
import { movedGroups } from './path-groups';

/** What tells where a module or a file is now. */
interface Moves {
  oldRoots: readonly string[];
  mapModule(dotted: string): string | null;
  mapPath(path: string): string | null;
  /** Of files outside of the project, where any folder may be called like its package. */
  mapSearchPath?: unknown;
}

/** A dot that is no part of `.*`. */
const NAME = String.raw`(?:[\w-]|\\\.|\.(?![*+?]))+`;
const ANYWHERE = String.raw`\*\*?\/(?:site-packages\/)?|(?<![\w.-])site-packages\/`;
const PATH = new RegExp(String.raw`(^!?(?:\.\/)?|[(|^]|${ANYWHERE})(${NAME}(?:\/${NAME})*)(?![\w-])`, 'g');

/**
 * A pattern of paths, a glob or a regular expression, with the paths in it that moved: `^pkg/models/.*$`, `(pkg/a\.py|docs)`, `pkg/**\/x.py`. Behind what
 * stands for any folder, the package begins where it is imported from: `*\/pkg/models/*`.
 * @returns null when nothing in it moved
 */
export function movedPattern(word: string, moves: Moves): string | null {
  const grouped = applyEdits(
    word,
    movedGroups(word, (path) => moves.mapPath(path)),
  );
  const next = grouped.replace(PATH, (whole: string, lead: string, body: string, at: number) => {
    const path = body.replaceAll('\\.', '.');
    const isPath = path.includes('/') || grouped[at + whole.length] === '/';
    const target = /[*\w]\/$/.test(lead) ? below(lead, path, moves) : isPath ? moves.mapPath(path) : null;
    if (target === null) return whole;
    return lead + (body.includes('\\.') ? target.replaceAll('.', '\\.') : target);
  });
  return next === word ? null : next;
}

/** Where a path is that begins in any folder. */
function below(lead: string, path: string, moves: Moves): string | null {
  if (moves.mapSearchPath && !lead.endsWith('site-packages/')) return null;
  return (
    imported(path, moves) ?? (path.includes('/') ? moves.mapPath(path) : null) ?? inCheckout(path, moves)
  );
}

/** `my-pkg/src/my_pkg`: from a folder that is called like the project. */
function inCheckout(path: string, { oldRoots, mapPath }: Moves): string | null {
  const [folder, ...rest] = path.split('/');
  const plain = (name: string) => name.replace(/[-_.]+/g, '-').toLowerCase();
  const target = oldRoots.some((root) => plain(root) === plain(folder)) ? mapPath(rest.join('/')) : null;
  return target === null ? null : `${folder}/${target}`;
}

function imported(path: string, { oldRoots, mapModule }: Moves): string | null {
  if (!oldRoots.includes(path.split('/', 1)[0])) return null;
  const [, module, ending] = /^(.*?)((?:\/__init__)?\.pyi?)?$/.exec(path)!;
  const target = /^\w+(\/\w+)*$/.test(module) ? mapModule(module.replaceAll('/', '.')) : null;
  return target && target.replaceAll('.', '/') + (ending ?? '');
}
