import { parseModule } from '../../python';
import type { Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import type { CallFact, FileFacts, Span } from '../../python/facts/types';
import { isModule, packageOf } from '../../project/names';
import { absoluteModule } from '../../project/relative';
import type { RewriteContext } from '../context';
import { isMoved } from '../context';
import { anchorOf } from '../string-references/relative-import';
import { importCalls } from '../import-calls';
import { piecesOf } from './pieces';

/** An import of a module of a known package by a name that only exists at run time: `import_module(f"pkg.{name}")`. */
export interface MadeName {
  call: CallFact;
  /** The package, as it was called before. */
  package: string;
  /** The expression of the name below the package. */
  hole: Expr;
  /** The statement at the top of the module that the call is in. */
  statement: Node;
}

/** Where the name that an import is given is written: its argument, or the assignments of the variable that it is given. */
export function writtenNames(facts: FileFacts, call: CallFact): Span[] {
  const [first] = call.arguments;
  if (first?.value.kind !== 'name') return first ? [first.span] : [];
  const { name } = first.value;
  const own = facts.assignments.filter((one) => one.scopeId === call.scopeId && one.target === name);
  return own.map((one) => one.span);
}

/** Imports by made names in a file, where the name is that of a package and one unknown part below it. */
export function madeNames(context: RewriteContext): MadeName[] {
  const written = importCalls(context.facts).flatMap((call) =>
    writtenNames(context.facts, call).map((span) => ({ call, span })),
  );
  const parsed = written.length > 0 ? parseModule(context.text) : null;
  if (!parsed?.ok) return [];
  return written.flatMap(({ call, span }) => {
    const statement = parsed.module.body.find((node) => node.start <= span.start && span.end <= node.end);
    const node = statement && nodeAt(statement, span);
    const made = node && madeFrom(context, call, valueOf(node));
    return made ? [{ call, ...made, statement }] : [];
  });
}

function nodeAt(node: Node, span: Span): Node | null {
  if (node.start === span.start && node.end === span.end) return node;
  for (const child of childrenOf(node)) {
    const found = child.start <= span.start && span.end <= child.end ? nodeAt(child, span) : null;
    if (found) return found;
  }
  return null;
}

function valueOf(node: Node): Expr {
  const { type, value } = node as Node & { value?: Expr };
  return /^(Assign|AnnAssign)$/.test(type) && value ? value : (node as Expr);
}

function madeFrom(
  context: RewriteContext,
  call: CallFact,
  name: Expr,
): { package: string; hole: Expr } | null {
  const own = packageOf(context.info);
  const pieces = piecesOf(name, context.info.isPackage);
  const last = pieces.pop();
  if (last?.kind !== 'open' || pieces.some((piece) => piece.kind === 'open')) return null;
  const lead = pieces.map((piece) => (piece.kind === 'text' ? piece.value : own)).join('');
  const [, dots, path] = /^(\.*)((?:[A-Za-z_]\w*\.)*)$/.exec(lead) ?? [];
  if (dots === undefined || lead === '') return null;
  const anchor = dots === '' ? '' : anchorOf(context, call)?.before;
  const found = anchor === undefined ? null : absoluteModule(anchor, dots.length, path.slice(0, -1));
  return found && isMoved(context, found) && isModule(context.project, found)
    ? { package: found, hole: last.node }
    : null;
}
