import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** Protocols, and abstract classes whose methods are mostly abstract. */
export const ports: Classifier = {
  id: 'ports',
  look(input) {
    const { facts } = input;
    return facts.classes.flatMap((definition) => {
      if (definition.bases.some((base) => /(^|\.)Protocol$/.test(base.resolved ?? base.name))) {
        return [seen(input, 'protocol', `Protocol ${definition.name}`, definition.defLine)];
      }
      const methods = definition.methods.map((index) => facts.functions[index]);
      const abstract = methods.filter((method) =>
        method.decorators.some((decorator) => /abstract(method|property)$/.test(decorator.name)),
      );
      return abstract.length > 0 && abstract.length * 2 >= methods.length
        ? [seen(input, 'abstract-class', `abstract class ${definition.name}`, definition.defLine)]
        : [];
    });
  },
};
