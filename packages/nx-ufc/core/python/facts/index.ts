import { buildLineIndex, lineCount } from '../line-index';
import { parseModule } from '../parser';
import type { PythonSource } from '../source';
import { resolvePending } from './resolve';
import { visitDocumentedBody } from './statements';
import type { Extraction } from './state';
import { openScope, placed } from './state';
import type { FileFacts, Span } from './types';

export type * from './types';

/** All facts about one source. A file that does not parse has `parseErrors`, its number of lines, and nothing else. */
export function extractFacts(source: PythonSource): FileFacts {
  const { path, text } = source;
  const lines = buildLineIndex(text);
  const facts = emptyFacts(path, lineCount(lines, text));
  const parsed = parseModule(text);
  if (!parsed.ok) {
    facts.parseErrors.push(parsed.error);
    return facts;
  }
  const x: Extraction = { text, lines, facts, pending: [], later: [], used: [] };
  openScope(x, 'module', -1, '', parsed.module);
  const documented = visitDocumentedBody(x, parsed.module.body, {
    scopeId: 0,
    function: -1,
    class: -1,
    run: 'module',
    guarded: false,
    qualifier: '',
  });
  if (documented) facts.docstring = facts.strings[0];
  resolvePending(x);
  facts.comments = parsed.comments.map((span) => commentFact(x, span));
  facts.moduleGetattr = (facts.scopes[0].bindings.__getattr__ ?? []).some(
    (binding) => binding.kind === 'function',
  );
  return facts;
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

function commentFact(x: Extraction, span: Span) {
  const place = placed(x, span);
  const before = x.text.slice(x.lines.starts[place.line - 1], span.start);
  return { text: x.text.slice(span.start, span.end), ...place, ownLine: /^[ \t\f]*$/.test(before) };
}
