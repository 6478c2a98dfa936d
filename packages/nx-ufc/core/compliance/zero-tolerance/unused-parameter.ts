import type { ClassFact, FileFacts, FunctionFact } from '../../python/facts/types';
import type { FileRule } from '../rule';

/**
 * Parameters that the body never reads. A signature that others prescribe is left alone: methods of classes with bases,
 * decorated functions, dunder methods, declarations without a body, names that begin with an underscore.
 */
export const unusedParameter: FileRule = {
  id: 'UNUSED_PARAMETER',
  check: ({ facts }) =>
    facts.functions.flatMap((definition) => {
      if (isPrescribed(facts, definition)) return [];
      return definition.parameters
        .filter(
          (parameter, i) =>
            definition.unusedParameters.includes(parameter.name) &&
            !parameter.name.startsWith('_') &&
            !(i === 0 && isSelf(definition, parameter.name)),
        )
        .map((parameter) => ({
          line: definition.defLine,
          column: definition.column,
          message: `${definition.qualname} never uses its parameter ${parameter.name}`,
        }));
    }),
};

function isSelf(definition: FunctionFact, name: string): boolean {
  return definition.class >= 0 && ['self', 'cls', 'mcs', 'mcls', 'metacls'].includes(name);
}

function isPrescribed(facts: FileFacts, definition: FunctionFact): boolean {
  const owner: ClassFact | undefined = facts.classes[definition.class];
  const dunder = /^__\w+__$/.test(definition.name);
  return (
    definition.body !== 'normal' ||
    dunder ||
    definition.decorators.length > 0 ||
    (owner?.bases.length ?? 0) > 0
  );
}
