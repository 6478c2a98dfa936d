const UNICODE_START = /^[\p{XID_Start}_]$/u;
const UNICODE_PART = /^\p{XID_Continue}$/u;

/** Size in UTF-16 units of the character of an identifier at an offset beyond ASCII; 0 when it cannot stand there. */
export function unicodePart(text: string, at: number, first: boolean): number {
  const point = text.codePointAt(at)!;
  const character = String.fromCodePoint(point);
  const allowed = first ? UNICODE_START : UNICODE_PART;
  return allowed.test(character) || allowed.test(character.normalize('NFKC')) ? character.length : 0;
}

/** Message for a character that no token begins with. */
export function invalidCharacter(text: string, at: number): string {
  const point = text.codePointAt(at)!;
  const code = point.toString(16).toUpperCase().padStart(4, '0');
  return `invalid character '${String.fromCodePoint(point)}' (U+${code})`;
}
