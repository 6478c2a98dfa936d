import type { Expr, Node } from '../../python/ast';

/**
 * Folders of which a node asks no more than what lies in them: `path.is_relative_to(folder)`, `folder in path.parents`, `name.startswith(folder)`,
 * `skip_file_prefixes=(folder,)` (https://docs.python.org/3/library/warnings.html#warnings.warn).
 */
export function comparedFolders(node: Node): Expr[] {
  const expr = node as Expr;
  if (expr.type === 'Compare') {
    const [of] = expr.comparators;
    const isIn = expr.ops.length === 1 && /^(In|NotIn)$/.test(expr.ops[0]);
    return isIn && of.type === 'Attribute' && of.attr === 'parents' ? [expr.left] : [];
  }
  if (expr.type !== 'Call') return [];
  const skipped = expr.keywords.filter(({ arg }) => arg === 'skip_file_prefixes');
  const asked =
    expr.func.type === 'Attribute' && /^(is_relative_to|startswith)$/.test(expr.func.attr)
      ? expr.args.slice(0, 1)
      : [];
  return [...skipped.map(({ value }) => value), ...asked].flatMap(members).map(withoutSeparator);
}

function members(expr: Expr): Expr[] {
  return expr.type === 'Tuple' ? expr.elts : [expr];
}

/** `folder + os.sep` */
function withoutSeparator(expr: Expr): Expr {
  if (expr.type !== 'BinOp' || expr.op !== 'Add') return expr;
  const { right } = expr;
  const isSeparator =
    right.type === 'Attribute' ? right.attr === 'sep' : right.type === 'Name' && right.id === 'sep';
  return isSeparator ? expr.left : expr;
}
