import type { CallFact, FileFacts } from '../python/facts/types';
import { leafOf } from './module-name';

const known = new WeakMap<FileFacts, ReadonlyMap<string, readonly CallFact[]>>();

/**
 * Calls of a file by the last part of what they call, as it is written or as it is imported, in source order. A file calls a thousand times, but
 * few names: rules that look for some of them ask here first.
 */
export function callsNamed(
  facts: FileFacts,
  named: ReadonlySet<string> | ((leaf: string) => boolean),
): readonly CallFact[] {
  const index = callsByName(facts);
  const names = typeof named === 'function' ? [...index.keys()].filter(named) : namesIn(index, named);
  if (names.length === 0) return [];
  if (names.length === 1) return index.get(names[0])!;
  const found = names.flatMap((name) => index.get(name)!);
  return [...new Set(found)].sort((a, b) => a.span.start - b.span.start);
}

function namesIn(index: ReadonlyMap<string, unknown>, named: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (const name of named) if (index.has(name)) names.push(name);
  return names;
}

/** The last part of the name of what is called. */
export function calleeLeaf({ callee }: CallFact): string {
  return leafOf(callee);
}

function callsByName(facts: FileFacts): ReadonlyMap<string, readonly CallFact[]> {
  const before = known.get(facts);
  if (before) return before;
  const index = new Map<string, CallFact[]>();
  const add = (name: string, call: CallFact) => {
    const calls = index.get(name);
    if (calls) calls.push(call);
    else index.set(name, [call]);
  };
  for (const call of facts.calls) {
    const written = leafOf(call.callee);
    add(written, call);
    const imported = call.resolved === null ? written : leafOf(call.resolved);
    if (imported !== written) add(imported, call);
  }
  known.set(facts, index);
  return index;
}
