import type { ImportFact, ImportedName, Span } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { isMoved, newNameOf, plannedEdit, statementBefore } from './context';
import { importCycles, importEdges } from '../project/import-graph';
import { leafOf, parentOf } from '../project/module-name';
import { importedModule, isModule, isSubmodule } from '../project/names';
import { bindingsOf } from '../python/facts/resolve';
import { relativeModuleText } from '../project/relative';
import type { ProjectFacts } from '../project/types';
import { lineStart, startsLine } from '../text/lines';

interface Placed {
  item: ImportedName;
  home: string;
  /** The name to import from the new home. */
  leaf: string;
}

/**
 * Edits for `from X import a, b as c`. A name that is a submodule follows its module, an attribute follows the module
 * that X is; names that end up in different places get a statement each. Relative stays relative.
 */
export function rewriteFromImport(context: RewriteContext, fact: ImportFact): PlannedEdit[] {
  const module = importedModule(context.info, fact);
  if (module === null || module === '' || !isMoved(context, module)) return [];
  const names = fact.names.map((item) => placedName(context, fact, module, item));
  if (names.every(({ home }) => home === '')) return [plainImport(context, fact, module, names)];
  const groups = isInCycle(context, module, names) ? runsOf(names) : groupsOf(names);
  const kept = groups.at(-1)!;
  const { home: primary } = kept[0];

  const edits: PlannedEdit[] = [];
  const edit = (start: number, end: number, text: string, evidence: string) => {
    if (context.text.slice(start, end) !== text)
      edits.push(plannedEdit(context, { start, end }, text, 'import', evidence, fact.line));
  };
  const { start, end } = fact.moduleSpan!;
  edit(
    start,
    end,
    spaced(context, start, end, moduleText(context, fact, primary)),
    `${module} is now ${primary}`,
  );
  for (const placed of kept) {
    if (placed.leaf !== placed.item.name) {
      edit(
        placed.item.span.start,
        placed.item.span.end,
        itemText(placed),
        `${placed.item.name} is now ${placed.leaf}`,
      );
    }
  }
  const moved = groups.slice(0, -1);
  if (moved.length > 0) {
    const removed = new Set(moved.flat().map(({ item }) => item));
    for (const span of removalSpans(context.text, fact, removed))
      edit(span.start, span.end, '', 'imported from its new place');
    const statements = moved.map((group) => importStatement(context, fact, group));
    const before = statements.map((statement) => statementBefore(context, fact, statement)).join('');
    const places = moved.map((group) => group[0].home || group.map(({ leaf }) => leaf).join(', '));
    edit(fact.span.start, fact.span.start, before, `${module} was split: ${places.join(', ')}`);
  }
  return edits;
}

/** What was in a package is at the top now: `from acme import store` is `import au_sys_store as store`. */
function plainImport(
  context: RewriteContext,
  fact: ImportFact,
  module: string,
  placed: readonly Placed[],
): PlannedEdit {
  const names = placed.map(({ item, leaf }) => `${module}.${item.name} is now ${leaf}`);
  const text = importStatement(context, fact, placed);
  return plannedEdit(context, fact.span, text, 'import', names.join(', '), fact.line);
}

function importStatement(context: RewriteContext, fact: ImportFact, placed: readonly Placed[]): string {
  const [{ home }] = placed;
  const names = placed.map(itemText).join(', ');
  return home === '' ? `import ${names}` : `from ${moduleText(context, fact, home)} import ${names}`;
}

function placedName(context: RewriteContext, fact: ImportFact, module: string, item: ImportedName): Placed {
  const isModuleName =
    item.name !== '*' &&
    (isSubmodule(context.project, module, item.name) || isSubmoduleSoFar(context, fact, module, item.name));
  if (isModuleName) {
    const target = newNameOf(context.mapping, `${module}.${item.name}`);
    return { item, home: parentOf(target), leaf: leafOf(target) };
  }
  const home =
    context.mapping.attributes?.get(`${module}:${item.name}`) ?? newNameOf(context.mapping, module);
  return { item, home, leaf: item.name };
}

