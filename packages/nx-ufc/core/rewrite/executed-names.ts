import { extractFacts } from '../python/facts';
import type { CallFact, FileFacts } from '../python/facts/types';

const RUNNERS = new Set(['builtins.exec', 'builtins.eval']);

/** Names that a program in a text reads from the namespace of the module which runs it by `exec` or `eval`, with the line of the call. */
export function executedNames(facts: FileFacts): Map<string, number> {
  const names = new Map<string, number>();
  for (const call of facts.calls) {
    if (!RUNNERS.has(call.resolved ?? '') || call.arguments.length > 1) continue;
    const program = programOf(facts, call);
    if (program === null) continue;
    const { references } = extractFacts({
      path: facts.path,
      text: program,
      codec: 'utf-8',
      bom: false,
      encoding: 'utf-8',
    });
    for (const { parts, bindingScope, context } of references)
      if (bindingScope === -1 && context === 'load') names.set(parts[0], call.line);
  }
  return names;
}

/** The text that a call runs: a literal, or the one that a name of the module is bound to. */
function programOf({ assignments }: FileFacts, call: CallFact): string | null {
  const given = call.arguments[0]?.value;
  const bound = assignments.filter((one) => given?.kind === 'name' && one.target === given.name);
  const value = given?.kind === 'name' ? (bound.length === 1 ? bound[0].value : null) : given;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}
