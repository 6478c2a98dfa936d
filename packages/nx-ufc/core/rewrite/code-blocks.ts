import type { PlannedEdit } from '../plan/types';
import { carriedImports, usedOf, withImports } from './carried-imports';
import type { RewriteContext } from './context';
import { showsExamples } from './example-lines';
import { verbatim } from './literal-text';
import { rewriteCells } from './notebooks/code-cells';
import { namesPackage } from './mapping';
import { isProgram, mayImport, maySet, rewriteImportLines } from './program';

/** Of Markdown, MyST (`{code-cell} ipython3`), Quarto (`{python}`) and Pandoc (`{.python}`). */
const FENCE =
  /^([ \t]*)(```+|~~~+)[ \t]*(?:(?:\{code(?:-cell|-block)?\}[ \t]*)?(?:i?python[23]?|py3?|pycon|python-repl|doctest)|\{(?:i?python3?|\.py(?:thon)?))\b[^\n]*\n(?<code>[\s\S]*?)^\1\2[ \t]*$/dgim;
/** Of AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/verbatim/source-blocks). */
const SOURCE_BLOCK =
  /^\[(?:source)?[ \t]*,[ \t]*(?:python3?|py)\b[^\]\n]*\][ \t]*\r?\n(?:\.[^\n]*\n)?(-{4,}|={4,})[ \t]*\r?\n(?<code>[\s\S]*?)^\1[ \t]*$/dgim;
/**
 * A block of code in reStructuredText: the indented lines below its directive and options. What prepares examples is one, and so is what Sybil runs
 * without showing it (https://sybil.readthedocs.io/en/latest/rest.html).
 */
const DIRECTIVE =
  /^([ \t]*)\.\. (?:(?:code-block|code|sourcecode|ipython|jupyter-execute|plot|invisible-code(?:-block)?)[ ]?::?[ \t]*(?:python3?|py)?|test(?:code|setup|cleanup)[ ]?::[^\n]*)[ \t]*\r?\n(?:\1[ \t]+:[^\n]*\n)*[ \t]*\r?\n(?<code>(?:(?:\1[ \t]+[^\n]*|\r)?\n)+)/dgim;
/** An indented block behind `::`, of whatever language (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks). */
const LITERAL_BLOCK =
  /^([ \t]*)(?!\.\.[ \t])[^\n]*::[ \t]*\r?\n(?:[ \t]*\r?\n)+(?<code>(\1[ \t]+)\S[^\n]*\n(?:(?:\3[^\n]*|[ \t]*\r?)\n)*)/dgm;
/** The same in Markdown, where it begins behind an empty line (https://spec.commonmark.org/0.31.2/#indented-code-blocks). */
const INDENTED_BLOCK = /^[ \t]*\r?\n(?<code>((?: {4}|\t)[ \t]*)\S[^\n]*\n(?:(?:\2[^\n]*|[ \t]*\r?)\n)*)/dgm;
/** In docstrings, where code is often shown without a mark. */
const IMPORTING_BLOCK = /^(?<code>([ \t]*)(?:from|import)[ \t][^\n]*\n(?:(?:\2[^\n]*|[ \t]*\r?)\n)*)/dgm;
/** Code in a comment of Markdown. */
const INVISIBLE =
  /^([ \t]*)<!--+[ \t]*invisible-code(?:-block)?:[ \t]*py(?:thon)?[ \t]*\r?\n(?<code>[\s\S]*?)-->/dgim;

/** Where code is shown in blocks; the patterns of what is not marked as Python. */
const UNMARKED = {
  /** Indentation alone makes a block of code, not `::`. */
  markdown: [INDENTED_BLOCK],
  document: [LITERAL_BLOCK],
  docstring: [LITERAL_BLOCK, IMPORTING_BLOCK],
};

/** What a text says where such a block is; most docstrings say none of it. */
const MARKS = new Map([
  [FENCE, ['```', '~~~']],
  [SOURCE_BLOCK, ['----', '====']],
  [DIRECTIVE, ['.. ']],
  [INVISIBLE, ['<!--']],
  [LITERAL_BLOCK, ['::']],
]);

/** Edits for Python in blocks of a text between two offsets, in Markdown, reStructuredText or AsciiDoc. */
export function rewriteCodeBlocks(
  context: RewriteContext,
  from: number,
  to: number,
  place: keyof typeof UNMARKED,
): PlannedEdit[] {
  const text = context.text.slice(from, to);
  const unmarked = UNMARKED[place];
  const patterns = [FENCE, SOURCE_BLOCK, DIRECTIVE, INVISIBLE, ...unmarked].filter(
    (pattern) => MARKS.get(pattern)?.some((mark) => text.includes(mark)) ?? true,
  );
  const carried = carriedImports(context, text);
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups, indices }) => {
      const value = groups!.code;
      const isMarked = !unmarked.includes(pattern);
      const used = usedOf(carried, value, isMarked);
      // Settings are shown without an import, too.
      const isShown = isMarked || maySet(context, value);
      const mayName = mayImport(context, value) || (isShown && mayQuote(context, value));
      if (showsExamples(value) || (used.length === 0 && !mayName)) return [];
      const [start] = indices!.groups!.code;
      const own = verbatim(value, from + start, context.newline);
      if (!isMarked && !isProgram(context, value)) return rewriteImportLines(context, own, 'code block');
      const block = withImports(used, own);
      return rewriteCells({ ...context, isShown }, [block], 'code block').filter((edit) => edit.start >= 0);
    }),
  );
}

/** Does it have the name of one of the packages, and a text? */
function mayQuote({ mapping }: RewriteContext, value: string): boolean {
  return /["']/.test(value) && namesPackage(mapping, value);
}

/** The first of several edits that touch the same text. */
export function unique(edits: readonly PlannedEdit[]): PlannedEdit[] {
  const kept: PlannedEdit[] = [];
  for (const edit of edits)
    if (!kept.some((other) => other.start < edit.end && edit.start < other.end)) kept.push(edit);
  return kept.sort((a, b) => a.start - b.start);
}
