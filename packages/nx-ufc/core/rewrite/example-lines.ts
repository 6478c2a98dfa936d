import { contextOf } from './program';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { raisedNames } from './example-errors';
import { shownNames } from './example-output';
import { rewriteCode } from './rewrite-code';
import { rewriteStrings } from './string-references/rewrite-strings';
import { lineNumberAt } from '../text/lines';

/** A line of example code (`>>> …`, `In [1]: …` of IPython), where it lies in the text, and where in the code made of all of them. */
interface CodeLine {
  code: string;
  /** It begins an example: `>>>`, `In [1]:`. */
  begins: boolean;
  fileStart: number;
  codeStart: number;
}

const EXAMPLE = /^([ \t]*)(>>>|In \[\d+\]:|\.\.\.:?)(?: (.*))?$/;
const BEGINS = /^(>|In)/;

/** Does a text show an interactive session, of Python or of IPython? */
export function showsExamples(text: string): boolean {
  return text.includes('>>>') || /^[ \t]*In \[\d+\]: /m.test(text);
}

/**
 * Edits for the imports and references in the examples, and in the exceptions and classes that they show, of an interactive session between two offsets of a text.
 * @param imported packages that the examples find imported, by the names that they have
 */
export function rewriteExamples(
  context: RewriteContext,
  from: number,
  to: number,
  imported: readonly string[] = [],
): PlannedEdit[] {
  return [
    ...rewriteLines(context, from, to, imported),
    ...raisedNames(context, from, to),
    ...shownNames(context, from, to),
  ];
}

function rewriteLines(
  context: RewriteContext,
  from: number,
  to: number,
  imported: readonly string[],
): PlannedEdit[] {
  const shown = exampleLines(context.text, from, to);
  const { indentation, prompt } = shown;
  if (!mayRefer(context, codeOf(shown.lines))) return [];
  const lines = behindImports(imported, shown.lines);
  const newline = `${context.newline}${indentation}${prompt} `;
  const whole = contextOf(context, codeOf(lines), newline);
  const inner = whole ?? contextOf(context, codeOf(withoutBroken(context, lines)), newline);
  if (!inner) return [];
  const count = (text: string, name: string) => text.split(name).length;
  const session = context.text.slice(from, to);
  const isShown = (name: string) => count(session, name) > count(codeOf(shown.lines), name);
  return [...rewriteCode(inner), ...rewriteNames(inner, isShown)].flatMap((edit) => {
    const line = lines.find(
      (candidate) =>
        candidate.codeStart <= edit.start && edit.end <= candidate.codeStart + candidate.code.length,
    );
    if (!line || line.fileStart < 0) return [];
    const shift = line.fileStart - line.codeStart;
    const start = edit.start + shift;
    return [
      {
        ...edit,
        start,
        end: edit.end + shift,
        line: lineNumberAt(context.text, start),
        evidence: `doctest: ${edit.evidence}`,
      },
    ];
  });
}

/** The lines behind others that stand nowhere in the text. */
function behindImports(imported: readonly string[], lines: readonly CodeLine[]): CodeLine[] {
  let codeStart = 0;
  const before = imported.map((name): CodeLine => {
    const code = `import ${name}`;
    const line = { code, begins: true, fileStart: -1, codeStart };
    codeStart += code.length + 1;
    return line;
  });
  return [...before, ...lines.map((line) => ({ ...line, codeStart: line.codeStart + codeStart }))];
}

function codeOf(lines: readonly CodeLine[]): string {
  return lines.map((line) => line.code).join('\n') + '\n';
}

/** The lines, those of examples that are no Python (`>>> %timeit f()`, one that is broken on purpose) as white space, so that places stay. */
function withoutBroken(context: RewriteContext, lines: readonly CodeLine[]): CodeLine[] {
  const examples: CodeLine[][] = [];
  for (const line of lines) {
    if (line.begins || examples.length === 0) examples.push([line]);
    else examples.at(-1)!.push(line);
  }
  return examples.flatMap((example) =>
    contextOf(context, codeOf(example), context.newline)
      ? example
      : example.map((line) => ({ ...line, code: ' '.repeat(line.code.length) })),
  );
}

/** Names of modules in literals that only say which module is meant. */
const NAMES = /^(sys-modules|import-string|patch-target|logger-name):/;
/** Those that may come back in what an example shows. */
const SHOWN = /^dotted-path:/;

/** @param isShown does a text stand beside the code of the examples? */
function rewriteNames(context: RewriteContext, isShown: (text: string) => boolean): PlannedEdit[] {
  return rewriteStrings(context).edits.filter(
    ({ evidence, before }) => NAMES.test(evidence) || (SHOWN.test(evidence) && !isShown(before)),
  );
}

/** Code without a relative import and without the name of a package that moved has nothing to follow a move. */
function mayRefer({ mapping }: RewriteContext, code: string): boolean {
  return /\bfrom\s*\./.test(code) || [...mapping.roots].some((root) => code.includes(root));
}

function exampleLines(text: string, from: number, to: number) {
  const lines: CodeLine[] = [];
  let indentation = '';
  let prompt = '';
  let codeStart = 0;
  let at = from;
  for (const raw of text.slice(from, to).split('\n')) {
    const match = EXAMPLE.exec(raw.replace(/\r$/, ''));
    const begins = match !== null && BEGINS.test(match[2]);
    if (match && (begins || (lines.length > 0 && match[2].endsWith(':') === prompt.endsWith(':')))) {
      if (begins) [, indentation, prompt] = match;
      const code = match[3] ?? '';
      const fileStart = at + match[1].length + match[2].length + (match[3] === undefined ? 0 : 1);
      lines.push({ code, begins, codeStart, fileStart });
      codeStart += code.length + 1;
    }
    at += raw.length + 1;
  }
  return { lines, indentation, prompt };
}
