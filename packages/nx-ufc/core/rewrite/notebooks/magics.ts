/** Magics of a cell whose body is Python of the notebook itself (https://ipython.readthedocs.io/en/stable/interactive/magics.html). */
const AROUND = /^%%(time|timeit|capture|prun|memit|debug)\b/;
/** Magics that are given an expression or a statement. */
const OF_CODE = /^(%(?:time|timeit|prun|memit|mprun|lprun|debug)\b[ \t]*(?:-\w[ \t]*[\w.:]*[ \t]+)*)\S/;
/** Options of a block in a document of MyST (https://myst-nb.readthedocs.io/en/latest/authoring/text-notebooks.html). */
const OPTIONS = /^(?:[ \t]*:[\w-]+:[^\n]*\n)*/;
const MAGIC = /^([ \t]*(?:[\w., \t]+=[ \t]*)?)([%!?].*|[\w.]+\?{1,2})$/;

/** Does the first line of a cell give the rest of it to something else? */
export function isOtherLanguage(code: string): boolean {
  const [first] = code.trimStart().split('\n', 1);
  return first.startsWith('%%') && !AROUND.test(first);
}

/** The code of a cell as Python, of the same length: what only IPython understands gives way to `0` and spaces. */
export function withoutMagics(code: string): string {
  let goesOn = false;
  const head = OPTIONS.exec(code)![0].split('\n').length - 1;
  const lines = code.split('\n').map((line, i) => {
    if (i < head) return ' '.repeat(line.length);
    const isShell = goesOn || /^[ \t]*[%!]/.test(line);
    const plain = goesOn ? ' '.repeat(line.length) : withoutMagic(line);
    goesOn = isShell && line.endsWith('\\');
    return plain;
  });
  return lines.join('\n');
}

function withoutMagic(line: string): string {
  const [, before, magic] = MAGIC.exec(line) ?? [];
  if (magic === undefined) return line;
  const options = OF_CODE.exec(magic)?.[1];
  const code = options === undefined ? '' : magic.slice(options.length);
  const blank = magic.slice(0, magic.length - code.length);
  return before + (code === '' ? '0' : '0;').padEnd(blank.length) + code;
}
