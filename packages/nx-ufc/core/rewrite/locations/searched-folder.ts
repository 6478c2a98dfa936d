import type { Expr, Node } from '../../python/ast';

/** The folder in `iter_modules(pkg.__path__)`, `walk_packages([folder])` (https://docs.python.org/3/library/pkgutil.html#pkgutil.iter_modules). */
export function searchedFolder(node: Node): Node | null {
  const name = calledName(node);
  if (name !== 'iter_modules' && name !== 'walk_packages') return null;
  const folders = argument(node, 0, 'path');
  return folders?.type === 'List' && folders.elts.length === 1 ? folders.elts[0] : folders;
}

/** `walk_packages([folder], prefix="pkg.")`: all modules below, wherever they are in the package of that name. */
export function walksByName(node: Node): boolean {
  const prefix = calledName(node) === 'walk_packages' ? argument(node, 1, 'prefix') : null;
  return prefix?.type === 'Constant' && prefix.value.kind === 'str' && prefix.value.value.endsWith('.');
}

function calledName(node: Node): string {
  const call = node as Expr;
  if (call.type !== 'Call') return '';
  const { func } = call;
  return func.type === 'Attribute' ? func.attr : func.type === 'Name' ? func.id : '';
}

function argument(node: Node, position: number, keyword: string): Expr | null {
  const call = node as Expr;
  if (call.type !== 'Call') return null;
  return call.args[position] ?? call.keywords.find(({ arg }) => arg === keyword)?.value ?? null;
}
