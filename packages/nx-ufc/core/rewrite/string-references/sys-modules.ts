import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/** `sys.modules["pkg"]`, `sys.modules.get("pkg")`, `monkeypatch.setitem(sys.modules, "pkg", …)`. */
export const sysModules: StringReferenceKind = {
  id: 'sys-modules',
  match({ whole, context, string, call }) {
    if (!whole) return null;
    if (
      string.role === 'subscript' &&
      /\bsys\s*\.\s*modules\s*\[\s*$/.test(before(context.text, string.span.start))
    )
      return 'key of sys.modules';
    if (!call) return null;
    const onModules = /(^|\.)sys\.modules\.(get|pop|setdefault)$/.test(call.callee);
    const item =
      ['setitem', 'delitem'].includes(calleeLeaf(call)) && call.arguments[0]?.value.text === 'sys.modules';
    return onModules || item ? 'key of sys.modules' : null;
  },
};

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - 80), start);
}
