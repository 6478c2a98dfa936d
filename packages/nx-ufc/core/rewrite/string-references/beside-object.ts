import type { StringReference } from './kind';

/** `("pkg.Name.x", pkg.Name.x)`: a name beside the very thing that it names, in the same list or call. */
export function isBesideObject({ context, string, path, whole }: StringReference): boolean {
  if (!whole || path.parts.length < 2 || !(string.role === 'element' || string.role === 'argument'))
    return false;
  const { text, facts } = context;
  return facts.references.some(
    ({ span, parts }) =>
      parts.length === path.parts.length &&
      parts.every((part, i) => part === path.parts[i]) &&
      (isComma(text.slice(string.span.end, span.start), text.slice(span.end)) ||
        isComma(text.slice(span.end, string.span.start), text.slice(string.span.end))),
  );
}

/** Nothing but a comma stands between, and the second item ends there. */
function isComma(between: string, after: string): boolean {
  return /^\s*,\s*$/.test(between) && /^\s*[,)\]]/.test(after);
}
