import type { PlannedEdit } from '../../plan/types';
import { definesName, modulePrefixLength } from '../../project/names';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';

/** One way in which documents name modules. */
export interface DocumentReferenceKind {
  id: string;
  /** Only people read it; what was true of a release stays true of it. */
  isProse?: true;
  find(context: RewriteContext): PlannedEdit[];
}

/**
 * The edit for a dotted name at an offset of a document; empty when it names nothing that moved.
 * @param strict the name must be that of a module, or of a name that a module defines
 */
export function dottedEdit(
  context: RewriteContext,
  start: number,
  dotted: string,
  evidence: string,
  strict: boolean,
): PlannedEdit[] {
  const parts = dotted.split('.');
  if (!context.mapping.roots.has(parts[0])) return [];
  const length = modulePrefixLength(context.project, parts);
  if (length === 0) return [];
  const old = parts.slice(0, length).join('.');
  const known = length === parts.length || definesName(context.project, old, parts[length]);
  if (strict && !known) return [];
  const text = newNameOf(context.mapping, old);
  const span = { start, end: start + old.length };
  return text === old ? [] : [plannedEdit(context, span, text, 'string', evidence)];
}

/** Edits for every match of a pattern whose first group is a dotted name. */
export function matchedEdits(
  context: RewriteContext,
  id: string,
  pattern: RegExp,
  strict: boolean,
): PlannedEdit[] {
  return [...context.text.matchAll(pattern)].flatMap((match) => {
    const start = match.index + match[0].lastIndexOf(match[1]);
    return dottedEdit(context, start, match[1], `${id}: ${match[0].trim().split(/\s/)[0]}`, strict);
  });
}
