import type { CallFact, FileFacts } from '../../python/facts/types';
import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** A module that runs as a program and sets logging up for that: what runs before a service starts. */
export const program: Classifier = {
  id: 'program',
  look(input) {
    return input.facts.calls
      .filter((call) => call.resolved === 'logging.basicConfig' && purposeOf(input.facts, call) === 'program')
      .slice(0, 1)
      .map(({ callee, line }) => seen(input, 'program', `runs as a program with ${callee}()`, line));
  },
};

/**
 * What a call that sets something up is there for, in a module with `if __name__ == "__main__"`: the program, where it stands at the top
 * or in what the program is called by; to try the module out, where it stands below that line. A `main` that reads `sys.argv` is a program
 * without that line, too: an entry point calls it.
 */
export function purposeOf(
  facts: FileFacts,
  { span, function: inside }: CallFact,
): 'module' | 'program' | 'trial' {
  const { mainGuards, functions } = facts;
  if (mainGuards.some((guard) => guard.span.start <= span.start && span.end <= guard.span.end))
    return 'trial';
  const isMain = inside >= 0 && functions[inside].name === 'main';
  const isProgram = mainGuards.length > 0 ? inside < 0 || isMain : isMain && readsArguments(facts, inside);
  return isProgram ? 'program' : 'module';
}

function readsArguments({ references, functions }: FileFacts, at: number): boolean {
  const { span } = functions[at];
  return references.some(
    ({ resolved, span: { start } }) => resolved === 'sys.argv' && span.start <= start && start < span.end,
  );
}
