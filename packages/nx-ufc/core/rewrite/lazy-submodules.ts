import { importCalls } from '../project/naming-calls';
import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from '../project/types';

/**
 * Does the `__getattr__` of a package import its submodule `name` when it is asked for
 * (https://peps.python.org/pep-0562/)? The `__init__` then says the name in a literal, and imports what it is asked for.
 */
export function isFoundLazily(project: ProjectFacts, packageName: string, name: string): boolean {
  const facts = project.facts.get(project.modules.get(packageName)?.path ?? '');
  return (
    facts !== undefined &&
    facts.moduleGetattr &&
    facts.strings.some(({ value }) => value === name) &&
    importsWhatItIsAskedFor(facts)
  );
}

function importsWhatItIsAskedFor(facts: FileFacts): boolean {
  return importCalls(facts).some((call) => {
    const around = facts.functions[call.function];
    if (around?.name !== '__getattr__' || around.parameters.length === 0) return false;
    const given = call.arguments[0]?.value;
    return (
      given?.kind !== 'literal' && new RegExp(`\\b${around.parameters[0].name}\\b`).test(given?.text ?? '')
    );
  });
}
