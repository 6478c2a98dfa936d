import type { Expr, Node } from '../../python/ast';
import type { CallFact } from '../../python/facts/types';
import { isModule, packageOf } from '../../project/names';
import { absoluteModule } from '../../project/relative';
import type { RewriteContext } from '../context';
import { isMoved } from '../context';
import { anchorOf } from '../string-references/relative-import';
import type { NameSite } from './name-sites';
import { nameSites, writtenNodes } from './name-sites';
import { piecesOf } from './pieces';

/**
 * A module of a known package, imported or taken out of `sys.modules` by a name that only exists at run time:
 * `import_module(f"pkg.{name}")`, `sys.modules["pkg." + name]`.
 */
export interface MadeName {
  site: NameSite;
  /** The package, as it was called before. */
  package: string;
  /** The expression of the name below the package. */
  hole: Expr;
  /** The statement at the top of the module that the call is in. */
  statement: Node;
}

/** Modules that a file asks for by made names, where the name is that of a package and one unknown part below it. */
export function madeNames(context: RewriteContext): MadeName[] {
  return writtenNodes(nameSites(context.facts, context.text), context.text).flatMap(
    ({ site, node, statement }) => {
      const made = madeFrom(context, site.call, valueOf(node));
      return made ? [{ site, ...made, statement }] : [];
    },
  );
}

function valueOf(node: Node): Expr {
  const { type, value } = node as Node & { value?: Expr };
  return /^(Assign|AnnAssign)$/.test(type) && value ? value : (node as Expr);
}

function madeFrom(
  context: RewriteContext,
  call: CallFact | null,
  name: Expr,
): { package: string; hole: Expr } | null {
  const own = packageOf(context.info);
  const pieces = piecesOf(name, context.info.isPackage);
  const last = pieces.pop();
  if (last?.kind !== 'open' || pieces.some((piece) => piece.kind === 'open')) return null;
  const lead = pieces.map((piece) => (piece.kind === 'text' ? piece.value : own)).join('');
  const [, dots, path] = /^(\.*)((?:[A-Za-z_]\w*\.)*)$/.exec(lead) ?? [];
  if (dots === undefined || lead === '') return null;
  const anchor = dots === '' ? '' : call ? anchorOf(context, call)?.before : undefined;
  const found = anchor === undefined ? null : absoluteModule(anchor, dots.length, path.slice(0, -1));
  return found && isMoved(context, found) && isModule(context.project, found)
    ? { package: found, hole: last.node }
    : null;
}
