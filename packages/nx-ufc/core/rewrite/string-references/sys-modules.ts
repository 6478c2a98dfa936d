import { calleeLeaf } from '../../project/calls-named';
import type { CallFact, ScopeFact } from '../../python/facts/types';
import { leadingText, type StringReference, type StringReferenceKind } from './kind';

/**
 * `sys.modules["pkg"]`, `sys.modules.get("pkg")`, `"pkg" in sys.modules`, `monkeypatch.setitem(sys.modules, "pkg", …)`, the first in a text, too, and
 * `name.startswith("pkg.")` in a function that goes through `sys.modules` or imports what has that name.
 */
export const sysModules: StringReferenceKind = {
  id: 'sys-modules',
  inProgram: 'importing',
  match(reference) {
    const { whole, context, string, call, moduleLength } = reference;
    if (moduleLength > 0 && call && isPrefix(reference)) return 'beginning of the names of modules';
    if (!whole) return isKeyInText(reference) ? 'key of sys.modules, in a text' : null;
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

/** `"f(sys.modules['pkg.mod'])"`: what something says of itself, or code. */
function isKeyInText(reference: StringReference): boolean {
  const { context, path } = reference;
  return (
    /\bsys\.modules\[\\?["']$/.test(leadingText(reference)) &&
    /^\\?["']\]/.test(context.text.slice(path.end, path.end + 3))
  );
}

/** `key.startswith("pkg")` or `"pkg."`, where the same function reads `sys.modules`, or imports what `key` names. */
function isPrefix({ context: { facts, text }, string, path, call, position }: StringReference): boolean {
  if (position !== 0 || calleeLeaf(call!) !== 'startswith') return false;
  const body = string.span.start + string.prefix.length + string.quote.length;
  const rest = text.slice(path.end, string.span.end - string.quote.length);
  if (path.start !== body || !/^\.?$/.test(rest)) return false;
  const scope = functionOf(facts.scopes, string.scopeId);
  const isNear = ({ scopeId }: { scopeId: number }) => functionOf(facts.scopes, scopeId) === scope;
  return (
    facts.references.some((one) => /^sys\.modules(\.|$)/.test(one.resolved ?? '') && isNear(one)) ||
    facts.calls.some((one) => imports(one, call!.callee.slice(0, -'.startswith'.length)) && isNear(one))
  );
}

/** Tests keep the importer under another name while they replace it: `real_import_module(name)`. */
function imports({ callee, arguments: given }: CallFact, subject: string): boolean {
  const value = given[0]?.value;
  return (
    /(import_module|__import__|find_spec)$/.test(callee) && value?.kind === 'name' && value.name === subject
  );
}

/** The scope that a comprehension or lambda stands in. */
export function functionOf(scopes: readonly ScopeFact[], id: number): number {
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
