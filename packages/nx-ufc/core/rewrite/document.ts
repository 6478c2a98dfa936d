import type { ProjectFacts } from '../project/types';
import type { PlannedEdit } from '../plan/types';
import { extractFacts } from '../python/facts';
import type { RewriteContext } from './context';
import { rewriteExamples } from './example-lines';
import type { MoveMapping } from './mapping';
import { mayImport, rewriteProgram } from './program';

const FENCE =
  /^([ \t]*)(```+|~~~+)[ \t]*(python3?|py|pycon|python-repl|doctest)\b[^\n]*\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** Edits for the Python in a document: fenced blocks of Markdown, and interactive examples anywhere. */
export function rewriteDocument(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): PlannedEdit[] {
  const info = { name: '', path, isPackage: false, area: 'doc', importable: false } as const;
  const facts = extractFacts({ path, text: '', codec: 'utf-8', bom: false, encoding: 'utf-8' });
  const context: RewriteContext = {
    project,
    mapping,
    info,
    text,
    facts,
    newPackage: '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const fenced = [...text.matchAll(FENCE)].flatMap((match) => {
    const start = match.index + match[0].indexOf('\n') + 1;
    const value = match[4];
    if (value.includes('>>>') || !mayImport(context, value)) return [];
    const offsets = Array.from({ length: value.length + 1 }, (_, i) => start + i);
    return rewriteProgram(context, { value, offsets, newline: context.newline }, 'code block');
  });
  const examples = text.includes('>>>') ? rewriteExamples(context, 0, text.length) : [];
  const taken = new Set(fenced.map((edit) => edit.start));
  return [...fenced, ...examples.filter((edit) => !taken.has(edit.start))];
}
