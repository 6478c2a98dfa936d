import { appendElement } from '../python-edits/append-element';
import type { Registration } from './register';
import { assignedValue, isLiteral } from './find';

/** An element of a module's own list or tuple of literals: `ROUTERS`, whose elements are tuples of strings. */
export function listedElement(what: string, target: string, values: readonly string[]): Registration {
  const quoted = values.map((value) => JSON.stringify(value)).join(', ');
  const element = values.length === 1 ? quoted : `(${quoted})`;
  return {
    what,
    snippet: `${target} = (…, ${element})`,
    edit(text, tree) {
      const display = assignedValue(tree.body, target);
      if (!display || !('elts' in display)) return null;
      if (display.elts.some((one) => isLiteral(one, values))) return [];
      return appendElement(text, display, element);
    },
  };
}
