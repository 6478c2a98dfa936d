import type { Span } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import { isCopyable, type Anatomy } from './anatomy';

/** How a new module reads names of others: relatively in a package, by bare name beside it. */
export interface PartImports {
  /** Module text for an import from a sibling: `.app_models` or `app_models`. */
  moduleText(path: string): string;
  /** The part that a name went to; null for one that stays or is imported. */
  homeOf(name: string): string | null;
}

const MAX_WIDTH = 88;

/** The pieces of a new module: a docstring, the imports that its definitions need, and the definitions as they stood. */
export function partPieces(
  anatomy: Anatomy,
  members: readonly number[],
  path: string,
  docstring: string,
  imports: PartImports,
): (Span | string)[] {
  const newline = anatomy.text.includes('\r\n') ? '\r\n' : '\n';
  const needed = neededNames(anatomy, members);
  const pieces: (Span | string)[] = [`"""${docstring}"""${newline}`];
  for (const group of headerOf(anatomy, needed, siblingImports(needed, path, imports))) {
    if (group.length > 0) pieces.push(newline);
    for (const head of group) {
      if (typeof head === 'string') pieces.push(head.replaceAll('\n', newline) + newline);
      else pieces.push(head, ...lineEnd(anatomy.text, head, newline));
    }
  }
  members.forEach((at, i) => {
    const { block, kind } = anatomy.statements[at];
    const before = anatomy.statements[members[i - 1]];
    const spaced = kind !== 'assignment' || before?.kind !== 'assignment';
    if (spaced) pieces.push(newline.repeat(i === 0 && kind === 'assignment' ? 1 : 2));
    pieces.push({ ...block }, ...lineEnd(anatomy.text, block, newline));
  });
  return pieces;
}

function lineEnd(text: string, { end }: Span, newline: string): string[] {
  return /[\r\n]$/.test(text.slice(0, end)) ? [] : [newline];
}

/** The names that definitions read, and those that the copied statements read which bind them. */
function neededNames(anatomy: Anatomy, members: readonly number[]): Set<string> {
  const needed = new Set<string>();
  const queue = [...members];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const name of anatomy.reads[at].keys()) {
      if (needed.has(name)) continue;
      needed.add(name);
      queue.push(...(anatomy.binders.get(name) ?? []).filter((binder) => isCopyable(anatomy, binder)));
    }
  }
  return needed;
}

/** Groups with a blank line between them: `__future__`, imports, blocks of imports, loggers. */
function headerOf(
  anatomy: Anatomy,
  needed: ReadonlySet<string>,
  siblings: readonly string[],
): (Span | string)[][] {
  const future: string[] = [];
  const imports: string[] = [];
  const blocks: Span[] = [];
  const loggers: Span[] = [];
  anatomy.statements.forEach(({ kind, block, span }, at) => {
    if (!isCopyable(anatomy, at)) return;
    if (kind === 'import') {
      const isFuture = /^from\s+__future__\b/.test(anatomy.text.slice(span.start, span.end));
      (isFuture ? future : imports).push(...importText(anatomy, at, needed));
    } else if ([...needed].some((name) => anatomy.binders.get(name)?.includes(at)))
      (kind === 'guard' ? blocks : loggers).push({ ...block });
  });
  return [future, [...imports, ...siblings], blocks, loggers];
}

/** An import statement with only the names that are needed, in the words of the original. */
function importText(anatomy: Anatomy, at: number, needed: ReadonlySet<string>): string[] {
  const { facts, text, statements } = anatomy;
  const fact = facts.imports.find(({ span }) => span.start === statements[at].span.start);
  if (!fact) return [];
  const wanted = fact.names.filter((item, sub) => {
    if (fact.module === '__future__' || item.name === '*') return true;
    const bound = item.alias ?? (fact.kind === 'import' ? item.name.split('.')[0] : item.name);
    const index = facts.imports.indexOf(fact);
    return (
      needed.has(bound) &&
      bindingsOf(facts.scopes[0], bound)!.some((one) => one.index === index && one.sub === sub)
    );
  });
  if (wanted.length === 0) return [];
  const items = wanted.map(({ span }) => text.slice(span.start, span.end));
  if (fact.kind === 'import') return items.map((item) => `import ${item}`);
  return [importLine(text.slice(fact.moduleSpan!.start, fact.moduleSpan!.end), items)];
}

function siblingImports(needed: ReadonlySet<string>, path: string, imports: PartImports): string[] {
  const byHome = new Map<string, string[]>();
  for (const name of needed) {
    const home = imports.homeOf(name);
    if (home === null || home === path) continue;
    byHome.set(home, [...(byHome.get(home) ?? []), name]);
  }
  return [...byHome].sort().map(([home, names]) => importLine(imports.moduleText(home), names.sort()));
}

/** `from x import a, b`, in brackets over several lines when it is long. */
export function importLine(module: string, items: readonly string[]): string {
  const line = `from ${module} import ${items.join(', ')}`;
  return line.length <= MAX_WIDTH
    ? line
    : `from ${module} import (\n${items.map((item) => `    ${item},\n`).join('')})`;
}
