import type { TypeParam } from '../ast';
import * as K from '../lexer/kinds';
import { parseExpression, parseStarExpression } from './expressions';
import type { ParserState } from './state';
import { accept, expect, expectIdentifier, lastEnd } from './state';

/** `[T: bound = default, *Ts, **P]` after the name of a function, class or type alias; empty when absent. */
export function parseTypeParams(p: ParserState): TypeParam[] {
  const params: TypeParam[] = [];
  if (!accept(p, K.LSQB)) return params;
  do {
    if (params.length > 0 && p.kinds[p.at] === K.RSQB) break;
    params.push(parseTypeParam(p));
  } while (accept(p, K.COMMA));
  expect(p, K.RSQB);
  return params;
}

function parseTypeParam(p: ParserState): TypeParam {
  const start = p.starts[p.at];
  if (accept(p, K.DOUBLESTAR)) {
    const name = expectIdentifier(p);
    const default_value = accept(p, K.EQUAL) ? parseExpression(p) : null;
    return { type: 'ParamSpec', start, end: lastEnd(p), name, default_value };
  }
  if (accept(p, K.STAR)) {
    const name = expectIdentifier(p);
    const default_value = accept(p, K.EQUAL) ? parseStarExpression(p) : null;
    return { type: 'TypeVarTuple', start, end: lastEnd(p), name, default_value };
  }
  const name = expectIdentifier(p);
  const bound = accept(p, K.COLON) ? parseExpression(p) : null;
  const default_value = accept(p, K.EQUAL) ? parseExpression(p) : null;
  return { type: 'TypeVar', start, end: lastEnd(p), name, bound, default_value };
}
