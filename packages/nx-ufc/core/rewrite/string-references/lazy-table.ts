import { parseModule } from '../../python';
import type { Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import type { StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import { isModule, packageOf } from '../../project/names';
import { relativeModuleText } from '../../project/relative';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';

/** Tables of lazy_loader and of `_LazyModule` are keyed by submodules; tables of a module's `__getattr__` have them as values. */
type Table = 'keys' | 'values';

/**
 * Submodules that a package imports when a name of theirs is asked for: `{"Name": ".mod"}`, `{"Name": "mod"}` with a
 * `__getattr__` that imports `f".{…}"`, `attach(__name__, submod_attrs={"mod": […]})`.
 */
export function lazyTables(context: RewriteContext): PlannedEdit[] {
  const table = context.info.isPackage ? tableOf(context) : null;
  const parsed = table && parseModule(context.text);
  if (!parsed?.ok) return [];
  const places = new Set<number>();
  for (const statement of parsed.module.body) collect(statement, table!, places);
  return context.facts.strings.flatMap((string) =>
    !string.bytes && !string.formatted && places.has(string.span.start) ? followed(context, string) : [],
  );
}

/** Starts of the literals in displays of dictionaries that may name a module; functions and classes hold no tables. */
function collect(node: Node, table: Table, places: Set<number>): void {
  if (/^(FunctionDef|AsyncFunctionDef|ClassDef|Lambda)$/.test(node.type)) return;
  const expr = node as Expr;
  if (expr.type === 'Dict')
    for (const one of table === 'keys' ? expr.keys : expr.values)
      if (one) places.add(one.type === 'Tuple' && one.elts[0] ? one.elts[0].start : one.start);
  if (expr.type === 'Subscript' && table === 'keys') places.add(expr.slice.start);
  for (const child of childrenOf(node)) collect(child, table, places);
}

function followed(context: RewriteContext, string: StringFact): PlannedEdit[] {
  const relative = string.value.startsWith('.');
  const name = relative ? string.value.slice(1) : string.value;
  const module = `${packageOf(context.info)}.${name}`;
  if (!/^[A-Za-z_]\w*(\.\w+)*$/.test(name) || !isModule(context.project, module)) return [];
  const target = newNameOf(context.mapping, module);
  const text = relativeModuleText(context.newPackage, target);
  if (text === null || (!relative && text.startsWith('..'))) return [];
  const start = string.span.start + string.prefix.length + string.quote.length;
  const after = relative ? text : text.slice(1);
  if (after === string.value) return [];
  const evidence = `lazy-table: ${module} is now ${target}`;
  const span = { start, end: start + string.value.length };
  return [plannedEdit(context, span, after, 'string', evidence, string.line)];
}

function tableOf({ facts, text }: RewriteContext): Table | null {
  for (const call of facts.calls) {
    if (/(^|\.)(attach|_?LazyModule)$/.test(call.callee)) return 'keys';
    if (!facts.moduleGetattr || !/(^|\.)(import_module|__import__)$/.test(call.callee)) continue;
    const [first] = call.arguments;
    const source = first ? text.slice(first.span.start, first.span.end) : '';
    if (first?.value.kind === 'literal') continue;
    const isJoined = /^[fF]?["']\.|^[fF]["']\{(__name__|__package__)\}\.|^__(name|package)__\s*\+/.test(
      source,
    );
    if (isJoined || call.arguments.length > 1) return 'values';
  }
  return null;
}
