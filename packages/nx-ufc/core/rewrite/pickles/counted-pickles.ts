import type { StringFact, Span } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { bytesOf, type LiteralBytes } from './bytes-literal';
import { pickleEdits, type PickleEdit } from './pickle-edits';

export interface Replacement {
  span: Span;
  text: string;
}

/** What makes the literals of a pickle follow; the modules that it names where the literals can hold no other count. */
export interface LiteralEdits {
  edits: Replacement[];
  stuck: string[];
}

/** Modules that a pickle in bytes literals names. Null when the literals are not exactly one pickle. */
export function countedPickle(context: RewriteContext, literals: readonly StringFact[]): LiteralEdits | null {
  const read = bytesOf(context.text, literals);
  const found = read && pickleEdits(read.bytes, context.project, context.mapping);
  if (!found) return null;
  // A raw literal has no other way to write a count.
  const isRaw = literals.some(({ prefix }) => /r/i.test(prefix));
  if (isRaw && found.edits.some(({ count }) => count.length > 0))
    return { edits: [], stuck: found.edits.flatMap(({ module }) => module ?? []) };
  return { edits: found.edits.flatMap((edit) => written(read, edit)), stuck: found.stuck };
}

/** What stands for bytes instead of those written; where they go on in another literal, all of it stands in the first. */
function written({ spans }: LiteralBytes, { start: from, end: to, count, name }: PickleEdit): Replacement[] {
  const text = count.map(escaped).join('') + name;
  const pieces: Span[] = [];
  for (const { start, end } of spans.slice(from, to)) {
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map((span, at) => ({ span, text: at === 0 ? text : '' }));
}

function escaped(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
