import type { Expr, Node } from '../../python/ast';

/** The folder in `folder.glob("*.py")`, `folder.iterdir()`, `os.listdir(folder)`. */
export function listedFolder(node: Node): Node | null {
  const call = node as Expr;
  if (call.type !== 'Call') return null;
  const { func, args } = call;
  if (func.type !== 'Attribute') return null;
  if (/^(glob|rglob|iterdir|walk)$/.test(func.attr) && func.value.type !== 'Name') return func.value;
  if (/^(listdir|scandir|walk|copytree)$/.test(func.attr) && args[0]) return args[0];
  return /^(glob|rglob|iterdir)$/.test(func.attr) ? func.value : null;
}
