import type { StringFact } from '../../python/facts/types';
import type { PlannedEdit, ReviewItem } from '../../plan/types';
import type { Rewrite, RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { movedRoots } from '../mapping';
import type { DottedPath } from '../dotted-paths';
import { findDottedPaths } from '../dotted-paths';
import { concatenations, goesOn } from '../literal-text';
import { countedPickle, type Replacement } from '../pickles/counted-pickles';
import { encodedPickles } from '../pickles/encoded-pickle';
import { definesName, modulePrefixLength } from '../../project/names';
import { offers } from '../../project/offers';
import { joined, proposedEdit, switchable } from '../proposal';
import { namesRoot } from '../root-places';
import { isAmongModules } from './among-modules';
import { childLoggers } from './child-logger';
import { dataFolder } from './data-folder';
import { isDefinition } from './dotted-path';
import { importChain } from './import-chain';
import { isDeclaredGroup, isEntryPointGroup } from './entry-point-group';
import { isEnvironKey } from './environ-key';
import { isFileName, isFileOfPath } from './file-name';
import { STRING_REFERENCE_KINDS } from './index';
import { leadingText, type StringReference } from './kind';
import { madeModules } from './made-modules';
import { lazyTables } from './lazy-table';
import { homeOfPrefix, isImportOfField } from './module-prefix';
import { homeOfLoggers } from './logger-home';
import { isMetric } from './metric-name';
import { mayBeginNames } from './name-condition';
import { countedNames, pickledGlobals } from './pickle-global';
import { prefixLengths } from './prefix-length';
import { relativeImports } from './relative-import';
import { isSalt } from './salt';
import { functionOf } from './sys-modules';
import { wholeLiteral } from './whole-literal';

/** Edits for the certain references in string literals, and a review item for each literal that may be one. */
export function rewriteStrings(context: RewriteContext): Rewrite {
  const strings = settled(
    context,
    context.facts.strings.flatMap((string, at) =>
      isText(context, string) ? references(context, string, at) : [],
    ),
  );
  const bytes = context.facts.strings.filter((string) => string.bytes);
  const pickled = joined(concatenations(context.text, bytes).map((one) => pickles(context, one)));
  const relative = switchable(context, 'relative-import', relativeImports(context));
  const children = switchable(context, 'logger-name', childLoggers(context));
  const found = joined([...strings, pickled, encoded(context), relative, children, lazyTables(context)]);
  const more = [...madeModules(context, found.edits), ...prefixLengths(context, found.edits)];
  return { ...found, edits: [...found.edits, ...more] };
}

/** Bytes are data unless they are written like text: a program to run, a name that an output is to have. */
function isText(context: RewriteContext, string: StringFact): boolean {
  if (!string.bytes) return true;
  const hasNumbers = /\\[^nrt'"]/.test(context.text.slice(string.span.start, string.span.end));
  return !hasNumbers && pickledGlobals(context, string).length === 0;
}

/** What is decided on a literal, or on one of the dotted names in it. */
interface Decided extends Rewrite {
  reference?: StringReference;
}

const NOTHING: Decided[] = [];

function references(context: RewriteContext, string: StringFact, at: number): Decided[] {
  const hasRoot = namesRoot(context, bodyStart(string), bodyEnd(string));
  const whole = wholeLiteral(context, string, at, hasRoot);
  if (whole) return [whole];
  return hasRoot ? namesIn(context, string, at) : NOTHING;
}

/** The dotted names in a literal. */
function namesIn(context: RewriteContext, string: StringFact, at: number): Decided[] {
  const roots = movedRoots(context.mapping);
  return findDottedPaths(context.text, roots, bodyStart(string), bodyEnd(string))
    .filter((path) => !string.formatted || !isCode(context, path))
    .map((path) => {
      const reference = describe(context, string, at, path);
      return { ...decide(reference), reference };
    });
}

/**
 * One literal of a test says the same of a module wherever it names it (`import pkg.mod; pkg.mod.run()`). What a pattern of a test expects to read is the
 * name that the test gives: `raises(KeyError, match=r"pkg\.mod\.x")`, `run("pkg.mod.x")`.
 */
function settled(context: RewriteContext, all: readonly Decided[]): readonly Rewrite[] {
  if (context.info.area !== 'test') return all;
  const certain = all.flatMap(({ edits, reference }) => (edits.length > 0 && reference ? [reference] : []));
  if (certain.length === 0) return all;
  const { scopes } = context.facts;
  const functionAt = ({ string }: StringReference) => functionOf(scopes, string.scopeId);
  const name = ({ path }: StringReference) => path.parts.join('.');
  const isSaid = (one: StringReference, isOpen: boolean) =>
    certain.some((other) => {
      if (other.string === one.string) return isOpen && `${name(other)}.`.startsWith(`${name(one)}.`);
      const isPattern = other.path.separator !== '.' && one.whole && functionAt(one) !== 0;
      return isPattern && name(other) === name(one) && functionAt(other) === functionAt(one);
    });
  return all.map((one) => {
    const { edits, review, reference } = one;
    if (edits.length > 0 || !reference || reference.path.parts.length < 2) return one;
    return isSaid(reference, review.length > 0) ? decide(reference, true) : one;
  });
}

/** `f"{pkg.mod.X}"`: a field is code. */
function isCode({ facts }: RewriteContext, path: DottedPath): boolean {
  return facts.references.some(({ span }) => span.start === path.start);
}

/** What a reference of a kind may mean instead of the module that it names. */
const ELSEWHERE: Record<string, ((reference: StringReference) => string | null | undefined) | undefined> = {
  'patch-target': readerOf,
  'module-prefix': homeOfPrefix,
  'logger-name': homeOfLoggers,
};

/** @param isSaid the literal certainly names the same module elsewhere */
function decide(reference: StringReference, isSaid = false): Rewrite {
  const { context, string, path, moduleLength } = reference;
  const isOther =
    moduleLength === 0 ||
    isEntryPointGroup(reference) ||
    isMetric(reference) ||
    isEnvironKey(reference) ||
    isSalt(reference) ||
    isFileOfPath(reference);
  const edit = isOther ? null : followed(reference);
  if (edit === null) return { edits: [], review: [] };
  const certain = firstMatch(reference);
  if (isDeclaredGroup(reference, certain?.id ?? '')) return { edits: [], review: [] };
  if (certain) {
    const elsewhere = ELSEWHERE[certain.id]?.(reference);
    return switchable(context, certain.id, [
      { ...edit, text: elsewhere ?? edit.text, evidence: `${certain.id}: ${certain.evidence}` },
    ]);
  }
  if (isSaid) return switchable(context, 'dotted-path', [{ ...edit, evidence: 'dotted-path: named twice' }]);
  const mayBe =
    namesPackage(reference) ||
    dataFolder(reference) !== null ||
    mayBeginNames(reference) ||
    goesOnInModule(reference) ||
    isImportOfField(reference) ||
    isAmongModules(reference) ||
    (reference.whole && string.role !== 'docstring' && isDefinition(context, path, true)) ||
    (moduleLength >= 2 && string.role !== 'docstring' && !isFileName(reference) && !isNoName(reference));
  return { edits: [], review: mayBe ? [doubt(context, path, edit)] : [] };
}

/** `PACKAGE_NAME = "pkg"`: what is done with it may stand in another module. */
function namesPackage({ whole, string, path }: StringReference): boolean {
  const isNamed = /^_*(PACKAGE|PKG|IMPORT|MODULE)(_NAME)?$/i.test(string.name ?? '');
  return whole && path.parts.length === 1 && string.role === 'assignment' && isNamed;
}

/** `"is no pkg." in message`: a text that tests look for in another one may go on with the name of a module there. */
function goesOnInModule({ context, string, path, whole }: StringReference): boolean {
  if (whole || context.info.area !== 'test' || string.role !== 'comparison') return false;
  return path.parts.length === 1 && context.text.slice(path.end, bodyEnd(string)) === '.';
}

/** A literal that names nothing which the module has is a name of another kind: `"pkg.cache.redis"` in a registry, `"pkg.client.sent:0|c"` of a metric. */
function isNoName(reference: StringReference): boolean {
  const { context, string, whole, path, moduleLength } = reference;
  const rest = context.text.slice(path.end, string.span.end - string.quote.length);
  if (!whole && !(leadingText(reference) === '' && /^:\S/.test(rest))) return false;
  const name = path.parts[moduleLength];
  const module = path.parts.slice(0, moduleLength).join('.');
  return name !== undefined && !offers(context.project, module, name);
}

/** The module that code reads a patched name from, where it left the one that the name is in. */
function readerOf({ context, path, moduleLength }: StringReference): string | undefined {
  const module = path.parts.slice(0, moduleLength).join('.');
  return path.parts.length === moduleLength + 1
    ? context.mapping.patched?.get(`${module}:${path.parts[moduleLength]}`)
    : undefined;
}

/** Bytes are data: only what is certain is looked for. */
function pickles(context: RewriteContext, literals: readonly StringFact[]): Rewrite {
  const lines = literals.flatMap((string) => pickledGlobals(context, string));
  const counted = lines.length === 0 ? countedPickle(context, literals) : null;
  const edits = [...lines, ...(counted?.edits ?? [])].map((edit) => pickleEdit(context, edit));
  const names = counted ? counted.stuck : literals.flatMap((string) => countedNames(context, string));
  const review = namedInPickle(context, literals[0], names);
  return joined([switchable(context, 'pickle-global', edits), { edits: [], review }]);
}

/** Pickles in base64. */
function encoded(context: RewriteContext): Rewrite {
  const { text, facts, project, mapping } = context;
  const found = encodedPickles(text, facts.strings, project, mapping);
  const edits = found.flatMap((one) => one.edits.map((edit) => pickleEdit(context, edit)));
  const review = found.flatMap(({ first, names }) => namedInPickle(context, first, names));
  return joined([switchable(context, 'pickle-global', edits), { edits: [], review }]);
}

function pickleEdit(context: RewriteContext, { span, text }: Replacement): PlannedEdit {
  return plannedEdit(context, span, text, 'string', 'pickle-global: module of a pickled class');
}

function namedInPickle(
  { info: { path } }: RewriteContext,
  { line, column }: StringFact,
  names: readonly string[],
): ReviewItem[] {
  return [...new Set(names)].map((name) => ({
    path,
    line,
    column,
    rule: 'PICKLED_NAMES',
    message: `the pickle in this literal names ${name}: make it anew, or keep the old name with --compat=shim`,
  }));
}

function firstMatch(reference: StringReference): { id: string; evidence: string } | null {
  for (const kind of STRING_REFERENCE_KINDS) {
    const evidence = kind.match(reference);
    if (evidence !== null) return { id: kind.id, evidence };
  }
  return null;
}

function describe(
  context: RewriteContext,
  string: StringFact,
  at: number,
  path: DottedPath,
): StringReference {
  const moduleLength = modulePrefixLength(context.project, path.parts);
  const rest = path.parts[moduleLength];
  const module = path.parts.slice(0, moduleLength).join('.');
  const call = string.role === 'argument' && string.call >= 0 ? context.facts.calls[string.call] : null;
  const alone = !isPart(context, at);
  return {
    context,
    string,
    at,
    path,
    whole: alone && path.start === bodyStart(string) && path.end === bodyEnd(string),
    alone,
    moduleLength,
    known: moduleLength > 0 && (rest === undefined || definesName(context.project, module, rest)),
    call,
    position: call
      ? call.arguments.findIndex(
          (a) => a.keyword === null && a.span.start <= string.span.start && string.span.end <= a.span.end,
        )
      : -1,
  };
}

/** One literal of an implicit concatenation: what it says goes on in its neighbour. */
function isPart({ facts, text }: RewriteContext, at: number): boolean {
  const [before, own, after] = [at - 1, at, at + 1].map((index) => facts.strings[index]);
  return (
    (before !== undefined && goesOn(text, before, own)) || (after !== undefined && goesOn(text, own, after))
  );
}

/** The edit that makes a path follow its module; null when it says the same already. */
function followed(reference: StringReference): PlannedEdit | null {
  const { context, path, moduleLength } = reference;
  const target = newNameOf(context.mapping, path.parts.slice(0, moduleLength).join('.'));
  const chain = moduleLength === path.parts.length ? importChain(reference) : null;
  const span = { start: path.start, end: chain?.end ?? path.partEnds[moduleLength - 1] };
  const text = `${target.replaceAll('.', path.separator)}${chain?.text ?? ''}`;
  return text === context.text.slice(span.start, span.end)
    ? null
    : plannedEdit(context, span, text, 'string', '');
}

function doubt(context: RewriteContext, path: DottedPath, edit: PlannedEdit): ReviewItem {
  const message = `"${path.parts.join('.')}" may name a module that is now ${edit.text}; left as it is`;
  return proposedEdit(context, edit, 'STRING_REFERENCE', message);
}

function bodyStart(string: StringFact): number {
  return string.span.start + string.prefix.length + string.quote.length;
}

function bodyEnd(string: StringFact): number {
  return string.span.end - string.quote.length;
}
