import type { SourceTree } from '../project/types';
import type { Call, Comprehension, Expr } from '../python';
import { matchesGlob } from '../text/glob';
import { pathIn } from './setup-lines';
import { dotted } from './setup-names';

/** Files that `glob("data/*.json")` or `Path("src").glob("*.py")` finds in a tree; undefined when the call is none of them, or not of literals. */
export function globbed({ func, args, keywords }: Call, tree: SourceTree): string[] | undefined {
  const folder = /^(glob\.)?i?glob$/.test(dotted(func)) ? '' : folderOf(func);
  const pattern = args.length === 1 && keywords.length === 0 ? pathIn(args[0]) : null;
  if (folder === null || pattern === null) return undefined;
  const whole = [folder, pattern].filter((part) => part !== '' && part !== '.').join('/');
  return isPlain(whole) ? filesMatching(tree, whole) : undefined;
}

/** Is a pattern one that stands for names only? `**` is one name to some and many to others. */
export function isPlain(pattern: string): boolean {
  return !/\*\*|[?[]/.test(pattern);
}

/** `Path("src").glob` */
function folderOf(func: Expr): string | null {
  if (func.type !== 'Attribute' || func.attr !== 'glob' || func.value.type !== 'Call') return null;
  const { func: made, args } = func.value;
  return /^(pathlib\.)?Path$/.test(dotted(made)) && args.length === 1 ? pathIn(args[0]) : null;
}

/** Files that a pattern of names matches, as a shell would have it. */
export function filesMatching({ files }: SourceTree, pattern: string): string[] {
  const hides = !/(^|\/)\./.test(pattern);
  return files
    .map(({ path }) => path)
    .filter((path) => matchesGlob(path, pattern) && !(hides && /(^|\/)\./.test(path)));
}

/** `splitext(basename(path))[0] for path in …`, `path.stem for path in …`: does it take the names of files without suffix? */
export function takesStems(elt: Expr, { target, ifs, is_async }: Comprehension): boolean {
  if (target.type !== 'Name' || ifs.length > 0 || is_async === 1) return false;
  const isFile = (expr: Expr | undefined) => expr?.type === 'Name' && expr.id === target.id;
  if (elt.type === 'Attribute')
    return elt.attr === 'stem' && (isFile(elt.value) || isCalled(elt.value, 'Path', isFile));
  const isFirst =
    elt.type === 'Subscript' &&
    elt.slice.type === 'Constant' &&
    elt.slice.value.kind === 'int' &&
    Number(elt.slice.value.value) === 0;
  return isFirst && isCalled(elt.value, 'splitext', (name) => isCalled(name, 'basename', isFile));
}

function isCalled(
  expr: Expr | undefined,
  name: string,
  isGiven: (expr: Expr | undefined) => boolean,
): boolean {
  return (
    expr?.type === 'Call' &&
    dotted(expr.func).split('.').at(-1) === name &&
    expr.args.length === 1 &&
    isGiven(expr.args[0])
  );
}

/** The name of a file without folders and suffix. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '');
}
