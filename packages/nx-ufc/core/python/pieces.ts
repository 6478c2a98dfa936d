import type { Expr } from './ast';

/** A part of a name that is put together at run time. */
export type Piece =
  | { kind: 'text'; value: string }
  /** The name of the package that the code is in. */
  | { kind: 'own' }
  | { kind: 'open'; node: Expr };

/** What a name is put together from by `+`, `%`, `format` or an f-string, from left to right. */
export function piecesOf(node: Expr, isPackage: boolean): Piece[] {
  const inner = (one: Expr) => piecesOf(one, isPackage);
  const open: Piece[] = [{ kind: 'open', node }];
  if (node.type === 'Constant')
    return node.value.kind === 'str' ? [{ kind: 'text', value: node.value.value }] : open;
  if (node.type === 'Name')
    return node.id === '__package__' || (node.id === '__name__' && isPackage) ? [{ kind: 'own' }] : open;
  if (node.type === 'JoinedStr') return node.values.flatMap(inner);
  if (node.type === 'FormattedValue')
    return node.conversion === -1 && !node.format_spec ? inner(node.value) : open;
  if (node.type === 'BinOp' && node.op === 'Add') return [...inner(node.left), ...inner(node.right)];
  if (node.type === 'BinOp' && node.op === 'Mod') {
    const values = node.right.type === 'Tuple' ? node.right.elts : [node.right];
    return filled(node.left, '%s', values, isPackage) ?? open;
  }
  if (node.type !== 'Call' || node.func.type !== 'Attribute' || node.func.attr !== 'format') return open;
  return (node.keywords.length === 0 && filled(node.func.value, '{}', node.args, isPackage)) || open;
}

function filled(
  template: Expr,
  mark: string,
  values: readonly Expr[],
  isPackage: boolean,
): Piece[] | undefined {
  if (template.type !== 'Constant' || template.value.kind !== 'str') return undefined;
  const [first, ...others] = template.value.value.split(mark);
  if (others.length !== values.length || /[%{}]/.test([first, ...others].join(''))) return undefined;
  const rest = others.flatMap((value, i): Piece[] => [
    ...piecesOf(values[i], isPackage),
    { kind: 'text', value },
  ]);
  return [{ kind: 'text' as const, value: first }, ...rest].filter(
    (piece) => piece.kind !== 'text' || piece.value !== '',
  );
}
