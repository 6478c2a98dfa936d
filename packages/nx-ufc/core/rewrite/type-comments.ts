import type { PlannedEdit } from '../plan/types';
import { modulePrefixLength } from '../project/names';
import type { CommentFact } from '../python/facts/types';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { findDottedPaths } from './dotted-paths';
import { rootStyle } from './root-binding';

/** Type comments (PEP 484) that spell a module out: `x = []  # type: List[pkg.mod.Name]`. */
export function rewriteTypeComments(context: RewriteContext): PlannedEdit[] {
  const { facts, text, mapping, project } = context;
  return facts.comments.flatMap((comment) => {
    if (/^#\s*[RNWEF]:/.test(comment.text)) return revealed(context, comment);
    if (!/^#\s*type:(?!\s*ignore\b)/.test(comment.text)) return [];
    return findDottedPaths(text, mapping.roots, comment.span.start, comment.span.end).flatMap((path) => {
      const [root] = path.parts;
      const length = modulePrefixLength(project, path.parts);
      const bindings = Object.hasOwn(facts.scopes[0].bindings, root) ? facts.scopes[0].bindings[root] : [];
      if (length === 0 || !bindings.some((binding) => binding.kind === 'import')) return [];
      const target = newNameOf(mapping, path.parts.slice(0, length).join('.'));
      const base = newNameOf(mapping, root);
      const renamed = rootStyle(context, 0, root) === 'rename';
      if (!renamed && !`${target}.`.startsWith(`${base}.`)) return [];
      const span = { start: path.start, end: path.partEnds[length - 1] };
      const after = renamed ? target : root + target.slice(base.length);
      return [plannedEdit(context, span, after, 'reference', 'type-comment: a type comment', comment.line)];
    });
  });
}

/** What mypy is expected to say (`# R: pkg.mod.Name`, https://pypi.org/project/pytest-mypy-testing/): full names, whatever is imported. */
function revealed(context: RewriteContext, { span, line }: CommentFact): PlannedEdit[] {
  const { text, mapping, project } = context;
  return findDottedPaths(text, mapping.roots, span.start, span.end).flatMap((path) => {
    const length = modulePrefixLength(project, path.parts);
    if (length === 0 || length === path.parts.length) return [];
    const target = newNameOf(mapping, path.parts.slice(0, length).join('.'));
    const place = { start: path.start, end: path.partEnds[length - 1] };
    return [plannedEdit(context, place, target, 'reference', 'type-comment: a type that mypy reveals', line)];
  });
}
