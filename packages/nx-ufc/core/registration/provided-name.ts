import { appendElement } from '../python-edits/append-element';
import { assignedValue, classEnding, functionsOf, isLiteral } from './find';
import type { Registration } from './register';

/** A name in `provides` of the plugin, which its class or one of its methods assigns. */
export function providedName(name: string, pluginSuffix: string): Registration {
  return {
    what: `${name} in provides`,
    snippet: `self.provides = [..., ${JSON.stringify(name)}]`,
    edit(text, tree) {
      const plugin = classEnding(tree.body, pluginSuffix);
      if (!plugin) return null;
      const bodies = functionsOf(plugin.body).map((method) => method.body);
      const display = assignedValue(plugin.body, 'provides') ?? assignedValue(bodies.flat(), 'self.provides');
      if (!display || !('elts' in display)) return null;
      if (display.elts.some((one) => isLiteral(one, [name]))) return [];
      return appendElement(text, display, JSON.stringify(name));
    },
  };
}
