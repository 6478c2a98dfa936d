import { namesPackage } from './mapping';
import { extractFacts } from '../python/facts';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import type { LiteralText } from './literal-text';
import { FIELD, placedEdits } from './literal-text';
import { withoutOverlaps } from './overlaps';
import { rewriteCode } from './rewrite-code';
import { namesInProgram } from './string-references/names-in-program';

/** Does a text import one of the packages that moved, by the look of it? */
export function mayImport(context: RewriteContext, value: string): boolean {
  return namesPackage(context.mapping, value) && /(^|[\n;])[ \t]*(from|import)[ \t]/.test(value);
}

/** Does a text set something to the name of one of the packages, by the look of it? */
export function maySet(context: RewriteContext, value: string): boolean {
  return namesPackage(context.mapping, value) && /["']/.test(value) && /^[ \t]*[A-Za-z_]\w*\s*=/m.test(value);
}

/**
 * Edits for a program inside of another text; none when it does not parse as a whole, or where one would touch what is
 * filled in.
 * @param find more edits that are made where such a program stands
 */
export function rewriteProgram(
  context: RewriteContext,
  literal: LiteralText,
  what: string,
  find: (program: RewriteContext) => PlannedEdit[] = () => [],
): PlannedEdit[] {
  const { code, places, indentation } = dedented(literal.value);
  const inner = contextOf(context, code, literal.newline + indentation);
  if (!inner) return [];
  const program = { ...inner, newPackage: '', hasFields: literal.hasFields };
  const edits = withoutOverlaps(rewriteCode(program), [...namesInProgram(program), ...find(program)]);
  if (edits.some(({ before, text }) => before.includes(FIELD) || text.includes(FIELD))) return [];
  const placed = { ...literal, value: code, offsets: places.map((place) => literal.offsets[place]) };
  return edits.flatMap((edit) =>
    placedEdits(context.text, placed, { ...edit, evidence: `${what}: ${edit.evidence}` }),
  );
}

/** An import statement, on one line or in brackets over several. */
const IMPORT = /^[ \t]*(?:from[ \t][^\n()]*\([^()]*\)|(?:from|import)[ \t][^\n]*)/gm;

/** Edits for the import statements in a text that is no program as a whole. */
export function rewriteImportLines(
  context: RewriteContext,
  literal: LiteralText,
  what: string,
): PlannedEdit[] {
  return [...literal.value.matchAll(IMPORT)].flatMap(({ 0: value, index: start }) => {
    if (!mayImport(context, value)) return [];
    const offsets = literal.offsets.slice(start, start + value.length + 1);
    return rewriteProgram({ ...context, isPiece: true }, { ...literal, value, offsets }, what);
  });
}

/** Is a text a program, indented or not? */
export function isProgram(context: RewriteContext, value: string): boolean {
  return contextOf(context, dedented(value).code, '\n') !== null;
}

/** The context of code that stands inside of another text; null when it does not parse. */
export function contextOf(context: RewriteContext, code: string, newline: string): RewriteContext | null {
  const { path } = context.info;
  const facts = extractFacts({ path, text: code, codec: 'utf-8', bom: false, encoding: 'utf-8' });
  if (facts.parseErrors.length > 0) return null;
  return { ...context, text: code, facts, newline: newline as '\n' };
}

/** Code without the indentation that all of its lines share, and where each character of it stood. */
export function dedented(value: string): { code: string; places: number[]; indentation: string } {
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
