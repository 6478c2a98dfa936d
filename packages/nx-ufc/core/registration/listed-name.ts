import { addImport } from '../python-edits/add-import';
import { appendElement } from '../python-edits/append-element';
import { assignedValue, dottedText } from './find';
import type { Registration } from './register';

/** A function or object in a module's own list or tuple of names, imported: `COMMANDS = (add_item_commands,)`. */
export function listedName(what: string, target: string, module: string, name: string): Registration {
  return {
    what,
    snippet: `from ${module} import ${name}\n\n${target} = (…, ${name})`,
    edit(text, tree) {
      const display = assignedValue(tree.body, target);
      if (!display || !('elts' in display)) return null;
      if (display.elts.some((one) => dottedText(one) === name)) return [];
      const element = appendElement(text, display, name);
      return element && [...addImport(text, tree, module, name), ...element];
    },
  };
}
