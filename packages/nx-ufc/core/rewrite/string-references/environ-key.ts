import type { StringReference } from './kind';

const SUBSCRIPT = /\benv(iron)?\[\s*$/;
const LOOKUP = /(^|[._])env(iron)?\.(get|pop|setdefault)$/;

/**
 * Is the literal a key in the environment of WSGI? A server or a middleware tells applications so what they ask for by this name
 * (https://peps.python.org/pep-3333/#environ-variables).
 */
export function isEnvironKey({ context: { text }, string, whole, call, position }: StringReference): boolean {
  if (!whole) return false;
  if (call && position === 0 && LOOKUP.test(call.callee)) return true;
  return SUBSCRIPT.test(text.slice(Math.max(0, string.span.start - 40), string.span.start));
}
