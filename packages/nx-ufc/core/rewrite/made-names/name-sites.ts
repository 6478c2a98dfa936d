import { callsNamed } from '../../project/calls-named';
import { importCalls } from '../../project/naming-calls';
import { parseModule } from '../../python';
import type { Node, Subscript } from '../../python/ast';
import { childrenOf } from '../../python/children';
import type { CallFact, FileFacts, Span } from '../../python/facts/types';

/** A place in the code that is given the name of a module: a call that imports it, or a key of `sys.modules`. */
export interface NameSite {
  /** The call; null for `sys.modules[…]`. */
  call: CallFact | null;
  /** Where the name is written; of a subscript, what stands before its bracket. */
  spans: Span[];
  line: number;
  span: Span;
}

const KEYED_BY = new Set(['get', 'pop', 'setdefault', '__getitem__']);
const KEYED = /^sys\.modules\.\w+$/;
const known = new WeakMap<FileFacts, readonly NameSite[]>();

/** Calls of a file that are given the name of a module: those that import it, and those that take it out of `sys.modules`. */
export function namingCalls(facts: FileFacts): readonly CallFact[] {
  const keyed = callsNamed(facts, KEYED_BY).filter(
    ({ resolved }) => resolved !== null && KEYED.test(resolved),
  );
  return keyed.length > 0 ? [...importCalls(facts), ...keyed] : importCalls(facts);
}

/** Where a file gives names of modules, those aside that are nothing but a literal or `__name__`. */
export function nameSites(facts: FileFacts, text: string): readonly NameSite[] {
  let sites = known.get(facts);
  if (!sites) known.set(facts, (sites = [...callSites(facts), ...keySites(facts, text)]));
  return sites;
}

function callSites(facts: FileFacts): NameSite[] {
  return namingCalls(facts).map((call) => ({
    call,
    spans: writtenNames(facts, call),
    line: call.line,
    span: call.span,
  }));
}

function keySites(facts: FileFacts, text: string): NameSite[] {
  if (!text.includes('modules')) return [];
  return facts.references
    .filter(({ resolved, span }) => resolved === 'sys.modules' && isOpenKey(text, span.end))
    .map(({ span, line }) => ({ call: null, spans: [span], line, span }));
}

/** Is what follows a key that is put together? */
function isOpenKey(text: string, end: number): boolean {
  return /^\s*\[(?!\s*(?:__name__|__package__|"[^"{]*"|'[^'{]*')\s*\])/.test(text.slice(end, end + 200));
}

/** Where the name that an import is given is written: its argument, or the assignments of the variable that it is given. */
export function writtenNames(facts: FileFacts, call: CallFact): Span[] {
  const [first] = call.arguments;
  if (first?.value.kind !== 'name') return first ? [first.span] : [];
  const { name } = first.value;
  const own = facts.assignments.filter((one) => one.scopeId === call.scopeId && one.target === name);
  return own.map((one) => one.span);
}

/** The nodes of the names that sites are given, of a subscript its key, and the statements at the top of the module that hold them. */
export function writtenNodes(
  sites: readonly NameSite[],
  text: string,
): { site: NameSite; node: Node; statement: Node }[] {
  const written = sites.flatMap((site) => site.spans.map((span) => ({ site, span })));
  const parsed = written.length > 0 ? parseModule(text) : null;
  if (!parsed?.ok) return [];
  return written.flatMap(({ site, span }) => {
    const statement = parsed.module.body.find(({ start, end }) => start <= span.start && span.end <= end);
    const node = statement && writtenNode(statement, site, span);
    return node ? [{ site, node, statement }] : [];
  });
}

function writtenNode(statement: Node, { call }: NameSite, span: Span): Node | null {
  if (call) return find(statement, span, (node) => isAt(node, span));
  const found = find(statement, span, (node) => isSubscript(node) && isAt(node.value, span));
  return found && (found as Subscript).slice;
}

function isSubscript(node: Node): node is Subscript {
  return node.type === 'Subscript';
}

function isAt({ start, end }: Node, span: Span): boolean {
  return start === span.start && end === span.end;
}

function find(node: Node, span: Span, isMeant: (node: Node) => boolean): Node | null {
  if (isMeant(node)) return node;
  for (const child of childrenOf(node)) {
    const found = child.start <= span.start && span.end <= child.end ? find(child, span, isMeant) : null;
    if (found) return found;
  }
  return null;
}
