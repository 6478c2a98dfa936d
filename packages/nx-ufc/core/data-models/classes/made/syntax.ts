import type { Call, ClassDef, Expr, Keyword, Stmt } from '../../../python/ast';

type At = Pick<Call, 'start' | 'end'>;

/** A name where a call stands. */
const nameAt = ({ start, end }: At, id: string): Expr => ({
  type: 'Name',
  id,
  ctx: 'Store',
  start,
  end,
});

/** A text where a call stands. */
export const textAt = ({ start, end }: At, value: string): Expr => ({
  type: 'Constant',
  value: { kind: 'str', value, u: false },
  start,
  end,
});

export const numberAt = ({ start, end }: At, value: number): Expr => ({
  type: 'Constant',
  value: { kind: 'int', value },
  start,
  end,
});

/** `name: annotation = value` */
export const annotated = (at: At, id: string, annotation: Expr, value: Expr | null): Stmt => ({
  type: 'AnnAssign',
  target: nameAt(at, id),
  annotation,
  value,
  simple: 1,
  start: at.start,
  end: at.end,
});

/** `name = value` */
export const assigned = (at: At, id: string, value: Expr): Stmt => ({
  type: 'Assign',
  targets: [nameAt(at, id)],
  value,
  start: at.start,
  end: at.end,
});

/** A field that may hold anything. */
export const anyField = (at: At, id: string, value: Expr | null = null): Stmt =>
  annotated(at, id, nameAt(at, 'object'), value);

/** The class statement that a call stands for. */
export function classStatement(
  { start, end }: At,
  name: string,
  parts: { bases?: Expr[]; keywords?: Keyword[]; decorators?: Expr[]; body: Stmt[] },
): ClassDef {
  return {
    type: 'ClassDef',
    name,
    nameStart: start,
    nameEnd: start,
    bases: parts.bases ?? [],
    keywords: parts.keywords ?? [],
    body: parts.body,
    decorator_list: parts.decorators ?? [],
    type_params: [],
    start,
    end,
  };
}
