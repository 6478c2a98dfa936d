import type { MovedNames } from '../../merge/config-references/kind';
import type { PlannedEdit, ReviewItem } from '../../plan/types';
import { parentOf } from '../../project/module-name';
import type { ProjectFacts } from '../../project/types';
import { columnAt, lineNumberAt } from '../../text/lines';
import { newNameOf, type Rewrite, type RewriteContext } from '../context';
import { documentContext } from '../document';
import { rewriteExamples } from '../example-lines';
import type { MoveMapping } from '../mapping';
import { joined, switchable } from '../proposal';
import { rewriteCythonFiles } from './files';
import { rewriteCythonImport } from './imports';
import { lexCython, type LexedCython } from './lexed';

/** Sources of Cython: modules, what they share, and text that is put into them. */
export const CYTHON_SOURCE = /\.(pyx|pxd|pxi)$/;

/**
 * Edits for a source of Cython: import statements of what moved, each on lines of its own, literals that are nothing but the dotted
 * name of a module or of what it defines, and files that it includes. Everything else in it is code that is not read.
 */
export function rewriteCython(
  project: ProjectFacts,
  mapping: MoveMapping,
  { path, text }: { path: string; text: string },
  names: MovedNames,
): Rewrite {
  const lexed = lexCython(text);
  if (lexed === null)
    return { edits: [], review: mentions(text, names) ? [item(path, text, 0, 'the file')] : [] };
  const context = contextFor(project, mapping, path, text, names);
  const edits = [...rewriteCythonFiles(text, path, lexed, names), ...literals(text, lexed, names)];
  const review: ReviewItem[] = [];
  for (const line of lexed.lines) {
    const found = rewriteCythonImport(context, lexed, line);
    if (found !== null) edits.push(...found);
    // One a file: whoever looks at it sees the others.
    else if (review.length === 0)
      review.push(item(path, text, line.start, text.slice(line.start, line.end).split(/\r?\n/)[0]));
  }
  review.push(...isElsewhere(context, names));
  const examples = text.includes('>>>') ? rewriteExamples(context, 0, text.length) : [];
  return joined([
    switchable(context, 'cython-source', edits.map(marked)),
    switchable(context, 'doctest', examples),
    { edits: [], review },
  ]);
}

function marked(edit: PlannedEdit): PlannedEdit {
  return { ...edit, evidence: `cython-source: ${edit.evidence}` };
}

/** Relative imports begin at the package of the file's folder, which a `.pxi` shares with what includes it. */
function contextFor(
  project: ProjectFacts,
  mapping: MoveMapping,
  path: string,
  text: string,
  names: MovedNames,
): RewriteContext {
  const context = documentContext(project, mapping, path, text);
  const place = names.packageAt(path);
  if (place === null) return context;
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(CYTHON_SOURCE, '');
  const isPackage = stem === '__init__';
  const name = isPackage ? place.before : `${place.before}.${stem}`;
  return { ...context, info: { ...context.info, name, isPackage }, newPackage: place.after };
}

/** The module that a source makes is imported from where its package is now. */
function isElsewhere({ info, mapping, newPackage }: RewriteContext, names: MovedNames): ReviewItem[] {
  if (info.isPackage || !info.path.endsWith('.pyx') || names.packageAt(info.path) === null) return [];
  const expected = newNameOf(mapping, info.name);
  if (parentOf(expected) === newPackage) return [];
  const message = `${info.name} is imported as ${expected} now, but its source lies in ${newPackage}; move one of them`;
  return [{ path: info.path, line: 1, column: 1, rule: 'COMPILED_SOURCE', message }];
}

/** Literals that are all the dotted name of something that is known. */
function literals(text: string, { literals: found }: LexedCython, names: MovedNames): PlannedEdit[] {
  return found.flatMap(({ start, end }): PlannedEdit[] => {
    const before = text.slice(start, end);
    if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(before) || !names.knows(before)) return [];
    const target = names.mapModule(before);
    if (target === null || target === before) return [];
    const evidence = 'dotted name in a literal';
    return [{ start, end, text: target, kind: 'string', line: lineNumberAt(text, start), before, evidence }];
  });
}

function mentions(text: string, { oldRoots }: MovedNames): boolean {
  return oldRoots.some((root) => text.includes(root));
}

function item(path: string, text: string, at: number, what: string): ReviewItem {
  const message = `${what}: the source of a compiled module names modules of the package, which are elsewhere now; left as it is`;
  return { path, line: lineNumberAt(text, at), column: columnAt(text, at), rule: 'COMPILED_SOURCE', message };
}
