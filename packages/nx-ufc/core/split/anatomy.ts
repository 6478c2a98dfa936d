import { countBefore } from '../text/bisect';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { outlineOf, type TopStatement } from '../python/outline';
import { bindingsOf } from '../python/facts/resolve';
import type { FileFacts, ReferenceFact } from '../python/facts/types';
import type { SplitDefinition } from './types';

/** A module taken apart: its top-level statements and what each reads of the others. */
export interface Anatomy {
  info: ModuleInfo;
  facts: FileFacts;
  text: string;
  statements: TopStatement[];
  /** By statement: module-level names that it reads, each with the first line; its own names left out. */
  reads: Map<string, number>[];
  /** By statement: names that no scope of the file binds, builtins among them. */
  free: Set<string>[];
  /** By statement: what its imported names resolve to. */
  resolved: Set<string>[];
  /** Statements that bind a name, in order. */
  binders: Map<string, number[]>;
}

/** Null when the module does not parse or has an encoding whose bytes cannot be taken apart. */
export function anatomyOf(project: ProjectFacts, info: ModuleInfo): Anatomy | null {
  const facts = project.facts.get(info.path)!;
  const source = project.sources.get(info.path)!;
  const statements = facts.parseErrors.length > 0 || source.codec !== 'utf-8' ? null : outlineOf(source.text);
  if (!statements) return null;
  const anatomy: Anatomy = {
    info,
    facts,
    text: source.text,
    statements,
    reads: statements.map(() => new Map()),
    free: statements.map(() => new Set()),
    resolved: statements.map(() => new Set()),
    binders: new Map(),
  };
  for (const reference of facts.references) noteReference(anatomy, reference);
  for (const [name, bindings] of Object.entries(facts.scopes[0].bindings)) {
    const places = bindings.map((binding) => statementAt(statements, binding.span.start));
    anatomy.binders.set(name, [...new Set(places.filter((at) => at >= 0))]);
  }
  return anatomy;
}

function noteReference(anatomy: Anatomy, reference: ReferenceFact): void {
  const at = statementAt(anatomy.statements, reference.span.start);
  if (at < 0) return;
  const [name] = reference.parts;
  if (reference.resolved !== null) anatomy.resolved[at].add(reference.resolved);
  if (reference.bindingScope < 0) anatomy.free[at].add(name);
  else if (reference.bindingScope === 0 && !anatomy.statements[at].names.includes(name)) {
    if (!anatomy.reads[at].has(name)) anatomy.reads[at].set(name, reference.line);
  }
}

/** Index of the statement that an offset lies in, -1 when it lies in none. */
export function statementAt(statements: readonly TopStatement[], offset: number): number {
  const at = countBefore(statements, ({ span }) => span.end <= offset);
  return at < statements.length && statements[at].span.start <= offset ? at : -1;
}

/** How often a name is bound at module level; `global` in a function counts. */
export function bindingCount({ facts }: Anatomy, name: string): number {
  const own = bindingsOf(facts.scopes[0], name)?.length ?? 0;
  return own + (reboundNames(facts).has(name) ? 1 : 0);
}

const reboundCache = new WeakMap<FileFacts, Set<string>>();
function reboundNames(facts: FileFacts): Set<string> {
  const known = reboundCache.get(facts);
  if (known) return known;
  const found = new Set<string>();
  for (const scope of facts.scopes.slice(1))
    for (const [name, bindings] of Object.entries(scope.bindings))
      if (bindings.some((binding) => binding.kind === 'global')) found.add(name);
  reboundCache.set(facts, found);
  return found;
}

/** `log = logging.getLogger(__name__)`: every module has one of its own. */
export function isModuleLogger({ facts, statements }: Anatomy, at: number): boolean {
  const { kind, names, span } = statements[at];
  if (kind !== 'assignment' || names.length !== 1) return false;
  const assignment = facts.assignments.find((one) => one.scopeId === 0 && one.target === names[0]);
  if (assignment?.value?.kind !== 'call' || assignment.span.start !== span.start) return false;
  const call = facts.calls[assignment.value.call];
  if (!/^(logging\.getLogger|structlog(\.stdlib)?\.get_?[lL]ogger)$/.test(call.resolved ?? '')) return false;
  return call.arguments.every(({ value }) => value.kind === 'name' && value.name === '__name__');
}

/** May a statement stand in the old module and in a new one as well? A block may that asks for nothing but what may, too. */
export function isCopyable(anatomy: Anatomy, at: number): boolean {
  const { kind } = anatomy.statements[at];
  if (kind === 'guard')
    return [...anatomy.reads[at].keys()].every((name) =>
      (anatomy.binders.get(name) ?? []).every((binder) => binder >= at || isCopyable(anatomy, binder)),
    );
  return kind === 'import' || isModuleLogger(anatomy, at);
}

/** The definitions that a statement makes; imports and blocks make none. */
export function definitionsOf({ statements }: Anatomy, at: number): SplitDefinition[] {
  const { kind, names, line, endLine } = statements[at];
  if (kind !== 'class' && kind !== 'function' && kind !== 'assignment') return [];
  return names.map((name) => ({ name, kind, line, endLine }));
}
