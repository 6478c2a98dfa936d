import { innerPlace, modulePlace, resolveParts, type Place } from '../symbols/symbols';
import { definitionOf } from './classes/class-type';
import { define } from './classes/define';
import { kindOfClass } from './classes/kind';
import { refsOf, type JsonSchema } from './json';
import { NO_ARGUMENTS, schemaOfDefinition, type Definition, type Models } from './models';

export interface Catalogued {
  definition: Definition;
  /** `$ref`s hold ids. */
  schema: JsonSchema;
}

/**
 * Every data model of the shipped modules and what their schemas refer to: parametrised classes, type aliases. Sorted by id; every
 * `$ref` in a schema is the id of one of them.
 */
export function catalogueOf(models: Models): Catalogued[] {
  for (const info of models.symbols.project.modules.values()) {
    const place = info.area === 'shipped' ? modulePlace(models.symbols, info.name) : null;
    if (place) defineClasses(models, place, 0);
  }
  const built = new Map<string, Catalogued>();
  const queue = [...models.definitions.keys()];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (built.has(id)) continue;
    const schema = schemaOfDefinition(models, id);
    built.set(id, { definition: models.definitions.get(id)!, schema });
    queue.push(...refsOf(schema));
  }
  return [...built.values()].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}

const MAX_NESTING = 10;

/** Make the classes of a body known that are data models, nested ones included. */
function defineClasses(models: Models, place: Place, depth: number): void {
  for (const [name, definitions] of place.namespace.names) {
    if (!definitions.some((one) => one.kind === 'class')) continue;
    const symbol = resolveParts(models.symbols, place, [name]);
    if (symbol?.kind !== 'class' || symbol.place !== place) continue;
    const kind = kindOfClass(models, symbol);
    if (kind) define(models, definitionOf(models, symbol, NO_ARGUMENTS, kind));
    if (depth < MAX_NESTING) defineClasses(models, innerPlace(models.symbols, place, symbol.node), depth + 1);
  }
}
