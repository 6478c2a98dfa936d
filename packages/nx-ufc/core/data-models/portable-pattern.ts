/** Characters that may be escaped anywhere in a pattern with the `u` flag. */
const SYNTAX = new Set('^$\\.*+?()[]{}|/');

/**
 * A pattern of Python's `re` as ECMA-262 reads it, as JSON Schema asks for; null when it has no such form. Named groups, `\A`, `\Z` and
 * escapes of characters that mean themselves are rewritten.
 */
export function portablePattern(pattern: string): string | null {
  let result = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\' && i + 1 < pattern.length) {
      result += escaped(pattern[++i], inClass);
      continue;
    }
    if (character === '[' && !inClass) inClass = true;
    else if (character === '[' && inClass) {
      result += '\\[';
      continue;
    } else if (character === ']' && inClass && !/(^|[^\\])\[\^?$/.test(result)) inClass = false;
    else if (character === ']' && inClass) {
      result += '\\]';
      continue;
    }
    if (!inClass && pattern.startsWith('(?P<', i)) {
      result += '(?<';
      i += 3;
      continue;
    }
    result += character;
  }
  return compiles(result) ? result : null;
}

function escaped(character: string, inClass: boolean): string {
  if (character === 'Z' && !inClass) return '$';
  if (character === 'A' && !inClass) return '^';
  if (/[A-Za-z0-9]/.test(character) || SYNTAX.has(character)) return `\\${character}`;
  return character === '-' && inClass ? '\\-' : character;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
