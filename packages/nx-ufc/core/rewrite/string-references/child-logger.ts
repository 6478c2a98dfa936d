import { calleeLeaf } from '../../project/calls-named';
import { isModule } from '../../project/names';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf, plannedEdit } from '../context';

const MADE = /\bgetLogger\(\s*(?:["']([\w.]+)["']|__name__)\s*\)$/;

/** `getLogger("pkg").getChild("mod")`, also by a variable for the first: the logger of a module, by its name below that of a package. */
export function childLoggers(context: RewriteContext): PlannedEdit[] {
  const { facts, text } = context;
  if (!text.includes('.getChild(')) return [];
  return facts.strings.flatMap((string) => {
    if (string.role !== 'argument' || !/^[A-Za-z_]\w*(\.\w+)*$/.test(string.value)) return [];
    const parent = parentLogger(context, string);
    const name = `${parent}.${string.value}`;
    if (parent === null || !isMoved(context, name) || !isModule(context.project, name)) return [];
    const [before, after] = [newNameOf(context.mapping, parent), newNameOf(context.mapping, name)];
    const child = after.slice(before.length + 1);
    if (!after.startsWith(`${before}.`) || child === string.value) return [];
    const start = string.span.start + string.prefix.length + string.quote.length;
    const span = { start, end: string.span.end - string.quote.length };
    return [plannedEdit(context, span, child, 'string', `logger-name: ${name} is now ${after}`, string.line)];
  });
}

/** The name of the logger whose child is asked for; null where that is not known. */
function parentLogger({ facts, text, info }: RewriteContext, { span }: StringFact): string | null {
  const before = text.slice(Math.max(0, span.start - 200), span.start);
  const [, receiver] = /([\w.]+|\bgetLogger\([^()]*\))\.getChild\(\s*$/.exec(before) ?? [];
  if (receiver === undefined) return null;
  const [made, given] = MADE.exec(receiver) ?? [];
  if (made !== undefined) return given ?? info.name;
  const bound = facts.assignments.filter(({ target }) => target === receiver);
  const value = bound.length === 1 ? bound[0].value : null;
  const call = value?.kind === 'call' ? facts.calls[value.call] : undefined;
  const name = call && calleeLeaf(call) === 'getLogger' ? call.arguments[0]?.value : undefined;
  if (name?.text === '__name__') return info.name;
  return name?.kind === 'literal' && typeof name.value === 'string' ? name.value : null;
}
