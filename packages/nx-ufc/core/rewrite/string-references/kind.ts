import type { CallFact, StringFact } from '../../python/facts/types';
import type { DottedPath } from '../dotted-paths';
import type { RewriteContext } from '../context';

/** A dotted path of the moved package inside of a string literal, with what is known about it. */
export interface StringReference {
  context: RewriteContext;
  string: StringFact;
  /** Index of the literal in `facts.strings`. */
  at: number;
  path: DottedPath;
  /** The path is all that the literal says. */
  whole: boolean;
  /** No part of an implicit concatenation. */
  alone: boolean;
  /** How many of its parts name a module. */
  moduleLength: number;
  /** It names a module, or a module and a name that the module defines. */
  known: boolean;
  /** The call that the literal is an argument of, and its position (-1 when given by keyword). */
  call: CallFact | null;
  position: number;
}

/**
 * One way in which code names modules by strings. `match` says why this literal certainly is such a reference
 * (the evidence for the ledger), or null. What no kind is certain of goes on the review list.
 */
export interface StringReferenceKind {
  id: string;
  /**
   * It says which module is meant when the program runs, wherever its text is put: then it counts in a program inside of another text, too,
   * in one that imports something or in any.
   */
  inProgram?: 'importing' | 'any';
  match(reference: StringReference): string | null;
}

/** What the literal says before the path. */
export function leadingText({ context, string, path }: StringReference): string {
  return context.text.slice(string.span.start + string.prefix.length + string.quote.length, path.start);
}

/** The literal right behind this one in the same list or call; null when something else stands there. */
export function nextItem({ context, string, at }: StringReference): string | null {
  const next = context.facts.strings[at + 1];
  return next && goOn(context.text, string, next) ? next.value : null;
}

/** The literal right before this one in the same list or call; null when something else stands there. */
export function previousItem({ context, string, at }: StringReference): string | null {
  const previous = context.facts.strings[at - 1];
  return previous && goOn(context.text, previous, string) ? previous.value : null;
}

/** Does a literal stand in a list with nothing but literals before it? */
export function isInList({ context: { facts, text }, at }: StringReference): boolean {
  let first = at;
  while (first > 0 && goOn(text, facts.strings[first - 1], facts.strings[first])) first--;
  const { start } = facts.strings[first].span;
  return /(^|[^\w)\]\s]|\b(?:return|yield|in))\s*\[\s*$/.test(text.slice(Math.max(0, start - 40), start));
}

function goOn(text: string, first: StringFact, second: StringFact): boolean {
  const isTogether = first.role === second.role && first.call === second.call;
  return isTogether && /^\s*,\s*$/.test(text.slice(first.span.end, second.span.start));
}
