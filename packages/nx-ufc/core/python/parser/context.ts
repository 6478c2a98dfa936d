import type { Expr, ExprContext } from '../ast';
import { SyntaxFailure } from '../errors';

/** Turn an expression into an assignment or `del` target, in place. @throws SyntaxFailure when it cannot be one. */
export function setContext(expr: Expr, ctx: ExprContext): void {
  switch (expr.type) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      expr.ctx = ctx;
      return;
    case 'Starred':
      if (ctx === 'Del') throw new SyntaxFailure('cannot delete starred', expr.start);
      expr.ctx = ctx;
      setContext(expr.value, ctx);
      return;
    case 'List':
    case 'Tuple':
      expr.ctx = ctx;
      for (const element of expr.elts) setContext(element, ctx);
      return;
    default:
      throw new SyntaxFailure(
        `cannot ${ctx === 'Del' ? 'delete' : 'assign to'} ${describe(expr)}`,
        expr.start,
      );
  }
}

/** A target of an annotation or augmented assignment: a name, attribute or subscript. */
export function setSingleTarget(expr: Expr): void {
  if (expr.type !== 'Name' && expr.type !== 'Attribute' && expr.type !== 'Subscript') {
    throw new SyntaxFailure(`${describe(expr)} is an illegal target`, expr.start);
  }
  expr.ctx = 'Store';
}

function describe(expr: Expr): string {
  switch (expr.type) {
    case 'Constant':
      return expr.value.kind === 'none'
        ? 'None'
        : expr.value.kind === 'bool'
          ? String(expr.value.value)
          : 'literal';
    case 'Call':
      return 'function call';
    case 'Compare':
      return 'comparison';
    case 'BinOp':
    case 'UnaryOp':
    case 'BoolOp':
      return 'expression';
    case 'Lambda':
      return 'lambda';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Await':
      return 'await expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'JoinedStr':
      return 'f-string expression';
    default:
      return expr.type;
  }
}
