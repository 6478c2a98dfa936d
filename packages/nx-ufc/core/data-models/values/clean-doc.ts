/** `inspect.cleandoc`: https://docs.python.org/3/library/inspect.html#inspect.cleandoc */
export function cleanDoc(text: string): string {
  const lines = expandTabs(text).split('\n');
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const margin = indents.length > 0 ? Math.min(...indents) : 0;
  const cleaned = lines.map((line, i) => (i === 0 ? line.trimStart() : line.slice(margin)));
  while (cleaned.length > 0 && cleaned[cleaned.length - 1] === '') cleaned.pop();
  while (cleaned.length > 0 && cleaned[0] === '') cleaned.shift();
  return cleaned.join('\n');
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8);
      result += ' '.repeat(width);
      column += width;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
