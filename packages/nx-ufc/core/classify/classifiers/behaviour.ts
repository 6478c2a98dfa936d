import type { FileFacts, FunctionFact } from '../../python/facts/types';
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
    const acting = functionsWithEffects(facts);
    facts.functions.forEach((definition, index) => {
      if (definition.class >= 0 || definition.qualname.includes('<locals>')) return;
      const isPure = !acting.has(index) && !definition.async && !definition.yields;
      const weight = isPure ? 'pure-function' : 'behaviour-function';
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

/** Indices of the functions that call what has effects. */
function functionsWithEffects({ calls, functions }: FileFacts): Set<number> {
  const found = new Set<number>();
  for (const { function: index, resolved, callee } of calls)
    if (index >= 0 && (isEffect(resolved) || isOnSession(callee, functions[index]))) found.add(index);
  return found;
}

const SESSION = /^(\w+)\.(query|execute|executemany|scalars|commit|rollback|flush|refresh|cursor)$/;

/** `session.execute(…)` of a session or connection that the function is given. */
function isOnSession(callee: string, { parameters }: FunctionFact): boolean {
  const given = SESSION.exec(callee)?.[1];
  return given !== undefined && parameters.some(({ name }) => name === given);
}

function isEffect(resolved: string | null): boolean {
  return (
    resolved !== null &&
    /^(builtins\.(open|input)|os\.(?!path\.|environ|getenv)|subprocess\.|socket\.|shutil\.|sqlite3\.|requests\.|httpx\.|urllib\.request|threading\.|asyncio\.)/.test(
      resolved,
    )
  );
}
