import type { AnnAssign, Assign, AsyncFunctionDef, Call, ClassDef, Expr, FunctionDef, Stmt } from '../python';

type Definition = FunctionDef | AsyncFunctionDef;

/** Dotted text of a name or attribute chain: `self.provides`; empty for anything else. */
export function dottedText(node: Expr): string {
  if (node.type === 'Name') return node.id;
  if (node.type !== 'Attribute') return '';
  const base = dottedText(node.value);
  return base && `${base}.${node.attr}`;
}

/** The value that a dotted name is given by a statement of a body; the last one counts. */
export function assignedValue(body: readonly Stmt[], target: string): Expr | null {
  const found = body.filter(
    (statement): statement is Assign | AnnAssign =>
      (statement.type === 'AnnAssign' && dottedText(statement.target) === target) ||
      (statement.type === 'Assign' && statement.targets.some((one) => dottedText(one) === target)),
  );
  return found.at(-1)?.value ?? null;
}

/** The class of a module whose name ends so. */
export function classEnding(body: readonly Stmt[], suffix: string): ClassDef | null {
  return (
    body.find(
      (statement): statement is ClassDef => statement.type === 'ClassDef' && statement.name.endsWith(suffix),
    ) ?? null
  );
}

export function functionsOf(body: readonly Stmt[]): Definition[] {
  return body.filter(
    (statement): statement is Definition =>
      statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef',
  );
}

/** The call that a statement consists of, with the text of what is called. */
export function statementCall(statement: Stmt): { callee: string; call: Call } | null {
  if (statement.type !== 'Expr' || statement.value.type !== 'Call') return null;
  return { callee: dottedText(statement.value.func), call: statement.value };
}

/** Is an element of a display the string constant, or the tuple of string constants? */
export function isLiteral(node: Expr, values: readonly string[]): boolean {
  if (values.length === 1) return node.type === 'Constant' && textOf(node) === values[0];
  return (
    node.type === 'Tuple' &&
    node.elts.length === values.length &&
    node.elts.every((element, index) => textOf(element) === values[index])
  );
}

function textOf(node: Expr): string | null {
  if (node.type !== 'Constant') return null;
  const { value } = node;
  return value.kind === 'str' ? value.value : null;
}
