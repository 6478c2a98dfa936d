import type { StringReference } from './kind';

const NAMED = /\b(?:\w*_)?salt\s*(?::[^=\n]{0,40})?=\s*$/i;

/**
 * Is the literal a salt, which is often the name of the module that signs with it? With another one nothing that was signed before would be
 * valid (https://docs.djangoproject.com/en/stable/topics/signing/#using-the-salt-argument).
 */
export function isSalt({ context: { text }, string }: StringReference): boolean {
  return NAMED.test(text.slice(Math.max(0, string.span.start - 80), string.span.start));
}
