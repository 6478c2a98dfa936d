export { schemaOfAnnotation } from './schema-of-annotation';
export { mapRefs, refsOf, UNRESOLVED, type JsonSchema } from './json';
export { openModels, schemaOfDefinition, type Definition, type ModelOptions, type Models } from './models';
