import type { Expr } from '../ast';
import { dottedText } from './dotted';
import { visitExpr } from './expressions';
import { resolveLastAs } from './references';
import type { Extraction, Place } from './state';
import { lineAt, placed } from './state';
import type { DecoratorFact, Span } from './types';

/** Decorators are evaluated around the definition, before anything else of it. One that is a call resolves as the call does. */
export function visitDecorators(x: Extraction, decorators: readonly Expr[], place: Place): DecoratorFact[] {
  return decorators.map((decorator) => {
    const call = visitExpr(x, decorator, place);
    const { line, span } = placed(x, decorator);
    const fact: DecoratorFact = { name: nameOf(decorator), resolved: null, call, line, span };
    resolveLastAs(x, decorator, fact);
    return fact;
  });
}

function nameOf(decorator: Expr): string {
  return dottedText(decorator.type === 'Call' ? decorator.func : decorator);
}

/** Where a definition stands; its span begins at `def` or `class`, as in `ast`, `line` at the first decorator. */
export function definitionPlace(
  x: Extraction,
  node: Span & { nameStart: number; nameEnd: number; decorator_list: readonly Expr[] },
) {
  const endLine = lineAt(x, Math.max(node.start, node.end - 1));
  const { line: defLine, column, span } = placed(x, node);
  const [first] = node.decorator_list;
  return {
    line: first ? lineAt(x, first.start) : defLine,
    defLine,
    endLine,
    column,
    span,
    nameSpan: { start: node.nameStart, end: node.nameEnd },
  };
}
