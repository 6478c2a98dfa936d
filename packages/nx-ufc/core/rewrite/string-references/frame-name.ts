import { calleeLeaf } from '../../project/calls-named';
import type { FileFacts, FunctionFact, Span, StringFact } from '../../python/facts/types';
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
    if (/\.__(name|module|package)__\s*[!=]=\s*['"]$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'compared with the name of a module';
    if (/['"]__(name|module)__['"]\s*:\s*\w*['"]+$/.test(context.text.slice(0, path.start).slice(-40)))
      return 'the name of a module in its globals';
    if (reference.whole && ALTERNATIVE.test(context.text.slice(string.span.end, string.span.end + 100)))
      return 'said in place of the name of a module';
    if (!isAll(reference) || moduleLength !== path.parts.length || string.scopeId === 0) return null;
    const { calls } = context.facts;
    const own = string.role === 'argument' ? calls[string.call]?.callee.split('.')[0] : undefined;
    const reads =
      MODULE_NAMES.has(own ?? '') || (readsNames(context.facts, string.scopeId) && !isKey(string));
    return reads || isHeldAgainstName(reference) || isOfCaller(reference) || isGivenToFinder(reference)
      ? 'compared with names of modules'
      : null;
  },
};

/** Does the code of a scope read `__module__` of something, or `"__name__"` of globals? The attribute `__name__` functions and classes have, too. */
function readsNames({ strings, references, calls }: FileFacts, scope: number): boolean {
  const names = (parts: readonly string[]) => parts.slice(1).includes('__module__');
  return (
    calls.some(({ callee, scopeId }) => scopeId === scope && names(callee.split('.'))) ||
    strings.some(({ scopeId, value }) => scopeId === scope && MODULE_NAMES.has(value)) ||
    references.some(({ parts, scopeId }) => scopeId === scope && names(parts))
  );
}

function isKey({ role }: StringFact): boolean {
  return role === 'subscript' || role === 'key';
}

const COMPARES =
  /^(startswith|endswith|removeprefix|removesuffix|replace|(r?partition|r?split|find|index|count))$/;
/** Of some other thing: the file's own stands alone, for `Flask(__name__)` and loggers. */
const NAME_OF = /[\w)\]]\.__name__\b/;
/** What is left of a name is the last part, which is called as it was: `scanner.__name__.split(".")[-1]`. */
const LAST_PART = /\.__name__\.r?(?:split|partition)\([^)]*\)\[(?:-1|2)\]/;

/** `mod.__name__.startswith("pkg.")`, or `name == "pkg"` where `name = mod.__name__`: on its own line the literal is held against such a name. */
function isHeldAgainstName({ context: { facts, text }, string }: StringReference): boolean {
  const compares = string.role === 'argument' && COMPARES.test(calleeLeaf(facts.calls[string.call]));
  if (!compares && string.role !== 'comparison' && string.role !== 'element') return false;
  const line = text.slice(
    text.lastIndexOf('\n', string.span.start - 1) + 1,
    (text.indexOf('\n', string.span.end) + text.length + 1) % (text.length + 1),
  );
  const isName = (said: string) => NAME_OF.test(said) && !LAST_PART.test(said);
  const held = facts.assignments.filter(
    ({ scopeId, value }) => scopeId === string.scopeId && isName(value?.text ?? ''),
  );
  const words = new Set<string>(line.match(/(?<![\w.])[A-Za-z_]\w*/g));
  return isName(line) || held.some(({ target }) => words.has(target));
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
