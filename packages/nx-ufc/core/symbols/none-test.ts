import type { Expr } from '../python/ast';

/** What a test asks of a name: `none` holds for None, `given` for anything else; null for any other test. `x` alone is `given`. */
export function noneTest(test: Expr): { name: string; holdsFor: 'none' | 'given' } | null {
  if (test.type === 'Name') return { name: test.id, holdsFor: 'given' };
  if (test.type === 'UnaryOp' && test.op === 'Not') {
    const inner = noneTest(test.operand);
    return inner && { ...inner, holdsFor: inner.holdsFor === 'none' ? 'given' : 'none' };
  }
  if (test.type !== 'Compare' || test.ops.length !== 1 || test.left.type !== 'Name') return null;
  const [other] = test.comparators;
  if (other.type !== 'Constant' || other.value.kind !== 'none') return null;
  const [op] = test.ops;
  if (op !== 'Is' && op !== 'IsNot') return null;
  return { name: test.left.id, holdsFor: op === 'Is' ? 'none' : 'given' };
}

/** Is it only None that a test is about? `x` alone also fails for an empty text. */
export const isExact = (test: Expr): boolean =>
  test.type === 'UnaryOp' && test.op === 'Not' ? isExact(test.operand) : test.type === 'Compare';
