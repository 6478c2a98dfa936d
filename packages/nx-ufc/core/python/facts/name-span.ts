import type { Span } from './types';

/**
 * Where a name stands between two offsets, for the bindings whose name has no position in `ast`. The whole range when it
 * is not found: identifiers are NFKC-normalised (PEP 3131), so it may be written in another way.
 */
export function nameSpan(text: string, name: string, from: number, to: number): Span {
  for (
    let at = text.indexOf(name, from);
    at >= 0 && at + name.length <= to;
    at = text.indexOf(name, at + 1)
  ) {
    const end = at + name.length;
    if (!isIdentifierPart(text.charCodeAt(end)) && (at === 0 || !isIdentifierPart(text.charCodeAt(at - 1))))
      return { start: at, end };
  }
  return { start: from, end: to };
}

function isIdentifierPart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c > 127;
}
