import type { PlannedEdit } from '../../plan/types';
import { isModule } from '../../project/names';
import type { Span } from '../../python/facts/types';
import { lineNumberAt } from '../../text/lines';
import type { RewriteContext } from '../context';
import { indentationOf, isMoved, newNameOf } from '../context';
import { rewriteFromImport } from '../from-import';
import { rewritePlainImport } from '../plain-import';
import { contextOf } from '../program';
import type { LexedCython } from './lexed';

const FROM = /^from\b[^#'"]*?[\s.]\bcimport\b/;
/** An import statement behind another one, or behind what it depends on. */
const BEHIND = /[;:][ \t]*(from\b.*\bc?import|c?import)\b/;
const PLAIN = /^cimport\b/;

/**
 * Edits for one logical line of Cython that is an import statement; null when it names what moved in a way that only the whole
 * file could answer: `import pkg.mod` binds `pkg`, whose attributes are anywhere.
 * @param context of the file
 */
export function rewriteCythonImport(
  context: RewriteContext,
  lexed: LexedCython,
  line: Span,
): PlannedEdit[] | null {
  const source = context.text.slice(line.start, line.end);
  if (!/^(from|c?import)\b/.test(source)) return BEHIND.test(source) && names(context, source) ? null : [];
  const statement = asPython(source);
  const indentation = indentationOf(context.text, line.start);
  // A statement behind another one on its line has no line of its own to be split into.
  const inner =
    indentation === null
      ? null
      : contextOf({ ...context, isPiece: true }, statement.text, context.newline + indentation);
  if (!inner || inner.facts.imports.length !== 1) return names(context, source) ? null : [];
  const [fact] = inner.facts.imports;
  if (
    fact.kind === 'import' &&
    fact.names.some((item) => item.alias === null && !keepsName(context, lexed, item.name))
  )
    return null;
  const isUnplaced = fact.kind === 'from' && fact.level > 0 && context.newPackage === '';
  if (isUnplaced) return null;
  const edits = fact.kind === 'from' ? rewriteFromImport(inner, fact) : rewritePlainImport(inner, fact);
  return edits.map((edit) => ({
    ...edit,
    start: edit.start + line.start,
    end: edit.end + line.start,
    line: lineNumberAt(context.text, line.start + edit.start),
    text: statement.isCompiled ? edit.text.replace(/\bimport\b/g, 'cimport') : edit.text,
    before: source.slice(edit.start, edit.end),
  }));
}

/**
 * Is the name that `import name` binds all that can be meant by it? That of another distribution is, and that of the package where the code goes
 * through it to no module that is elsewhere now: `import pkg` and `pkg.__file__`.
 */
function keepsName(context: RewriteContext, { texts }: LexedCython, name: string): boolean {
  if (!isMoved(context, name)) return true;
  if (name.includes('.')) return false;
  const isText = (at: number) => texts.some(({ start, end }) => start <= at && at < end);
  const chains = context.text.matchAll(new RegExp(String.raw`\b${name}\s*\.\s*(\w+)`, 'g'));
  return [...chains].every(({ index, 1: next }) => {
    const full = `${name}.${next}`;
    const stays = newNameOf(context.mapping, full) === `${newNameOf(context.mapping, name)}.${next}`;
    return isText(index) || stays || !isModule(context.project, full);
  });
}

/** The same statement as Python has it, character by character: `cimport` is `import` and a space. */
function asPython(source: string): { text: string; isCompiled: boolean } {
  if (PLAIN.test(source)) return { text: `import ${source.slice('cimport'.length)}`, isCompiled: true };
  const end = FROM.exec(source)?.[0].length;
  if (end === undefined) return { text: source, isCompiled: false };
  return { text: `${source.slice(0, end - 'cimport'.length)} import${source.slice(end)}`, isCompiled: true };
}

function names({ mapping }: RewriteContext, source: string): boolean {
  return /\bfrom\s*\./.test(source) || [...mapping.roots].some((root) => source.includes(root));
}
