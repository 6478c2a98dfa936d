import type { StringFact } from '../../python/facts/types';
import type { PlannedEdit, ReviewItem } from '../../plan/types';
import type { RewriteContext, Rewrite } from '../context';
import { newNameOf, plannedEdit } from '../context';
import type { DottedPath } from '../dotted-paths';
import { BETWEEN_PARTS } from '../literal-text';
import { findDottedPaths } from '../dotted-paths';
import { definesName, modulePrefixLength } from '../../project/names';
import { attributeError } from './attribute-error';
import { classRepr } from './class-repr';
import { distributionName } from './distribution-name';
import { docstringRole } from './docstring-role';
import { dottedPath } from './dotted-path';
import { frameName } from './frame-name';
import { importString } from './import-string';
import { importText } from './import-text';
import { ipythonExtension } from './ipython-extension';
import type { StringReference, StringReferenceKind } from './kind';
import { isEntryPointGroup } from './entry-point-group';
import { logLine } from './log-line';
import { loggerName } from './logger-name';
import { patchTarget } from './patch-target';
import { pythonM } from './python-m';
import { sysModules } from './sys-modules';

/** Every kind of string reference; the first that is certain decides. */
export const STRING_REFERENCE_KINDS: readonly StringReferenceKind[] = [
  patchTarget,
  importString,
  loggerName,
  ipythonExtension,
  pythonM,
  sysModules,
  docstringRole,
  dottedPath,
  classRepr,
  attributeError,
  importText,
  frameName,
  logLine,
];

/** Edits for the certain references in string literals, and a review item for each literal that may be one. */
export function rewriteStrings(context: RewriteContext): Rewrite {
  const edits: PlannedEdit[] = [];
  const review: ReviewItem[] = [];
  for (const string of context.facts.strings) {
    if (string.bytes) continue;
    const renamed = distributionName(context, string);
    if (renamed) {
      edits.push(renamed);
      continue;
    }
    for (const path of findDottedPaths(
      context.text,
      context.mapping.roots,
      bodyStart(string),
      bodyEnd(string),
    )) {
      const reference = describe(context, string, path);
      if (isEntryPointGroup(reference)) continue;
      const evidence = firstMatch(reference);
      if (evidence !== null) edits.push(...follow(reference, evidence));
      else if (reference.moduleLength >= 2 && string.role !== 'docstring') review.push(doubt(reference));
    }
  }
  return { edits, review };
}

function firstMatch(reference: StringReference): string | null {
  for (const kind of STRING_REFERENCE_KINDS) {
    const evidence = kind.match(reference);
    if (evidence !== null) return `${kind.id}: ${evidence}`;
  }
  return null;
}

function describe(context: RewriteContext, string: StringFact, path: DottedPath): StringReference {
  const moduleLength = modulePrefixLength(context.project, path.parts);
  const rest = path.parts[moduleLength];
  const module = path.parts.slice(0, moduleLength).join('.');
  const call = string.role === 'argument' && string.call >= 0 ? context.facts.calls[string.call] : null;
  return {
    context,
    string,
    path,
    whole: path.start === bodyStart(string) && path.end === bodyEnd(string) && !isPart(context, string),
    moduleLength,
    known: moduleLength > 0 && (rest === undefined || definesName(context.project, module, rest)),
    call,
    position: call
      ? call.arguments.findIndex(
          (a) => a.keyword === null && a.span.start <= string.span.start && string.span.end <= a.span.end,
        )
      : -1,
  };
}

/** One literal of an implicit concatenation: what it says goes on in its neighbour. */
function isPart({ facts, text }: RewriteContext, string: StringFact): boolean {
  const at = facts.strings.indexOf(string);
  const touches = (a: StringFact | undefined, b: StringFact | undefined) =>
    a !== undefined && b !== undefined && BETWEEN_PARTS.test(text.slice(a.span.end, b.span.start));
  return touches(facts.strings[at - 1], string) || touches(string, facts.strings[at + 1]);
}

function follow({ context, path, moduleLength }: StringReference, evidence: string): PlannedEdit[] {
  if (moduleLength === 0) return [];
  const target = newNameOf(context.mapping, path.parts.slice(0, moduleLength).join('.'));
  const span = { start: path.start, end: path.partEnds[moduleLength - 1] };
  const text = target.replaceAll('.', path.separator);
  return text === context.text.slice(span.start, span.end)
    ? []
    : [plannedEdit(context, span, text, 'string', evidence)];
}

function doubt({ context, string, path, moduleLength }: StringReference): ReviewItem {
  const old = path.parts.join('.');
  const target = newNameOf(context.mapping, path.parts.slice(0, moduleLength).join('.'));
  return {
    path: context.info.path,
    line: string.line,
    column: string.column,
    rule: 'STRING_REFERENCE',
    message: `"${old}" may name a module that is now ${target}; left as it is`,
  };
}

function bodyStart(string: StringFact): number {
  return string.span.start + string.prefix.length + string.quote.length;
}

function bodyEnd(string: StringFact): number {
  return string.span.end - string.quote.length;
}
