import { isModule } from '../../project/names';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf, plannedEdit } from '../context';

const IMPORTED = 'sys-modules: a module that is imported, and that something else must make';

/** Modules below a package that moved which the file imports, though they are not there. */
function missingModules(context: RewriteContext): Set<string> {
  const names = context.facts.imports.flatMap(({ kind, level, module, names }) =>
    level > 0 ? [] : kind === 'import' ? names.map(({ name }) => name) : [module],
  );
  return new Set(
    names.filter((name) => name.includes('.') && isMoved(context, name) && !isModule(context.project, name)),
  );
}

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
  const imported = missingModules(context);
  if (made.size === 0 && imported.size === 0) return [];
  return strings.flatMap((string) => {
    const edit = made.get(string.value);
    const isImported = imported.has(string.value);
    if (
      (!edit && !isImported) ||
      string.role !== 'argument' ||
      !/^\w+(\.\w+)+$/.test(string.value) ||
      isModule(context.project, string.value)
    )
      return [];
    if (edits.some((other) => isAt(string, other))) return [];
    const start = bodyOf(string);
    const span = { start, end: start + string.value.length };
    const name = newNameOf(context.mapping, string.value);
    if (!edit) return [plannedEdit(context, span, name, 'string', IMPORTED, string.line)];
    return [{ ...edit, start, end: start + edit.end - edit.start, line: string.line }];
  });
}
