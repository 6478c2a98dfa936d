import { parseModule } from '../../python';
import type { Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import type { StringFact } from '../../python/facts/types';
import { isModule, packageOf } from '../../project/names';
import { relativeModuleText } from '../../project/relative';
import type { Rewrite, RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { joined, proposedEdit, switchable } from '../proposal';

/** How a table names submodules, and how the names are imported. */
interface Table {
  /** Tables of lazy_loader and of `_LazyModule` are keyed by submodules; those of a module's `__getattr__` have them as values. */
  place: 'keys' | 'values';
  /** A dot is put before the name, so that more dots lead further up; else the name of the package is. */
  dotted: boolean;
}

/**
 * Submodules that a package imports when a name of theirs is asked for: `{"Name": ".mod"}`, `{"Name": "mod"}` with a
 * `__getattr__` that imports `f".{…}"`, `attach(__name__, submod_attrs={"mod": […]})`.
 */
export function lazyTables(context: RewriteContext): Rewrite {
  const table = context.info.isPackage ? tableOf(context) : null;
  const parsed = table && parseModule(context.text);
  if (!table || !parsed?.ok) return { edits: [], review: [] };
  const places = new Set<number>();
  for (const statement of parsed.module.body) collect(statement, table, places);
  return joined(
    context.facts.strings
      .filter((string) => !string.bytes && !string.formatted && places.has(string.span.start))
      .map((string) => followed(context, string, table)),
  );
}

/** Starts of the literals in displays of dictionaries that may name a module; functions and classes hold no tables. */
function collect(node: Node, table: Table, places: Set<number>): void {
  if (/^(FunctionDef|AsyncFunctionDef|ClassDef|Lambda)$/.test(node.type)) return;
  const expr = node as Expr;
  if (expr.type === 'Dict')
    for (const one of table.place === 'keys' ? expr.keys : expr.values)
      if (one) places.add(one.type === 'Tuple' && one.elts[0] ? one.elts[0].start : one.start);
  if (expr.type === 'Subscript' && table.place === 'keys') places.add(expr.slice.start);
  for (const child of childrenOf(node)) collect(child, table, places);
}

function followed(context: RewriteContext, string: StringFact, table: Table): Rewrite {
  const relative = string.value.startsWith('.');
  const name = relative ? string.value.slice(1) : string.value;
  const module = `${packageOf(context.info)}.${name}`;
  const nothing = { edits: [], review: [] };
  if (!/^[A-Za-z_]\w*(\.\w+)*$/.test(name) || !isModule(context.project, module)) return nothing;
  const target = newNameOf(context.mapping, module);
  const text = relativeModuleText(context.newPackage, target);
  const after = relative ? text : (text?.slice(1) ?? null);
  if (text === null || after === null || after === string.value) return nothing;
  const start = string.span.start + string.prefix.length + string.quote.length;
  const evidence = `lazy-table: ${module} is now ${target}`;
  const span = { start, end: start + string.value.length };
  const edit = plannedEdit(context, span, after, 'string', evidence, string.line);
  if (relative || table.dotted || !text.startsWith('..')) return switchable(context, 'lazy-table', [edit]);
  const message = `${module} is now ${target}, which a name below ${context.newPackage} does not reach; change how the table is read`;
  return { edits: [], review: [proposedEdit(context, { ...edit, text: target }, 'LAZY_TABLE', message)] };
}

function tableOf({ facts, text }: RewriteContext): Table | null {
  for (const call of facts.calls) {
    const maker = /(?:^|\.)(attach|_?LazyModule)$/.exec(call.callee);
    if (maker) return { place: 'keys', dotted: maker[1] !== 'attach' };
    if (!facts.moduleGetattr || !/(^|\.)(import_module|__import__)$/.test(call.callee)) continue;
    const [first] = call.arguments;
    if (!first || first.value.kind === 'literal') continue;
    const source = text.slice(first.span.start, first.span.end);
    const dotted = /^[fF]?["']\./.test(source);
    if (dotted || call.arguments.length > 1 || /^([fF]["']\{)?__(name|package)__\b/.test(source))
      return { place: 'values', dotted };
  }
  return null;
}
