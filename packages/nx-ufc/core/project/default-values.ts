import type { FileFacts, Span } from '../python/facts/types';
import type { GivenParameter } from './parametrized';

/** The parameter that a literal is the default of: `def debug(logger="pkg")`; null when it is that of none. */
export function defaultOf({ functions }: FileFacts, text: string, { start }: Span): GivenParameter | null {
  const equals = /\s*=\s*$/.exec(text.slice(Math.max(0, start - 20), start));
  if (!equals) return null;
  const end = start - equals[0].length;
  for (const definition of functions) {
    const parameter = definition.parameters.find((one) => one.default !== null && one.span.end === end);
    if (parameter) return { name: parameter.name, definition };
  }
  return null;
}
