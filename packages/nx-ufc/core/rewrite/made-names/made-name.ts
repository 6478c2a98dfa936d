import type { Expr, Node } from '../../python/ast';
import type { CallFact, Span } from '../../python/facts/types';
import { isModule, packageOf } from '../../project/names';
import { absoluteModule, relativeModuleText } from '../../project/relative';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf } from '../context';
import { anchorOf } from '../string-references/relative-import';
import type { NameSite } from './name-sites';
import { nameSites, writtenNodes } from './name-sites';
import { piecesOf } from '../../python/pieces';

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
  /** The name goes on below that: `f"pkg.{kind}.{name}"`. */
  isDeep: boolean;
  /** What stands before it, where that starts from a package and leads elsewhere now: `.sub.` of `import_module(f".sub.{name}", __name__)`. */
  lead: (Span & { text: string }) | null;
  /** The statement at the top of the module that the call is in. */
  statement: Node;
}

/** Modules that a file asks for by made names, where the name is that of a package and an unknown part below it, with or without more below that. */
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
): Pick<MadeName, 'package' | 'hole' | 'isDeep' | 'lead'> | null {
  const own = packageOf(context.info);
  const pieces = piecesOf(name, context.info.isPackage);
  const at = pieces.findIndex(({ kind }) => kind === 'open');
  const [last, behind] = at < 0 ? [] : pieces.splice(at);
  if (last?.kind !== 'open' || (behind && !(behind.kind === 'text' && behind.value.startsWith('.'))))
    return null;
  const lead = pieces.map((piece) => (piece.kind === 'text' ? piece.value : own)).join('');
  const [, dots, path] = /^(\.*)((?:[A-Za-z_]\w*\.)*)$/.exec(lead) ?? [];
  if (dots === undefined || lead === '') return null;
  const anchor = dots === '' ? null : call && anchorOf(context, call);
  if (dots !== '' && !anchor) return null;
  const found = absoluteModule(anchor?.before ?? '', dots.length, path.slice(0, -1));
  if (!found || !isMoved(context, found) || !isModule(context.project, found)) return null;
  const target = newNameOf(context.mapping, found);
  const made = { package: found, hole: last.node, isDeep: behind !== undefined };
  if (anchor) {
    const after = relativeModuleText(anchor.after, target);
    return after === null
      ? null
      : withLead(context, name, lead, /\.$/.test(after) ? after : `${after}.`, made);
  }
  const [first, ...rest] = pieces;
  if (first.kind !== 'own') return { ...made, lead: null };
  const before = rest.map((piece) => (piece.kind === 'text' ? piece.value : '')).join('');
  const after = `${target}.`;
  return after.startsWith(`${context.newPackage}.`)
    ? withLead(context, name, before, after.slice(context.newPackage.length), made)
    : null;
}

/** @returns null where what stands before the name must change, but is not written in one piece */
function withLead(
  { text }: RewriteContext,
  name: Expr,
  before: string,
  after: string,
  made: Pick<MadeName, 'package' | 'hole' | 'isDeep'>,
): Pick<MadeName, 'package' | 'hole' | 'isDeep' | 'lead'> | null {
  if (before === after) return { ...made, lead: null };
  const start = text.indexOf(before, name.start);
  const end = start + before.length;
  if (start < 0 || end > name.end || !/(["'}]|%s)$/.test(text.slice(0, start).slice(-2))) return null;
  return { ...made, lead: { start, end, text: after } };
}
