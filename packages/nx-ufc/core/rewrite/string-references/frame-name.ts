import { calleeLeaf } from '../../project/calls-named';
import type { FileFacts, FunctionFact, Span } from '../../python/facts/types';
import type { StringReference, StringReferenceKind } from './kind';
import { leadingText } from './kind';

/** What code reads to learn in which module something is defined or runs. */
const MODULE_NAMES = new Set(['__name__', '__module__']);
/** `"pkg" if cls is Name else cls.__module__` */
const ALTERNATIVE = /^\s+if\b[^\n]*\belse\s+[\w.]*\.__module__\b/;
const FRAMES = /(^|\.)(_getframe|currentframe|stack)$/;

/**
 * The name of a package as a whole literal, or with a dot behind it, in a function that reads `__name__` or `__module__` of frames or objects: it is
 * compared with them, e.g. to leave out the package's own frames.
 */
export const frameName: StringReferenceKind = {
  id: 'frame-name',
  match(reference) {
    const { moduleLength, path, string, context } = reference;
    if (string.role === 'docstring' || moduleLength === 0) return null;
    if (/\.__(name|module)__\s*[!=]=\s*['"]$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'compared with the name of a module';
    if (/['"]__(name|module)__['"]\s*:\s*\w*['"]+$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'the name of a module in its globals';
    if (reference.whole && ALTERNATIVE.test(context.text.slice(string.span.end, string.span.end + 100)))
      return 'said in place of the name of a module';
    if (!isAll(reference) || moduleLength !== path.parts.length || string.scopeId === 0) return null;
    const { calls } = context.facts;
    const own = string.role === 'argument' ? calls[string.call]?.callee.split('.')[0] : undefined;
    const reads = MODULE_NAMES.has(own ?? '') || readsNames(context.facts, string.scopeId);
    return reads || isOfCaller(reference) || isGivenToFinder(reference)
      ? 'compared with names of modules'
      : null;
  },
};

/** Does the code of a scope read `__name__` or `__module__` of something? */
function readsNames({ strings, references, calls }: FileFacts, scope: number): boolean {
  // `__name__` alone is the file's own, for `Flask(__name__)` and loggers.
  const names = (parts: readonly string[]) => parts.slice(1).some((part) => MODULE_NAMES.has(part));
  return (
    calls.some(({ callee, scopeId }) => scopeId === scope && names(callee.split('.'))) ||
    strings.some(({ scopeId, value }) => scopeId === scope && MODULE_NAMES.has(value)) ||
    references.some(({ parts, scopeId }) => scopeId === scope && names(parts))
  );
}

/**
 * `caller = find_caller()`, `caller != "pkg"`, `find_caller().startswith("pkg")`: it holds what a function gives that goes through frames and reads
 * such names.
 */
function isOfCaller({ context: { facts, text }, string }: StringReference): boolean {
  const before = text.slice(Math.max(0, string.span.start - 100), string.span.start);
  const [, subject, isCalled] =
    /(?:^|[^\w.])(\w+)(\(\))?(?:\s*[!=]=|\.startswith\(\s*\(?)\s*$/.exec(before) ?? [];
  if (subject === undefined) return false;
  const isMaker = (called: string) => {
    const maker = facts.functions.find(({ name, parentScope }) => parentScope === 0 && name === called);
    return maker !== undefined && findsCaller(facts, maker);
  };
  if (isCalled) return isMaker(subject);
  return facts.assignments.some(
    ({ target, scopeId, value }) =>
      target === subject &&
      scopeId === string.scopeId &&
      value?.kind === 'call' &&
      isMaker(facts.calls[value.call].callee),
  );
}

/** `find_caller(("other", "pkg"))`, by another name too, `find_caller = Finder().caller`: such a function is told what it passes over. */
function isGivenToFinder({ context: { facts }, string }: StringReference): boolean {
  if (string.role !== 'argument' && string.role !== 'element') return false;
  const call = facts.calls.findLast((one) => one.arguments.some(({ span }) => isWithin(string.span, span)));
  if (!call) return false;
  const { value } = facts.assignments.find(({ target }) => target === call.callee) ?? {};
  const names = [calleeLeaf(call), /\.(\w+)$/.exec(value?.text ?? '')?.[1]];
  return facts.functions.some((one) => names.includes(one.name) && findsCaller(facts, one));
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Does a function go through frames and read the names of their modules? */
function findsCaller(facts: FileFacts, { scopeId }: FunctionFact): boolean {
  const goesThrough = facts.calls.some((call) => call.scopeId === scopeId && FRAMES.test(call.callee));
  return goesThrough && readsNames(facts, scopeId);
}

function isAll(reference: StringReference): boolean {
  const { whole, context, path, string } = reference;
  const rest = context.text.slice(path.end, string.span.end - string.quote.length);
  return whole || (rest === '.' && leadingText(reference) === '');
}
