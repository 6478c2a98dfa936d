import type { CallFact } from '../../python/facts/types';
import { PATCHER } from '../../project/naming-calls';
import type { StringReferenceKind } from './kind';

/** `mock.patch("pkg.mod.name")`, `mocker.patch(...)`, `monkeypatch.setattr("pkg.mod.name", …)`, patch.multiple. */
export const patchTarget: StringReferenceKind = {
  id: 'patch-target',
  inProgram: 'importing',
  match({ whole, call, position }) {
    return whole && call && position === 0 && isPatcher(call) ? `target of ${call.callee}()` : null;
  },
};

/** Does a call replace what its first argument names? */
export function isPatcher(call: CallFact): boolean {
  return PATCHER.test(call.callee);
}
