import type { Arg, Arguments, Expr } from '../ast';
import { SyntaxFailure } from '../errors';
import * as K from '../lexer/kinds';
import { parseExpression, parseStarExpression } from './expressions';
import type { ParserState } from './state';
import { accept, expectIdentifier, lastEnd, unexpected } from './state';

/** Parameters of a `def`, without its parentheses. */
export function parseFunctionArguments(p: ParserState): Arguments {
  return parseArguments(p, K.RPAR, true);
}

/** Parameters of a lambda, up to its colon. */
export function parseLambdaArguments(p: ParserState): Arguments {
  return parseArguments(p, K.COLON, false);
}

function parseArguments(p: ParserState, close: number, annotated: boolean): Arguments {
  const start = p.starts[p.at];
  const args: Arguments = {
    type: 'arguments',
    start,
    end: start,
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  let keywordOnly = false;
  while (p.kinds[p.at] !== close) {
    if (args.kwarg) throw new SyntaxFailure('arguments cannot follow var-keyword argument', p.starts[p.at]);
    const kind = p.kinds[p.at];
    if (kind === K.SLASH) {
      if (args.posonlyargs.length > 0 || args.args.length === 0 || keywordOnly) throw unexpected(p);
      p.at++;
      args.posonlyargs = args.args;
      args.args = [];
    } else if (kind === K.STAR) {
      if (keywordOnly) throw new SyntaxFailure('* argument may appear only once', p.starts[p.at]);
      p.at++;
      keywordOnly = true;
      if (p.kinds[p.at] !== K.COMMA) args.vararg = parseArg(p, annotated, true);
      else if (p.kinds[p.at + 1] === close || p.kinds[p.at + 1] === K.DOUBLESTAR)
        throw new SyntaxFailure('named arguments must follow bare *', p.starts[p.at]);
    } else if (kind === K.DOUBLESTAR) {
      p.at++;
      args.kwarg = parseArg(p, annotated, false);
    } else {
      parseParameter(p, args, annotated, keywordOnly);
    }
    if (!accept(p, K.COMMA)) break;
  }
  args.end = Math.max(start, lastEnd(p));
  return args;
}

function parseParameter(p: ParserState, args: Arguments, annotated: boolean, keywordOnly: boolean): void {
  const arg = parseArg(p, annotated, false);
  const value: Expr | null = accept(p, K.EQUAL) ? parseExpression(p) : null;
  if (keywordOnly) {
    args.kwonlyargs.push(arg);
    args.kw_defaults.push(value);
    return;
  }
  args.args.push(arg);
  if (value) args.defaults.push(value);
  else if (args.defaults.length > 0)
    throw new SyntaxFailure('parameter without a default follows parameter with a default', arg.start);
}

function parseArg(p: ParserState, annotated: boolean, starred: boolean): Arg {
  const start = p.starts[p.at];
  if (p.kinds[p.at] === K.LPAR)
    throw new SyntaxFailure('Python 2 syntax: tuple parameters are not supported', start);
  const arg = expectIdentifier(p);
  const annotation =
    annotated && accept(p, K.COLON) ? (starred ? parseStarExpression(p) : parseExpression(p)) : null;
  return { type: 'arg', start, end: lastEnd(p), arg, annotation };
}
