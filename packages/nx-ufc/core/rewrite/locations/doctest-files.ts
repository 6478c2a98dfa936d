import { calleeLeaf, callsNamed } from '../../project/calls-named';
import type { CallFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { above, follow, relativeSegments, targetsOf } from './targets';

const RUNNERS = new Set(['DocFileSuite', 'DocFileTest', 'testfile']);

/**
 * Documents that doctest runs, by paths from the folder of the module that asks, or of the package that it is told
 * (https://docs.python.org/3/library/doctest.html#doctest.DocFileSuite).
 */
export function doctestFileEdits(context: RewriteContext): PlannedEdit[] {
  return callsNamed(context.facts, RUNNERS)
    .filter((call) => RUNNERS.has(calleeLeaf(call)) && !isFromWorkingFolder(call.arguments))
    .flatMap(({ arguments: given }) => {
      const folder = folderOf(context, given);
      const paths = given.filter(({ keyword }) => keyword === null);
      if (!folder) return [];
      return [
        ...paths.flatMap(({ string }) => pathEdit(context, string, folder)),
        ...packageEdit(context, given),
      ];
    });
}

function packageEdit(context: RewriteContext, given: CallFact['arguments']): PlannedEdit[] {
  const string = context.facts.strings[given.find(({ keyword }) => keyword === 'package')?.string ?? -1];
  const text = string && newNameOf(context.mapping, string.value);
  if (!string || text === string.value) return [];
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: string.span.end - string.quote.length };
  return [
    plannedEdit(context, span, text!, 'reference', 'file-location: package of a document', string.line),
  ];
}

function isFromWorkingFolder(given: CallFact['arguments']): boolean {
  return given.some(({ keyword }) => keyword === 'module_relative');
}

/** The folder that paths begin at: before, and now; null for a package that is not known to be of the project. */
function folderOf(
  { facts, info, mapping, project }: RewriteContext,
  given: CallFact['arguments'],
): { before: string; now: string } | null {
  const told = given.find(({ keyword }) => keyword === 'package');
  const path = told ? project.modules.get(facts.strings[told.string]?.value ?? '')?.path : info.path;
  if (path === undefined) return null;
  return { before: above(path, 1) ?? '', now: above(mapping.paths.get(path) ?? path, 1) ?? '' };
}

function pathEdit(
  context: RewriteContext,
  index: number,
  folder: { before: string; now: string },
): PlannedEdit[] {
  const string = context.facts.strings[index];
  if (!string || string.formatted || string.value.startsWith('/')) return [];
  const before = follow(folder.before, string.value.split('/'));
  const targets = targetsOf(context.mapping, context.project);
  const target = before !== null && targets.isFile(before) ? targets.of(before) : null;
  const text = target === null ? null : relativeSegments(folder.now, target).join('/');
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: string.span.end - string.quote.length };
  if (text === null || text === string.value || context.text.slice(span.start, span.end) !== string.value)
    return [];
  const evidence = `file-location: ${before} is now ${target}`;
  return [plannedEdit(context, span, text, 'reference', evidence, string.line)];
}
