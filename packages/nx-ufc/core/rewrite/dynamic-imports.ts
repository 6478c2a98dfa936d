import type { CallFact, Span } from '../python/facts/types';
import type { PlannedEdit, ReviewItem } from '../plan/types';
import { packageOf } from '../project/names';
import type { RewriteContext } from './context';
import { importCalls } from './import-calls';
import { writtenNames } from './made-names/made-name';
import { movedNames } from './made-names/moved-names';
import { calleeLeaf } from './string-references/kind';
import { lazyTables } from './string-references/lazy-table';
import { TOGETHER } from './string-references/module-prefix';
import { columnAt } from '../text/lines';

const IMPORT_HOOK = /^sys\.(meta_path|path_hooks)(\.|$)/;
const IMPORTERS = new Set(['import_module', '__import__']);

/**
 * What imports modules by names that only exist at run time: hooks of the import system, and `import_module` of a name that is put
 * together from that of the package. No edit can be certain; a person must look.
 * @param settled calls that come out right all the same
 * @param followed edits of literals: a name is right too that begins like modules which all went to one place
 */
export function dynamicImports(
  context: RewriteContext,
  settled: ReadonlySet<CallFact>,
  followed: readonly PlannedEdit[] = [],
): ReviewItem[] {
  const { facts, info, text } = context;
  if (info.area === 'stub' || info.area === 'doc') return [];
  const hooks = facts.references
    .filter(({ resolved }) => resolved?.startsWith('sys.') && IMPORT_HOOK.test(resolved))
    .map(({ line, span }) =>
      item(
        context,
        line,
        span.start,
        'IMPORT_HOOK',
        'a hook of the import system: what it does with names must fit the new ones',
      ),
    );
  const importing = importCalls(facts).filter(
    (call) => IMPORTERS.has(calleeLeaf(call)) && !settled.has(call),
  );
  const calls = importing.flatMap((call) => {
    const [first, second] = call.arguments;
    if (!first || (facts.moduleGetattr && !goesAstray(context))) return [];
    const written = [first.span, ...writtenNames(facts, call)];
    if (followed.some((edit) => written.some((span) => isTogether(edit, span)))) return [];
    const source = text.slice(first.span.start, first.span.end);
    const isOwn =
      (second !== undefined && info.area === 'shipped') || written.some((span) => isMade(context, span));
    if (first.value.kind === 'literal' || !isOwn) return [];
    const message = `${call.callee}() is given ${source.replace(/\s+/g, ' ').slice(0, 60)}, a name made at run time; modules of the package that it means have new names`;
    return [item(context, call.line, call.span.start, 'DYNAMIC_IMPORT', message)];
  });
  return [...hooks, ...calls];
}

/** Is a name put together from that of the package? One that is written out is a literal like any other. */
function isMade(context: RewriteContext, { start, end }: Span): boolean {
  const source = context.text.slice(start, end);
  const assigned = context.facts.assignments.find(({ span }) => span.start === start && span.end === end);
  return (
    assigned?.value?.kind !== 'literal' &&
    (/__(name|package|path)__/.test(source) || namesRoot(context, source))
  );
}

function isTogether({ start, end, evidence }: PlannedEdit, span: Span): boolean {
  return span.start <= start && end <= span.end && evidence === `module-prefix: ${TOGETHER}`;
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
