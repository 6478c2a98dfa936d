import { parseModule } from '../../python';
import type { Dict, Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import { definesName, modulePrefixLength } from '../../project/names';
import { STDLIB_MODULES } from '../../project/stdlib';
import type { RewriteContext } from '../context';
import { isInList, nextItem, previousItem, type StringReference, type StringReferenceKind } from './kind';

/**
 * The package's name as a key of a table that has modules below it as keys, too: `{"pkg": …, "pkg.mod": …}`, or
 * `table["pkg"]` beside `table["pkg.mod"]`; or of one that says by module what it offers: `{"pkg": ["Name"], "os": ["PathLike"]}`.
 * Or an item of a list, beside a module below it: `["pkg", "pkg.mod"]`.
 */
export const moduleTable: StringReferenceKind = {
  id: 'module-table',
  match(reference) {
    const { whole, moduleLength, path, string } = reference;
    if (!whole || string.formatted || moduleLength !== path.parts.length) return null;
    if (string.role === 'subscript') return verdict(reference, subscripts(reference));
    if (string.role !== 'key') return besideModule(reference);
    const table = tableAround(reference);
    if (table && saysWhatModulesOffer(reference, table)) return 'key of a table of modules';
    return verdict(reference, table ? table.keys.map(textOf) : []);
  },
};

/** Side by side in a call or a tuple, a name and a module may be two things: `Blueprint("pkg", "pkg.views")`. */
function besideModule(reference: StringReference): string | null {
  if (!isInList(reference)) return null;
  const beside = [previousItem(reference), nextItem(reference)];
  return beside.some((item) => item !== null && isBelow(reference, item))
    ? 'item of a list of modules'
    : null;
}

function verdict(reference: StringReference, others: readonly (string | null)[]): string | null {
  return others.some((key) => key !== null && isBelow(reference, key)) ? 'key of a table of modules' : null;
}

/** All keys are modules, some of them of the standard library, and the value is a list of names that the module defines. */
function saysWhatModulesOffer({ context: { project }, string }: StringReference, table: Dict): boolean {
  const keys = table.keys.map(textOf);
  const own = table.values[keys.indexOf(string.value)];
  const names = own && 'elts' in own ? own.elts.map(textOf) : [];
  return (
    keys.length > 2 &&
    keys.every((key) => key === string.value || (key !== null && STDLIB_MODULES.has(key.split('.')[0]))) &&
    names.length > 0 &&
    names.every((name) => name !== null && definesName(project, string.value, name))
  );
}

function textOf(expr: Expr | null): string | null {
  return expr?.type === 'Constant' && expr.value.kind === 'str' ? expr.value.value : null;
}

function isBelow({ context: { project }, path }: StringReference, key: string): boolean {
  const parts = key.split('.');
  return (
    parts.length > path.parts.length &&
    path.parts.every((part, i) => parts[i] === part) &&
    modulePrefixLength(project, parts) === parts.length
  );
}

/** What else the table is asked for by literals in this file. */
function subscripts({ context, string }: StringReference): string[] {
  const table = tableBefore(context, string.span.start);
  if (table === null) return [];
  return context.facts.strings
    .filter((other) => other.role === 'subscript' && tableBefore(context, other.span.start) === table)
    .map((other) => other.value);
}

function tableBefore({ text }: RewriteContext, start: number): string | null {
  return /([A-Za-z_][\w.]*)\s*\[\s*$/.exec(text.slice(Math.max(0, start - 100), start))?.[1] ?? null;
}

function tableAround({ context, string }: StringReference): Dict | null {
  const mayBe = context.facts.strings.some(
    ({ role, value }) =>
      role === 'key' && (value.startsWith(`${string.value}.`) || STDLIB_MODULES.has(value.split('.')[0])),
  );
  return mayBe ? tableAt(context, string.span.start) : null;
}

/** The display of a dictionary that has a key starting there. */
export function tableAt({ text }: RewriteContext, start: number): Dict | null {
  const parsed = parseModule(text);
  return parsed.ok ? tableWith(parsed.module, start) : null;
}

function tableWith(node: Node, start: number): Dict | null {
  const expr = node as Expr;
  if (expr.type === 'Dict' && expr.keys.some((key) => key?.start === start)) return expr;
  const inner = childrenOf(node).find((child) => child.start <= start && start < child.end);
  return inner ? tableWith(inner, start) : null;
}
