/** Python's `str.title()`. */
export function titleCase(text: string): string {
  let result = '';
  let inside = false;
  for (const character of text) {
    const letter = character.toLowerCase() !== character.toUpperCase();
    result += letter && !inside ? character.toUpperCase() : character.toLowerCase();
    inside = letter;
  }
  return result;
}
