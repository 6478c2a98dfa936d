import { extractFacts } from '../python/facts';
import type { StringFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { rewriteCode } from './rewrite-code';

/** A line of example code inside of a docstring: where it lies in the file, and in the code made of all of them. */
interface CodeLine {
  code: string;
  fileStart: number;
  codeStart: number;
}

const EXAMPLE = /^([ \t]*)(>>>|\.\.\.)(?: (.*))?$/;

/** Edits for the imports and references in the doctests of a file. A literal with escapes is left alone: its offsets are not those of the code. */
export function rewriteDoctests(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings
    .filter(
      (string) => string.role === 'docstring' && string.value.includes('>>>') && isVerbatim(context, string),
    )
    .flatMap((string) => rewriteDocstring(context, string));
}

function isVerbatim(context: RewriteContext, string: StringFact): boolean {
  const raw = /r/i.test(string.prefix);
  return raw || !context.text.slice(string.span.start, string.span.end).includes('\\');
}

function rewriteDocstring(context: RewriteContext, string: StringFact): PlannedEdit[] {
  const { lines, indentation } = exampleLines(context.text, string);
  const code = lines.map((line) => line.code).join('\n') + '\n';
  const facts = extractFacts({
    path: context.info.path,
    text: code,
    codec: 'utf-8',
    bom: false,
    encoding: 'utf-8',
  });
  if (facts.parseErrors.length > 0) return [];
  const inner: RewriteContext = {
    ...context,
    text: code,
    facts,
    newline: `${context.newline}${indentation}>>> ` as '\n',
  };
  const edits: PlannedEdit[] = [];
  for (const edit of rewriteCode(inner)) {
    const line = lines.find(
      (candidate) =>
        candidate.codeStart <= edit.start && edit.end <= candidate.codeStart + candidate.code.length,
    );
    if (!line) continue;
    const shift = line.fileStart - line.codeStart;
    edits.push({
      ...edit,
      start: edit.start + shift,
      end: edit.end + shift,
      line: string.line + lineOffset(context.text, string, line),
      evidence: `doctest: ${edit.evidence}`,
    });
  }
  return edits;
}

function lineOffset(text: string, string: StringFact, line: CodeLine): number {
  return text.slice(string.span.start, line.fileStart).split('\n').length - 1;
}

function exampleLines(text: string, string: StringFact): { lines: CodeLine[]; indentation: string } {
  const lines: CodeLine[] = [];
  let indentation = '';
  let codeStart = 0;
  let at = string.span.start + string.prefix.length + string.quote.length;
  for (const raw of text.slice(at, string.span.end - string.quote.length).split('\n')) {
    const match = EXAMPLE.exec(raw.replace(/\r$/, ''));
    if (match && (match[2] === '>>>' || lines.length > 0)) {
      indentation = match[1];
      const code = match[3] ?? '';
      lines.push({ code, codeStart, fileStart: at + match[1].length + 3 + (match[3] === undefined ? 0 : 1) });
      codeStart += code.length + 1;
    }
    at += raw.length + 1;
  }
  return { lines, indentation };
}
