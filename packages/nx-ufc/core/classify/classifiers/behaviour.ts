import type { ClassFact, FileFacts, FunctionFact } from '../../python/facts/types';
import type { Classifier, ClassifierInput, Sighting } from '../sighting';
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
    const acting = facts.classes.filter((definition) => behavesIn(facts, definition));
    for (const definition of acting) {
      const methods = behaviours(facts, definition);
      const weight = methods >= LARGE_CLASS ? 'large-class' : 'behaviour-class';
      sightings.push(seen(input, weight, `class ${definition.name}: ${methods} methods`, definition.defLine));
    }
    sightings.push(...exceptions(input, acting));
    const effects = functionsWithEffects(facts);
    facts.functions.forEach((definition, index) => {
      if (definition.class >= 0 || definition.qualname.includes('<locals>')) return;
      const isPure = !effects.has(index) && !definition.async && !definition.yields;
      const weight = isPure ? 'pure-function' : 'behaviour-function';
      sightings.push(seen(input, weight, `def ${definition.name}`, definition.defLine));
    });
    const constants = facts.assignments.filter(
      (assignment) =>
        assignment.scopeId === 0 && assignment.value !== null && !assignment.target.startsWith('__'),
    );
    if (facts.functions.length > 0 || facts.classes.length > 0) return sightings;
    if (constants.length > 0)
      sightings.push(seen(input, 'constants', `${constants.length} constants`, constants[0].line));
    const version = facts.assignments.find(
      ({ scopeId, target }) => scopeId === 0 && target === '__version__',
    );
    if (version && !input.info.isPackage)
      sightings.push(seen(input, 'version', 'says the version', version.line));
    return sightings;
  },
};

/** A class that does more than hold its fields and say what is to be done. */
function behavesIn(facts: FileFacts, definition: ClassFact): boolean {
  return (
    behaviours(facts, definition) > 0 &&
    !isExceptionClass(definition) &&
    !isRecord(facts, definition) &&
    !isProtocol(definition) &&
    !isAbstract(facts, definition)
  );
}

/** Exceptions beside larger classes with behaviour are what these raise, and say nothing of the module; alone they say everything. */
function exceptions(input: ClassifierInput, acting: readonly ClassFact[]): Sighting[] {
  const { classes, functions } = input.facts;
  const own = classes.filter(isExceptionClass);
  if (own.length === 0 || linesOf(acting) > linesOf(own)) return [];
  const found = own.map(({ name, defLine }) => seen(input, 'exceptions', `exception ${name}`, defLine));
  const isAll = own.length === classes.length && functions.every((one) => one.class >= 0);
  return isAll ? [...found, seen(input, 'only-exceptions', 'nothing but exceptions', own[0].defLine)] : found;
}

function linesOf(classes: readonly ClassFact[]): number {
  return classes.reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0);
}

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
