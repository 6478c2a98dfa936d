import type { FileFacts, FunctionFact } from '../../python/facts/types';
import type { FileRule } from '../rule';

const ABSTRACT = /(^|\.)(abstractmethod|abstractproperty|abstractclassmethod|abstractstaticmethod|overload)$/;

/** A group of commands is declared by its decorator; its body may be empty. */
const DECLARES = /(^|\.)(group|callback)$/;

/** A function whose body is only `pass`, `...` or NotImplementedError, where that is not what it is for. */
export const emptyImplementation: FileRule = {
  id: 'EMPTY_IMPLEMENTATION',
  check: ({ facts }) =>
    facts.functions
      .filter(
        (definition) =>
          definition.body !== 'normal' &&
          definition.run !== 'type_checking' &&
          !mayBeEmpty(facts, definition),
      )
      .map((definition) => ({
        line: definition.defLine,
        column: definition.column,
        message: `${definition.qualname} ${definition.body === 'empty' ? 'has no body' : 'raises NotImplementedError'}`,
      })),
};

/** Abstract methods, overloads and members of Protocols declare; they are not meant to do anything. */
function mayBeEmpty(facts: FileFacts, definition: FunctionFact): boolean {
  if (
    definition.decorators.some(
      (decorator) => ABSTRACT.test(decorator.resolved ?? decorator.name) || DECLARES.test(decorator.name),
    )
  )
    return true;
  const owner = facts.classes[definition.class];
  return owner?.bases.some((base) => /(^|\.)Protocol$/.test(base.resolved ?? base.name)) ?? false;
}
