import { extractFacts } from '../python/facts';
import type { StringFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { literalText } from './literal-text';
import { rewriteCode } from './rewrite-code';

/**
 * Edits in literals that are Python programs: `exec`ed, written to a file, given to `python -c`. A literal counts as one
 * when all of it parses, indented or not, and it imports a package that moved.
 */
export function rewriteEmbeddedCode(context: RewriteContext): PlannedEdit[] {
  return context.facts.strings.flatMap((string) => {
    if (string.bytes || string.formatted || string.role === 'docstring' || !mayImport(context, string.value))
      return [];
    return rewriteLiteral(context, string);
  });
}

function mayImport(context: RewriteContext, value: string): boolean {
  return (
    /(^|[\n;])[ \t]*(from|import)[ \t]/.test(value) &&
    [...context.mapping.roots].some((root) => value.includes(root))
  );
}

function rewriteLiteral(context: RewriteContext, string: StringFact): PlannedEdit[] {
  const literal = literalText(context.text, string);
  if (!literal) return [];
  const { code, places, indentation } = dedented(literal.value);
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
    newPackage: '',
    newline: (literal.newline + indentation) as '\n',
  };
  const at = (offset: number) => literal.offsets[places[offset]];
  return rewriteCode(inner).map((edit) => ({
    ...edit,
    start: at(edit.start),
    end: edit.end > edit.start ? at(edit.end - 1) + 1 : at(edit.start),
    line: string.line + context.text.slice(string.span.start, at(edit.start)).split('\n').length - 1,
    evidence: `code in a string: ${edit.evidence}`,
  }));
}

/** Code without the indentation that all of its lines share, and where each character of it stood. */
function dedented(value: string): { code: string; places: number[]; indentation: string } {
  const lines = value.split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0]);
  const indentation = widths.reduce(
    (shared, next) => (next.length < shared.length ? next : shared),
    widths[0] ?? '',
  );
  let code = '';
  const places: number[] = [];
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const skip = line.startsWith(indentation) ? indentation.length : line.length;
    for (let column = skip; column < line.length; column++) places.push(at + column);
    code += line.slice(skip);
    if (i < lines.length - 1) {
      places.push(at + line.length);
      code += '\n';
    }
    at += line.length + 1;
  }
  places.push(value.length);
  return { code, places, indentation };
}
