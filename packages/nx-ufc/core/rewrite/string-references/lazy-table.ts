import { lazyNames, type LazyName, type LazyTable } from '../../project/lazy-tables';
import { relativeModuleText } from '../../project/relative';
import type { Rewrite, RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { joined, proposedEdit, switchable } from '../proposal';

/** Submodules in tables of what a package imports when it is asked for, see `lazyNames`. */
export function lazyTables(context: RewriteContext): Rewrite {
  const found = lazyNames(context.project, context.info, context.facts, context.text);
  if (!found) return { edits: [], review: [] };
  return joined(found.names.map((name) => followed(context, name, found.table)));
}

function followed(context: RewriteContext, { string, module }: LazyName, table: LazyTable): Rewrite {
  const relative = string.value.startsWith('.');
  const target = newNameOf(context.mapping, module);
  const text = relativeModuleText(context.newPackage, target);
  const after = relative ? text : (text?.slice(1) ?? null);
  if (text === null || after === null || after === string.value) return { edits: [], review: [] };
  const start = string.span.start + string.prefix.length + string.quote.length;
  const evidence = `lazy-table: ${module} is now ${target}`;
  const span = { start, end: start + string.value.length };
  const edit = plannedEdit(context, span, after, 'string', evidence, string.line);
  if (relative || table.dotted || !text.startsWith('..')) return switchable(context, 'lazy-table', [edit]);
  const message = `${module} is now ${target}, which a name below ${context.newPackage} does not reach; change how the table is read`;
  return { edits: [], review: [proposedEdit(context, { ...edit, text: target }, 'LAZY_TABLE', message)] };
}
