import { cleanDoc } from '../data-models/values/clean-doc';
import type { View } from '../endpoints/types';

/** The docstring of a function or class with its indentation taken off; `""` without one. */
export function documentationOf(view: View | null): string {
  const first = view?.node.body[0];
  if (first?.type !== 'Expr' || first.value.type !== 'Constant' || first.value.value.kind !== 'str')
    return '';
  return cleanDoc(first.value.value.value);
}
