import type { Expr, Module } from '../ast';
import { SyntaxFailure } from '../errors';
import type { Span } from '../facts/types';
import * as K from '../lexer/kinds';
import { tokenize } from '../lexer/lexer';
import type { Tokens } from '../lexer/tokens';
import { releaseTokens } from '../lexer/tokens';
import { buildLineIndex, positionOf } from '../line-index';
import type { PythonSyntaxError } from '../source';
import { parseStarExpressions } from './expressions';
import { createState, expect } from './state';
import { parseFile } from './statements';

export type ParseResult =
  { ok: true; module: Module; comments: Span[] } | { ok: false; error: PythonSyntaxError };

/** Parse a module. Never throws and never hangs: bad input gives an error with its place. */
export function parseModule(text: string): ParseResult {
  return guarded(text, (tokens) => {
    const body = parseFile(createState(text, tokens));
    const module: Module = { type: 'Module', start: 0, end: text.length, body };
    return { ok: true, module, comments: commentSpans(tokens) };
  });
}

/** Parse one expression, as `ast.parse(text, mode="eval")` does; null when it is none. */
export function parseExpressionText(text: string): Expr | null {
  let expression: Expr | null = null;
  guarded(text, (tokens) => {
    const state = createState(text, tokens);
    const parsed = parseStarExpressions(state);
    while (state.kinds[state.at] === K.NEWLINE) state.at++;
    expect(state, K.EOF);
    expression = parsed;
    return { ok: true, module: { type: 'Module', start: 0, end: 0, body: [] }, comments: [] };
  });
  return expression;
}

function guarded(text: string, parse: (tokens: Tokens) => ParseResult): ParseResult {
  try {
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new SyntaxFailure('source code cannot contain null bytes', nul);
    const tokens = tokenize(text);
    const result = parse(tokens);
    releaseTokens(tokens);
    return result;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    const offset = Math.min(error.offset, text.length);
    return {
      ok: false,
      error: { message: error.message, offset, ...positionOf(buildLineIndex(text), offset) },
    };
  }
}

function commentSpans({ comments }: Tokens): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < comments.length; i += 2) spans.push({ start: comments[i], end: comments[i + 1] });
  return spans;
}
