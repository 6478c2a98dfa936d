import type { Classifier, Sighting } from '../sighting';
import { seen } from '../sighting';
import { behaviours, isAbstract, isExceptionClass, isProtocol, isRecord } from './shape';

/** From here on a class is certainly more than its fields. */
const LARGE_CLASS = 5;

/** Classes with behaviour, functions with and without effects, constants, exceptions. */
export const behaviour: Classifier = {
  id: 'behaviour',
  look(input) {
    const { facts } = input;
    const sightings: Sighting[] = [];
    for (const definition of facts.classes) {
      const methods = behaviours(facts, definition);
      if (isExceptionClass(definition))
        sightings.push(seen(input, 'exceptions', `exception ${definition.name}`, definition.defLine));
      else if (
        methods > 0 &&
        !isRecord(facts, definition) &&
        !isProtocol(definition) &&
        !isAbstract(facts, definition)
      ) {
        const weight = methods >= LARGE_CLASS ? 'large-class' : 'behaviour-class';
        sightings.push(
          seen(input, weight, `class ${definition.name}: ${methods} methods`, definition.defLine),
        );
      }
    }
    facts.functions.forEach((definition, index) => {
      if (definition.class >= 0 || definition.qualname.includes('<locals>')) return;
      const given = new Set(definition.parameters.map(({ name }) => name));
      const effects = facts.calls.some(
        (call) => call.function === index && (isEffect(call.resolved) || isOnSession(call.callee, given)),
      );
      const weight =
        effects || definition.async || definition.yields ? 'behaviour-function' : 'pure-function';
      sightings.push(seen(input, weight, `def ${definition.name}`, definition.defLine));
    });
    const constants = facts.assignments.filter(
      (assignment) =>
        assignment.scopeId === 0 && assignment.value !== null && !assignment.target.startsWith('__'),
    );
    if (constants.length > 0 && facts.functions.length === 0 && facts.classes.length === 0) {
      sightings.push(seen(input, 'constants', `${constants.length} constants`, constants[0].line));
    }
    return sightings;
  },
};

/** `session.execute(…)` of a session or connection that the function is given. */
function isOnSession(callee: string, given: ReadonlySet<string>): boolean {
  const [, name, verb] = /^(\w+)\.(\w+)$/.exec(callee) ?? [];
  return (
    given.has(name) && /^(query|execute|executemany|scalars|commit|rollback|flush|refresh|cursor)$/.test(verb)
  );
}

function isEffect(resolved: string | null): boolean {
  return (
    resolved !== null &&
    /^(builtins\.(open|input)|os\.(?!path\.|environ|getenv)|subprocess\.|socket\.|shutil\.|sqlite3\.|requests\.|httpx\.|urllib\.request|threading\.|asyncio\.)/.test(
      resolved,
    )
  );
}
