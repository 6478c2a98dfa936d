import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

const PATCHERS = new Set(['patch', 'multiple', 'setattr', 'delattr', 'patch_object']);

/** `mock.patch("pkg.mod.name")`, `mocker.patch(...)`, `monkeypatch.setattr("pkg.mod.name", …)`, patch.multiple. */
export const patchTarget: StringReferenceKind = {
  id: 'patch-target',
  match({ whole, call, position }) {
    if (!whole || !call || position !== 0 || !PATCHERS.has(calleeLeaf(call))) return null;
    return `target of ${call.callee}()`;
  },
};
