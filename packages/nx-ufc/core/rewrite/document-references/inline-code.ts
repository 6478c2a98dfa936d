import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { isTornApart, targetsOf } from '../locations/targets';
import { verbatim } from '../literal-text';
import { mayImport, rewriteProgram } from '../program';
import { matchedEdits, type DocumentReferenceKind } from './kind';

const CODE = /(?<![:`])`([^`\n]+)`(?!`)/g;
const STATEMENT = /^(?:from|import) /;
const PATH = /^(?:\.\/)?([\w.-]+(?:\/[\w.-]+)+)\/?$/;

/**
 * `` `pkg.mod.name` ``: code in a sentence that is nothing but the dotted name of something that is there, the path of a file or folder that moved, or an
 * import statement.
 */
export const inlineCode: DocumentReferenceKind = {
  id: 'inline-code',
  isProse: true,
  find: (context) => [
    ...matchedEdits(context, 'inline-code', /(?<!:)`([A-Za-z_]\w*(?:\.\w+)+)(?:\(\))?`/g, true),
    ...[...context.text.matchAll(CODE)].flatMap(({ 1: code, index }) => [
      ...statement(context, code, index + 1),
      ...path(context, code, index + 1),
    ]),
  ],
};

function statement(context: RewriteContext, code: string, start: number): PlannedEdit[] {
  if (!STATEMENT.test(code) || !mayImport(context, code)) return [];
  return rewriteProgram(context, verbatim(code, start, context.newline), 'inline-code');
}

function path(context: RewriteContext, code: string, start: number): PlannedEdit[] {
  const named = PATH.exec(code)?.[1];
  const target = named === undefined ? null : placeNow(context, named);
  if (target === null || target === named) return [];
  const from = start + code.indexOf(named!);
  return [
    plannedEdit(
      context,
      { start: from, end: from + named!.length },
      target,
      'string',
      'inline-code: path of what moved',
    ),
  ];
}

/** Of a file, or of a folder that moved as a whole. */
function placeNow({ mapping, project }: RewriteContext, path: string): string | null {
  const targets = targetsOf(mapping, project);
  const isWhole = targets.isFolder(path) && !isTornApart(mapping, project, path);
  return targets.isFile(path) || isWhole ? targets.of(path) : null;
}
