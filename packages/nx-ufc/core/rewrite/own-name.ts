import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { ReferenceFact } from '../python/facts/types';
import { columnAt } from '../text/lines';
import { newNameOf, plannedEdit, type Rewrite, type RewriteContext } from './context';
import { joined, switchable } from './proposal';

/** The name of the module, as it was and is, in parts. */
interface Names {
  before: readonly string[];
  after: readonly string[];
  mapping: RewriteContext['mapping'];
}

/** A number or text in the code, and what it must be for the code to give what it gave; null where that is not to be had. */
interface Change {
  at: number;
  before: string;
  after: string | null;
}

const TEXT = String.raw`["']([A-Za-z_][\w.]*)["']`;
/** What is asked of `__name__`, with where the number or text of it stands. */
const FORMS: readonly [RegExp, (found: RegExpExecArray, names: Names) => Change[]][] = [
  [/^\.split\(\s*["']\.["']\s*\)\[(-?\d+)\]/d, part],
  [/^\.split\(\s*["']\.["']\s*\)\[:(-?\d+)\]/d, packageOfParts],
  [/^\.split\(\s*["']\.["']\s*,\s*(\d+)\s*\)\[(\d+)\]/d, restOfParts],
  [/^\.rsplit\(\s*["']\.["']\s*,\s*(\d+)\s*\)\[0\]/d, packageAbove],
  [/^\.rpartition\(\s*["']\.["']\s*\)\[(0)\]/d, parentPackage],
  [/^\.partition\(\s*["']\.["']\s*\)\[(2|-1)\]/d, restOfTop],
  [new RegExp(String.raw`^\.removeprefix\(\s*${TEXT}\s*\)`, 'd'), prefix],
  [new RegExp(String.raw`^\.replace\(\s*${TEXT}\s*,\s*(?:""|'')`, 'd'), prefix],
  [new RegExp(String.raw`^\.split\(\s*${TEXT}(?:\s*,\s*1)?\s*\)\[(?:-?1)\]`, 'd'), prefix],
  [new RegExp(String.raw`^\[\s*len\(\s*${TEXT}\s*\)\s*:\s*\]`, 'd'), prefix],
  [/^\[\s*(\d+)\s*:\s*\]/d, length],
];

/**
 * Parts that a module takes out of its own `__name__` by their places: `__name__.split(".")[1]`, `__name__[len("pkg."):]`,
 * `".".join(__name__.split(".")[:-2])`. They are the same as before where the number or text in there can make them so.
 * @param settled edits that some of these expressions have for another reason
 */
export function ownName(context: RewriteContext, settled: readonly PlannedEdit[]): Rewrite {
  const { facts, info, mapping, text } = context;
  const now = newNameOf(mapping, info.name);
  if (now === info.name || !text.includes('__name__')) return { edits: [], review: [] };
  const names = { before: info.name.split('.'), after: now.split('.'), mapping };
  const edits: PlannedEdit[] = [];
  const review: ReviewItem[] = [];
  for (const reference of facts.references) {
    if (reference.bindingScope !== -1 || reference.parts[0] !== '__name__') continue;
    if (settled.some(({ start }) => start === reference.span.start)) continue;
    const changes = changesBehind(text, reference, names);
    if (changes.some(({ after }) => after === null)) review.push(listed(context, reference));
    else edits.push(...changes.map((change) => edited(context, change)));
  }
  return joined([switchable(context, 'own-package', edits), { edits: [], review }]);
}

function changesBehind(text: string, { span }: ReferenceFact, names: Names): Change[] {
  const start = span.start + '__name__'.length;
  const behind = text.slice(start, start + 200);
  for (const [form, decide] of FORMS) {
    const found = form.exec(behind);
    if (found)
      return decide(found, names)
        .filter(({ before, after }) => before !== after)
        .map((change) => ({ ...change, at: change.at + start }));
  }
  return [];
}

/** `[1]`: one part, which may stand elsewhere now. */
function part(found: RegExpExecArray, { before, after }: Names): Change[] {
  const index = Number(found[1]);
  const meant = before.at(index);
  // The package at the top has its new name.
  if (meant === undefined || meant === before[0] || after.at(index) === meant) return [];
  const places = after.flatMap((name, at) => (name === meant ? [at] : []));
  const [place] = places;
  return [changed(found, 1, places.length === 1 ? place - (index < 0 ? after.length : 0) : null)];
}

/** `[:-2]`: the parts of a package above. */
function packageOfParts(found: RegExpExecArray, names: Names): Change[] {
  const count = Number(found[1]);
  const now = partsOf(count, names);
  return [changed(found, 1, now !== null && count < 0 ? now - names.after.length : now)];
}

function packageAbove(found: RegExpExecArray, names: Names): Change[] {
  const now = partsOf(-Number(found[1]), names);
  return [changed(found, 1, now === null ? null : names.after.length - now)];
}

/** `.rpartition(".")[0]` */
function parentPackage(found: RegExpExecArray, names: Names): Change[] {
  return partsOf(-1, names) === names.after.length - 1 ? [] : [changed(found, 1, null)];
}

/** How many parts the new name of a package above has; null where it is not above the module any more. */
function partsOf(end: number, { before, after, mapping }: Names): number | null {
  const packageName = before.slice(0, end).join('.');
  const now = packageName === '' ? [] : newNameOf(mapping, packageName).split('.');
  return now.length > 0 && now.every((name, at) => name === after[at]) ? now.length : null;
}

/** `.split(".", 1)[1]`: all but the first parts. */
function restOfParts(found: RegExpExecArray, names: Names): Change[] {
  const count = Number(found[1]);
  if (Number(found[2]) !== count || count >= names.before.length) return [];
  const first = firstOfRest(count, names);
  return [changed(found, 1, first), changed(found, 2, first)];
}

/** `.partition(".")[2]` */
function restOfTop(found: RegExpExecArray, names: Names): Change[] {
  return names.before.length > 1 && firstOfRest(1, names) !== 1 ? [changed(found, 1, null)] : [];
}

/** Where the parts from a place on begin in the new name; null where they are others. */
function firstOfRest(start: number, { before, after }: Names): number | null {
  const rest = before.slice(start);
  const first = after.length - rest.length;
  return rest.every((name, at) => name === after[first + at]) ? first : null;
}

/** `"pkg."`, which the name began with: what is behind it stays. */
function prefix(found: RegExpExecArray, { before, after }: Names): Change[] {
  const [name, now] = [before.join('.'), after.join('.')];
  const rest = name.slice(found[1].length);
  if (!name.startsWith(found[1])) return [];
  return [changed(found, 1, now.endsWith(rest) ? now.slice(0, now.length - rest.length) : null)];
}

/** `[4:]` */
function length(found: RegExpExecArray, { before, after }: Names): Change[] {
  const [rest, now] = [before.join('.').slice(Number(found[1])), after.join('.')];
  return rest === '' ? [] : [changed(found, 1, now.endsWith(rest) ? now.length - rest.length : null)];
}

function changed(found: RegExpExecArray, group: number, now: number | string | null): Change {
  return {
    at: found.indices![group]![0],
    before: found[group],
    after: now === null ? null : String(now),
  };
}

function edited(context: RewriteContext, { at, before, after }: Change): PlannedEdit {
  const evidence = `own-package: ${context.info.name} is now ${newNameOf(context.mapping, context.info.name)}`;
  return plannedEdit(context, { start: at, end: at + before.length }, after!, 'reference', evidence);
}

function listed({ info, mapping, text }: RewriteContext, { line, span }: ReferenceFact): ReviewItem {
  const message = `takes ${info.name} to pieces, which is now ${newNameOf(mapping, info.name)}; check what it gives`;
  return { path: info.path, line, column: columnAt(text, span.start), rule: 'MODULE_NAME', message };
}
