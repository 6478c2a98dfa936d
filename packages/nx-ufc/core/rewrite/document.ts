import type { ProjectFacts } from '../project/types';
import type { PlannedEdit } from '../plan/types';
import { extractFacts } from '../python/facts';
import type { Rewrite, RewriteContext } from './context';
import { DOCUMENT_REFERENCE_KINDS } from './document-references';
import { rewriteCodeBlocks, unique } from './code-blocks';
import { rewriteExamples, showsExamples } from './example-lines';
import { verbatim } from './literal-text';
import { namesPackage, type MoveMapping } from './mapping';
import { isHistory } from './history';
import { mayImport, rewriteImportLines } from './program';
import { joined, proposedEdit, switchable } from './proposal';
import { inTests } from '../project/layout';

/** Edits for a document: Python in blocks, interactive examples anywhere, and the kinds of references in prose. */
export function rewriteDocument(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
): Rewrite {
  if (!namesPackage(mapping, text)) return { edits: [], review: [] };
  const context = documentContext(project, mapping, path, text);
  const blocks = rewriteCodeBlocks(
    context,
    0,
    text.length,
    /\.(md|markdown|qmd)$/i.test(path) ? 'markdown' : 'document',
  );
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
