import type { ScopeFact } from '../../python/facts/types';
import type { StringReference, StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/**
 * `sys.modules["pkg"]`, `sys.modules.get("pkg")`, `"pkg" in sys.modules`, `monkeypatch.setitem(sys.modules, "pkg", …)`, and
 * `name.startswith("pkg.")` in a function that goes through `sys.modules`.
 */
export const sysModules: StringReferenceKind = {
  id: 'sys-modules',
  inProgram: 'importing',
  match(reference) {
    const { whole, context, string, call, moduleLength } = reference;
    if (moduleLength > 0 && call && isPrefix(reference)) return 'beginning of keys of sys.modules';
    if (!whole) return null;
    if (/^\s*(not\s+)?in\s+sys\s*\.\s*modules\b/.test(after(context.text, string.span.end)))
      return 'key of sys.modules';
    if (string.role === 'subscript' && isKeyOfModules(reference)) return 'key of sys.modules';
    if (!call) return null;
    const onModules = /(^|\.)sys\.modules\.(get|pop|setdefault)$/.test(call.callee);
    const item =
      ['setitem', 'delitem'].includes(calleeLeaf(call)) && call.arguments[0]?.value.text === 'sys.modules';
    return onModules || item ? 'key of sys.modules' : null;
  },
};

/** Does the literal stand right behind `sys.modules[`? */
export function isKeyOfModules({ context, string }: StringReference): boolean {
  return /\bsys\s*\.\s*modules\s*\[\s*$/.test(before(context.text, string.span.start));
}

/** `key.startswith("pkg")` or `"pkg."`, where the same function reads `sys.modules`. */
function isPrefix({ context: { facts, text }, string, path, call, position }: StringReference): boolean {
  if (position !== 0 || calleeLeaf(call!) !== 'startswith') return false;
  const body = string.span.start + string.prefix.length + string.quote.length;
  const rest = text.slice(path.end, string.span.end - string.quote.length);
  if (path.start !== body || !/^\.?$/.test(rest)) return false;
  const scope = functionOf(facts.scopes, string.scopeId);
  return facts.references.some(
    ({ resolved, scopeId }) =>
      /^sys\.modules(\.|$)/.test(resolved ?? '') && functionOf(facts.scopes, scopeId) === scope,
  );
}

/** The scope that a comprehension or lambda stands in. */
function functionOf(scopes: readonly ScopeFact[], id: number): number {
  let at = id;
  while (scopes[at].kind === 'comprehension' || scopes[at].kind === 'lambda') at = scopes[at].parent;
  return at;
}

function after(text: string, end: number): string {
  return text.slice(end, end + 80);
}

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - 80), start);
}
