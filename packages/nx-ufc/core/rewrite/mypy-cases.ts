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
/** A block of text below a key; that of a list item begins behind its dash. */
const BLOCK =
  /^([ \t]*)(?:- )?(?<key>main|content|out):[ \t]*\|[-+\d]*[ \t]*\n(?<text>(?:(?:\1[ \t]+[^\n]*)?(?:\n|$))+?)(?=\1?[^ \t\n]|\1[ \t]?[^ \t\n]|$(?![\s\S]))/dgm;

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
  const edits = [...text.matchAll(BLOCK)].flatMap(({ groups, indices }) => {
    const [start, end] = indices!.groups!.text;
    if (groups!.key === 'out') return namesSaid(context, start, end);
    return mayImport(context, groups!.text)
      ? rewriteProgram(context, verbatim(groups!.text, start, context.newline), MYPY_CASE)
      : [];
  });
  return switchable(context, MYPY_CASE, edits);
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
