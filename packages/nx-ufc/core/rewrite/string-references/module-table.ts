import { parseModule } from '../../python';
import type { Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import { modulePrefixLength } from '../../project/names';
import type { RewriteContext } from '../context';
import type { StringReference, StringReferenceKind } from './kind';

/**
 * The package's name as a key of a table that has modules below it as keys, too: `{"pkg": …, "pkg.mod": …}`, or
 * `table["pkg"]` beside `table["pkg.mod"]`.
 */
export const moduleTable: StringReferenceKind = {
  id: 'module-table',
  match(reference) {
    const { whole, moduleLength, path, string } = reference;
    if (!whole || string.formatted || moduleLength !== path.parts.length) return null;
    const others =
      string.role === 'subscript'
        ? subscripts(reference)
        : string.role === 'key'
          ? keysBeside(reference)
          : [];
    return others.some((key) => isBelow(reference, key)) ? 'key of a table of modules' : null;
  },
};

function isBelow({ context: { project }, path }: StringReference, key: string): boolean {
  const parts = key.split('.');
  return (
    parts.length > path.parts.length &&
    path.parts.every((part, i) => parts[i] === part) &&
    modulePrefixLength(project, parts) === parts.length
  );
}

/** What else the table is asked for by literals in this file. */
function subscripts({ context, string }: StringReference): string[] {
  const table = tableBefore(context, string.span.start);
  if (table === null) return [];
  return context.facts.strings
    .filter((other) => other.role === 'subscript' && tableBefore(context, other.span.start) === table)
    .map((other) => other.value);
}

function tableBefore({ text }: RewriteContext, start: number): string | null {
  return /([A-Za-z_][\w.]*)\s*\[\s*$/.exec(text.slice(Math.max(0, start - 100), start))?.[1] ?? null;
}

function keysBeside({ context, string }: StringReference): string[] {
  const mayBe = context.facts.strings.some(
    (other) => other.role === 'key' && other.value.startsWith(`${string.value}.`),
  );
  const parsed = mayBe ? parseModule(context.text) : null;
  return parsed?.ok ? keysWith(parsed.module, string.span.start) : [];
}

/** The literal keys of the display that has one starting there. */
function keysWith(node: Node, start: number): string[] {
  const expr = node as Expr;
  if (expr.type === 'Dict' && expr.keys.some((key) => key?.start === start))
    return expr.keys.flatMap((key) =>
      key?.type === 'Constant' && key.value.kind === 'str' ? [key.value.value] : [],
    );
  const inner = childrenOf(node).find((child) => child.start <= start && start < child.end);
  return inner ? keysWith(inner, start) : [];
}
