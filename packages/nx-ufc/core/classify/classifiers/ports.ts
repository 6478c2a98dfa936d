import type { Classifier } from '../sighting';
import { seen } from '../sighting';
import { isAbstract, isProtocol } from './shape';

/** Protocols, and abstract classes whose methods are mostly abstract. */
export const ports: Classifier = {
  id: 'ports',
  look(input) {
    return input.facts.classes.flatMap((definition) => {
      if (isProtocol(definition))
        return [seen(input, 'protocol', `Protocol ${definition.name}`, definition.defLine)];
      return isAbstract(input.facts, definition)
        ? [seen(input, 'abstract-class', `abstract class ${definition.name}`, definition.defLine)]
        : [];
    });
  },
};
