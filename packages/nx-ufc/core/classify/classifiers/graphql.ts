import type { Classifier } from '../sighting';
import { seen } from '../sighting';

const DECORATORS = /^strawberry(\.\w+)*\.(type|input|interface|enum|mutation|subscription|federation\.type)$/;
const BASES =
  /^graphene(_django)?\.(.*\.)?(ObjectType|Mutation|InputObjectType|Interface|Schema|DjangoObjectType)$/;

/** Types and operations of a GraphQL schema: Strawberry, Graphene. */
export const graphql: Classifier = {
  id: 'graphql',
  look(input) {
    return input.facts.classes.flatMap((definition) => {
      const shows =
        definition.decorators.some(({ resolved }) => DECORATORS.test(resolved ?? '')) ||
        definition.bases.some(({ resolved }) => BASES.test(resolved ?? ''));
      return shows ? [seen(input, 'graphql-type', `GraphQL ${definition.name}`, definition.defLine)] : [];
    });
  },
};
