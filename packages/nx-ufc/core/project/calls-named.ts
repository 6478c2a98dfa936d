import type { CallFact, FileFacts } from '../python/facts/types';
import { leafOf } from './module-name';

const known = new WeakMap<FileFacts, ReadonlyMap<string, readonly CallFact[]>>();

/**
 * Calls of a file by the last part of what they call, as it is written or as it is imported, in source order. A file calls a thousand times, but
 * few names: rules that look for some of them ask here first.
 */
export function callsNamed(facts: FileFacts, isNamed: (leaf: string) => boolean): CallFact[] {
  const found: CallFact[] = [];
  let names = 0;
  for (const [name, calls] of callsByName(facts))
    if (isNamed(name)) {
      found.push(...calls);
      names++;
    }
  return names < 2 ? found : [...new Set(found)].sort((a, b) => a.span.start - b.span.start);
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
