import { definitionOf } from './classes/class-type';
import { define } from './classes/define';
import { classesOf } from './classes/classes-of';
import { kindOfClass, type ClassKind } from './classes/kind';
import { refsOf, type JsonSchema } from './json';
import { NO_ARGUMENTS, schemaOfDefinition, type ClassSymbol, type Definition, type Models } from './models';
import { defineTables } from './tables/association';
import { tableNameOf } from './tables/table-name';

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
  for (const symbol of classesOf(models)) {
    const kind = kindOfClass(models, symbol);
    if (kind && !isUnmapped(models, symbol, kind))
      define(models, definitionOf(models, symbol, NO_ARGUMENTS, kind));
  }
  defineTables(models);
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

/** The base class of all tables, and abstract classes, are no models themselves. */
function isUnmapped(models: Models, symbol: ClassSymbol, kind: ClassKind): boolean {
  if (kind.kind !== 'sqlalchemy') return false;
  const table = tableNameOf(models, symbol);
  return !table.known && 'none' in table;
}