/** Names by their home, the largest group last: it keeps the statement, unless that would be a plain import. */
function groupsOf(names: readonly Placed[]): Placed[][] {
  const homes = new Map<string, Placed[]>();
  for (const placed of names) homes.set(placed.home, [...(homes.get(placed.home) ?? []), placed]);
  const groups = [...homes.values()];
  const kept = groups.reduce((best, group) =>
    best[0].home === '' || (group[0].home !== '' && group.length > best.length) ? group : best,
  );
  return [...groups.filter((group) => group !== kept), kept];
}

/** Neighbours in the list that have one home: their modules are run in the order of the list. */
function runsOf(names: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const placed of names) {
    const last = runs.at(-1);
    if (last?.[0].home === placed.home) last.push(placed);
    else runs.push([placed]);
  }
  return runs.at(-1)![0].home === '' ? groupsOf(names) : runs;
}

const modulesInCycles = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** A circle of imports works or not by the module that it is entered at. */
function isInCycle({ project }: RewriteContext, module: string, names: readonly Placed[]): boolean {
  if (names.every(({ home }) => home === names[0].home)) return false;
  const known = modulesInCycles.get(project);
  const inCycles = known ?? new Set(importCycles(importEdges(project)).flat());
  if (!known) modulesInCycles.set(project, inCycles);
  return names.some(({ item }) => inCycles.has(`${module}.${item.name}`));
}

/** An `__init__` imports its submodule before it binds the name to something else: `from . import name` above `from .name import name`. */
function isSubmoduleSoFar(
  { project, info, facts }: RewriteContext,
  { scopeId, span }: ImportFact,
  module: string,
  name: string,
): boolean {
  if (!info.isPackage || module !== info.name || scopeId !== 0 || !isModule(project, `${module}.${name}`))
    return false;
  const earlier = (other: { span: { start: number } }) => other.span.start < span.start;
  const stars = facts.imports.filter((one) => one.scopeId === 0 && one.names[0]?.name === '*');
  return !stars.some(earlier) && !(bindingsOf(facts.scopes[0], name) ?? []).some(earlier);
}

function moduleText(context: RewriteContext, fact: ImportFact, home: string): string {
  return (fact.level > 0 ? relativeModuleText(context.newPackage, home) : null) ?? home;
}

/** `from.x import y` and `from .import y` are valid without spaces; the new text may not be. */
function spaced(context: RewriteContext, start: number, end: number, text: string): string {
  const before = !text.startsWith('.') && /[\w]/.test(context.text[start - 1] ?? ' ') ? ' ' : '';
  const after = !text.endsWith('.') && /[\w]/.test(context.text[end] ?? ' ') ? ' ' : '';
  return before + text + after;
}

function itemText({ item, leaf }: Placed): string {
  const bound = item.alias ?? item.name;
  return leaf === bound && item.alias === null ? leaf : `${leaf} as ${bound}`;
}

/**
 * How to take names out of an import list without touching what stays, comments included. On one line they go with what joins them to a
 * name that stays; in a list over several lines a name goes with its comma, and with its line when nothing else is on it.
 */
export function removalSpans(text: string, fact: ImportFact, removed: ReadonlySet<ImportedName>): Span[] {
  const last = fact.names[fact.names.length - 1].span.end;
  const list = text.slice(fact.names[0].span.start, last);
  const parenthesised = text.slice(last, fact.span.end).includes(')');
  if (!parenthesised || !/[\r\n#]/.test(list)) return removedOnOneLine(fact.names, removed);
  return fact.names
    .filter((name) => removed.has(name))
    .map((name) => {
      const comma = /^[ \t]*,/.exec(text.slice(name.span.end, fact.span.end))?.[0].length ?? 0;
      let { start } = name.span;
      let end = name.span.end + comma;
      const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
      if (rest && startsLine(text, start)) {
        start = lineStart(text, start);
        end += rest[0].length;
      } else {
        end += /^[ \t]*/.exec(text.slice(end))![0].length;
      }
      return { start, end };
    });
}

/** With the comma behind the name before, or up to the next name where none before it stays. */
function removedOnOneLine(names: readonly ImportedName[], removed: ReadonlySet<ImportedName>): Span[] {
  const first = names.findIndex((name) => !removed.has(name));
  return names.flatMap((name, at) => {
    if (!removed.has(name)) return [];
    return at < first
      ? [{ start: name.span.start, end: names[at + 1].span.start }]
      : [{ start: names[at - 1].span.end, end: name.span.end }];
  });
}
