import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** Migrations of a database: they go with its tables. */
export const alembic: Classifier = {
  id: 'alembic',
  look(input) {
    const { functions, imports } = input.facts;
    const operations = imports.find(
      ({ module, names, level }) =>
        level === 0 && module === 'alembic' && names.some(({ name }) => name === 'op'),
    );
    const steps = functions.some(({ name }) => name === 'upgrade' || name === 'downgrade');
    return operations && steps ? [seen(input, 'migration', 'alembic migration', operations.line)] : [];
  },
};
