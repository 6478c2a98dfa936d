import { buildLineIndex, lineCount } from '../line-index';
import { parseModule } from '../parser';
import type { PythonSource } from '../source';
import { checkDunderAll } from './dunder-all';
import { resolveReferences } from './resolve';
import { openScope, settleNonlocals } from './scopes';
import { visitDocumentedBody } from './statements';
import type { Extraction } from './state';
import { MODULE_PLACE, placed } from './state';
import type { CommentFact, FileFacts, Span } from './types';

export { bindingScopeOf } from './resolve';
export type * from './types';

/** All facts about one source. A file that does not parse has `parseErrors`, its number of lines, a module that binds nothing, and nothing else. */
export function extractFacts(source: PythonSource): FileFacts {
  return extract(source).facts;
}

/** The facts with what they were made from; for the comparison with CPython. */
export function extract({ path, text }: PythonSource): Extraction {
  const lines = buildLineIndex(text);
  const facts = emptyFacts(path, lineCount(lines, text));
  const x: Extraction = {
    text,
    lines,
    lastLine: 1,
    facts,
    references: [],
    impliedReads: [],
    nonlocals: [],
    knownAll: new Set(),
  };
  const parsed = parseModule(text);
  openScope(x, 'module', -1, '', parsed.ok ? parsed.module : { start: 0, end: text.length });
  if (!parsed.ok) {
    facts.parseErrors.push(parsed.error);
    return x;
  }
  facts.docstring = visitDocumentedBody(x, parsed.module.body, MODULE_PLACE);
  settleNonlocals(x);
  resolveReferences(x);
  checkDunderAll(x);
  for (const span of parsed.comments) facts.comments.push(commentFact(x, span));
  facts.moduleGetattr = Object.hasOwn(facts.scopes[0].bindings, '__getattr__');
  return x;
}

function emptyFacts(path: string, lines: number): FileFacts {
  return {
    path,
    lines,
    docstring: null,
    scopes: [],
    imports: [],
    classes: [],
    functions: [],
    assignments: [],
    references: [],
    calls: [],
    handlers: [],
    strings: [],
    comments: [],
    dunderAll: null,
    mainGuards: [],
    moduleGetattr: false,
    parseErrors: [],
  };
}

function commentFact(x: Extraction, span: Span): CommentFact {
  const place = placed(x, span);
  return {
    text: x.text.slice(span.start, span.end),
    line: place.line,
    column: place.column,
    span: place.span,
    ownLine: isBlankBefore(x, place),
  };
}

function isBlankBefore(x: Extraction, { line, span }: { line: number; span: Span }): boolean {
  for (let at = x.lines.starts[line - 1]; at < span.start; at++) {
    const c = x.text.charCodeAt(at);
    if (c !== 32 && c !== 9 && c !== 12) return false;
  }
  return true;
}
