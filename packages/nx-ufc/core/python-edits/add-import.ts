import type { Edit } from '../text/edits';
import type { ImportFrom, Module, Stmt } from '../python';
import { addAfter } from './add-statement';
import { newlineAt } from '../text/lines';

/**
 * Add `from module import name` at the top of a module, where its sorted place among the imports of the same root package
 * is; behind all imports when there are none of it. Nothing when it is there.
 */
export function addImport(text: string, tree: Module, module: string, name: string): Edit[] {
  const froms = tree.body.filter((statement): statement is ImportFrom => statement.type === 'ImportFrom');
  const isThere = froms.some(
    (one) =>
      one.level === 0 &&
      one.module === module &&
      one.names.some((alias) => alias.name === name && !alias.asname),
  );
  if (isThere) return [];
  const line = `from ${module} import ${name}`;
  const root = module.split('.')[0];
  const kin = froms.filter((one) => one.level === 0 && one.module?.split('.')[0] === root);
  const before = kin.filter((one) => one.module! <= module).at(-1);
  if (before) return [addAfter(text, before, [line])];
  if (kin.length > 0)
    return [{ start: kin[0].start, end: kin[0].start, text: `${line}${newlineAt(text, 0)}` }];
  const last = lastImport(tree.body);
  return last ? [addAfter(text, last, [line], 1)] : [addFirst(text, tree.body, line)];
}

function lastImport(body: readonly Stmt[]): Stmt | undefined {
  return body.filter((statement) => statement.type === 'Import' || statement.type === 'ImportFrom').at(-1);
}

/** A module without imports: behind its docstring, or at its start. */
function addFirst(text: string, body: readonly Stmt[], line: string): Edit {
  const [first] = body;
  const isDocstring =
    first?.type === 'Expr' && first.value.type === 'Constant' && /^["'rRuU]/.test(text.slice(first.start));
  if (isDocstring) return addAfter(text, first, [line], 1);
  return { start: 0, end: 0, text: `${line}${newlineAt(text, 0).repeat(3)}` };
}
