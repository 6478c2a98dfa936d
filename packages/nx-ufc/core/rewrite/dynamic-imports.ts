import { calleeLeaf } from '../project/calls-named';
import type { CallFact, Span } from '../python/facts/types';
import type { PlannedEdit, ReviewItem } from '../plan/types';
import { packageOf } from '../project/names';
import type { RewriteContext } from './context';
import { movedNames } from './made-names/moved-names';
import type { NameSite } from './made-names/name-sites';
import { nameSites, writtenNames, writtenNodes } from './made-names/name-sites';
import { lazyTables } from './string-references/lazy-table';
import { TOGETHER } from './string-references/module-prefix';
import { columnAt } from '../text/lines';

const IMPORT_HOOK = /^sys\.(meta_path|path_hooks)(\.|$)/;
const STANDARD = new Set(['import_module', '__import__', 'run_module']);

/**
 * What asks for modules by names that only exist at run time: hooks of the import system, and `import_module` or `sys.modules` of a name
 * that is put together from that of the package. No edit can be certain; a person must look.
 * @param settled places that come out right all the same
 * @param followed edits of literals: a name is right too that begins like modules which all went to one place
 */
export function dynamicImports(
  context: RewriteContext,
  settled: ReadonlySet<NameSite>,
  followed: readonly PlannedEdit[] = [],
): ReviewItem[] {
  const { facts, info, text } = context;
  if (info.area === 'stub' || info.area === 'doc') return [];
  const open = nameSites(facts, text).filter((site) => !settled.has(site));
  const asked = open.flatMap((site) =>
    site.call ? inCall(context, site.call, followed) : inKey(context, site, followed),
  );
  return [...importHooks(context), ...asked];
}

function importHooks(context: RewriteContext): ReviewItem[] {
  const { facts, text } = context;
  if (!text.includes('meta_path') && !text.includes('path_hooks')) return [];
  const message = 'a hook of the import system: what it does with names must fit the new ones';
  return facts.references
    .filter(({ resolved }) => IMPORT_HOOK.test(resolved ?? ''))
    .map(({ line, span }) => item(context, line, span.start, 'IMPORT_HOOK', message));
}

function inCall(context: RewriteContext, call: CallFact, followed: readonly PlannedEdit[]): ReviewItem[] {
  const { facts, info, text } = context;
  const [first] = call.arguments;
  if (!first || !isCertain(call) || (facts.moduleGetattr && !goesAstray(context))) return [];
  const written = [first.span, ...writtenNames(facts, call)];
  if (followed.some((edit) => written.some((span) => isTogether(context, edit, span)))) return [];
  const source = text.slice(first.span.start, first.span.end);
  const isOwn = STANDARD.has(calleeLeaf(call))
    ? (isRelative(call) && info.area === 'shipped') || written.some((span) => isMade(context, call, span))
    : isOwnKey(context, source);
  if (first.value.kind === 'literal' || !isOwn) return [];
  return [madeAtRunTime(context, call, `${call.callee}()`, source)];
}

/** May the name begin at a package that is given with it? To `__import__` that is told by a level, what comes second are variables. */
function isRelative({ callee, arguments: given }: CallFact): boolean {
  return callee.endsWith('import_module')
    ? given.length > 1
    : given.length > 4 || given.some(({ keyword }) => keyword === 'level');
}

/** `sys.modules[…]` of a name that begins as those of the package do. */
function inKey(context: RewriteContext, site: NameSite, followed: readonly PlannedEdit[]): ReviewItem[] {
  return writtenNodes([site], context.text).flatMap(({ node }) => {
    const source = context.text.slice(node.start, node.end);
    if (!isOwnKey(context, source) || followed.some((edit) => isTogether(context, edit, node))) return [];
    return [madeAtRunTime(context, site, 'sys.modules', source)];
  });
}

/** `x.__name__` may be any module's; the own name is written at the beginning. */
function isOwnKey(context: RewriteContext, source: string): boolean {
  return /^\s*(f["']\{)?__(name|package)__\b/.test(source) || namesRoot(context, source);
}

function madeAtRunTime(
  context: RewriteContext,
  site: { line: number; span: Span },
  asked: string,
  source: string,
) {
  const name = source.replace(/\s+/g, ' ').slice(0, 60);
  const message = `${asked} is given ${name}, a name made at run time; modules of the package that it means have new names`;
  return item(context, site.line, site.span.start, 'DYNAMIC_IMPORT', message);
}

function isCertain(call: CallFact): boolean {
  return STANDARD.has(calleeLeaf(call)) || call.callee.startsWith('sys.modules.');
}

/** Is a name put together from that of the package? One that is written out is a literal like any other. */
function isMade(context: RewriteContext, call: CallFact, { start, end }: Span): boolean {
  const source = context.text.slice(start, end);
  const assigned = context.facts.assignments.find(({ span }) => span.start === start && span.end === end);
  return (
    assigned?.value?.kind !== 'literal' &&
    (/__(name|package|path)__/.test(source) || namesRoot(context, source) || holdsRoot(context, call, source))
  );
}

/** Is a variable in it the name of a package, by the default of a parameter or where the module says so: `"%s.%s" % (package, name)`? */
function holdsRoot({ facts, mapping }: RewriteContext, { scopeId }: CallFact, source: string): boolean {
  const names = new Set(source.match(/(?<![\w."'])[A-Za-z_]\w*/g));
  const own = facts.functions.find((one) => one.scopeId === scopeId);
  const said = [
    ...(own?.parameters ?? []).map(({ name, default: value }) => [name, value] as const),
    ...facts.assignments
      .filter((one) => one.scopeId === scopeId || one.scopeId === 0)
      .map(({ target, value }) => [target, value?.kind === 'literal' ? value.text : null] as const),
  ];
  return said.some(
    ([name, value]) => names.has(name) && [...mapping.roots].some((root) => isRoot(value, root)),
  );
}

function isRoot(value: string | null, root: string): boolean {
  return value !== null && value.length === root.length + 2 && value.slice(1, -1) === root;
}

/** Does an edit in a name put right what goes on behind it: all modules that may be meant went to one place, or kept their names in their package? */
function isTogether({ mapping }: RewriteContext, edit: PlannedEdit, span: Span): boolean {
  if (edit.start < span.start || span.end < edit.end || !edit.evidence.startsWith('module-prefix: '))
    return false;
  return edit.evidence.endsWith(`: ${TOGETHER}`) || movedNames(mapping, edit.before)?.size === 0;
}

/** A module's `__getattr__` finds what it imports in a table that is edited, or its modules stayed where they were in the package. */
function goesAstray(context: RewriteContext): boolean {
  return (
    movedNames(context.mapping, packageOf(context.info))?.size !== 0 && lazyTables(context).edits.length === 0
  );
}

function namesRoot({ mapping }: RewriteContext, source: string): boolean {
  return [...mapping.roots].some((root) => new RegExp(`["'{]${root}[."'}]`).test(source));
}

function item(
  { info, text }: RewriteContext,
  line: number,
  start: number,
  rule: string,
  message: string,
): ReviewItem {
  return { path: info.path, line, column: columnAt(text, start), rule, message };
}
