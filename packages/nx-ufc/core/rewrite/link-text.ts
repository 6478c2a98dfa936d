const LONGEST = 300;

/**
 * Does the bracket before an offset close the text of a link, `[text][…`, and no index, `table["x"][…`? What is indexed stands right before its bracket.
 * Examples and their output are code.
 * @param end offset behind the closing bracket
 */
export function isLinkText(text: string, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', end) + 1, end);
  if (/^\s*(?:>>>|\.\.\.)(?:\s|$)/.test(line)) return false;
  let depth = 0;
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at--) {
    if (text[at] === ']') depth++;
    if (text[at] !== '[') continue;
    depth--;
    if (depth === 0) return at === 0 || !/[\w\])"'`]/.test(text[at - 1]);
  }
  return false;
}
