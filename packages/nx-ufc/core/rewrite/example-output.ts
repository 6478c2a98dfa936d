import type { PlannedEdit } from '../plan/types';
import { isHomeOf } from '../project/class-home';
import { definesName, modulePrefixLength } from '../project/names';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { findDottedPaths, type DottedPath } from './dotted-paths';
import type { MoveMapping } from './mapping';
import { isInMessage, isSaidBare } from './string-references/messages';

/** What an example shows: the lines below its code, up to an empty one or the next example. */
const OUTPUT =
  /^[ \t]*>>>[^\n]*\n(?:[ \t]*\.\.\.(?:[ \t][^\n]*)?\n)*((?:(?![ \t]*>>>)[ \t]*\S[^\n]*(?:\n|$))+)/gm;

/**
 * Edits for the names of classes in what examples show between two offsets of a text, where Python makes them of the module: `<class 'pkg.Name'>`,
 * `<pkg.Name object at …>`, `pkg.mod.Name(1)`, and in the message of an exception. What shipped code says in so many words stays.
 */
export function shownNames(context: RewriteContext, from: number, to: number): PlannedEdit[] {
  const shown = context.text.slice(from, to);
  return [...shown.matchAll(OUTPUT)].flatMap((match) => {
    const end = from + match.index + match[0].length;
    const start = end - match[1].length;
    const raises = /^[ \t]*Traceback \(/.test(match[1]);
    return findDottedPaths(context.text, context.mapping.roots, start, end)
      .filter(
        (path) =>
          isLogger(context, path) ||
          isCutShort(context, path) ||
          (isClass(context, path) &&
            (isRepr(context.text, path) ||
              isMade(context, path) ||
              (raises && isInText(context, path, start)))),
      )
      .flatMap((path) => follow(context, path));
  });
}

/** `pkg.mod ERROR`, as handlers print what was logged under the name of a module. */
function isLogger({ text, project }: RewriteContext, { parts, separator, start, end }: DottedPath): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return (
    separator === '.' &&
    /^[ \t]*$/.test(line) &&
    /^ (DEBUG|INFO|WARNING|ERROR|CRITICAL)\b/.test(text.slice(end, end + 20)) &&
    modulePrefixLength(project, parts) === parts.length
  );
}

function isClass({ project }: RewriteContext, { parts, separator }: DottedPath): boolean {
  const length = modulePrefixLength(project, parts);
  const module = parts.slice(0, length).join('.');
  return (
    separator === '.' &&
    length === parts.length - 1 &&
    (length === 1 ? isHomeOf(project, module, parts[1]) : definesName(project, module, parts[length]))
  );
}

/** `<class 'pkg.Name'>` or `<pkg.Name object at 0x7f>`. */
export function isRepr(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  return (
    /<class \\?['"]$/.test(before) || (/<$/.test(before) && /^ object\b/.test(text.slice(end, end + 10)))
  );
}

/**
 * `pkg.mod.Name(1)` and `pkg.mod.Name[int]`, a repr with the name of its class: where shipped code says nothing but this name, which follows, or nothing of its module.
 * Where it says more, the text stays.
 */
function isMade(context: RewriteContext, { parts, end }: DottedPath): boolean {
  const dotted = parts.join('.');
  if (!/[([]/.test(context.text[end]) || isInMessage(context, dotted)) return false;
  return isSaidBare(context, dotted) || !isInMessage(context, `${parts.slice(0, -1).join('.')}.`);
}

/** `<pkg...` and `<class 'pkg.sub...X'>`, where `ELLIPSIS` stands for the rest of the name. */
function isCutShort(
  { text, project }: RewriteContext,
  { parts, separator, start, end }: DottedPath,
): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  return (
    separator === '.' &&
    /<(class \\?['"])?$/.test(before) &&
    text.startsWith('...', end) &&
    modulePrefixLength(project, parts) === parts.length
  );
}

/** What the new names of all modules below a package begin with: which of them is meant is cut off. */
function beginningOf({ modules }: MoveMapping, packageName: string): string {
  const names = [...modules].filter(([from]) => `${from}.`.startsWith(`${packageName}.`)).map(([, to]) => to);
  const [first = packageName, ...others] = names;
  const isFirst = (parts: readonly string[]) =>
    others.every((other) => `${other}.`.startsWith(`${parts.join('.')}.`));
  const parts = first.split('.');
  while (parts.length > 0 && !isFirst(parts)) parts.pop();
  return parts.length > 0 ? parts.join('.') : packageName;
}

/** In the message of an exception, which its own name is in front of. */
function isInText(context: RewriteContext, { parts, start }: DottedPath, from: number): boolean {
  const line = context.text.slice(context.text.lastIndexOf('\n', start) + 1, start);
  const dotted = parts.join('.');
  const isMessage = start > from && /^[ \t]*[A-Za-z_][\w.]*:/.test(line);
  return isMessage && !isInMessage(context, dotted) && !isSaidBare(context, dotted);
}

function follow(context: RewriteContext, path: DottedPath): PlannedEdit[] {
  const { parts, partEnds, start } = path;
  const isCut = isCutShort(context, path);
  const length = isCut || isLogger(context, path) ? parts.length : parts.length - 1;
  const module = parts.slice(0, length).join('.');
  const name = isCut ? beginningOf(context.mapping, module) : newNameOf(context.mapping, module);
  const span = { start, end: partEnds[length - 1] };
  return name === module
    ? []
    : [plannedEdit(context, span, name, 'reference', 'doctest: a class that is shown')];
}
