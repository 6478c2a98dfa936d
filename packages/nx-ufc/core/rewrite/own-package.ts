import { isImporter } from '../project/naming-calls';
import { packageOf } from '../project/names';
import type { CallFact, ReferenceFact, Span } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { isResourceReader } from './locations/resources';

/** The package of a module by its own name; what stands behind `__name__` or `__spec__`. */
const FORMS = [
  /^__package__(?!\s*[.[])/,
  /^__name__\s*\.\s*(rpartition\(\s*(["'])\.\2\s*\)|rsplit\(\s*(["'])\.\3\s*,\s*1\s*\))\s*\[\s*0\s*\]/,
  /^__spec__\s*\.\s*parent\b/,
];

/** What may stand before and behind a value: an argument, a key, an element, what is assigned or returned. */
const BEFORE = /([([,=:]|\breturn)\s*$/;
const BEHIND = /^\s*([\])},#\n\r]|$)/;

/**
 * `__package__` of a module in the package at the top, which is in another one now: `version(__package__)`, `getLogger(__package__)`,
 * `sys.modules[__package__]` mean the package at the top. Where the name is what paths of resources or relative names begin at, those follow.
 */
export function ownPackage(context: RewriteContext): PlannedEdit[] {
  const { facts, info, mapping, newPackage, text } = context;
  const before = packageOf(info);
  const after = newNameOf(mapping, before);
  if (info.area !== 'shipped' || !mapping.roots.has(before) || after === newPackage) return [];
  return facts.references.flatMap((reference) => {
    const end = endOf(context, reference, before);
    const span = { start: reference.span.start, end: end ?? 0 };
    if (end === null || isStart(context, span) || !isValue(text, span)) return [];
    const evidence = `own-package: the module was in ${before}, and is in ${newPackage} now`;
    return [plannedEdit(context, span, `"${after}"`, 'reference', evidence, reference.line)];
  });
}

/** The end of an expression for the own package, with the name that stands for it where there is none: `__package__ or "pkg"`. */
function endOf({ text }: RewriteContext, reference: ReferenceFact, own: string): number | null {
  if (reference.bindingScope !== -1 || reference.inString || !OWN.has(reference.parts[0])) return null;
  const { start } = reference.span;
  const source = text.slice(start, start + 200);
  const found = FORMS.map((form) => form.exec(source)).find((match) => match !== null);
  if (!found) return null;
  const [or = '', , name] = /^\s*or\s*(["'])([\w.]*)\1/.exec(source.slice(found[0].length)) ?? [];
  return start + found[0].length + (name === own ? or.length : 0);
}

const OWN = new Set(['__package__', '__name__', '__spec__']);

function isValue(text: string, { start, end }: Span): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - 40), start)) && BEHIND.test(text.slice(end, end + 40));
}

/** Do paths of resources, or relative names, start from it? */
function isStart({ facts }: RewriteContext, { start, end }: Span): boolean {
  const takes = (call: CallFact) => call.arguments.some(({ span }) => span.start <= start && end <= span.end);
  return facts.calls.some((call) => takes(call) && (isImporter(call) || isResourceReader(call)));
}
