import { importCalls } from '../../project/naming-calls';
import type { Span, StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import type { StringReference } from './kind';

/** What a loop goes through whose variable is imported: what is written there, and where. */
interface Loop {
  over: string;
  span: Span;
}

const known = new WeakMap<RewriteContext['facts'], readonly Loop[]>();
const ADDS = /^(append|add|insert|appendleft)$/;

/** `for name in ["pkg", "other"]: import_module(name)`, also by a list that has a name: `names.append("pkg")`. */
export function isImportedInLoop({ context, string, call, moduleLength, path }: StringReference): boolean {
  if (moduleLength !== path.parts.length) return false;
  return loopsOf(context).some(({ over, span }) => {
    if (span.start <= string.span.start && string.span.end <= span.end) return string.role === 'element';
    if (!/^\w+$/.test(over)) return false;
    const [list, way] = call?.callee.split('.') ?? [];
    return (list === over && ADDS.test(way ?? '')) || isElementOf(context, string, over);
  });
}

function isElementOf({ facts }: RewriteContext, string: StringFact, list: string): boolean {
  if (string.role !== 'element') return false;
  return facts.assignments.some(
    ({ target, span }) => target === list && span.start <= string.span.start && string.span.end <= span.end,
  );
}

function loopsOf({ facts, text }: RewriteContext): readonly Loop[] {
  const before = known.get(facts);
  if (before) return before;
  const loops = importCalls(facts).flatMap(({ arguments: [first], scopeId }): Loop[] => {
    if (first?.value.kind !== 'name' || !/^\w+$/.test(first.value.name)) return [];
    const { start, end } = facts.scopes[scopeId].span;
    const head = new RegExp(
      String.raw`\bfor\s+${first.value.name}\s+in\s+(\w+(?=\s*[:\])])|[[(][^\])]*[\])])`,
      'g',
    );
    return [...text.slice(start, end).matchAll(head)].map(({ 0: whole, 1: over, index }) => {
      const to = start + index + whole.length;
      return { over, span: { start: to - over.length, end: to } };
    });
  });
  known.set(facts, loops);
  return loops;
}
