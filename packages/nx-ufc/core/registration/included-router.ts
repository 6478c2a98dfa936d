import { addAfter } from '../python-edits/add-statement';
import { addImport } from '../python-edits/add-import';
import type { Stmt } from '../python';
import { dottedText, functionsOf, statementCall } from './find';
import type { Registration } from './register';

/** A router included where an application includes its others. */
export function includedRouter(what: string, module: string, name: string): Registration {
  return {
    what,
    snippet: `from ${module} import ${name}\n\napp.include_router(${name})`,
    edit(text, tree) {
      const bodies: Stmt[][] = [tree.body, ...functionsOf(tree.body).map((one) => one.body)];
      const calls = bodies.flat().flatMap((statement) => {
        const found = statementCall(statement);
        return found?.callee.endsWith('.include_router') ? [{ statement, ...found }] : [];
      });
      const last = calls.at(-1);
      if (!last) return null;
      if (calls.some(({ call }) => call.args.some((argument) => dottedText(argument) === name))) return [];
      return [
        ...addImport(text, tree, module, name),
        addAfter(text, last.statement, [`${last.callee}(${name})`]),
      ];
    },
  };
}
