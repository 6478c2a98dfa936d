import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** Of libraries for dependency injection. Any other `Container` is what holds things: of `typing`, of a page, of a document. */
const CONTAINERS =
  /(^|\.)(DeclarativeContainer|DynamicContainer)$|^(dependency_injector|injector|lagom|punq|rodi|that_depends)(\.\w+)*\.(BaseContainer|Container|Injector)$/;

/** Application assembly: lifespan functions, dependency-injection containers. */
export const assembly: Classifier = {
  id: 'assembly',
  look(input) {
    const { facts } = input;
    const lifespans = facts.functions
      .filter(
        (definition) =>
          definition.async &&
          definition.decorators.some((decorator) => decorator.name.endsWith('asynccontextmanager')) &&
          /lifespan/.test(definition.name),
      )
      .map((definition) => seen(input, 'lifespan', `async def ${definition.name}`, definition.defLine));
    const containers = facts.classes
      .filter((definition) =>
        definition.bases.some((base) => base.resolved !== null && CONTAINERS.test(base.resolved)),
      )
      .map((definition) => seen(input, 'lifespan', `class ${definition.name}`, definition.defLine));
    return [...lifespans, ...containers];
  },
};
