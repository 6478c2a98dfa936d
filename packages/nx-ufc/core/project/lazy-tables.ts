import { parseModule } from '../python';
import type { Expr, Node } from '../python/ast';
import { childrenOf } from '../python/children';
import type { FileFacts, StringFact } from '../python/facts/types';
import { isModule, packageOf } from './names';
import type { ModuleInfo, ProjectFacts } from './types';

/** How a table names submodules, and how the names are imported. */
export interface LazyTable {
  /** Tables of lazy_loader and of `_LazyModule` are keyed by submodules; those of a module's `__getattr__` have them as values. */
  place: 'keys' | 'values';
  /** A dot is put before the name, so that more dots lead further up; else the name of the package is. */
  dotted: boolean;
}

/** A literal of such a table, and the submodule that it names. */
export interface LazyName {
  string: StringFact;
  module: string;
}

/**
 * Submodules that a package imports when a name of theirs is asked for: `{"Name": ".mod"}`, `{"Name": "mod"}` with a
 * `__getattr__` that imports `f".{…}"`, `attach(__name__, submod_attrs={"mod": […]})`. Null for a module without such a table.
 */
export function lazyNames(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  text: string,
): { table: LazyTable; names: LazyName[] } | null {
  const table = info.isPackage ? tableOf(facts, text) : null;
  const parsed = table && parseModule(text);
  if (!table || !parsed?.ok) return null;
  const places = new Set<number>();
  for (const statement of parsed.module.body) collect(statement, table, places);
  const names = facts.strings.flatMap((string): LazyName[] => {
    if (string.bytes || string.formatted || !places.has(string.span.start)) return [];
    const name = string.value.startsWith('.') ? string.value.slice(1) : string.value;
    const module = `${packageOf(info)}.${name}`;
    return /^[A-Za-z_]\w*(\.\w+)*$/.test(name) && isModule(project, module) ? [{ string, module }] : [];
  });
  return { table, names };
}

/** Starts of the literals in displays of dictionaries that may name a module; functions and classes hold no tables. */
function collect(node: Node, table: LazyTable, places: Set<number>): void {
  if (/^(FunctionDef|AsyncFunctionDef|ClassDef|Lambda)$/.test(node.type)) return;
  const expr = node as Expr;
  if (expr.type === 'Dict')
    for (const one of table.place === 'keys' ? expr.keys : expr.values)
      if (one) places.add(one.type === 'Tuple' && one.elts[0] ? one.elts[0].start : one.start);
  if (expr.type === 'Subscript' && table.place === 'keys') places.add(expr.slice.start);
  for (const child of childrenOf(node)) collect(child, table, places);
}

function tableOf(facts: FileFacts, text: string): LazyTable | null {
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
