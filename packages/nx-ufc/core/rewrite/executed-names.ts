import { callsNamed } from '../project/calls-named';
import { extractFacts } from '../python/facts';
import type { CallFact, FileFacts } from '../python/facts/types';

const RUNNERS = new Set(['exec', 'eval']);

/** Calls of a file that run a text. */
export function codeRuns(facts: FileFacts): CallFact[] {
  return callsNamed(facts, RUNNERS).filter(({ resolved }) => /^builtins\.(exec|eval)$/.test(resolved ?? ''));
}

/** Does an expression that such a call is given as names hand on those of the code around it? */
export function givesNames(text: string): boolean {
  return /\b(globals|locals|vars)\(\)/.test(text);
}

/** Names that a program in a text reads from the namespace of the module which runs it by `exec` or `eval`, with the line of the call. */
export function executedNames(facts: FileFacts): Map<string, number> {
  const names = new Map<string, number>();
  for (const call of codeRuns(facts))
    if (call.arguments.length === 1)
      for (const name of namesRead(facts, call) ?? []) names.set(name, call.line);
  return names;
}

/** Names that the text which a call runs reads and does not bind; null when the text is not at hand. */
export function namesRead(facts: FileFacts, call: CallFact): string[] | null {
  const text = programOf(facts, call);
  if (text === null) return null;
  const program = { path: facts.path, text, codec: 'utf-8', bom: false, encoding: 'utf-8' } as const;
  return extractFacts(program).references.flatMap(({ parts, bindingScope, context }) =>
    bindingScope === -1 && context === 'load' ? [parts[0]] : [],
  );
}

/** A literal, or the one that a name is bound to. */
function programOf({ assignments }: FileFacts, call: CallFact): string | null {
  const given = call.arguments[0]?.value;
  const bound = assignments.filter((one) => given?.kind === 'name' && one.target === given.name);
  const value = given?.kind === 'name' ? (bound.length === 1 ? bound[0].value : null) : given;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}
