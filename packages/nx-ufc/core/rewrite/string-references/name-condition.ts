import { heldName } from '../held-names';
import type { StringReference, StringReferenceKind } from './kind';
import { leadingText } from './kind';
import { functionOf } from './sys-modules';

/** As much before a literal as a condition on it may take, in characters. */
const NEAR = 200;
/** `name ==`, `name.split(".")[0] !=`, `name in ("other",`. */
const COMPARED =
  /([\w.]+?(?:\[["'](?:name|logger)["']\])?)(?:\.(?:split|partition)\(\s*["']\.["'](?:,\s*1)?\s*\)\[0\])?\s*(?:[!=]=|\bin\s*[([{](?:\s*["'][\w.]*["'],)*)\s*$/;
/** `name.startswith(`, `name.startswith(("other.",`, `name.removeprefix(`, `name.replace(`. */
const BEGINS =
  /([\w.]+(?:\[["'](?:name|logger)["']\])?)\.(?:startswith\(\s*\(?(?:\s*["'][\w.]*["'],)*|removeprefix\(|replace\()\s*$/;

/**
 * The package's name in a condition on names of modules or loggers: on what a loop over `sys.modules` goes through, on `record.name` of what was
 * logged, on the `__module__` of something, and on anything that is compared with the package and with the names below it, `name == "pkg" or name.startswith("pkg.")`.
 */
export const nameCondition: StringReferenceKind = {
  id: 'name-condition',
  inProgram: 'importing',
  match(reference) {
    const { context, string, path, moduleLength } = reference;
    const rest = context.text.slice(path.end, string.span.end - string.quote.length);
    if (moduleLength !== path.parts.length || leadingText(reference) !== '' || !/^\.?$/.test(rest))
      return null;
    // Names below a package that is no longer whole begin in several ways.
    if (rest === '.' && moduleLength > 1) return null;
    const before = context.text.slice(Math.max(0, string.span.start - NEAR), string.span.start);
    const found = BEGINS.exec(before) ?? (rest === '' ? COMPARED.exec(before) : null);
    const subject = found?.[1];
    if (subject === undefined) return null;
    const start = string.span.start - before.length + found!.index;
    if (holdsName(reference, subject, start))
      return 'compared with a name that holds the name of the package';
    if (isBesideOther(reference, subject, before)) return 'compared with the package and what lies below it';
    if (isModuleName(reference, subject)) return 'compared with the name of a module';
    if (RECORD.test(subject)) return 'compared with the name of a logger';
    return loopedOver(reference, subject);
  },
};

/** What filters and processors of logging, loguru and structlog are given. */
const RECORD = /^(?:\w*rec(?:ord)?\.name|(?:\w*rec(?:ord)?|event_dict)\[["'](?:name|logger)["']\])$/;

/** `name.startswith("pkg.")`, where nothing says what the name is one of. */
export function mayBeginNames({ context: { text }, string, path }: StringReference): boolean {
  const before = text.slice(Math.max(0, string.span.start - NEAR), string.span.start);
  const subject = BEGINS.exec(before)?.[1] ?? '';
  const rest = text.slice(path.end, string.span.end - string.quote.length);
  return rest === '.' && /(^|_|\.)(name|mod|module|logger)$/i.test(subject);
}

/** Is the same thing compared with the package, and with the beginning of the names below it, in one condition? */
function isBesideOther(
  { context: { text }, string, path }: StringReference,
  subject: string,
  before: string,
): boolean {
  const around = before + text.slice(string.span.start, string.span.end + NEAR);
  const name = path.parts.join('.');
  const says = (left: string, right: string) =>
    [`"`, `'`].some((quote) => around.includes(`${subject}${left}${quote}${name}${right}${quote}`));
  return says('.startswith(', '.') && (says(' == ', '') || says(' != ', ''));
}

/** `labels.NAME == "pkg"`, where that module says `NAME = __name__.split(".")[0]`. */
function holdsName({ context, path }: StringReference, subject: string, start: number): boolean {
  const { facts, info, project } = context;
  const reference = facts.references.find(({ span }) => span.start === start);
  if (reference?.parts.join('.') !== subject) return false;
  const resolved = reference.resolved ?? (reference.bindingScope === 0 ? `${info.name}.${subject}` : null);
  return resolved !== null && heldName(project, info, resolved) === path.parts.join('.');
}

/** `cls.__module__`, or a variable of the function that is nothing else. */
function isModuleName({ context: { facts }, string }: StringReference, subject: string): boolean {
  const isNamed = (text: string) => /\.__module__$/.test(text);
  if (isNamed(subject)) return true;
  const scope = functionOf(facts.scopes, string.scopeId);
  const bound = facts.assignments.filter(({ target, scopeId }) => target === subject && scopeId === scope);
  return bound.length > 0 && isNamed(bound[0].value?.text ?? '');
}

/** A name of `sys.modules`, or the name of a record, by the loop that it comes from in the same function. */
function loopedOver({ context: { facts, text }, string }: StringReference, subject: string): string | null {
  const [variable, attribute, ...more] = subject.split('.');
  if (more.length > 0 || (attribute !== undefined && attribute !== 'name')) return null;
  const { start, end } = facts.scopes[functionOf(facts.scopes, string.scopeId)].span;
  const loop = new RegExp(String.raw`\bfor\s+(?:\w+,\s*)?${variable}(?:,\s*\w+)?\s+in\s+([^\n:]*)`, 'g');
  for (const [, what] of text.slice(start, end).matchAll(loop)) {
    if (attribute === undefined && /\bsys\.modules\b/.test(what)) return 'name of a loop over sys.modules';
    if (attribute === 'name' && /\brecords\b/.test(what)) return 'name of a record that was logged';
  }
  return null;
}
