import { normaliseName } from '../../project/distributions';
import type { ConfigEdit, MovedNames } from './kind';

/**
 * What PasteDeploy makes an application from: a factory, `call:pkg.app:make`, or an entry point of a distribution, `egg:pkg#main`
 * (https://docs.pylonsproject.org/projects/pastedeploy/en/latest/#basic-usage).
 */
export function pasteFactory(value: string, start: number, names: MovedNames): ConfigEdit[] {
  const [, scheme, named] = /^(call:|egg:)([\w.-]+)(?=[:#]|$)/.exec(value) ?? [];
  if (named === undefined) return [];
  const { from, to } = names.distribution;
  const target =
    scheme === 'call:' ? names.mapModule(named) : normaliseName(named) === from && from !== '' ? to : null;
  if (target === null || target === named) return [];
  const at = start + scheme.length;
  return [{ start: at, end: at + named.length, text: target, evidence: 'factory of PasteDeploy' }];
}
