import { isModule } from '../../project/names';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';

/** Modules that a program puts into `sys.modules`, where others of its literals name them: `module = Fake("pkg.made")`, `find_global("pkg.made", "X")`. */
export function madeModules(context: RewriteContext, edits: readonly PlannedEdit[]): PlannedEdit[] {
  const { strings } = context.facts;
  const bodyOf = ({ span, prefix, quote }: StringFact) => span.start + prefix.length + quote.length;
  const keys = edits.filter(({ evidence }) => evidence.startsWith('sys-modules:'));
  const isAt = (string: StringFact, edit: PlannedEdit) => bodyOf(string) === edit.start;
  const made = new Map(
    keys.flatMap((edit) =>
      strings.filter((one) => isAt(one, edit)).map((one): [string, PlannedEdit] => [one.value, edit]),
    ),
  );
  return strings.flatMap((string) => {
    const edit = made.get(string.value);
    if (
      !edit ||
      string.role !== 'argument' ||
      !/^\w+(\.\w+)+$/.test(string.value) ||
      isModule(context.project, string.value)
    )
      return [];
    if (edits.some((other) => isAt(string, other))) return [];
    const start = bodyOf(string);
    return [{ ...edit, start, end: start + edit.end - edit.start, line: string.line }];
  });
}
