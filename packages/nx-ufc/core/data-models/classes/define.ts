import type { Definition, Models } from '../models';
import type { CoreType } from '../types/core-type';

/** Make a definition known, once, and refer to it. */
export function define(models: Models, definition: Definition): CoreType {
  if (!models.definitions.has(definition.id)) models.definitions.set(definition.id, definition);
  return { kind: 'ref', id: definition.id, display: definition.name };
}
