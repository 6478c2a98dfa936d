import { extractFacts } from '../python/facts';

/**
 * Why a merged Python text must not be written, null when it may: it parses, and no top-level name is defined or imported
 * more often than on either side. A merge without conflicts can still be wrong.
 */
export function pythonProblem(path: string, merged: string, yours: string, theirs: string): string | null {
  const facts = factsOf(path, merged);
  const [error] = facts.parseErrors;
  if (error) return `the merged text is no Python: line ${error.line}: ${error.message}`;
  const sides = [yours, theirs].map((text) => definitions(path, text));
  for (const [name, count] of definitions(path, merged)) {
    const most = Math.max(1, ...sides.map((side) => side.get(name) ?? 0));
    if (count > most) return `the merged text defines or imports ${name} ${count} times`;
  }
  return null;
}

/** How often each name is defined or imported at the top of a module. */
function definitions(path: string, text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const scope = factsOf(path, text).scopes[0];
  for (const [name, bindings] of Object.entries(scope?.bindings ?? {})) {
    const made = bindings.filter(({ kind }) => kind === 'import' || kind === 'class' || kind === 'function');
    if (made.length > 0) counts.set(name, made.length);
  }
  return counts;
}

const factsOf = (path: string, text: string) =>
  extractFacts({ path, text, codec: 'utf-8', bom: false, encoding: 'utf-8' });
