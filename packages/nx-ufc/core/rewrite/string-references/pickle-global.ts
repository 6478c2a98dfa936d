import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { newNameOf } from '../context';
import { modulePrefixLength } from '../../project/names';
import type { Span } from '../../python/facts/types';

const GLOBAL = /c([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\\n([A-Za-z_]\w*)\\n/g;

/**
 * Modules that a pickle in a bytes literal names by opcode `c`, which is followed by module and name as lines of text, so that
 * their length may change (GLOBAL in https://github.com/python/cpython/blob/main/Lib/pickletools.py).
 */
export function pickledGlobals(context: RewriteContext, string: StringFact): { span: Span; text: string }[] {
  if (!string.bytes) return [];
  const literal = context.text.slice(string.span.start, string.span.end);
  return [...literal.matchAll(GLOBAL)].flatMap((match) => {
    const parts = match[1].split('.');
    if (!context.mapping.roots.has(parts[0]) || modulePrefixLength(context.project, parts) < parts.length)
      return [];
    const start = string.span.start + match.index + 1;
    return [{ span: { start, end: start + match[1].length }, text: newNameOf(context.mapping, match[1]) }];
  });
}

const COUNTED = /\\x8c(?:\\x[0-9a-f]{2}|\\[a-z\\]|[^\\])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\\x94/gi;

/** Modules that a pickle in a bytes literal names with their length before them (SHORT_BINUNICODE, protocol 4), which no edit of the name alone can follow. */
export function countedNames(context: RewriteContext, string: StringFact): string[] {
  const literal = context.text.slice(string.span.start, string.span.end);
  return [...literal.matchAll(COUNTED)]
    .map((match) => match[1])
    .filter((name) => context.mapping.roots.has(name.split('.')[0]));
}
