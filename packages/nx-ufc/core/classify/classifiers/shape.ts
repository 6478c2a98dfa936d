import type { ClassFact, FileFacts } from '../../python/facts/types';

/**
 * Methods beyond what a record needs: anything that is no dunder, property or alternative constructor. Where there is nothing to construct,
 * methods of the class itself are what it does.
 */
export function behaviours(facts: FileFacts, definition: ClassFact): number {
  const methods = definition.methods.map((index) => facts.functions[index]);
  const constructs =
    holdsData(facts, definition) ||
    methods.some(({ name }) => /^__(init|new)__$/.test(name)) ||
    definition.fields.some((index) => facts.assignments[index].annotation !== null);
  const helper = constructs
    ? /(property|classmethod|staticmethod|validator|\.setter)$/
    : /(property|validator|\.setter)$/;
  return methods.filter(
    ({ name, decorators }) => !decorators.some((one) => helper.test(one.name)) && !/^__\w+__$/.test(name),
  ).length;
}

/** A class that is mostly its fields. */
export function isDataHolder(facts: FileFacts, definition: ClassFact): boolean {
  return behaviours(facts, definition) <= Math.max(2, definition.fields.length);
}

export function isExceptionClass(definition: ClassFact): boolean {
  return definition.bases.some((base) => /(Error|Exception|Warning|BaseException)$/.test(base.name));
}

/** A decorated record, or one of a data-holding base: its methods serve its fields. */
export function isRecord(facts: FileFacts, definition: ClassFact): boolean {
  const decorated = definition.decorators.some((decorator) =>
    /(dataclass|attrs|define|frozen|mutable)$/.test(decorator.name),
  );
  return (decorated || holdsData(facts, definition)) && isDataHolder(facts, definition);
}

/** Of `XBase` it is known by the class itself: one that makes itself (`class Server(ServerBase)`) holds more than its fields. */
function holdsData(facts: FileFacts, { bases, methods }: ClassFact): boolean {
  const makesItself = methods.some((index) => facts.functions[index].name === '__init__');
  return bases.some(
    ({ name }) =>
      /(BaseModel|BaseSettings|SQLModel|TypedDict|NamedTuple|Enum|Protocol)$|(^|\.)(\w*Declarative)?Base$/.test(
        name,
      ) ||
      (!makesItself && name.endsWith('Base')),
  );
}

/** Is the class a Protocol? */
export function isProtocol(definition: ClassFact): boolean {
  return definition.bases.some((base) => /(^|\.)Protocol$/.test(base.resolved ?? base.name));
}

/** Are most methods of the class abstract? */
export function isAbstract(facts: FileFacts, definition: ClassFact): boolean {
  const methods = definition.methods.map((index) => facts.functions[index]);
  const abstract = methods.filter((method) =>
    method.decorators.some((decorator) => /abstract(method|property)$/.test(decorator.name)),
  );
  return abstract.length > 0 && abstract.length * 2 >= methods.length;
}
