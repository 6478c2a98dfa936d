import { calleeLeaf } from '../../project/calls-named';
import { isImporter } from '../../project/naming-calls';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf, plannedEdit } from '../context';

/** No import statement can name it, functions can: `import_module("pkg.config-template")`, `sys.modules["pkg.config-template"]`. */
const ODD = /^[A-Za-z_]\w*(\.[\w-]+)+$/;

/** A literal that gives a module whose file is called as no identifier is to what imports it, or finds it among the imported ones. */
export function oddName(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { value, span, prefix, quote } = string;
  if (!value.includes('-') || !ODD.test(value) || !isMoved(context, value)) return null;
  const { project, mapping, facts, text } = context;
  const call = facts.calls[string.call];
  const isKey = /\bsys\.modules\[\s*$/.test(text.slice(Math.max(0, span.start - 30), span.start));
  const isAsked =
    call && (isImporter(call) || calleeLeaf(call) === '__import__' || /^sys\.modules\./.test(call.callee));
  const target = project.modules.has(value) && (isKey || isAsked) ? newNameOf(mapping, value) : value;
  if (target === value) return null;
  const start = span.start + prefix.length + quote.length;
  const evidence = `import-string: ${value} is now ${target}`;
  return plannedEdit(
    context,
    { start, end: span.end - quote.length },
    target,
    'string',
    evidence,
    string.line,
  );
}
