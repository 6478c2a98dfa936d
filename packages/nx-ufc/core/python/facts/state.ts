import type { LineIndex } from '../line-index';
import { lineOf } from '../line-index';
import type { BindingFact, FileFacts, ReferenceFact, RunScope, ScopeFact, Span, StringFact } from './types';

/** Where the visitor stands; a new object per nesting, so nothing has to be restored. */
export interface Place {
  scopeId: number;
  /** Index of the enclosing function, or -1. */
  function: number;
  /** Index of the class whose body this is directly, or -1. */
  class: number;
  run: RunScope;
  guarded: boolean;
  qualifier: string;
}

/** A reference before its root is resolved. */
export type PendingReference = Omit<ReferenceFact, 'bindingScope' | 'resolved' | 'line'>;

export interface Extraction {
  text: string;
  lines: LineIndex;
  facts: FileFacts;
  pending: PendingReference[];
  /** Names to resolve once all bindings are known. */
  later: { parts: string[]; scopeId: number; set: (resolved: string | null) => void }[];
  /** Names read in a scope or below it and not bound on the way, by scope. */
  used: Set<string>[];
}

/** What a string literal is used for, handed down to it. */
export interface StringUse {
  role: StringFact['role'];
  call: number;
  name: string | null;
}
export const OTHER_USE: StringUse = { role: 'other', call: -1, name: null };

export function lineAt(x: Extraction, offset: number): number {
  return lineOf(x.lines, offset);
}

/** Line and column from 1 and the span of a node. */
export function placed(x: Extraction, node: Span): { line: number; column: number; span: Span } {
  const line = lineAt(x, node.start);
  return {
    line,
    column: node.start - x.lines.starts[line - 1] + 1,
    span: { start: node.start, end: node.end },
  };
}

export function openScope(
  x: Extraction,
  kind: ScopeFact['kind'],
  parent: number,
  name: string,
  span: Span,
): number {
  x.facts.scopes.push({ kind, parent, name, span: { start: span.start, end: span.end }, bindings: {} });
  x.used.push(new Set());
  return x.facts.scopes.length - 1;
}

/** Hand the free names of a finished scope to the one around it. */
export function closeScope(x: Extraction, scopeId: number): void {
  const scope = x.facts.scopes[scopeId];
  if (scope.parent < 0) return;
  const outer = x.used[scope.parent];
  for (const name of x.used[scopeId]) {
    if (scope.kind === 'class' || !Object.hasOwn(scope.bindings, name)) outer.add(name);
  }
}

/** Bind a name; a `global` declaration in the scope sends it to the module, `nonlocal` to the function that has it. */
export function bind(
  x: Extraction,
  scopeId: number,
  name: string,
  kind: BindingFact['kind'],
  span: Span,
  index = -1,
  sub = -1,
): void {
  const { scopes } = x.facts;
  const target = kind === 'global' || kind === 'nonlocal' ? scopeId : declaredScope(scopes, scopeId, name);
  const { bindings } = scopes[target];
  const fact: BindingFact = {
    kind,
    index,
    sub,
    span: { start: span.start, end: span.end },
    line: lineAt(x, span.start),
  };
  if (Object.hasOwn(bindings, name)) bindings[name].push(fact);
  else
    Object.defineProperty(bindings, name, {
      value: [fact],
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

function declaredScope(scopes: ScopeFact[], scopeId: number, name: string): number {
  const known = Object.hasOwn(scopes[scopeId].bindings, name) ? scopes[scopeId].bindings[name] : [];
  if (known.some((binding) => binding.kind === 'global')) return 0;
  if (!known.some((binding) => binding.kind === 'nonlocal')) return scopeId;
  for (let parent = scopes[scopeId].parent; parent > 0; parent = scopes[parent].parent) {
    if (scopes[parent].kind !== 'class' && Object.hasOwn(scopes[parent].bindings, name)) return parent;
  }
  return scopeId;
}

/** Source of a node, cut after 200 characters. */
export function sourceOf(x: Extraction, node: Span): string {
  return x.text.slice(node.start, Math.min(node.end, node.start + 200));
}
