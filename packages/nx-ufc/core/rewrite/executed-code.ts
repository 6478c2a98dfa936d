import type { PlannedEdit } from '../plan/types';
import type { CallFact } from '../python/facts/types';
import type { RewriteContext } from './context';
import { codeRuns, givesNames } from './executed-names';
import { literalText, placedEdits } from './literal-text';
import { movedRoots, namesPackage } from './mapping';
import { contextOf, dedented, mayImport } from './program';
import { rewriteReferences } from './references';

/**
 * Edits in a text that `exec` or `eval` runs and that imports nothing: it reads modules by the names that its surroundings import, which keep them
 * (`import pkg.mod`, `exec("pkg.mod.f()")`).
 */
export function rewriteExecutedCode(context: RewriteContext): PlannedEdit[] {
  return codeRuns(context.facts).flatMap((call) => {
    const at = call.arguments[0]?.string ?? -1;
    const [, names] = call.arguments;
    const string = context.facts.strings[at];
    if (
      !string ||
      string.bytes ||
      !namesPackage(context.mapping, string.value) ||
      mayImport(context, string.value)
    )
      return [];
    const imports = importsSeenBy(context, call, names?.value.text);
    if (names && imports === '') return [];
    const literal = literalText(context.text, string);
    if (!literal || literal.hasFields) return [];
    const { code, places, indentation } = dedented(literal.value);
    const inner = contextOf(context, imports + code, literal.newline + indentation);
    if (!inner) return [];
    // The names themselves stay, as they do around it.
    const found = rewriteReferences({ ...inner, newPackage: '', hasFields: true });
    const placed = { ...literal, value: code, offsets: places.map((place) => literal.offsets[place]) };
    return found
      .filter(({ start }) => start >= imports.length)
      .flatMap((edit) =>
        placedEdits(context.text, placed, {
          ...edit,
          start: edit.start - imports.length,
          end: edit.end - imports.length,
          evidence: `code that is run: ${edit.evidence}`,
        }),
      );
  });
}

/** The statements `import a.b` that bind what a text sees which a call runs: those around it, or what it is given as names, `{"pkg": pkg}`. */
function importsSeenBy({ facts, mapping }: RewriteContext, { scopeId }: CallFact, given?: string): string {
  if (given !== undefined && !givesNames(given)) {
    const roots = [...movedRoots(mapping)].filter((root) =>
      new RegExp(`["']${root}["']\\s*:\\s*${root}\\s*[,}]`).test(given),
    );
    return roots.map((root) => `import ${root}\n`).join('');
  }
  const seen = facts.imports.filter((fact) => fact.kind === 'import' && [0, scopeId].includes(fact.scopeId));
  const names = seen.flatMap((fact) => fact.names.filter(({ alias }) => alias === null));
  return names.map(({ name }) => `import ${name}\n`).join('');
}
