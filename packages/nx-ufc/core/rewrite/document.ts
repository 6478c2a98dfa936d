import type { ProjectFacts } from '../project/types';
import type { PlannedEdit } from '../plan/types';
import { extractFacts } from '../python/facts';
import type { Rewrite, RewriteContext } from './context';
import { DOCUMENT_REFERENCE_KINDS } from './document-references';
import { rewriteExamples, showsExamples } from './example-lines';
import { verbatim } from './literal-text';
import { namesPackage, type MoveMapping } from './mapping';
import { rewriteCells } from './notebooks/code-cells';
import { isProgram, mayImport, rewriteImportLines } from './program';
import { joined, proposedEdit, switchable } from './proposal';
import { inTests } from '../project/layout';

/** Of Markdown, MyST (`{code-cell} ipython3`), Quarto (`{python}`) and Pandoc (`{.python}`). */
const FENCE =
  /^([ \t]*)(```+|~~~+)[ \t]*(?:(?:\{code(?:-cell|-block)?\}[ \t]*)?(?:i?python[23]?|py3?|pycon|python-repl|doctest)|\{(?:i?python3?|\.py(?:thon)?))\b[^\n]*\n(?<code>[\s\S]*?)^\1\2[ \t]*$/dgm;
/** Of AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/verbatim/source-blocks). */
const SOURCE_BLOCK =
  /^\[(?:source)?[ \t]*,[ \t]*(?:python3?|py)\b[^\]\n]*\][ \t]*\n(?:\.[^\n]*\n)?(-{4,}|={4,})[ \t]*\n(?<code>[\s\S]*?)^\1[ \t]*$/dgm;
/**
 * A block of code in reStructuredText: the indented lines below its directive and options. What prepares examples is one, and so is what Sybil runs
 * without showing it (https://sybil.readthedocs.io/en/latest/rest.html).
 */
const DIRECTIVE =
  /^([ \t]*)\.\. (?:(?:code-block|code|sourcecode|ipython|jupyter-execute|plot|invisible-code(?:-block)?)::?[ \t]*(?:python3?|py)?|test(?:code|setup|cleanup)::[^\n]*)[ \t]*\n(?:\1[ \t]+:[^\n]*\n)*[ \t]*\n(?<code>(?:(?:\1[ \t]+[^\n]*)?\n)+)/dgm;
/** An indented block behind `::`, of whatever language (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks). */
const LITERAL_BLOCK =
  /^([ \t]*)(?!\.\.[ \t])[^\n]*::[ \t]*\n[ \t]*\n(?<code>(\1[ \t]+)\S[^\n]*\n(?:(?:\3[^\n]*|[ \t]*)\n)*)/dgm;
/** The same in a comment of Markdown. */
const INVISIBLE =
  /^([ \t]*)<!--+[ \t]*invisible-code(?:-block)?:[ \t]*py(?:thon)?[ \t]*\n(?<code>[\s\S]*?)-->/dgm;

/** What says how former releases were, which had the old names. */
const HISTORY =
  /(^|\/)(change(s|log)|history|news|what'?s[-_ ]?new|release[-_ ]?notes?)(\.\w+)*$|(^|\/)(change(s|logs?)|news(fragments)?|releases|release[-_]notes|what'?s[-_]?new)\//i;

/** Is a document one that says how former releases were? */
export function isHistory(path: string): boolean {
  return HISTORY.test(path);
}

/** Edits for a document: Python in blocks, interactive examples anywhere, and the kinds of references in prose. */
export function rewriteDocument(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): Rewrite {
  if (!namesPackage(mapping, text)) return { edits: [], review: [] };
  const context = documentContext(project, mapping, path, text);
  const isMarkdown = /\.(md|markdown|qmd)$/i.test(path);
  const patterns = [FENCE, SOURCE_BLOCK, DIRECTIVE, INVISIBLE, ...(isMarkdown ? [] : [LITERAL_BLOCK])];
  const blocks = patterns.flatMap((pattern) => codeBlocks(context, pattern));
  const isTest = inTests(path, project.layout);
  const isShown = isTest ? text.includes('>>>') : showsExamples(text);
  const examples = isShown ? rewriteExamples(context, 0, text.length) : [];
  if (isTest) return testDocument(context, examples, blocks);
  const code = unique([...blocks, ...examples]);
  const kinds = DOCUMENT_REFERENCE_KINDS.filter(({ isProse = false }) => !(isProse && isHistory(path)));
  const prose = kinds.map(({ id, find }) => switchable(context, id, find(context)));
  const result = joined([switchable(context, 'document', code), ...prose]);
  return { ...result, edits: unique(result.edits) };
}

/** A document among the tests may be what they read and compare; interactive examples are tests themselves. */
function testDocument(
  context: RewriteContext,
  examples: readonly PlannedEdit[],
  blocks: readonly PlannedEdit[],
): Rewrite {
  const message = 'a document among the tests may be what they read; left as it is';
  const doubts = unique([...examples, ...blocks]).filter((edit) => !examples.includes(edit));
  const review = doubts.map((edit) => proposedEdit(context, edit, 'TEST_DOCUMENT', message));
  return joined([switchable(context, 'document', unique(examples)), { edits: [], review }]);
}

/** Edits for the import statements in a template of Python code. */
export function rewriteTemplate(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): Rewrite {
  const context = documentContext(project, mapping, path, text);
  if (!mayImport(context, text)) return { edits: [], review: [] };
  const literal = verbatim(text, 0, context.newline);
  return switchable(context, 'template', rewriteImportLines(context, literal, 'template'));
}

/** The context of a text that is no module. */
export function documentContext(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): RewriteContext {
  return {
    project,
    mapping,
    info: { name: '', path, isPackage: false, area: 'doc', importable: false },
    text,
    facts: extractFacts({ path, text: '', codec: 'utf-8', bom: false, encoding: 'utf-8' }),
    newPackage: '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** @param pattern whose group `code` is what stands in a block */
function codeBlocks(context: RewriteContext, pattern: RegExp): PlannedEdit[] {
  return [...context.text.matchAll(pattern)].flatMap(({ groups, indices }) => {
    const value = groups!.code;
    if (showsExamples(value) || !mayImport(context, value)) return [];
    if (pattern === LITERAL_BLOCK && !isProgram(context, value)) return [];
    const [start] = indices!.groups!.code;
    return rewriteCells(context, [verbatim(value, start, context.newline)], 'code block');
  });
}

/** The first of several edits that touch the same text. */
function unique(edits: readonly PlannedEdit[]): PlannedEdit[] {
  const kept: PlannedEdit[] = [];
  for (const edit of edits)
    if (!kept.some((other) => other.start < edit.end && edit.start < other.end)) kept.push(edit);
  return kept.sort((a, b) => a.start - b.start);
}
