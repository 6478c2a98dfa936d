import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import { type RewriteContext, plannedEdit } from '../context';
import { functionOf } from './sys-modules';

const SUBJECT = /([A-Za-z_][\w.]*)\.startswith\(\s*$/;

/**
 * `if name.startswith("pkg."): name = name[4:]`: a number that is the length of what a name begins with follows it.
 * @param edits those of literals
 */
export function prefixLengths(context: RewriteContext, edits: readonly PlannedEdit[]): PlannedEdit[] {
  const { facts, text } = context;
  const begins = edits.filter(({ start }) => SUBJECT.test(text.slice(Math.max(0, start - 101), start - 1)));
  return begins.flatMap((edit) => {
    const string = facts.strings.find(({ span }) => span.start < edit.start && edit.end <= span.end);
    return string ? lengthsOf(context, string, edit) : [];
  });
}

function lengthsOf(context: RewriteContext, string: StringFact, edit: PlannedEdit): PlannedEdit[] {
  const { facts, text } = context;
  const [, subject] = SUBJECT.exec(text.slice(Math.max(0, string.span.start - 100), string.span.start)) ?? [];
  if (subject === undefined) return [];
  const { start, end } = facts.scopes[functionOf(facts.scopes, string.scopeId)].span;
  const before = string.value.length;
  const after = before + edit.text.length - edit.before.length;
  const slice = new RegExp(
    `(?<![\\w.])${subject.replaceAll('.', '\\.')}\\[\\s*(${before})\\s*:\\s*\\]`,
    'dg',
  );
  return [...text.slice(start, end).matchAll(slice)].map(({ indices }) => {
    const [from, to] = indices![1]!;
    const span = { start: start + from, end: start + to };
    return plannedEdit(context, span, String(after), 'reference', `${edit.evidence}, its length`);
  });
}
