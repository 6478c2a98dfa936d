import { parseModule } from '../../python';
import type { Call, Expr, Node } from '../../python/ast';
import { childrenOf } from '../../python/children';
import type { CallFact } from '../../python/facts/types';
import { isModule, packageOf } from '../../project/names';
import { absoluteModule } from '../../project/relative';
import type { RewriteContext } from '../context';
import { isMoved } from '../context';
import { anchorOf } from '../string-references/relative-import';
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

/** Calls that import what their first argument names. */
export function isImportCall(call: CallFact): boolean {
  return /(^|\.)(import_module|__import__|find_spec|import_string|importorskip|resolve_name)$/.test(
    call.callee,
  );
}

/** Imports by made names in a file, where the name is that of a package and one unknown part below it. */
export function madeNames(context: RewriteContext): MadeName[] {
  const calls = context.facts.calls.filter(
    (call) => isImportCall(call) && /^(other|call)$/.test(call.arguments[0]?.value.kind ?? ''),
  );
  const parsed = calls.length > 0 ? parseModule(context.text) : null;
  if (!parsed?.ok) return [];
  return calls.flatMap((call) => {
    const within = (node: Node) => node.start <= call.span.start && call.span.end <= node.end;
    const statement = parsed.module.body.find(within);
    const name = statement && callAt(statement, call)?.args[0];
    const made = name && madeFrom(context, call, name);
    return made ? [{ call, ...made, statement }] : [];
  });
}

function callAt(node: Node, call: CallFact): Call | null {
  const expr = node as Expr;
  if (expr.type === 'Call' && expr.start === call.span.start && expr.end === call.span.end) return expr;
  for (const child of childrenOf(node)) {
    if (child.end < call.span.start || child.start > call.span.end) continue;
    const found = callAt(child, call);
    if (found) return found;
  }
  return null;
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
