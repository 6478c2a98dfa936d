import type { ReferenceFact, StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import { moduleNamed } from '../../project/anchor';
import { isModule, packageOf } from '../../project/names';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf, plannedEdit } from '../context';
import { isGroup } from '../string-references/entry-point-group';
import { movedNames } from './moved-names';

/** The name of a package, by an expression for it: what it was, and what it is now. */
interface Base {
  before: string;
  after: string;
}

/** What is written behind such an expression, and where. */
interface Rest {
  text: string;
  start: number;
  /** More follows that is only known at run time. */
  isOpen: boolean;
}

const OWN = new Set(['__name__', '__package__']);

/**
 * Names of modules that begin with the name of a package as code asks for it: `f"{pkg.__name__}.sub.Name"`, `pkg.__name__ + ".sub"`,
 * `"%s.sub" % pkg.__name__`, `"{}.sub".format(__name__)`. What stands behind it follows the module.
 */
export function namedBelow(context: RewriteContext): PlannedEdit[] {
  const { facts, text } = context;
  if (!text.includes('__name__') && !text.includes('__package__')) return [];
  return facts.references.flatMap((reference) => {
    const base = OWN.has(reference.parts.at(-1)!) ? baseOf(context, reference) : null;
    const rest = base && (restBehind(text, reference.span.end) ?? restBefore(context, reference));
    // What is put together at an import from the own name is looked after by its own rule.
    const isOwnImport = rest?.isOpen && reference.parts.length === 1;
    return base && rest && !isOwnImport ? below(context, base, rest, reference.line) : [];
  });
}

function baseOf(context: RewriteContext, { parts, resolved, bindingScope }: ReferenceFact): Base | null {
  const { info, newPackage, project } = context;
  if (parts.length === 1) {
    const isOwn = bindingScope === -1 && (parts[0] === '__package__' || info.isPackage);
    return isOwn ? { before: packageOf(info), after: newPackage } : null;
  }
  const before = moduleNamed(info, resolved);
  if (before === null || !isMoved(context, before) || !isModule(project, before)) return null;
  return { before, after: newNameOf(context.mapping, before) };
}

/** In the text behind a field, or in a literal that is added. */
function restBehind(text: string, end: number): Rest | null {
  const behind = text.slice(end, end + 200);
  const [lead, quote] = /^(?:!s)?\}|^\s*\+\s*[fFrRuU]{0,2}("""|'''|["'])/.exec(behind) ?? [];
  if (lead === undefined) return null;
  const dotted = /^(?:\.[A-Za-z_]\w*)+/.exec(behind.slice(lead.length))?.[0];
  if (dotted === undefined) return null;
  const rest = behind.slice(lead.length + dotted.length);
  const goesOn = quote !== undefined && rest.startsWith(quote) && /^\s*\+/.test(rest.slice(quote.length));
  return { text: dotted, start: end + lead.length, isOpen: /^\.?[{%]|^\./.test(rest) || goesOn };
}

/** In the literal that the name is filled into. */
function restBefore({ facts, text }: RewriteContext, { span }: ReferenceFact): Rest | null {
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  const [way] = /(?:\s*%\s*\(?|\.format\()\s*$/.exec(before) ?? [];
  const string = way === undefined ? undefined : literalTo(facts.strings, span.start - way.length);
  if (!string || string.bytes || string.formatted) return null;
  const body = string.span.start + string.prefix.length + string.quote.length;
  const source = text.slice(body, string.span.end - string.quote.length);
  const [, field, dotted] = /^(%s|\{0?\})((?:\.[A-Za-z_]\w*)+)/.exec(source) ?? [];
  if (dotted === undefined || way!.includes('%') !== field.startsWith('%')) return null;
  return {
    text: dotted,
    start: body + field.length,
    isOpen: /^\.|^\.?[{%]/.test(source.slice(field.length + dotted.length)),
  };
}

function literalTo(strings: readonly StringFact[], end: number): StringFact | undefined {
  return strings.find(({ span }) => span.end === end);
}

function below(context: RewriteContext, base: Base, rest: Rest, line: number): PlannedEdit[] {
  const { mapping, project } = context;
  const parts = rest.text.split('.').slice(1);
  let length = parts.length;
  const named = (count: number) => [base.before, ...parts.slice(0, count)].join('.');
  while (length > 0 && !isModule(project, named(length))) length--;
  const module = named(length);
  if (length === 0 || (!rest.isOpen && isGroup(project.tree, named(parts.length)))) return [];
  if (rest.isOpen && (length < parts.length || movedNames(mapping, module)?.size !== 0)) return [];
  const target = newNameOf(mapping, module);
  const before = `.${parts.slice(0, length).join('.')}`;
  const after = target.slice(base.after.length);
  if (!target.startsWith(`${base.after}.`) || after === before) return [];
  const span = { start: rest.start, end: rest.start + before.length };
  const evidence = `dynamic-import: ${module} is now ${target}`;
  return [plannedEdit(context, span, after, 'string', evidence, line)];
}
