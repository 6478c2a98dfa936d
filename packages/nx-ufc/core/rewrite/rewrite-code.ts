import type { PlannedEdit } from '../plan/types';
import type { RewriteContext } from './context';
import { rewriteFromImport } from './from-import';
import { rewritePlainImport } from './plain-import';
import { rewriteReferences } from './references';

/** Edits for everything that Python itself resolves: import statements and references through modules. */
export function rewriteCode(context: RewriteContext): PlannedEdit[] {
  const imports = context.facts.imports.flatMap((fact) =>
    fact.kind === 'import' ? rewritePlainImport(context, fact) : rewriteFromImport(context, fact),
  );
  return [...imports, ...rewriteReferences(context)];
}
