/** Offset of the first character of the line that `offset` lies on. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Line, from 1, that `offset` lies on. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Column, from 1, of `offset`, in UTF-16 units. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset) + 1;
}

/** Offset of the line break after `offset`, or of the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at - 1 >= offset ? at - 1 : at;
}

/** Offset of the line after the one that `offset` lies on, or of the end of the text. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** White space at the beginning of the line that `offset` lies on, up to there. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** Is there nothing but white space on the line before `offset`? */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** The line break that is in use near `offset`: the one that ends its line, else the one before it, else the first. */
export function newlineAt(text: string, offset: number): '\n' | '\r\n' {
  let at = text.indexOf('\n', offset);
  if (at < 0) at = text.lastIndexOf('\n', offset);
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
