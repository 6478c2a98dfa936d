import { classesOf } from '../classes/classes-of';
import { kindOfClass } from '../classes/kind';
import { lineageOf } from '../classes/lineage';
import { cached, NO_ARGUMENTS, type ClassSymbol, type Models } from '../models';
import { mappedOf } from './columns';
import type { SqlType } from './sql-type';
import { tableNameOf } from './table-name';

/** The type of the column that a foreign key refers to (`user.id`); null when the column is not known. */
export function referencedType(models: Models, references: string | null): SqlType | null {
  if (references === null) return null;
  const { project } = models.symbols;
  const open = cached(models, project, 'foreign keys that are followed', () => new Set<string>());
  // Two tables may refer to each other.
  if (open.has(references)) return null;
  return cached(models, project, `type of column ${references}`, () => {
    open.add(references);
    try {
      return typeAt(models, references);
    } finally {
      open.delete(references);
    }
  });
}

function typeAt(models: Models, references: string): SqlType | null {
  const parts = references.split('.');
  const column = parts.pop();
  const owner = parts.length > 0 ? tables(models).get(parts[parts.length - 1]) : undefined;
  if (!owner) return null;
  const isPlain = kindOfClass(models, owner)?.kind === 'sqlmodel';
  const { columns } = mappedOf(models, lineageOf(models, owner, NO_ARGUMENTS), isPlain);
  const found = [...columns.values()].find((one) => (one.name ?? one.attribute) === column);
  return found?.type ?? null;
}

/** The classes that have a table of their own, by its name; one name that several have is left out. */
function tables(models: Models): Map<string, ClassSymbol> {
  return cached(models, models.symbols.project, 'classes by table', () => {
    const found = new Map<string, ClassSymbol>();
    const twice = new Set<string>();
    for (const symbol of classesOf(models)) {
      const kind = kindOfClass(models, symbol)?.kind;
      if (kind !== 'sqlalchemy' && kind !== 'sqlmodel') continue;
      const table = tableNameOf(models, symbol);
      if (!table.known || table.inherited) continue;
      if (found.has(table.name)) twice.add(table.name);
      found.set(table.name, symbol);
    }
    for (const name of twice) found.delete(name);
    return found;
  });
}
