import { definesName, modulePrefixLength } from '../project/names';
import type { ProjectFacts } from '../project/types';
import type { PlannedEdit } from '../plan/types';
import type { Rewrite, RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { documentContext } from './document';
import { findDottedPaths } from './dotted-paths';
import { verbatim } from './literal-text';
import type { MoveMapping } from './mapping';
import { mayImport, rewriteProgram } from './program';
import { switchable } from './proposal';
import { lineNumberAt } from '../text/lines';

export const MYPY_CASE = 'mypy-case';

const YAML = /\.ya?ml$/;
/** A key whose value is a block of text on the lines below; that of a list item begins behind its dash. */
const KEY = /^([ \t]*(?:- )?)(main|content|out):[ \t]*\|[-+\d]*[ \t]*\n/gm;

/** Is a file one of cases of pytest-mypy-plugins (https://github.com/typeddjango/pytest-mypy-plugins#usage)? */
export function hasMypyCases(path: string, text: string): boolean {
  return YAML.test(path) && /^- case:/m.test(text) && /^[ \t]+main:[ \t]*\|/m.test(text);
}

/** Programs that mypy checks, and what it says of them: definitions by their full names. */
export function rewriteMypyCases(
  project: ProjectFacts,
  mapping: MoveMapping,
  { path, text }: { path: string; text: string },
): Rewrite {
  const context = documentContext(project, mapping, path, text);
  const edits = [...text.matchAll(KEY)].flatMap(({ 0: head, 1: indentation, 2: key, index }) => {
    const start = index + head.length;
    const end = blockEnd(text, start, indentation.length);
    if (key === 'out') return namesSaid(context, start, end);
    const code = text.slice(start, end);
    return mayImport(context, code)
      ? rewriteProgram(context, verbatim(code, start, context.newline), MYPY_CASE)
      : [];
  });
  return switchable(context, MYPY_CASE, edits);
}

/** A block goes on as long as its lines are empty, or indented further than its key. */
function blockEnd(text: string, start: number, indentation: number): number {
  let end = start;
  while (end < text.length) {
    const next = text.indexOf('\n', end) + 1 || text.length;
    const line = text.slice(end, next);
    if (line.trim() !== '' && line.search(/\S/) <= indentation) break;
    end = next;
  }
  return end;
}

function namesSaid(context: RewriteContext, start: number, end: number): PlannedEdit[] {
  const { text, mapping, project } = context;
  return findDottedPaths(text, mapping.roots, start, end).flatMap(({ parts, partEnds, start: from }) => {
    const length = modulePrefixLength(project, parts);
    const module = parts.slice(0, length).join('.');
    if (length === 0 || length === parts.length || !definesName(project, module, parts[length])) return [];
    const span = { start: from, end: partEnds[length - 1] };
    const evidence = `${MYPY_CASE}: a definition that mypy names`;
    return [
      plannedEdit(context, span, newNameOf(mapping, module), 'string', evidence, lineNumberAt(text, from)),
    ];
  });
}
